"""Joins the words of a PDF page into rows: pieces of text on one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bnews_desk.importers.pdf.word_boxes import PdfWord, is_leftward

COLUMN_GAP = 1.6
"""Gap in ems between two words from which on they are in different cells or columns."""
STRETCHED_GAP = 8.0
"""The same between words of one text object, such as a justified line in a narrow column."""
_UNLIKE = 0.12
"""How much narrower than the widest the other gaps of a justified row may be."""
_SAME_LINE = 0.55
"""Ems by which a raised or lowered figure may be off the line."""
_PAINTED_OVER = 0.6


class TextRow(NamedTuple):
    """Words on one line with no more than a space between them.

    ``size`` is that of most of its letters, ``base`` their baseline.
    """

    words: tuple[PdfWord, ...]
    left: float
    right: float
    base: float
    size: float
    page: int = 0

    @property
    def text(self) -> str:
        """Its words with spaces between them."""
        return "".join(" " * word.is_apart + word.text for word in self.words).strip()

    @property
    def top(self) -> float:
        """The approximate upper edge of its letters."""
        return self.base - self.size

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left

    def meets(self, other: TextRow) -> bool:
        """Whether the horizontal extents overlap, even if only by a letter's width."""
        slack = 0.3 * min(self.size, other.size)
        return self.left < other.right - slack and other.left < self.right - slack

    def is_beside(self, other: TextRow) -> bool:
        """Whether both are on one line."""
        return abs(self.base - other.base) < _SAME_LINE * max(self.size, other.size)


def row_of(words: Sequence[PdfWord], page: int) -> TextRow:
    """The row that words make."""
    sizes: Counter[tuple[float, float]] = Counter()
    for word in words:
        sizes[(word.size, word.base)] += len(word.text)
    size, base = max(sizes, key=lambda key: (sizes[key], key[0]))
    return TextRow(
        tuple(words), min(w.left for w in words), max(w.right for w in words), base, size, page
    )


def rows_of(words: Iterable[PdfWord], page: int) -> list[TextRow]:
    """The rows of a page in the order in which their first words were written."""
    rows: list[TextRow] = []
    line: list[PdfWord] = []
    for word in words:
        if line and not _is_behind(line[-1], word, line[0].size):
            rows += _cut(line, page)
            line = []
        line.append(word)
    if line:
        rows += _cut(line, page)
    return rows


def _is_behind(last: PdfWord, word: PdfWord, first_size: float) -> bool:
    """Whether a word is further right on the line of the last one."""
    size = max(last.size, word.size, first_size)
    is_level = abs(word.base - last.base) <= _SAME_LINE * size
    gap = last.left - word.right if _is_leftward(last, word) else word.left - last.right
    return is_level and gap > -_PAINTED_OVER * size


def _is_leftward(last: PdfWord, word: PdfWord) -> bool:
    return word.left < last.left and is_leftward(last.text) and is_leftward(word.text)


def _cut(line: Sequence[PdfWord], page: int) -> list[TextRow]:
    """The words of a line, cut where other columns or cells begin."""
    size = max(word.size for word in line)
    gaps = [(b.left - a.right) / size for a, b in pairwise(line)]
    if _is_stretched([gap for gap, word in zip(gaps, line[1:], strict=True) if word.is_apart]):
        return [row_of(line, page)]
    rows = []
    start = 0
    for at, gap in enumerate(gaps, 1):
        is_one_stroke = line[at - 1].source == line[at].source
        is_turn = is_leftward(line[at - 1].text) or is_leftward(line[at].text)
        if gap >= (STRETCHED_GAP if is_one_stroke or is_turn else COLUMN_GAP):
            rows.append(row_of(line[start:at], page))
            start = at
    rows.append(row_of(line[start:], page))
    return rows


def _is_stretched(gaps: Sequence[float]) -> bool:
    """Whether the gaps of a line are all wide and similar, as where few words fill a column."""
    return len(gaps) > 1 and max(gaps) < STRETCHED_GAP and min(gaps) > (1 - _UNLIKE) * max(gaps)
