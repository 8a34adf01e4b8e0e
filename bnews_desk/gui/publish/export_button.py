"""The one filled button of Siap tayang, with its key beside its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QWidget

from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FilledButton

_GAP = 8


class ExportButton(FilledButton):
    """As wide as its panel; where room is short, the key is left away first."""

    HEIGHT = 34

    def __init__(self, theme: Theme, text: str, key: str, parent: QWidget | None = None) -> None:
        self._key = key
        super().__init__(theme, text, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another size of type."""
        super().set_theme(theme)
        self.setFixedHeight(round(self.HEIGHT * max(1.0, theme.fonts.scale)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No wider than the panel gives."""
        return QSize(80, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the button, then its words and its key as one centred line."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(self._theme.color("onfill" if self.isEnabled() else "ghost"))
        font, small = self._theme.ui_font(13, 500), self._theme.ui_font(11)
        room = self.width() - 24
        width = QFontMetrics(font).horizontalAdvance(self.text())
        key = QFontMetrics(small).horizontalAdvance(self._key)
        fits = width + _GAP + key <= room
        left = 12 + max(0, room - width - (_GAP + key if fits else 0)) // 2
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self._line(left, room), Qt.AlignmentFlag.AlignVCenter, shown)
        if fits:
            painter.setFont(small)
            painter.setOpacity(0.8)
            at = self._line(left + width + _GAP, key + 4)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self._key)
        painter.end()

    def _line(self, left: int, width: int) -> QRect:
        return QRect(left, 0, width, self.height())
