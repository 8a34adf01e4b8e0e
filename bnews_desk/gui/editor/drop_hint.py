"""The hint shown over the page while files are dragged over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bnews_desk.gui.shared.theme import Theme

_INSET = 12
_RADIUS = 10
_VEIL = 220
"""How much of the page is hidden below, of 255."""


class DropHint(QWidget):
    """A veil with a broken border over all of its parent, and one line on it; takes no mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, theme: Theme) -> None:
        """Cover the parent as large as it is now."""
        self._theme = theme
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the veil, its border, its words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.color("sug_tint"))
        veil.setAlpha(_VEIL)
        painter.setBrush(veil)
        painter.setPen(QPen(self._theme.color("sug"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET), _RADIUS, _RADIUS
        )
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self._theme.ui_font(15, 600))
        words = self.tr("Lepaskan di sini untuk mengimpor")
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()
