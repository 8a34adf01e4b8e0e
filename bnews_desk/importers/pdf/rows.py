"""Words put together to the pieces of lines that stand on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bnews_desk.importers.pdf.words import Word

COLUMN_GAP = 1.6
"""Ems between two words beyond which they stand in different cells or columns."""
STRETCHED_GAP = 8.0
"""The same between words that were written in one stroke: a narrow column's, stretched to fill."""
_STRETCH = 1.5
"""How much wider than the others one gap of a stretched row may be."""
_SAME_LINE = 0.55
"""Ems that a raised or lowered figure may stand off the line."""
_PAINTED_OVER = 0.6


class Row(NamedTuple):
    """Words that stand on one line with no more than a space between them.

    ``size`` is that of most of its letters, ``base`` where those stand.
    """

    words: tuple[Word, ...]
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
        """Where its letters reach up to, nearly."""
        return self.base - self.size

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left

    def meets(self, other: Row) -> bool:
        """Whether one stands above the other, even if only for a letter's width."""
        slack = 0.3 * min(self.size, other.size)
        return self.left < other.right - slack and other.left < self.right - slack

    def is_beside(self, other: Row) -> bool:
        """Whether both stand on one line."""
        return abs(self.base - other.base) < _SAME_LINE * max(self.size, other.size)


def row_of(words: Sequence[Word], page: int) -> Row:
    """The row that words make."""
    sizes: Counter[tuple[float, float]] = Counter()
    for word in words:
        sizes[(word.size, word.base)] += len(word.text)
    size, base = max(sizes, key=lambda key: (sizes[key], key[0]))
    return Row(
        tuple(words), min(w.left for w in words), max(w.right for w in words), base, size, page
    )


def rows_of(words: Iterable[Word], page: int) -> list[Row]:
    """The rows of a page in the order in which their first words were written."""
    rows: list[Row] = []
    open_words: list[Word] = []
    for word in words:
        if open_words and not _goes_on(open_words[-1], word, open_words):
            rows.append(row_of(open_words, page))
            open_words = []
        open_words.append(word)
    if open_words:
        rows.append(row_of(open_words, page))
    return rows


def _goes_on(last: Word, word: Word, row: Sequence[Word]) -> bool:
    """Whether a word stands behind the last one on its line."""
    size = max(last.size, word.size, row[0].size)
    if abs(word.base - last.base) > _SAME_LINE * size:
        return False
    gap = (word.left - last.right) / size
    if last.source == word.source:
        return -_PAINTED_OVER < gap < STRETCHED_GAP
    return -_PAINTED_OVER < gap < max(COLUMN_GAP, _STRETCH * _usual_gap(row, size))


def _usual_gap(row: Sequence[Word], size: float) -> float:
    """The median gap of a row in ems; 0 where it is too short to tell."""
    gaps = sorted((b.left - a.right) / size for a, b in pairwise(row) if b.is_apart)
    return gaps[len(gaps) // 2] if len(gaps) > 1 else 0.0
