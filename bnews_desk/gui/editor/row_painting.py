"""Painting of the page's rows: selection, lines, caret, and the marks of the frame's parts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QTextBlock

from bnews_desk.gui.editor.geometry import PageGeometry
from bnews_desk.gui.editor.layout_rows import ParagraphRow
from bnews_desk.gui.editor.paragraph_styles import Kind
from bnews_desk.gui.editor.photo_view import draw_photo
from bnews_desk.gui.editor.text_lines import shown, x_of

BAR_WIDTH = 2.0
RULE_WIDTH = 56.0
RULE_ABOVE = 18.0
"""Pixels by which the credit's rule lies above its first line."""
CARET_WIDTH = 2.0


def draw_rows(
    layout: PageGeometry, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext
) -> None:
    """Paint the visible rows with selection, marks of the frame, photos and caret."""
    clip = QRectF(context.clip)
    if clip.isEmpty():
        clip = QRectF(QPointF(0, 0), layout.documentSize())
    _draw_selections(layout, painter, context, clip)
    painter.setPen(layout.formats.theme.color("ink"))
    for _, row in layout.visible(clip):
        _draw_mark(layout, painter, row)
    for block, row in layout.touched(clip):
        block.layout().draw(painter, QPointF(0, 0), [], clip)
        for box in row.photos:
            draw_photo(painter, box, QPointF(layout.left, row.top + row.height), layout.formats)
        painter.setPen(layout.formats.theme.color("ink"))
    _draw_caret(layout, painter, int(context.cursorPosition))


def _draw_selections(
    layout: PageGeometry,
    painter: QPainter,
    context: QAbstractTextDocumentLayout.PaintContext,
    clip: QRectF,
) -> None:
    colour = layout.formats.theme.color("selection")
    for selection in context.selections:
        start, end = selection.cursor.selectionStart(), selection.cursor.selectionEnd()
        for block, _ in layout.visible(clip):
            first = max(start, block.position())
            stop = min(end, block.position() + block.length())
            if first < stop:
                for stretch in layout.stretches(first, stop, breaks=True):
                    painter.fillRect(stretch.rect, colour)


def _draw_mark(layout: PageGeometry, painter: QPainter, row: ParagraphRow) -> None:
    colour = layout.formats.theme.color("line2")
    if row.look.kind is Kind.RELATED:
        painter.fillRect(QRectF(layout.left, row.top, BAR_WIDTH, row.height), colour)
    elif row.look.kind is Kind.CREDIT:
        y = row.top - round(RULE_ABOVE * layout.formats.scale)
        painter.fillRect(QRectF(layout.left, y, RULE_WIDTH, 1.0), colour)


def _draw_caret(layout: PageGeometry, painter: QPainter, position: int) -> None:
    """Paint the caret; a position below -1 counts from -2 into the pre-edit text of an input
    method.
    """
    if position == -1:
        return
    if position < -1:
        block, offset = _composed_place(layout, -(position + 2))
    else:
        block = layout.document().findBlock(position)
        offset = position - block.position()
        if block.isValid():
            offset = shown(block.layout(), offset)
    if not block.isValid() or block.blockNumber() >= len(layout.rows):
        return
    line = block.layout().lineForTextPosition(offset)
    if line.isValid():
        at = block.layout().position() + QPointF(x_of(line, offset), line.y())
        size = QSizeF(CARET_WIDTH, line.height())
        painter.fillRect(QRectF(at, size), layout.formats.theme.color("sug"))


def _composed_place(layout: PageGeometry, offset: int) -> tuple[QTextBlock, int]:
    block = layout.document().begin()
    while block.isValid() and not block.layout().preeditAreaText():
        block = block.next()
    return block, (block.layout().preeditAreaPosition() + offset if block.isValid() else 0)
