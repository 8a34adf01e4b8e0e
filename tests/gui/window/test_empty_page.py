"""The empty desk, and the one question a dialog asks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton

from bnews_desk.gui.shared.question_dialog import Choice, QuestionDialog, ask
from bnews_desk.gui.shared.theme import Theme, send_theme_change
from bnews_desk.gui.window.empty_page import EmptyPage

CHOICES = [Choice("new", "Simpan dengan nama lain"), ("over", "Timpa"), ("no", "Batal")]


@pytest.fixture
def theme() -> Theme:
    return Theme.light()


@pytest.fixture
def page(qtbot, theme) -> EmptyPage:
    page = EmptyPage(theme, formats="DOCX, TXT")
    qtbot.addWidget(page)
    page.setStyleSheet(Theme.light().style_sheet())
    page.resize(826, 696)
    page.show()
    return page


def drop(page: EmptyPage, data: QMimeData) -> bool:
    """Drag onto the page and let go; whether the page would take it."""
    actions, left, no_key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(90, 90), actions, data, left, no_key)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(90, 90), actions, data, left, no_key))
    return enter.isAccepted()


def rows(page: EmptyPage) -> list[QPushButton]:
    return page.findChildren(QPushButton)


@pytest.mark.parametrize(
    ("row", "signal"), [(0, "choose_wanted"), (1, "paste_wanted"), (2, "sample_wanted")]
)
@pytest.mark.parametrize("by_key", [False, True])
def test_each_row_brings_a_release_in_by_mouse_and_by_key(page, qtbot, row, signal, by_key):
    with qtbot.waitSignal(getattr(page, signal)):
        if by_key:
            qtbot.keyClick(rows(page)[row], Qt.Key.Key_Space)
        else:
            qtbot.mouseClick(rows(page)[row], Qt.MouseButton.LeftButton)


def test_a_click_on_the_drop_zone_chooses_files(page, qtbot):
    zone = next(
        f for f in page.findChildren(QFrame) if f.accessibleName() == "Jatuhkan berkas di sini"
    )
    with qtbot.waitSignal(page.choose_wanted):
        qtbot.mouseClick(zone, Qt.MouseButton.LeftButton)


def test_every_row_has_a_name_and_a_description_with_its_keys(page):
    assert [row.text() for row in rows(page)] == [
        "Pilih berkas…",
        "Tempel teks dari WhatsApp atau laman",
        "Buka rilis contoh",
    ]
    assert "Ctrl+O" in rows(page)[0].accessibleDescription()
    assert "Ctrl+Alt+V" in rows(page)[1].accessibleDescription()
    assert rows(page)[2].accessibleDescription()


def test_dropped_files_are_passed_on_with_their_paths(page, qtbot, tmp_path):
    data = QMimeData()
    paths = [str(tmp_path / "satu.docx"), str(tmp_path / "dua.txt")]
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    with qtbot.waitSignal(page.files_dropped) as dropped:
        assert drop(page, data)
    assert dropped.args == [paths]


def test_dropped_text_is_passed_on(page, qtbot):
    data = QMimeData()
    data.setText("BLITAR - Dinas Pertanian membuka pasar tani.")
    with qtbot.waitSignal(page.text_dropped) as dropped:
        assert drop(page, data)
    assert dropped.args[0].text() == "BLITAR - Dinas Pertanian membuka pasar tani."


def test_what_is_neither_file_nor_text_is_not_taken(page):
    data = QMimeData()
    data.setData("application/x-warna", b"1")
    assert not drop(page, data)


def test_the_zone_shows_that_it_would_take_what_hovers_over_it(page):
    before = page.grab().toImage()
    data = QMimeData()
    data.setText("rilis")
    enter = QDragEnterEvent(
        QPoint(90, 90),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page, enter)
    assert page.grab().toImage() != before
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert page.grab().toImage() == before


def test_the_page_names_the_formats_it_takes(page):
    assert "DOCX, TXT" in [label.text() for label in page.findChildren(QLabel)]


def test_the_page_takes_other_colours_while_it_stands(page, theme):
    before = page.grab().toImage()
    page.setStyleSheet(Theme.dark().style_sheet())
    theme.set_colours(is_dark=True)
    send_theme_change()
    assert page.grab().toImage() != before


def answer(key: Qt.Key, qtbot, presses: int = 0) -> str:
    """Ask the question and answer it with a key, after so many presses of Tab."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            for _ in range(presses):
                qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            qtbot.keyClick(QApplication.focusWidget(), key)
        finally:
            dialog.close()

    QTimer.singleShot(0, press)
    return ask(None, Theme.light(), "Timpa berkas?", "Berkas itu sudah ada.", CHOICES)


def test_enter_takes_the_first_choice(qtbot):
    assert answer(Qt.Key.Key_Return, qtbot) == "new"


def test_esc_takes_none(qtbot):
    assert answer(Qt.Key.Key_Escape, qtbot) == ""


@pytest.mark.parametrize("presses", [1, 2])
def test_tab_reaches_the_other_choices_from_left_to_right(qtbot, presses):
    assert answer(Qt.Key.Key_Space, qtbot, presses) == ["no", "over"][presses - 1]


def test_a_click_takes_its_choice(qtbot):
    dialog = QuestionDialog(Theme.light(), "Timpa berkas?", "Berkas itu sudah ada.", CHOICES)
    qtbot.addWidget(dialog)
    dialog.show()
    over = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Timpa")
    qtbot.mouseClick(over, Qt.MouseButton.LeftButton)
    assert (dialog.answer, dialog.isVisible()) == ("over", False)


def test_a_question_has_one_filled_button_and_says_itself_to_a_screen_reader(qtbot):
    dialog = QuestionDialog(Theme.light(), "Timpa berkas?", "Berkas itu sudah ada.", CHOICES)
    qtbot.addWidget(dialog)
    looks = [b.property("look") for b in dialog.findChildren(QPushButton)]
    assert sorted(looks) == ["filled", "quiet", "quiet"]
    assert dialog.accessibleName() == "Timpa berkas?"
    assert dialog.accessibleDescription() == "Berkas itu sudah ada."
