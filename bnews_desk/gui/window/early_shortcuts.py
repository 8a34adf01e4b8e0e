"""Completes the window when a shortcut is pressed before its commands are made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_OF_THE_PAGE = frozenset("ABCIKVXYZ")
"""Letters that belong to the text with Ctrl alone."""


class EarlyShortcuts(QObject):
    """Makes the commands at the first shortcut in a window that only shows its page.

    Filters the events of the focused widget. Qt first asks that widget whether it wants the key,
    and then looks among the shortcuts, so those made meanwhile are found. Keys that only write or
    move the caret do not start it and so are not delayed.
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
        """Stop filtering: everything is made."""
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
