"""What is seen and what is heard: light and dark, and a name for every control."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from window_kit import CTRL, NONE, SHIFT, Sitting, Starter, change_theme

from bnews_desk.gui.findings.rule_explanation_dialog import explained
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.main_window import DeskWindow
from bnews_desk.rules.catalogue import all_rules

ROLES = QAccessible.Role
CONTROLS = {
    ROLES.PushButton,
    ROLES.Button,
    ROLES.ButtonMenu,
    ROLES.ButtonDropDown,
    ROLES.CheckBox,
    ROLES.RadioButton,
    ROLES.ComboBox,
    ROLES.EditableText,
    ROLES.Document,
    ROLES.List,
    ROLES.ListItem,
    ROLES.PageTab,
    ROLES.PageTabList,
    ROLES.SpinBox,
    ROLES.Slider,
    ROLES.MenuItem,
    ROLES.Link,
    ROLES.ToolBar,
}
SILENT = {ROLES.ScrollBar, ROLES.Grip}


def walk(interface: QAccessibleInterface, path: str = "") -> Iterator[tuple[str, object]]:
    """Every visible part of the accessible tree with the way to it."""
    if interface.state().invisible and path:
        return
    made = interface.object()
    name = type(made).__name__ if isinstance(made, QObject) else "item"
    here = f"{path}/{name}"
    yield here, interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and child.role() not in SILENT:
            yield from walk(child, here)


def nameless(desk: Sitting) -> list[str]:
    root = QAccessible.queryAccessibleInterface(desk.window)
    found = []
    for path, interface in walk(root):
        role = interface.role()  # type: ignore[attr-defined]
        name = interface.text(QAccessible.Text.Name)  # type: ignore[attr-defined]
        if role in CONTROLS and not name.strip():
            found.append(f"{path} ({role.name})")
        made = interface.object()  # type: ignore[attr-defined]
        if (
            made is not None
            and getattr(made, "focusPolicy", lambda: Qt.FocusPolicy.NoFocus)()
            != Qt.FocusPolicy.NoFocus
            and (not name.strip() or role == ROLES.NoRole)
        ):
            found.append(f"{path} ({role.name}, takes the focus)")
    return sorted(set(found))


def test_every_control_of_the_empty_desk_has_a_name(desk: Sitting) -> None:
    assert nameless(desk) == []


def test_every_control_beside_an_open_release_has_a_name(desk: Sitting) -> None:
    desk.open_sample()
    desk.open_own()
    desk.click(desk.parts.frame_panel.fold)
    desk.click(desk.parts.frame_panel.related.count)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.parts.desk_list.search.setText("kopi")
    desk.parts.notice.show_notice("Berkas itu tidak dapat dibaca.")
    desk.settle()
    assert nameless(desk) == []


def test_every_control_of_siap_tayang_has_a_name(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_E, CTRL)
    assert nameless(desk) == []


def test_every_control_of_the_card_has_a_name(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_Period, CTRL)
    assert desk.program.card.isVisible()
    assert nameless(desk) == []


def test_everything_in_the_window_is_reached_by_tab(desk: Sitting) -> None:
    desk.open_own()
    seen = []
    for key, modifiers in ((Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Backtab, SHIFT)):
        desk.parts.findings.list.setFocus()
        for _ in range(80):
            desk.press(key, modifiers)
            focused = QGuiApplication.focusObject()
            seen.append(focused)
            if focused is desk.parts.page:  # there Tab is for the text; F6 goes on
                break
    parts = desk.parts
    for wanted in (parts.top_bar._import, parts.desk_list.view, parts.status._state):
        assert wanted in seen
    assert parts.frame_panel.rows["place"].field in seen
    assert parts.page in seen


def test_light_and_dark_change_while_the_window_is_open(
    desk: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_sample()
    light = desk.window.grab().toImage()
    change_theme(desk, "dark")
    desk.settle()
    dark = desk.window.grab().toImage()
    for x, y in ((20, 600), (240, 300), (1046, 200), (260, 22), (700, 755)):
        assert light.pixelColor(x, y).lightness() > 200
        assert dark.pixelColor(x, y).lightness() < 60
    change_theme(desk, "light")
    desk.settle()
    assert desk.text.startswith("Festival")


def test_the_journal_hears_nothing_of_a_change_of_looks(
    desk: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_sample()
    revision = desk.release.document.revision
    change_theme(desk, "dark")
    desk.press(Qt.Key.Key_Plus, CTRL)
    desk.settle()
    assert desk.release.document.revision == revision
    assert not desk.release.document.document.isUndoAvailable()


def test_the_walk_meets_what_there_is(desk: Sitting) -> None:
    desk.open_own()
    root = QAccessible.queryAccessibleInterface(desk.window)
    names = [i.text(QAccessible.Text.Name) for _, i in walk(root)]  # type: ignore[attr-defined]
    for wanted in ("Naskah", "Tempat", "Daftar temuan", "Rilis di meja", "Ekspor", "Cari di meja"):
        assert wanted in names


def test_no_rule_is_explained_with_an_unfilled_template() -> None:
    theme = Theme.light()
    assert [rule.id for rule in all_rules() if "{" in explained(rule, theme)] == []


def test_a_narrow_window_is_as_narrow_again_after_a_restart(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = start()
    for width in (1000, 900, 780):  # the screen of these tests is 800 wide
        desk.window.resize(width, 700)
        desk.settle()
    assert desk.window.width() == 780
    was_hidden: list[bool] = []
    take_place = DeskWindow.restoreGeometry

    def restored(window: DeskWindow, geometry: QByteArray) -> bool:
        was_hidden.append(window.left.isHidden())
        return take_place(window, geometry)

    monkeypatch.setattr(DeskWindow, "restoreGeometry", restored)
    again = start()
    assert again.window.width() == 780
    assert was_hidden == [True]  # under X its least width would make the window wider
    assert not again.parts.desk_list.isVisible()
    again.window.resize(1300, 700)
    again.settle()
    assert again.parts.desk_list.isVisible()
