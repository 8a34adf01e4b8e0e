"""Writing on the page with real keys: text, marks, undo, paragraphs."""

from __future__ import annotations

import gc

from page_release import TEXT, Show, check
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.editor.text_editor import EDGE
from bnews_desk.release import Mark, Photo, Release

CTRL = Qt.KeyboardModifier.ControlModifier


def put_caret(page: Page, position: int) -> None:
    page.reveal(position, position)


def test_showing_a_release_is_no_change_of_it(page: Page, show: Show) -> None:
    shown = show()
    page.resize(1100, 500)
    page.zoom.set_size(20)
    page.show_release(None)
    page.show_release(shown)
    assert shown.document.revision == 0
    assert not shown.document.document.isUndoAvailable()
    assert shown.document.release() == Release(TEXT)


def test_looks_make_no_undo_step_and_no_revision(
    page: Page, show: Show, reader: FrameReader, qtbot: QtBot
) -> None:
    shown = show("Judul\nSatu")
    put_caret(page, 10)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClicks(page, "Baca juga: Judul Lain")
    steps = shown.document.document.availableUndoSteps()
    revision = shown.document.revision
    kinds = [row.look.kind.value for row in page.document().documentLayout().rows]
    assert kinds == ["headline", "body", "body"]
    check(shown, reader, {})
    kinds = [row.look.kind.value for row in page.document().documentLayout().rows]
    assert kinds == ["headline", "body", "related"]
    assert shown.document.document.availableUndoSteps() == steps
    assert shown.document.revision == revision


