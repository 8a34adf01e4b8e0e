"""Restores the keyboard focus when a dialog has closed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def gives_keyboard_back(dialog: QDialog) -> None:
    """Activate the window below ``dialog`` again when that closes.

    Without a window manager nothing else does, and every shortcut would be dead until a click.
    """
    under = dialog.parentWidget()
    if under is not None:
        dialog.finished.connect(under.window().activateWindow)
