"""Helpers for the settings dialog: open it by its key, show a page, close it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from window_kit import CTRL, Sitting

from bnews_desk.gui.settings.settings_controller import SettingsController
from bnews_desk.gui.settings.settings_dialog import SettingsDialog
from bnews_desk.gui.settings.settings_page import SettingsPage

Page = TypeVar("Page", bound=SettingsPage)


def opened(desk: Sitting) -> SettingsDialog:
    """Open the dialog by its key."""
    desk.press(Qt.Key.Key_Comma, CTRL)
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert dialog.isVisible()
    return dialog


def turned(desk: Sitting, kind: type[Page]) -> Page:
    """Show one of its pages."""
    dialog = opened(desk)
    page = next(page for page in dialog.pages if isinstance(page, kind))
    dialog.show_page(page)
    desk.settle()
    return page


def settings_controller(desk: Sitting) -> SettingsController:
    return desk.program.finish_parts().settings_controller


def shut(desk: Sitting) -> None:
    for dialog in desk.window.findChildren(SettingsDialog):
        desk.press(Qt.Key.Key_Escape, where=dialog)


def shown(widget: QWidget) -> str:
    return "\n".join(said.text() for said in widget.findChildren(QLabel) if said.text())


def click(desk: Sitting, page: SettingsPage, words: str) -> None:
    """Press a button by its key: rows that appear above it would move it from the pointer."""
    button = desk.button(page, words)
    assert button.isEnabled()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space, where=button)
