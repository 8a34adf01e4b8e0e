"""Completes the window when a shortcut is pressed before its commands are made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_OF_THE_PAGE = frozenset("ABCIKVXYZ")
"""Letters that with Ctrl alone belong to the text."""


class EarlyShortcuts(QObject):
    """Makes what a shortcut is for as soon as one is pressed, on a window that only shows its page.

    Watches the widget with the keyboard. Qt asks that one first whether it wants the key, and
    looks among the shortcuts after: those that were made meanwhile are found. Keys that only
    write or move the caret make nothing and so wait for nothing.
    """

    def __init__(self, watched: QObject, furnish: Callable[[], object]) -> None:
        super().__init__(watched)
        self._watched = watched
        self._furnish: Callable[[], object] | None = furnish
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let every key through."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and self._furnish is not None and isinstance(event, QKeyEvent):
            furnish = self._furnish
            if _is_command(event):
                self.end()
                furnish()
        return False

    def end(self) -> None:
        """Watch no more: everything is there."""
        self._furnish = None
        self._watched.removeEventFilter(self)


def _is_command(event: QKeyEvent) -> bool:
    key, modifiers = event.key(), event.modifiers()
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
        return True
    if modifiers not in (_CTRL, _CTRL | _SHIFT):
        return False
    if modifiers == _CTRL and key < 128 and chr(key) in _OF_THE_PAGE:
        return False
    return key < 128 or key == Qt.Key.Key_Tab
