"""The settings dialog: by keys and clicks, applied at once, there again tomorrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from settings_kit import opened, settings_controller, shown, shut, turned
from window_kit import Sitting, Starter

from bnews_desk.gui.settings.appearance_page import AppearancePage
from bnews_desk.gui.settings.settings_dialog import SettingsDialog
from bnews_desk.paths import settings_file
from bnews_desk.settings import read_settings


def test_it_opens_and_closes_by_keys_and_is_in_the_palette(desk: Sitting) -> None:
    dialog = opened(desk)
    assert [page.title for page in dialog.pages] == [
        "Gaya selingkung",
        "Tampilan",
        "Kamus",
        "Jurnal dan arsip",
        "LanguageTool",
    ]
    desk.press(Qt.Key.Key_Down, where=dialog)
    assert dialog.stack.currentWidget() is dialog.pages[1]
    desk.press(Qt.Key.Key_Escape, where=dialog)
    assert desk.window.findChildren(SettingsDialog) == [] or not dialog.isVisible()
    assert "Setelan…" in [action.text() for action in desk.program.commands.all]


def test_pressing_the_key_twice_opens_one(desk: Sitting) -> None:
    first = opened(desk)
    assert settings_controller(desk).show_settings() is first
    shut(desk)
    desk.settle()
    assert opened(desk) is not first
    shut(desk)


def test_every_page_is_reached_by_tab_and_everything_has_a_name(desk: Sitting) -> None:
    dialog = opened(desk)
    for page in dialog.pages:
        dialog.show_page(page)
        desk.settle()
        for button in page.findChildren(QPushButton):
            assert button.text() or button.accessibleName()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    shut(desk)


def test_the_copy_grows_at_once_and_stays_so(start: Starter) -> None:
    desk = start()
    page = turned(desk, AppearancePage)
    page.slider.setFocus()
    desk.press(Qt.Key.Key_Right, where=page.slider)
    assert desk.parts.page.zoom.percent == 106
    assert "106\u00a0%" in shown(page)
    assert read_settings(settings_file()).settings.zoom == 106
    shut(desk)
    assert start().parts.page.zoom.percent == 106


def test_smart_typing_is_switched_off_at_once_and_stays_so(start: Starter) -> None:
    desk = start()
    page = turned(desk, AppearancePage)
    assert page.smart_typing.isChecked()
    page.smart_typing.setFocus()
    desk.press(Qt.Key.Key_Space, where=page.smart_typing)
    assert not desk.parts.page.smart_typing.is_on
    shut(desk)
    again = start()
    assert not again.parts.page.smart_typing.is_on
    assert not turned(again, AppearancePage).smart_typing.isChecked()
    shut(again)


def test_dark_is_dark_at_once_and_tomorrow(start: Starter) -> None:
    desk = start()
    page = turned(desk, AppearancePage)
    desk.click(page.themes["dark"])
    assert desk.program.theme.is_dark
    assert read_settings(settings_file()).settings.theme == "dark"
    shut(desk)
    again = start()
    assert again.program.theme.is_dark
    page = turned(again, AppearancePage)
    assert page.themes["dark"].isChecked()
    desk.click(page.themes["light"])
    assert not again.program.theme.is_dark
    shut(again)
