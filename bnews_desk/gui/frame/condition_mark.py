"""The mark for the condition of a field: tick, triangle or octagon."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bnews_desk.frame.field_states import FieldCondition
from bnews_desk.gui.shared.theme import Theme

SIZE = 16
"""Width and height in device-independent px."""


class ConditionMark(QWidget):
    """A mark of 16 px; its room remains when there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._condition = FieldCondition.OPEN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def condition(self) -> FieldCondition:
        """The condition shown."""
        return self._condition

    def set_condition(self, condition: FieldCondition) -> None:
        """Show the mark of another condition."""
        if condition is not self._condition:
            self._condition = condition
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The same size for every condition, so that nothing moves."""
        return QSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the mark in the middle."""
        if self._condition is FieldCondition.OPEN:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, SIZE, SIZE)
        box.moveCenter(QRectF(self.rect()).center())
        painter.translate(box.topLeft())
        draw_condition(painter, self._condition, self._theme)
        painter.end()


def draw_condition(painter: QPainter, condition: FieldCondition, theme: Theme) -> None:
    """Draw a mark into the 16 px square at the painter's origin."""
    if condition is FieldCondition.FOUND:
        painter.setPen(_pen(theme, "ok", 1.6))
        painter.drawPolyline(QPolygonF([QPointF(3, 8.5), QPointF(6.5, 12), QPointF(13, 4.5)]))
    elif condition is FieldCondition.DOUBTFUL:
        painter.setPen(_pen(theme, "warn", 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(8, 2.5), QPointF(14, 13.2), QPointF(2, 13.2)]))
        _exclamation(painter, 6.2, 11.2)
    elif condition is FieldCondition.MISSING:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("err"))
        angles = [math.pi / 8 + i * math.pi / 4 for i in range(8)]
        painter.drawPolygon(
            QPolygonF([QPointF(8 + 6.6 * math.cos(a), 8 + 6.6 * math.sin(a)) for a in angles])
        )
        painter.setPen(_pen(theme, "side" if theme.is_dark else "raised", 1.5))
        _exclamation(painter, 4.8, 11.0)


def _exclamation(painter: QPainter, top: float, bottom: float) -> None:
    painter.drawLine(QPointF(8, top), QPointF(8, bottom - 2.5))
    painter.drawPoint(QPointF(8, bottom))


def _pen(theme: Theme, token: str, width: float) -> QPen:
    return QPen(
        theme.color(token),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
