"""Finds the headline at the head of a file that has no styles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

_CLOSERS = " \t\u00a0\"”’')]*_"
_STOPS = (".", "?", "!", "…")


def take_headline(lines: Sequence[str], reader: FrameReader) -> tuple[str, int] | None:
    """The headline among a file's lines and the number of lines it takes, or None.

    The first non-empty line is the headline if an empty line follows it, it is no part of the frame
    and no furniture, and either that is the file's only empty line or it does not end like a
    sentence. It takes the empty lines above it, itself, and one empty line below it. A line of
    white space counts as empty.
    """
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None or first + 1 >= len(lines) or lines[first + 1].strip():
        return None
    from bnews_desk.frame.furniture import leftover_lines

    headline = lines[first]
    if reader.is_frame(headline) or leftover_lines.is_furniture(headline):
        return None
    if _ends_as_sentence(headline) and sum(not line.strip() for line in lines) > 1:
        return None
    return headline, first + 2


def _ends_as_sentence(line: str) -> bool:
    return line.rstrip(_CLOSERS).endswith(_STOPS)
