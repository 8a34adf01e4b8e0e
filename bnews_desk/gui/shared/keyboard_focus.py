"""Gives the keyboard focus back when a dialog has closed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def gives_keyboard_back(dialog: QDialog) -> None:
    """Let the window under ``dialog`` be active again when it closes.

    Without a window manager nobody does it, and every shortcut would be dead until a click.
    """
    under = dialog.parentWidget()
    if under is not None:
        dialog.finished.connect(under.window().activateWindow)
