"""Paragraphs of a mail without markup, whose program broke the lines at some width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

WIDEST = 100
"""Programs that break lines do so at 65 to 80 characters, seldom beyond."""
_NARROWEST = 40
_QUOTE = re.compile(r"(?:>\s?)+")
_ITEM = re.compile(r"\s*(?:[-*•–]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s)")
_SIGNATURE = "-- "


def paragraphs(text: str, *, is_flowed: bool = False) -> tuple[list[str], int]:
    """The paragraphs of a plain body, and how many line breaks were taken back.

    Soft breaks are those that the program marked (``is_flowed``, RFC 3676), else those inside a
    block of lines of which all but the last are about as wide as the widest. What was sent line
    by line (addresses, lists, verses) stays so. Empty lines stay.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    joined = list(_flowed(lines) if is_flowed else _unbroken(lines))
    return joined, len(lines) - len(joined)


def _flowed(lines: Sequence[str]) -> Iterator[str]:
    waiting = ""
    for number, line in enumerate(lines):
        bare = line[1:] if line.startswith(" ") else line
        is_soft = bare.endswith(" ") and bare != _SIGNATURE and number + 1 < len(lines)
        waiting += bare
        if not is_soft or _QUOTE.match(bare):
            yield waiting.rstrip() if waiting != _SIGNATURE else waiting
            waiting = ""
    if waiting:
        yield waiting.rstrip()


def _unbroken(lines: Sequence[str]) -> Iterator[str]:
    widest = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= widest <= WIDEST:
        yield from lines
        return
    block: list[str] = []
    for line in lines:
        if line.strip() and not _QUOTE.match(line):
            block.append(line)
            continue
        yield from _joined(block, widest)
        block = []
        yield line
    yield from _joined(block, widest)


def _joined(block: Sequence[str], widest: int) -> Iterator[str]:
    """The lines of a block, each put behind the one that was too full to take its first word."""
    waiting = ""
    for number, line in enumerate(block):
        if waiting and not _ITEM.match(line) and _was_full(block[number - 1], line, widest):
            waiting = f"{waiting} {line.strip()}"
        else:
            if waiting:
                yield waiting
            waiting = line.rstrip()
    if waiting:
        yield waiting


def _was_full(line: str, following: str, widest: int) -> bool:
    """Whether the next line's first word would have gone beyond the width."""
    first = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(first) > widest
