"""Other colours for the dialogs that are open while the looks change."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from bnews_desk.gui.shared.theme import Theme


def redress(window: QWidget, theme: Theme) -> None:
    """Have every dialog over a window take other colours.

    A dialog that has a ``set_theme`` of its own hands them on; of others each part takes them that
    has one, painters of rows among them.
    """
    for dialog in window.findChildren(QDialog):
        if not _dressed(dialog, theme):
            for part in dialog.findChildren(QObject):
                _dressed(part, theme)


def _dressed(part: QObject, theme: Theme) -> bool:
    """Whether a part has taken other colours."""
    take = getattr(part, "set_theme", None)
    if take is not None:
        take(theme)
    return take is not None
