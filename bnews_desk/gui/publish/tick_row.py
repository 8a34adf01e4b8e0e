"""A tick box with a note at the right end; a click anywhere in the row ticks it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget


class TickRow(QWidget):
    """A row in which a click anywhere clicks ``box``."""

    def __init__(self, box: QCheckBox, note: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.note = box, note
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box, 1)
        row.addWidget(note)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Accept a left press outside the box."""
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Click the box if the pointer is still in the row."""
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_inside and self.box.isEnabled():
            self.box.click()
