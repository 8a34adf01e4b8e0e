"""Draws a search hit: headline, excerpt with the words marked, details and date."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bnews_desk.archive.repository.archive_values import Excerpt, SearchHit
from bnews_desk.gui.archive.search_results import HIT, Index, about, title_of
from bnews_desk.gui.desk.stage_labels import stage_icon
from bnews_desk.gui.shared.row_background import paint_row_background
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.utf16 import text_before, to_units
from bnews_desk.text import Span

INSET = 12
TOP, GAP, BOTTOM = 9, 3, 10
EXCERPT_LINES = 2
_CUT = "…"


class HitDelegate(QStyledItemDelegate):
    """Draws rows of one height."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """One line of headline, two of excerpt, one of details."""
        head, body, meta = (QFontMetrics(font).height() for font in self._fonts())
        return QSize(100, TOP + head + GAP + EXCERPT_LINES * body + GAP + meta + BOTTOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        hit: SearchHit = index.data(HIT)
        rect: QRect = option.rect
        painter.save()
        paint_row_background(painter, option, rect, self.theme)
        head, body, meta = self._fonts()
        left, width, y = rect.left() + INSET, rect.width() - 2 * INSET, rect.top() + TOP
        head.setItalic(not hit.summary.headline)
        title = hit.headline if hit.headline.text else Excerpt(title_of(hit.summary))
        painter.setPen(self.theme.color("ink"))
        self._draw(painter, QRect(left, y, width, 0), title, head, 1)
        y += QFontMetrics(head).height() + GAP
        painter.setPen(self.theme.color("ink2"))
        self._draw(painter, QRect(left, y, width, 0), hit.excerpt, body, EXCERPT_LINES)
        y += EXCERPT_LINES * QFontMetrics(body).height() + GAP
        self._draw_about(painter, QRect(left, y, width, QFontMetrics(meta).height()), hit, meta)
        painter.restore()

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        return self.theme.page_font(16, 600), self.theme.ui_font(13), self.theme.ui_font(11)

    def _draw(self, painter: QPainter, room: QRect, said: Excerpt, font: QFont, lines: int) -> None:
        """Draw a text on at most ``lines`` lines, the search words marked."""
        text, marks = fitted(said, font, room.width(), lines)
        layout = _laid_out(text, font, room.width())
        found = [self._format(text, mark) for mark in marks]
        layout.draw(painter, QPointF(room.topLeft()), found)

    def _format(self, text: str, mark: Span) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = to_units(text, mark.start)
        found.length = to_units(text, mark.end) - found.start
        looks = QTextCharFormat()
        looks.setBackground(self.theme.color("sug_tint"))
        looks.setForeground(self.theme.color("ink"))
        looks.setFontUnderline(True)
        looks.setUnderlineColor(self.theme.color("sug"))
        found.format = looks
        return found

    def _draw_about(self, painter: QPainter, room: QRect, hit: SearchHit, font: QFont) -> None:
        icon = self.theme.icon(*stage_icon(hit.summary.status))
        icon.paint(painter, QRect(room.left(), room.top() + (room.height() - 12) // 2, 12, 12))
        painter.setFont(font)
        painter.setPen(self.theme.color("ink3"))
        beside = room.adjusted(17, 0, 0, 0)
        said = painter.fontMetrics().elidedText(
            about(hit.summary), Qt.TextElideMode.ElideRight, beside.width()
        )
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, said)


def fitted(said: Excerpt, font: QFont, width: int, lines: int) -> tuple[str, Iterable[Span]]:
    """As much of a text as fits, with an ellipsis where more follows, and its marks."""
    layout = _laid_out(said.text, font, width)
    if layout.lineCount() <= lines:
        return said.text, said.marks
    last = layout.lineAt(lines - 1)
    end = last.textStart() + last.textLength()
    kept = text_before(said.text, end).rstrip()
    while kept and _laid_out(kept + _CUT, font, width).lineCount() > lines:
        kept = kept[:-1].rstrip()
    return kept + _CUT, [mark for mark in said.marks if mark.end <= len(kept)]


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
