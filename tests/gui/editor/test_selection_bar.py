"""The bar over a selection: it comes with the mouse and goes with everything else."""

from __future__ import annotations

import pytest
from page_release import Show
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.editor.selection_bar import SelectionBar
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.release import Mark

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(page: Page, theme: Theme) -> SelectionBar:
    return SelectionBar(theme, page)


def place_of(page: Page, word: str) -> QPoint:
    """A point on a word."""
    assert page.release is not None
    document = page.release.document
    at = document.release().text.index(word) + 1
    return page.cursorRect(document.cursor(at, at)).center()


def double_click(page: Page, word: str) -> None:
    place = place_of(page, word)
    QTest.mouseClick(page.viewport(), LEFT, pos=place)
    QTest.mouseDClick(page.viewport(), LEFT, pos=place)
    QTest.mouseRelease(page.viewport(), LEFT, pos=place)


def test_a_word_selected_with_the_mouse_is_made_bold_and_a_link(
    page: Page, bar: SelectionBar, show: Show, qtbot: QtBot
) -> None:
    shown = show("Judul\nPanen cabai dimulai.")
    double_click(page, "cabai")
    qtbot.waitUntil(bar.isVisible)
    assert not bar.geometry().intersects(page.cursorRect())
    assert bar.buttons["bold"].toolTip() == "Tebal (Ctrl+B)"
    QTest.mouseClick(bar.buttons["bold"], LEFT)
    assert shown.document.release().marks == (Mark(12, 17, "bold"),)
    assert page.selected_text() == "cabai"
    assert bar.isVisible()
    QTest.mouseClick(bar.buttons["link"], LEFT)
    assert not bar.isVisible()


@pytest.mark.parametrize("how", ["key", "click", "scroll", "release"])
def test_it_goes_when_something_else_is_done(
    page: Page, bar: SelectionBar, show: Show, qtbot: QtBot, how: str
) -> None:
    show("Judul\n" + "\n".join("Panen cabai dimulai." for _ in range(60)))
    double_click(page, "cabai")
    qtbot.waitUntil(bar.isVisible)
    if how == "key":
        qtbot.keyClick(page, Qt.Key.Key_Right)
    elif how == "click":
        QTest.mouseClick(page.viewport(), LEFT, pos=place_of(page, "dimulai"))
    elif how == "scroll":
        page.verticalScrollBar().setValue(40)
    else:
        show("Lain\n")
    assert not bar.isVisible()


def test_it_stays_away_from_a_click_and_from_keys(
    page: Page, bar: SelectionBar, show: Show, qtbot: QtBot
) -> None:
    show("Judul\nPanen cabai dimulai.")
    QTest.mouseClick(page.viewport(), LEFT, pos=place_of(page, "cabai"))
    qtbot.keyClick(page, "a", Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(400)
    assert not bar.isVisible()
