"""The TXT form of a release, and the lines and columns of positions in it.

One paragraph a line, without a final line break. With a headline: headline, one empty line, body.
Without: the body alone. The importer ``txt`` reads it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from bnews_desk.release import Release
from bnews_desk.text import paragraphs


class LineColumn(NamedTuple):
    """A position in the TXT form: both count from 1, ``column`` in code points."""

    line: int
    column: int


def text_form(release: Release) -> str:
    """The release as a text file holds it."""
    if release.headline:
        return f"{release.headline}\n\n{release.body}"
    return release.body


class LineColumns:
    """Converts positions in one release's text to lines and columns of its TXT form."""

    def __init__(self, release: Release) -> None:
        self._starts = [paragraph.start for paragraph in paragraphs(release.text)]
        self._above_body = 2 if release.headline else 0

    def of(self, position: int) -> LineColumn:
        """The line and column of a position in ``Release.text``.

        The headline is line 1; without one, its position is that of the first code point.
        """
        index = bisect_right(self._starts, position) - 1
        if index == 0:
            return LineColumn(1, position + 1)
        return LineColumn(index + self._above_body, position - self._starts[index] + 1)
