"""Positions of one text in code points and in Qt's UTF-16 units, both ways, in logarithmic time."""

from __future__ import annotations

import re
from bisect import bisect_left

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Converts positions of one text; made once for each revision that is looked at."""

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
