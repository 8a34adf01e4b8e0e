"""A dialog that shows a title and a text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import QuietButton

_AROUND = 48
"""Pixels of the window below that stay visible around a dialog, its title bar included."""


class ReadingDialog(ThemedWidget, QDialog):
    """Shows rich text, made by ``page`` in the colours of a theme; Esc closes it for good."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        page: Callable[[Theme], str],
        size: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        gives_keyboard_back(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(fitting(QSize(*size), parent))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(title)
        self._page = page
        self._close = QuietButton(theme, self.tr("Tutup"), parent=self)
        self._close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addLayout(buttons)
        self.apply_theme()

    def apply_theme(self) -> None:
        at = self.text.verticalScrollBar().value()
        self.text.setFont(self._theme.ui_font(13))
        self.text.setHtml(self._page(self._theme))
        self.text.verticalScrollBar().setValue(at)


def fitting(size: QSize, parent: QWidget | None) -> QSize:
    """``size``, or less where the window below is smaller, so that all buttons are visible."""
    if parent is None:
        return size
    return size.boundedTo(parent.window().size() - QSize(_AROUND, _AROUND))
