"""A window that is only read: a title, a text, one button to close it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from bnews_desk.gui.dialogs.keyboard import gives_keyboard_back
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.widgets import QuietButton

_AROUND = 48
"""Pixels of the window below that stay in sight beside a dialog, its title bar included."""


class ReadingDialog(QDialog):
    """Shows rich text; Esc closes it, and it is gone then."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        html: str,
        size: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(fitting(QSize(*size), parent))
        self.text = QTextBrowser(self)
        self.text.setFont(theme.ui_font(13))
        self.text.setHtml(html)
        self.text.setAccessibleName(title)
        close = QuietButton(theme, self.tr("Tutup"), parent=self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addLayout(buttons)


def fitting(size: QSize, parent: QWidget | None) -> QSize:
    """``size``, or less where the window below is smaller: its buttons must be on the screen."""
    if parent is None:
        return size
    return size.boundedTo(parent.window().size() - QSize(_AROUND, _AROUND))
