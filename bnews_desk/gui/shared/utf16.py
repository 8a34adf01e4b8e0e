"""Converts between code points (the program's positions) and UTF-16 units (Qt's)."""

from __future__ import annotations

import re
from bisect import bisect_left

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Converts positions in one text; made once for each revision."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._points = [] if text.isascii() else [m.start() for m in _TWO_UNITS.finditer(text)]
        self._units = [point + i for i, point in enumerate(self._points)]

    def to_qt(self, position: int) -> int:
        """The UTF-16 position of a code point position."""
        return position + bisect_left(self._points, position)

    def from_qt(self, position: int) -> int:
        """The code point position of a UTF-16 position; inside a pair, the pair's start."""
        return position - bisect_left(self._units, position)


def units(text: str) -> int:
    """How many UTF-16 units Qt needs for ``text``; a lone surrogate is one."""
    return len(text) if text.isascii() else sum(2 if char > "\uffff" else 1 for char in text)


def to_units(text: str, position: int) -> int:
    """The UTF-16 offset of a code point position in ``text``."""
    return units(text[:position])


def to_code_points(text: str, offset: int) -> int:
    """The code point position of a UTF-16 offset in ``text``; inside a pair, its start."""
    if text.isascii():
        return min(offset, len(text))
    position = 0
    for char in text:
        offset -= 2 if char > "\uffff" else 1
        if offset < 0:
            break
        position += 1
    return position


def text_before(text: str, offset: int) -> str:
    """``text`` up to a UTF-16 offset; a pair that the offset cuts is left out."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore")
