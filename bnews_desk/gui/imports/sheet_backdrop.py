"""The darkness over the window while a sheet stands on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

DARKNESS = QColor(20, 20, 20, 90)


class Shade(QWidget):
    """Covers a window, and goes with its size, from ``cover`` until it is hidden."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        window.installEventFilter(self)

    def cover(self) -> None:
        """Lie over the whole window."""
        self._fit()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Darken what lies below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), DARKNESS)
        painter.end()

    def _fit(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
