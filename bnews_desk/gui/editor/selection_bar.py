"""The small bar over words selected with the mouse: bold, italic, link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout

from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.shared.widgets import IconButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from bnews_desk.gui.editor.page_view import Page
    from bnews_desk.gui.shared.theme import Theme

_GAP = 6
"""Pixels between the bar and the words."""
_REST_MS = 250
"""Milliseconds to wait after the mouse button is released: a second click selects a word first."""


class SelectionBar(QFrame):
    """Appears over a selection made with the mouse; a key, a click or a scroll hides it.

    It takes neither the focus nor the selection; every button has a shortcut of its own.
    """

    def __init__(self, theme: Theme, page: Page) -> None:
        super().__init__(page.viewport())
        self._page = page
        self.setProperty("ground", "card")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        own = page.commands
        box = QHBoxLayout(self)
        box.setContentsMargins(3, 3, 3, 3)
        box.setSpacing(2)
        self.buttons = {
            name: self._button(theme, name, action)
            for name, action in (("bold", own.bold), ("italic", own.italic), ("link", own.link))
        }
        for button in self.buttons.values():
            box.addWidget(button)
        self.buttons["link"].clicked.connect(self.dismiss)
        self.adjustSize()
        self.hide()
        self._soon = once_after(_REST_MS, self._show_over_selection, self)
        page.viewport().installEventFilter(self)
        page.selectionChanged.connect(self._hide_without_selection)
        page.key_pending.connect(self.dismiss)
        page.release_shown.connect(self.dismiss)
        page.verticalScrollBar().valueChanged.connect(self.dismiss)

    def dismiss(self) -> None:
        """Hide until words are selected anew."""
        self._soon.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Appear when the mouse button is released over a selection; hide when it is pressed."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.dismiss()
        elif (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _button(self, theme: Theme, icon: str, action: QAction) -> IconButton:
        keys = action.shortcut().toString()
        name = action.text().removesuffix("…")
        button = IconButton(theme, icon, name, f"{name} ({keys})", parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        return button

    def _hide_without_selection(self) -> None:
        if not self._page.textCursor().hasSelection():
            self.dismiss()

    def _show_over_selection(self) -> None:
        page, cursor = self._page, self._page.textCursor()
        if page.isReadOnly() or page.is_led_to or not page.selected_text().strip():
            return
        start, end = QTextCursor(cursor), QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        end.setPosition(cursor.selectionEnd())
        first, last, room = page.cursorRect(start), page.cursorRect(end), page.viewport().rect()
        y = first.top() - self.height() - _GAP
        if y < 0:
            y = last.bottom() + _GAP
        if y + self.height() > room.height():
            return
        x = min(max(first.left(), _GAP), room.width() - self.width() - _GAP)
        self.move(x, y)
        self.show()
        self.raise_()
