"""The page's menu: what a right click on a marked word offers."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from window_kit import Sitting

WRONG = "Kamis (13/11/2024)"
EDITING = {"edit-cut", "edit-copy", "edit-paste"}
"""What Qt calls those of its own, in whatever language."""


def menu_at(desk: Sitting, words: str) -> QMenu:
    """The menu of a right click in the middle of these words."""
    page = desk.parts.page
    cursor = QTextCursor(page.document())
    cursor.setPosition(desk.release.document.to_qt(desk.text.index(words) + 2))
    place = page.cursorRect(cursor).center()
    viewport = page.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        viewport, QContextMenuEvent(reason, place, viewport.mapToGlobal(QPoint(place)))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def names(menu: QMenu) -> set[str]:
    return {action.objectName() for action in menu.actions()}


def test_a_marked_words_fixes_come_first_and_one_mends_it(desk: Sitting) -> None:
    desk.open_own()
    menu = menu_at(desk, WRONG)
    assert texts(menu)[:3] == ["Rabu", "14/11/2024", ""]
    assert names(menu) >= EDITING
    menu.actions()[0].trigger()
    menu.close()
    desk.wait_checked()
    assert "Rabu (13/11/2024)" in desk.text
    assert desk.errors() == 0


def test_it_can_be_ignored_there_and_undone(desk: Sitting) -> None:
    desk.open_own()
    menu = menu_at(desk, WRONG)
    ignore = next(action for action in menu.actions() if action.text().startswith("Abaikan"))
    ignore.trigger()
    menu.close()
    desk.wait_checked()
    assert desk.errors() == 0
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    desk.wait(lambda: desk.errors() == 1)


def test_where_nothing_is_marked_it_is_the_menu_of_cut_and_paste(desk: Sitting) -> None:
    desk.open_own()
    menu = menu_at(desk, "perangkat")
    assert not any("Abaikan" in text for text in texts(menu))
    assert names(menu) >= EDITING
    menu.close()
