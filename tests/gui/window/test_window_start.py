"""The page can be typed in first; everything around it comes a moment later."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from window_kit import CTRL, NONE, PATIENCE_MS, SHIFT, Sitting, Starter

from bnews_desk.gui.app import Program
from bnews_desk.gui.window.main_window import SIZE
from bnews_desk.release import Release

TEXT = "Warga Panen Kopi\nKopi dipanen dipasar."
Start = Callable[[], Program]


@pytest.fixture
def begin(start: Starter, qapp: QApplication) -> Iterator[Start]:
    """Starts the program as it starts by itself, on a desk with one release."""
    programs: list[Program] = []

    def begun() -> Program:
        first = start()
        first.program.desk.open_new(Release(TEXT))
        first.wait_checked()
        first.close()
        programs.append(Program(qapp))
        programs[0].window.show()
        return programs[0]

    yield begun
    for program in programs:
        assert program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def text_of(program: Program) -> str:
    assert program.desk.current is not None
    return program.desk.current.document.release().text


def test_one_may_type_before_anything_stands_around_the_page(begin: Start, qtbot: QtBot) -> None:
    program = begin()
    page = program.window.front.page
    assert not program.window.is_complete
    QTest.keyClicks(page, "Hari ini ")
    assert not program.window.is_complete
    assert text_of(program) == f"Hari ini {TEXT}"
    qtbot.waitUntil(lambda: program.window.is_complete, timeout=PATIENCE_MS)
    release = program.desk.current
    assert release is not None
    qtbot.waitUntil(lambda: release.is_checked, timeout=PATIENCE_MS)
    assert "dipasar" in [finding.text for finding in release.findings]
    assert page.selection().start == len("Hari ini ")
    assert text_of(program) == f"Hari ini {TEXT}"


def test_what_is_asked_for_too_early_is_made_at_once(begin: Start) -> None:
    program = begin()
    assert not program.window.is_complete
    program.commands["undo"].trigger()
    assert program.window.is_complete
    assert program.window.parts.page is program.window.front.page


def test_a_shortcut_pressed_at_once_is_obeyed(begin: Start) -> None:
    program = begin()
    handle = program.window.windowHandle()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_B, Qt.Key.Key_Z):
        QTest.keyClick(handle, key, CTRL)
    assert not program.window.is_complete
    QTest.keyClick(handle, Qt.Key.Key_E, CTRL)
    assert program.window.is_ready_shown


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_F1, NONE), (Qt.Key.Key_P, CTRL | SHIFT)]
)
def test_help_and_commands_come_at_once(
    begin: Start, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    program = begin()
    handle = program.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Right)  # only then does Qt take the window for active
    QTest.keyClick(handle, key, modifiers)
    shown = [dialog for dialog in program.window.findChildren(QDialog) if dialog.isVisible()]
    assert len(shown) == 1
    shown[0].close()


def test_a_release_closed_at_once_is_off_the_page(begin: Start, qtbot: QtBot) -> None:
    program = begin()
    release = program.desk.current
    assert release is not None
    program.desk.close(release)
    assert program.window.is_complete
    assert program.window.front.page.release is None
    qtbot.waitUntil(program.window.parts.empty_page.isVisible)


def test_a_window_closed_at_once_keeps_what_was_typed(begin: Start, start: Starter) -> None:
    program = begin()
    QTest.keyClicks(program.window.front.page, "Kini ")
    assert not program.window.is_complete
    assert program.window.close()
    again: Sitting = start()
    assert again.text == f"Kini {TEXT}"
    assert again.parts.page.selection().start == len("Kini ")


def test_an_empty_desk_is_whole_from_the_first_moment(start: Starter, qapp: QApplication) -> None:
    start().close()
    program = Program(qapp)
    assert program.window.is_complete
    program.window.show()
    assert program.window.parts.empty_page.isVisible()
    assert program.window.close()
    program.window.deleteLater()
    program.deleteLater()


def test_a_window_that_would_reach_below_the_screen_fills_it(begin: Start) -> None:
    window = begin().window
    window.hide()
    window.resize(*SIZE)
    room = window.screen().availableSize()
    assert SIZE[0] > room.width()
    window.open()
    assert window.isMaximized()
    assert window.frameGeometry().bottom() <= window.screen().availableGeometry().bottom()


def test_the_title_bar_counts_and_a_window_that_fits_is_left_as_it_was(begin: Start) -> None:
    window = begin().window
    room = window.screen().availableSize()
    for height, is_filling in ((room.height() - 100, False), (room.height(), True)):
        window.hide()
        window.resize(room.width() - 20, height)
        window.open()
        assert window.isMaximized() is is_filling
