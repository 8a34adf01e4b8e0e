"""The headings above original and copy side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bnews_desk.gui.editor.document_layout import SIDE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import ElidedLabel, SeparatorLine, label

HEIGHT = 36


class TextHeading(ThemedWidget, QWidget):
    """A name, a description, and a remark at the right."""

    def __init__(
        self, theme: Theme, name: str, ground: str, remark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._name = label(name, "head")
        self._about = ElidedLabel("", "help", "ink2")
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(round(SIDE), 0, round(SIDE), 0)
        row.setSpacing(10)
        row.addWidget(self._name)
        row.addWidget(self._about, 1)
        if remark:
            row.addWidget(label(remark, "help"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(said, 1)
        column.addWidget(SeparatorLine())
        self.apply_theme()

    def set_heading(self, about: str, name: str = "") -> None:
        """Set the description, and another name unless that is ''."""
        self._about.setText(about)
        if name:
            self._name.setText(name)

    def apply_theme(self) -> None:
        self._name.setFont(self._theme.ui_font(13, 600))
