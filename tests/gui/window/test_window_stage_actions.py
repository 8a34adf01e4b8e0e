"""Meja's rows: put at a stage by menu and key, filtered, counted also when they are closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox
from test_window_stages import CLEAN
from window_kit import CTRL, Sitting, Starter

from bnews_desk.archive.release_progress import STAGES, RemainingWork

OTHER = CLEAN.replace("Panen Kopi", "Panen Kakao", 1)
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


def states(desk: Sitting) -> dict[str, str]:
    desk.settle()
    return {row.title: row.state for row in desk.rows()}


def in_meja(desk: Sitting, key: Qt.Key) -> None:
    desk.press(Qt.Key.Key_1, CTRL)
    desk.press(key)


@pytest.mark.parametrize("number", range(4))
def test_a_number_puts_the_row_at_its_stage(desk: Sitting, number: int) -> None:
    desk.paste(CLEAN)
    in_meja(desk, KEYS[3 if number != 3 else 0])
    in_meja(desk, KEYS[number])
    assert list(states(desk).values()) == [STAGES[number]]
    assert f"ditandai {STAGES[number]}" in desk.status_text()


def test_a_stage_set_by_hand_is_taken_back_with_undo(desk: Sitting) -> None:
    desk.paste(CLEAN)
    in_meja(desk, Qt.Key.Key_4)
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    assert list(states(desk).values()) == ["baru"]


def test_put_at_ready_it_is_signed_with_the_editors_name(desk: Sitting) -> None:
    desk.paste(CLEAN)
    in_meja(desk, Qt.Key.Key_3)
    desk.press(Qt.Key.Key_E, CTRL)
    box = desk.parts.ready_panel._sign_off_row.findChildren(QCheckBox)[0]
    assert box.isChecked()
    assert box.text() == "Diperiksa oleh Zainul Arifin"
    desk.click(box, QPoint(12, box.height() // 2))
    assert list(states(desk).values()) == ["baru"]


def test_with_an_error_left_it_is_not_put_at_ready_and_that_is_said(desk: Sitting) -> None:
    desk.open_own()
    in_meja(desk, Qt.Key.Key_3)
    assert list(states(desk).values()) == ["baru"]
    assert desk.status_text().startswith("Naskah ini belum siap: 1 hal")


def test_a_closed_release_is_put_at_a_stage_too_and_keeps_it(start: Starter) -> None:
    desk = start()
    desk.paste(CLEAN)
    key = desk.release.key
    desk.paste(OTHER)
    desk.program.desk.close(desk.program.desk.releases[0])
    desk.parts.desk_list.menu.stage_wanted.emit(key, "tayang")
    assert states(desk)["Warga Sumberagung Panen Kopi"] == "tayang"
    again = start()
    assert states(again)["Warga Sumberagung Panen Kopi"] == "tayang"


def test_the_palette_puts_the_release_in_front_at_a_stage(desk: Sitting) -> None:
    desk.paste(CLEAN)
    desk.program.commands["stage-tayang"].trigger()
    assert list(states(desk).values()) == ["tayang"]


def test_the_menu_of_a_row_ticks_its_stage(desk: Sitting) -> None:
    desk.paste(CLEAN)
    menu = desk.parts.desk_list.menu
    menu._open(QPoint(20, 40))
    ticked = [stage for stage, action in menu._stages.items() if action.isChecked()]
    menu.menu.close()
    assert ticked == ["baru"]


def test_a_closed_release_shows_what_was_left_when_it_was_last_looked_at(start: Starter) -> None:
    desk = start()
    desk.open_own()
    left = desk.rows()[0].left
    assert left is not None
    assert left.errors == 1
    desk.press(Qt.Key.Key_W, CTRL)
    assert desk.rows()[0].left == left
    again = start()
    assert [row.left for row in again.rows()] == [left]


def test_meja_shows_the_stages_that_are_ticked_and_remembers_them(start: Starter) -> None:
    desk = start()
    desk.paste(CLEAN)
    desk.paste(OTHER)
    in_meja(desk, Qt.Key.Key_4)
    desk_list = desk.parts.desk_list
    desk_list.stages._boxes["baru"].trigger()
    assert [row.title for row in desk.rows()] == ["Warga Sumberagung Panen Kakao"]
    assert desk_list.count.text() == "1 dari 2"
    assert desk_list._filter_line._label.text() == "Tanpa Baru"
    again = start()
    assert [row.title for row in again.rows()] == ["Warga Sumberagung Panen Kakao"]
    again.window.resize(1366, 768)
    again.settle()
    again.click(again.button(again.parts.desk_list, "Semua"))
    assert len(again.rows()) == 2
    assert not again.parts.desk_list._filter_line.isVisible()


def test_the_last_stage_that_is_shown_cannot_be_taken_off(desk: Sitting) -> None:
    desk.paste(CLEAN)
    boxes = desk.parts.desk_list.stages._boxes
    for stage in ("disunting", "siap", "tayang"):
        boxes[stage].trigger()
    assert not boxes["baru"].isEnabled()
    assert len(desk.rows()) == 1


def test_what_is_not_on_the_desk_is_looked_for_in_the_archive(desk: Sitting) -> None:
    desk.paste(CLEAN)
    wanted: list[str] = []
    desk.parts.desk_list.archive_wanted.connect(wanted.append)
    desk.parts.desk_list.search.setFocus()
    desk.type("banjir")
    assert desk.parts.desk_list.hint.text() == "Tidak ada di meja."
    desk.press(Qt.Key.Key_Return)
    desk.click(desk.button(desk.parts.desk_list, "Cari di arsip"))
    assert wanted == ["banjir", "banjir"]


def test_without_findings_a_release_has_nothing_left(desk: Sitting) -> None:
    desk.paste(CLEAN)
    assert desk.rows()[0].left == RemainingWork(0, desk.rows()[0].left.warnings)  # type: ignore[union-attr]


def test_when_a_row_goes_the_next_one_has_the_keyboard(desk: Sitting) -> None:
    for title in ("Panen Kopi", "Panen Kakao", "Panen Cengkih"):
        desk.paste(CLEAN.replace("Panen Kopi", title, 1))
    desk.press(Qt.Key.Key_1, CTRL)
    desk.press(Qt.Key.Key_Down)
    view = desk.parts.desk_list.view
    for left in (["Panen Cengkih", "Panen Kopi"], ["Panen Cengkih"], []):
        desk.press(Qt.Key.Key_Delete)
        desk.settle()
        assert [row.title.removeprefix("Warga Sumberagung ") for row in desk.rows()] == left
        assert view.currentIndex().isValid() == bool(left)


def test_a_word_in_the_body_makes_it_edited_as_soon_as_it_is_checked(desk: Sitting) -> None:
    desk.paste(CLEAN)
    before = desk.value
    desk.place_caret(desk.text.index("dihadiri"))
    desk.type("ramai ")
    desk.wait_checked()
    assert list(states(desk).values()) == ["disunting"]
    while desk.value != before:
        desk.press(Qt.Key.Key_Z, CTRL)
    desk.wait_checked()
    assert list(states(desk).values()) == ["baru"]
