"""The top bar: what it asks for, what it shows as the next step, what fits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from bnews_desk.gui.shared.theme import Theme, send_theme_change
from bnews_desk.gui.window.top_bar import HEIGHT, TopBar


@pytest.fixture
def theme() -> Theme:
    return Theme.light()


@pytest.fixture
def bar(qtbot, theme) -> TopBar:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = TopBar(theme)
    window.addToolBar(bar)
    window.setStyleSheet(theme.style_sheet())
    window.resize(1366, 200)
    window.show()
    bar.owner = window
    return bar


def button(bar: TopBar, name: str) -> QToolButton:
    return next(b for b in bar.findChildren(QToolButton) if b.accessibleName().startswith(name))


def filled(bar: TopBar) -> list[str]:
    return [b.text() for b in bar.findChildren(QToolButton) if b.property("look") == "filled"]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Menu", "menu_wanted"),
        ("Impor", "import_wanted"),
        ("Tempel", "paste_wanted"),
        ("Urungkan", "undo_wanted"),
        ("Rapikan", "tidy_wanted"),
        ("Asli", "compare_wanted"),
        ("Ekspor", "export_wanted"),
    ],
)
@pytest.mark.parametrize("by_key", [False, True])
def test_each_button_says_what_is_wanted_by_mouse_and_by_key(bar, qtbot, name, signal, by_key):
    bar.set_release_open(True)
    bar.set_undo(True)
    bar.set_tidy(4, True)
    bar.show_compare(True)
    with qtbot.waitSignal(getattr(bar, signal)):
        if by_key:
            qtbot.keyClick(button(bar, name), Qt.Key.Key_Space)
        else:
            qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)


def test_with_nothing_open_only_bringing_in_is_offered(bar):
    enabled = {b.accessibleName() for b in bar.findChildren(QToolButton) if b.isEnabled()}
    assert {"Menu", "Impor", "Tempel"} <= enabled
    assert not {"Urungkan", "Rapikan", "Ekspor"} & enabled
    assert filled(bar) == []


def test_the_next_step_is_rapikan_then_nothing_then_export(bar):
    bar.set_release_open(True)
    bar.set_errors(3)
    bar.set_tidy(4, True)
    assert filled(bar) == ["Rapikan  4"]
    bar.set_tidy(0, True)
    assert filled(bar) == []
    bar.set_errors(0)
    assert filled(bar) == ["Ekspor"]


def test_export_is_not_filled_while_its_panel_is_open(bar):
    bar.set_release_open(True)
    bar.set_errors(0)
    bar.show_ready(True)
    assert filled(bar) == []
    bar.show_ready(False)
    assert filled(bar) == ["Ekspor"]


def test_rapikan_tells_a_screen_reader_how_many(bar):
    bar.set_tidy(4, True)
    assert button(bar, "Rapikan").accessibleName() == "Rapikan 4 temuan"
    bar.set_tidy(0, True)
    assert button(bar, "Rapikan").accessibleName() == "Rapikan"
    assert not button(bar, "Rapikan").isEnabled()


def test_undo_names_the_step_it_takes_back(bar):
    bar.set_undo(True, "Rapikan 4")
    assert button(bar, "Urungkan").toolTip() == "Urungkan Rapikan 4 (Ctrl+Z)"


def test_the_original_is_offered_only_where_there_is_one(bar):
    assert not button(bar, "Asli").isVisible()
    bar.show_compare(True, is_on=True)
    assert button(bar, "Asli").isVisible()
    assert button(bar, "Asli").isChecked()


def test_every_button_explains_itself(bar):
    for one in (b for b in bar.findChildren(QToolButton) if b.text()):
        assert one.accessibleName()
        assert one.accessibleDescription() == one.toolTip() != ""


def test_the_name_is_centred_in_the_window_and_cut_where_room_is_short(bar, qtbot):
    bar.set_release_open(True)
    bar.set_document("Pasar Tani Tegalasri Dibuka", "Tersimpan 10.42")
    title = bar._title
    assert title.accessibleName() == "Pasar Tani Tegalasri Dibuka · Tersimpan 10.42"
    assert abs(title.geometry().center().x() - bar.width() / 2) <= 1
    bar.owner.resize(560, 200)
    qtbot.waitUntil(lambda: bar.width() == 560)
    assert title.geometry().left() > bar._left.geometry().right()
    assert title.geometry().right() < bar._right.geometry().left()


def test_a_narrow_window_keeps_the_icons_and_their_names(bar, qtbot):
    bar.owner.resize(700, 200)
    style = Qt.ToolButtonStyle
    qtbot.waitUntil(lambda: button(bar, "Impor").toolButtonStyle() == style.ToolButtonIconOnly)
    assert button(bar, "Impor").accessibleName() == "Impor"
    bar.owner.resize(1366, 200)
    qtbot.waitUntil(
        lambda: button(bar, "Impor").toolButtonStyle() == style.ToolButtonTextBesideIcon
    )


def test_it_keeps_its_height_and_cannot_be_hidden_by_a_menu(bar):
    assert bar.height() == HEIGHT
    assert bar.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    assert not bar.isMovable()


def test_the_menu_opens_under_its_button(bar, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Panduan")
    bar.open_menu(menu)
    assert menu.isVisible()
    assert (
        menu.pos().y() >= button(bar, "Menu").mapToGlobal(button(bar, "Menu").rect().topLeft()).y()
    )
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_it_takes_other_colours_while_it_stands(bar, theme):
    bar.set_release_open(True)
    bar.set_errors(0)
    before = bar.grab().toImage()
    bar.owner.setStyleSheet(Theme.dark().style_sheet())
    theme.set_colours(is_dark=True)
    send_theme_change()
    assert bar.grab().toImage() != before