def test_typed_words_are_undone_one_by_one_without_limit(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    shown = show("\n")
    qtbot.keyClicks(page, " ".join(f"kata{i}" for i in range(120)))
    for _ in range(119):
        qtbot.keyClick(page, "z", CTRL)
    assert shown.document.release().headline == "kata0"
    qtbot.keyClick(page, "z", CTRL)
    assert shown.document.release() == Release("\n")
    for _ in range(120):
        qtbot.keyClick(page, "z", CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert shown.document.release().headline.endswith("kata119")


def test_enter_and_shift_enter_both_begin_a_paragraph(page: Page, show: Show, qtbot: QtBot) -> None:
    shown = show("Judul\nSatu dua")
    put_caret(page, 10)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page, Qt.Key.Key_Enter)
    assert shown.document.release().text == "Judul\nSatu\n\n dua"
    assert "\u2028" not in shown.document.document.toRawText()


def test_a_photo_stays_behind_the_words_it_follows_when_they_are_split(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    shown = show(Release("Judul\nSatu dua", (), (Photo("ab", 1),)))
    put_caret(page, 10)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert [p.anchor for p in shown.document.release().photos] == [2]
    put_caret(page, len("Judul\nSatu\n dua"))
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert [p.anchor for p in shown.document.release().photos] == [2]
    qtbot.keyClick(page, "z", CTRL)
    qtbot.keyClick(page, "z", CTRL)
    assert shown.document.release() == Release("Judul\nSatu dua", (), (Photo("ab", 1),))


def test_bold_and_italic_come_and_go_by_keyboard(page: Page, show: Show, qtbot: QtBot) -> None:
    shown = show("Judul\nSatu dua")
    page.reveal(6, 10)
    qtbot.keyClick(page, "b", CTRL)
    page.reveal(11, 14)
    qtbot.keyClick(page, "i", CTRL)
    assert shown.document.release().marks == (Mark(6, 10, "bold"), Mark(11, 14, "italic"))
    page.reveal(6, 10)
    qtbot.keyClick(page, "b", CTRL)
    assert shown.document.release().marks == (Mark(11, 14, "italic"),)


def test_a_link_is_asked_for_in_a_card_and_taken_off_again(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    shown = show("Judul\nSatu 😀 dua")
    page.reveal(11, 12)
    qtbot.keyClick(page, "k", CTRL)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClicks(popup.field, "bukan alamat")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert "contoh.id" in popup.complaint.text()
    popup.field.clear()
    qtbot.keyClicks(popup.field, "contoh.id/berita")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert shown.document.release().marks == (Mark(11, 12, "link", "https://contoh.id/berita"),)
    put_caret(page, 12)
    page.set_link("")
    assert shown.document.release().marks == ()


def test_words_typed_behind_a_link_are_no_part_of_it(page: Page, show: Show, qtbot: QtBot) -> None:
    shown = show(Release("Judul\nSatu", (Mark(6, 10, "link", "https://contoh.id"),)))
    put_caret(page, 10)
    qtbot.keyClicks(page, "an")
    assert shown.document.release() == Release(
        "Judul\nSatuan", (Mark(6, 10, "link", "https://contoh.id"),)
    )


def test_an_input_method_composes_without_changing_the_text(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    shown = show("Judul\n😀 dua")
    put_caret(page, 8)
    with qtbot.waitSignal(page.composing) as began:
        QApplication.sendEvent(page, QInputMethodEvent("か", []))
    assert began.args == [True]
    page.grab()
    assert shown.document.release().text == "Judul\n😀 dua"
    done = QInputMethodEvent()
    done.setCommitString("火")
    with qtbot.waitSignal(page.composing) as ended:
        QApplication.sendEvent(page, done)
    assert ended.args == [False]
    assert shown.document.release().text == "Judul\n😀 火dua"


def test_an_empty_headline_asks_for_one_and_takes_typing(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    shown = show("\nSatu")
    empty = page.viewport().grab().toImage().copy(100, 30, 400, 50)
    tall = page.cursorRect().height()
    put_caret(page, 0)
    qtbot.keyClicks(page, "i")
    put_caret(page, 2)
    assert abs(page.cursorRect(QTextCursor(page.document().begin())).height() - tall) <= 1
    written = page.viewport().grab().toImage().copy(100, 30, 400, 50)
    assert inked(empty) > 4 * inked(written)
    assert shown.document.release().headline == "i"


def inked(image: object) -> int:
    ground = image.pixel(0, 0)
    return sum(
        image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height())
    )


def test_zoom_follows_keys_and_wheel_within_its_bounds(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    show()
    with qtbot.waitSignal(page.zoom.changed):
        qtbot.keyClick(page, Qt.Key.Key_Plus, CTRL)
    assert page.zoom.size == 18
    for _ in range(20):
        turn(page, 120)
    assert page.zoom.size == 28
    for _ in range(20):
        qtbot.keyClick(page, Qt.Key.Key_Minus, CTRL)
    assert page.zoom.size == 14
    qtbot.keyClick(page, Qt.Key.Key_0, CTRL)
    assert page.zoom.percent == 100


def turn(page: Page, angle: int) -> None:
    event = QWheelEvent(
        QPointF(300, 200),
        QPointF(300, 200),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.viewport(), event)


def test_each_release_is_shown_where_it_was_left(page: Page, show: Show) -> None:
    first = show("Judul\n" + "\n".join(f"Paragraf ke-{i}" for i in range(80)))
    page.reveal(300, 305)
    place = page.verticalScrollBar().value()
    second = show("Lain\nSatu")
    gc.collect()
    page.show_release(first)
    assert page.selection() == (300, 305)
    assert page.verticalScrollBar().value() == place > 0
    page.forget_release(first)
    assert page.release is None
    page.show_release(second)
    page.forget_release(first)
    assert page.release is second


def test_the_caret_is_told_in_code_points(page: Page, show: Show, qtbot: QtBot) -> None:
    show("😀😀 Judul\nSatu")
    put_caret(page, 2)
    with qtbot.waitSignal(page.caret_moved) as moved:
        qtbot.keyClick(page, Qt.Key.Key_Right)
    assert moved.args == [3]


def test_a_key_is_pending_until_it_is_painted(page: Page, show: Show, qtbot: QtBot) -> None:
    show("Judul\nSatu")
    put_caret(page, 10)
    told: list[bool] = []
    page.key_pending.connect(told.append)
    qtbot.keyClick(page, "a")
    assert told == [True]
    page.viewport().repaint()
    assert told == [True, False]
    page.viewport().repaint()
    assert told == [True, False]


def test_keys_that_lead_to_the_ends_show_the_margins_there(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    show(TEXT + "\nSatu paragraf lagi." * 60)
    bar = page.verticalScrollBar()
    qtbot.keyClick(page, Qt.Key.Key_End, CTRL)
    assert page.cursorRect().bottom() <= page.viewport().height() - EDGE
    assert bar.value() > 0
    qtbot.keyClick(page, Qt.Key.Key_Home, CTRL)
    assert bar.value() == 0
    for _ in range(40):
        qtbot.keyClick(page, Qt.Key.Key_Down)
    assert page.cursorRect().bottom() <= page.viewport().height() - EDGE
    for _ in range(25):
        qtbot.keyClick(page, Qt.Key.Key_Up)
    assert page.cursorRect().top() >= EDGE


def test_a_key_that_leaves_the_caret_alone_does_not_scroll(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    show(TEXT + "\nSatu paragraf lagi." * 60)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    before = page.verticalScrollBar().value()
    qtbot.keyClick(page, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(page, Qt.Key.Key_Control)
    assert page.verticalScrollBar().value() == before


def test_paragraphs_move_with_marks_photos_and_caret(page: Page, show: Show, qtbot: QtBot) -> None:
    photo = Photo("a" * 64, 1)
    bold = (Mark(6, 10, "bold"),)
    before = Release("Judul\nSatu\nDua\nTiga", bold, (photo,))
    shown = show(before)
    put_caret(page, 8)
    qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    after = shown.document.release()
    assert after == Release(
        "Judul\nDua\nSatu\nTiga", (Mark(10, 14, "bold"),), (Photo("a" * 64, 2),)
    )
    assert page.selection().start == 12, "the caret is where it was in its word"
    page.move_paragraphs(down=True)
    page.move_paragraphs(down=True)  # the last goes no further
    assert shown.document.release().text == "Judul\nDua\nTiga\nSatu"
    qtbot.keyClick(page, "z", CTRL)
    qtbot.keyClick(page, "z", CTRL)
    assert shown.document.release() == before
    put_caret(page, 7)
    qtbot.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown.document.release() == before, "no paragraph goes over the headline"


def test_two_selected_paragraphs_move_together(page: Page, show: Show) -> None:
    shown = show("Judul\nSatu\nDua\nTiga")
    page.reveal(6, 15)  # both, with the line break behind them
    page.move_paragraphs(down=True)
    assert shown.document.release().text == "Judul\nTiga\nSatu\nDua"
    page.move_paragraphs(down=False)
    assert shown.document.release().text == "Judul\nSatu\nDua\nTiga"


def test_typed_characters_become_those_of_copy(page: Page, show: Show, qtbot: QtBot) -> None:
    shown = show("😀\n")
    put_caret(page, 1)
    qtbot.keyClicks(page, '  Rapat -- 10--12 "ya" --- ')
    assert shown.document.release().headline == '😀 Rapat – 10–12 "ya" –- '
    page.smart_typing.quote_marks = "curly"
    qtbot.keyClicks(page, "\"Jum'at\" ('a')")
    assert shown.document.release().headline.endswith("“Jum’at” (‘a’)")


def test_undo_gives_back_what_was_typed(page: Page, show: Show, qtbot: QtBot) -> None:
    shown = show("\n")
    qtbot.keyClicks(page, "Rapat --")
    qtbot.keyClick(page, "z", CTRL)
    assert shown.document.release().headline == "Rapat --"


def test_typing_stays_as_it_is_where_it_is_switched_off(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    shown = show("\n")
    page.smart_typing.is_on = False
    page.smart_typing.quote_marks = "curly"
    qtbot.keyClicks(page, 'a  -- "b"')
    assert shown.document.release().headline == 'a  -- "b"'
