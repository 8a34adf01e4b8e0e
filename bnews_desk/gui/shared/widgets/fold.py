"""A button that opens and closes what is below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets.buttons import ToolButton

_ARROW_ROOM = 16


class FoldButton(ToolButton):
    """A checkable line with an arrow; checked means open."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("fold")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Text, arrow and padding."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + _ARROW_ROOM + 8
        return QSize(width, max(24, metrics.height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Text, then an arrow to the right or down."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        token = "ink" if self.isEnabled() else "ink3"
        painter.setPen(self._theme.color(token))
        box = self.rect().adjusted(4, 0, -_ARROW_ROOM, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isEnabled():
            self._draw_arrow(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("sug"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _draw_arrow(self, painter: QPainter) -> None:
        pen = QPen(self._theme.color("ink2"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x = 4 + self.fontMetrics().horizontalAdvance(self.text()) + 9
        y = self.height() / 2
        if self.isChecked():
            points = [QPointF(x - 3, y - 1.5), QPointF(x, y + 1.5), QPointF(x + 3, y - 1.5)]
        else:
            points = [QPointF(x - 1.5, y - 3), QPointF(x + 1.5, y), QPointF(x - 1.5, y + 3)]
        painter.drawPolyline(QPolygonF(points))
