"""The soft shadow under the hover card, painted by a widget of its own.

An effect on the card itself would paint card and shadow anew with every blink inside it, and is
cut off at the card's own edges where the page below repaints alone.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bnews_desk.gui.shared.theme import Theme

_DROP = 5
"""Pixels by which the shadow lies lower than what casts it."""
_REACH = 14
"""Pixels that the shadow reaches beyond what casts it."""
_RADIUS = 10


class CardShadow(QWidget):
    """Lies under a sibling; the pointer does not meet it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lie_under(self, card: QWidget) -> None:
        """Show the shadow of a card where it stands now."""
        self.setGeometry(card.geometry() + QMargins(_REACH, _REACH - _DROP, _REACH, _REACH + _DROP))
        self.show()
        self.stackUnder(card)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it darker step by step towards the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        opacity = 15 if self._theme.is_dark else 3
        painter.setBrush(QColor(0, 0, 0, opacity))  # black: so faint, a hue would be rounded
        for step in range(_REACH):
            rect = QRectF(self.rect()).adjusted(step, step, -step, -step)
            radius = _RADIUS + _REACH - step
            painter.drawRoundedRect(rect, radius, radius)
        painter.end()
