"""The bytes of an RTF file cut into braces, control words, characters and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n\0]+)"
    rb"|[\r\n\0]+|\\"
)


class Token(NamedTuple):
    """One piece: ``kind`` is *word*, *hex*, *sign*, *brace*, *text* or *binary*."""

    kind: str
    data: bytes
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    """The pieces of a file in order; binary data (``\\bin``) comes as one piece."""
    at = 0
    length = len(data)
    while at < length:
        found = _TOKEN.match(data, at)
        if found is None:  # a lone backslash at the end
            return
        at = found.end()
        kind = found.lastgroup
        if kind in {"word", "number"}:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin":
                size = max(number or 0, 0)
                yield Token("binary", data[at : at + size])
                at += size
            else:
                yield Token("word", found["word"], number)
        elif kind is not None:
            yield Token(kind, found[kind])
