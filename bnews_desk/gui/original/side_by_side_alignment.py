"""Aligns two texts side by side: corresponding paragraphs start at one height."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from bnews_desk.gui.editor.document_layout import FOOT, DocumentLayout

ParagraphPair = tuple[int, int]
"""The numbers of two corresponding paragraphs: the original's, then the copy's."""


class ParagraphOffsets(NamedTuple):
    """Pixels by which each paragraph is moved down, on the left and on the right."""

    left: list[float]
    right: list[float]
    height: float


class _ColumnMeasurer:
    """One text, processed paragraph by paragraph from the top."""

    def __init__(self, layout: DocumentLayout) -> None:
        self._layout = layout
        self._number = 0
        self._bottom = 0.0
        self.offsets = [0.0] * len(layout.rows)

    def top_of(self, number: int) -> float:
        """Where a paragraph is without an offset; the paragraphs above it are processed."""
        for passed in range(self._number, number):
            self._skip_paragraph(passed, 0.0)
        self._number = number
        return self._bottom + self._gap(number)

    def lift(self, number: int, by: float) -> None:
        """Move the paragraph reached down by ``by`` pixels."""
        self.offsets[number] = by
        self._skip_paragraph(number, by)
        self._number = number + 1

    def end(self) -> float:
        """Process the remaining paragraphs; returns the bottom of the text."""
        self.top_of(len(self.offsets) - 1)
        self._skip_paragraph(len(self.offsets) - 1, 0.0)
        return self._bottom

    def _skip_paragraph(self, number: int, by: float) -> None:
        self._bottom += self._gap(number) + by + self._layout.rows[number].full_height

    def _gap(self, number: int) -> float:
        rows = self._layout.rows
        above = rows[number - 1].look.kind if number else None
        return self._layout.formats.gap(above, rows[number].look.kind)


def offsets_of_pairs(
    left: DocumentLayout, right: DocumentLayout, pairs: Iterable[ParagraphPair]
) -> ParagraphOffsets:
    """The offsets that align every pair; in each pair the higher paragraph is moved down.

    Both numbers of ``pairs`` increase.
    """
    columns = _ColumnMeasurer(left), _ColumnMeasurer(right)
    for pair in pairs:
        tops = [column.top_of(number) for column, number in zip(columns, pair, strict=True)]
        for column, number, top in zip(columns, pair, tops, strict=True):
            column.lift(number, max(tops) - top)
    height = max(columns[0].end(), columns[1].end()) + FOOT
    return ParagraphOffsets(columns[0].offsets, columns[1].offsets, height)


class SideBySideAlignment(QObject):
    """Keeps two texts aligned when their layout changes, until ``end`` is called."""

    def __init__(
        self, left: DocumentLayout, right: DocumentLayout, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._pairs: Sequence[ParagraphPair] = ()
        self._counts = (0, 0)
        self._is_aligning = False
        self._is_stale = True
        for layout in (left, right):
            layout.documentSizeChanged.connect(self._align)

    def set_pairs(self, pairs: Sequence[ParagraphPair], counts: tuple[int, int]) -> None:
        """Set the corresponding paragraphs, for texts of ``counts`` paragraphs."""
        if not self._is_stale and (self._pairs, self._counts) == (pairs, counts):
            return
        self._pairs, self._counts = pairs, counts
        self._align()

    def end(self) -> None:
        """Remove all offsets."""
        for layout in (self._left, self._right):
            layout.documentSizeChanged.disconnect(self._align)
            layout.lift([0.0] * len(layout.rows), 0.0)

    def _align(self) -> None:
        """Align again; when a paragraph was added or removed, wait for the next comparison."""
        if self._is_aligning:
            return
        self._is_stale = (len(self._left.rows), len(self._right.rows)) != self._counts
        if self._is_stale:
            return
        self._is_aligning = True
        try:
            found = offsets_of_pairs(self._left, self._right, self._pairs)
            self._left.lift(found.left, found.height)
            self._right.lift(found.right, found.height)
        finally:
            self._is_aligning = False
