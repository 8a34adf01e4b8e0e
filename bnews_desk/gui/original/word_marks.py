"""Marks added and removed words on a page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bnews_desk.comparison import ComparedGroup, Comparison, WordRun
from bnews_desk.gui.editor.geometry import PageGeometry, Stretch
from bnews_desk.gui.editor.paragraph_styles import Kind
from bnews_desk.gui.findings.finding_selection import change_between
from bnews_desk.gui.shared.utf16 import Positions

ADDED_UNDER = 3.0
"""Pixels from the baseline down to the line under added words."""
ADDED_WIDTH = 2.0
DELETED_OVER = 0.29
"""Distance from the baseline up to the line through deleted words, as a share of the font size."""
DELETED_WIDTH = 1.5


class WordChange(Enum):
    """How words differ from the other text."""

    DELETED = "dropped"
    ADDED = "added"
    MOVED = "moved"


class ChangedSpan(NamedTuple):
    """A span of a text (code points) and its change."""

    start: int
    end: int
    change: WordChange


class NumberedParagraph(NamedTuple):
    """A paragraph: its number in its text, and its words."""

    number: int
    text: str


BACKGROUNDS = {WordChange.DELETED: "err_tint", WordChange.ADDED: "ok_tint", WordChange.MOVED: "sel"}
"""The colour token of each change's background."""


def marks_of_old(comparison: Comparison) -> list[ChangedSpan]:
    """The deleted words of the old text, and those that were moved."""
    moved = frozenset(comparison.moved)
    return [
        mark
        for group in comparison.groups
        for mark in _marks(group, comparison.old, moved, is_old=True)
    ]


def marks_of_new(comparison: Comparison) -> list[ChangedSpan]:
    """The added words of the new text, and those that were moved."""
    moved = frozenset(comparison.moved.values())
    return [
        mark
        for group in comparison.groups
        for mark in _marks(group, comparison.new, moved, is_old=False)
    ]


def _marks(
    group: ComparedGroup, text: str, moved: frozenset[int], *, is_old: bool
) -> Iterator[ChangedSpan]:
    is_moved = (group.old if is_old else group.new).start in moved
    for run in group.runs:
        found = _mark(run, text, is_old=is_old, is_moved=is_moved)
        if found is not None:
            yield found


def _mark(run: WordRun, text: str, *, is_old: bool, is_moved: bool) -> ChangedSpan | None:
    change = {"deleted": WordChange.DELETED, "inserted": WordChange.ADDED}.get(run.kind)
    span = run.old if is_old else run.new
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    if change is None or start >= end:
        return None
    return ChangedSpan(start, end, WordChange.MOVED if is_moved else change)


class WordMarks:
    """Paints the visible marks of one text.

    The marks were found in one state of the text; later edits move them.
    """

    def __init__(self, layout: PageGeometry) -> None:
        self._layout = layout
        self._marks: Sequence[ChangedSpan] = ()
        self._found_in = ""
        self._text = ""
        self._change = (0, 0, 0)

    def set_marks(self, marks: Sequence[ChangedSpan], text: str) -> bool:
        """Set marks (in order, not overlapping) found in ``text``; returns whether they changed."""
        is_other = marks != self._marks or text != self._found_in
        self._marks, self._found_in, self._text, self._change = marks, text, text, (0, 0, 0)
        return is_other

    def within(self, start: int, end: int, text: str) -> Iterator[ChangedSpan]:
        """The marks in a span of the present text."""
        at, removed, added = self._changed(text)
        by = added - removed
        yield from self._cut(start, min(end, at))
        behind = max(start - by, at + removed)
        for mark in self._cut(behind, max(behind, end - by)):
            yield ChangedSpan(mark.start + by, mark.end + by, mark.change)

    def paint_under(self, painter: QPainter, clip: QRectF, positions: Positions) -> None:
        """Paint the backgrounds."""
        theme = self._layout.formats.theme
        for change, stretch in self._in_view(clip, positions):
            ground = stretch.rect.adjusted(-1, 2, 1, -1)
            painter.fillRect(ground, theme.color(BACKGROUNDS[change]))

    def paint_over(self, painter: QPainter, clip: QRectF, positions: Positions) -> None:
        """Paint the lines under added and through deleted words."""
        formats = self._layout.formats
        scale = max(1.0, formats.scale)
        size = formats.font(Kind.BODY).pixelSize()
        for change, stretch in self._in_view(clip, positions):
            left, width = stretch.left, stretch.right - stretch.left
            if change is WordChange.ADDED:
                y = stretch.baseline + ADDED_UNDER * scale
                painter.fillRect(QRectF(left, y, width, ADDED_WIDTH), formats.theme.color("ok"))
            elif change is WordChange.DELETED:
                y = stretch.baseline - size * DELETED_OVER
                painter.fillRect(QRectF(left, y, width, DELETED_WIDTH), formats.theme.color("err"))

    def _changed(self, text: str) -> tuple[int, int, int]:
        if text is not self._text:
            self._text, self._change = text, change_between(self._found_in, text)
        return self._change

    def _cut(self, start: int, end: int) -> Iterator[ChangedSpan]:
        """The marks between two positions, cut to them, in the text they were found in."""
        if start >= end:
            return
        first = bisect_right(self._marks, start, key=lambda mark: mark.end)
        stop = bisect_left(self._marks, end, key=lambda mark: mark.start)
        for mark in self._marks[first:stop]:
            yield ChangedSpan(max(mark.start, start), min(mark.end, end), mark.change)

    def _in_view(self, clip: QRectF, positions: Positions) -> Iterator[tuple[WordChange, Stretch]]:
        for block, _ in self._layout.visible(clip):
            start = positions.from_qt(block.position())
            end = positions.from_qt(block.position() + block.length() - 1)
            for mark in self.within(start, end, positions.text):
                first, last = positions.to_qt(mark.start), positions.to_qt(mark.end)
                for stretch in self._layout.stretches(first, last):
                    yield mark.change, stretch
