"""Converts between text positions and pixels on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine

from bnews_desk.gui.editor.document_layout import DocumentLayout
from bnews_desk.gui.editor.layout_rows import ParagraphRow, row_at
from bnews_desk.gui.editor.paragraph_styles import Kind
from bnews_desk.gui.editor.text_lines import shown, unshown, x_of

BREAK_WIDTH = 6.0
"""Width in pixels of a selected paragraph break."""

AIR = 4.0
"""Pixels by which letters and underlines may reach beyond their lines."""


class Stretch(NamedTuple):
    """Part of one line, in pixels of the document."""

    left: float
    right: float
    baseline: float
    top: float
    bottom: float

    @property
    def rect(self) -> QRectF:
        """The part in the full height of its line."""
        return QRectF(self.left, self.top, self.right - self.left, self.bottom - self.top)


class PageGeometry(DocumentLayout):
    """The places of characters and paragraphs; positions are Qt's, places in document pixels."""

    def visible(self, clip: QRectF) -> Iterator[tuple[QTextBlock, ParagraphRow]]:
        """The paragraphs that lie at least in part inside the clip's height."""
        if not self.rows:
            return
        number = row_at(self.rows, clip.top())
        block = self.document().findBlockByNumber(number)
        while block.isValid() and number < len(self.rows):
            row = self.rows[number]
            if row.top > clip.bottom() + self.formats.pitch(Kind.CREDIT) * 2:
                break
            yield block, row
            block, number = block.next(), number + 1

    def touched(self, clip: QRectF) -> Iterator[tuple[QTextBlock, ParagraphRow]]:
        """Those of ``visible`` whose own lines or photos the clip touches."""
        for block, row in self.visible(clip):
            if row.bottom >= clip.top() - AIR and row.top <= clip.bottom() + AIR:
                yield block, row

    def stretches(self, start: int, end: int, *, breaks: bool = False) -> Iterator[Stretch]:
        """The parts of lines that a stretch of the document covers, from top to bottom."""
        block = self.document().findBlock(start)
        number = block.blockNumber()
        while block.isValid() and block.position() < end and number < len(self.rows):
            yield from self._stretches_of(block, self.rows[number], start, end, breaks)
            block, number = block.next(), number + 1

    def _stretches_of(
        self, block: QTextBlock, row: ParagraphRow, start: int, end: int, breaks: bool
    ) -> Iterator[Stretch]:
        layout = block.layout()
        pitch = self.formats.pitch(row.look.kind)
        first, stop = (shown(layout, p - block.position()) for p in (start, end))
        length = shown(layout, block.length() - 1)
        at_first = layout.lineForTextPosition(first)
        for i in range(at_first.lineNumber() if at_first.isValid() else 0, layout.lineCount()):
            line = layout.lineAt(i)
            line_end = line.textStart() + line.textLength()
            if line.textStart() >= max(stop, 1):
                break
            left = x_of(line, max(first, line.textStart()))
            right = x_of(line, min(stop, line_end, length))
            if breaks and stop > length and line_end >= length:
                right += BREAK_WIDTH
            if right > left:
                top = row.top + i * pitch
                base = row.top + line.y() + line.ascent()
                yield Stretch(self.left + left, self.left + right, base, top, top + pitch)

    def character_at(self, point: QPointF) -> int:
        """The position of the character under a point, -1 where there is none."""
        found = self._line_at(point)
        if found is None:
            return -1
        block, line, x = found
        if not (line.naturalTextRect().left() <= x <= line.naturalTextRect().right()):
            return -1
        offset = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return block.position() + unshown(block.layout(), offset)

    def _line_at(self, point: QPointF) -> tuple[QTextBlock, QTextLine, float] | None:
        if not self.rows:
            return None
        number = row_at(self.rows, point.y())
        row, block = self.rows[number], self.document().findBlockByNumber(number)
        layout = block.layout()
        if not layout.lineCount():
            return None
        at = int((point.y() - row.top) // self.formats.pitch(row.look.kind))
        line = layout.lineAt(min(max(at, 0), layout.lineCount() - 1))
        return block, line, point.x() - self.left

    def hitTest(  # type: ignore[override]  # noqa: N802
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The caret position nearest to a point; called by Qt."""
        if accuracy == Qt.HitTestAccuracy.ExactHit:
            return self.character_at(point)
        found = self._line_at(point)
        if found is None:
            return 0
        block, line, x = found
        return block.position() + unshown(block.layout(), line.xToCursor(x))
