"""Meja tells how far each release is: new, being edited, ready, published."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox
from window_kit import CTRL, Sitting, Starter

CLEAN = (
    "Warga Sumberagung Panen Kopi\n\n"
    "BLITAR | B-news.id - Warga Desa Sumberagung memanen kopi pada Rabu (13/11/2024).\n"
    "Panen itu dihadiri perangkat desa.\n"
    "Hasilnya dijual di Pasar Wlingi. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)


def stage(desk: Sitting) -> str:
    desk.settle()
    return desk.rows()[0].state


def sign(desk: Sitting) -> None:
    """Tick *Diperiksa oleh …*."""
    boxes = desk.parts.ready_panel._sign_off_row.findChildren(QCheckBox)
    desk.click(boxes[0], QPoint(12, boxes[0].height() // 2))


def export(desk: Sitting) -> None:
    desk.click(desk.parts.ready_panel._button)
    desk.wait(lambda: "Tersimpan: " in desk.status_text())
    desk.settle()


def test_a_release_is_new_until_it_is_edited_and_new_again_when_that_is_undone(
    desk: Sitting,
) -> None:
    desk.paste(CLEAN)
    assert stage(desk) == "baru"
    desk.place_caret(0)
    desk.type("X")
    desk.wait_checked()
    assert stage(desk) == "disunting"
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.wait_checked()
    assert stage(desk) == "baru"


def test_signed_it_is_ready_and_an_edit_takes_that_back(desk: Sitting) -> None:
    desk.paste(CLEAN)
    desk.press(Qt.Key.Key_E, CTRL)
    sign(desk)
    assert stage(desk) == "siap"
    desk.place_caret(0)
    desk.type("X")
    desk.wait_checked()
    assert stage(desk) == "disunting"


def test_signed_with_an_error_left_it_is_not_ready_until_that_is_mended(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_E, CTRL)
    sign(desk)
    assert stage(desk) == "baru"
    desk.press(Qt.Key.Key_E, CTRL)
    desk.release.ignore_everywhere(desk.finding("date-weekday-mismatch"))
    desk.wait_checked()
    assert stage(desk) == "siap"


def test_exported_it_is_published(desk: Sitting) -> None:
    desk.paste(CLEAN)
    desk.press(Qt.Key.Key_E, CTRL)
    export(desk)
    assert stage(desk) == "tayang"
    desk.place_caret(0)
    desk.type("X")
    desk.wait_checked()
    assert stage(desk) == "disunting"


def test_stages_and_sign_offs_are_there_again_after_a_restart(start: Starter) -> None:
    desk = start()
    desk.paste(CLEAN)
    desk.press(Qt.Key.Key_E, CTRL)
    export(desk)
    desk.paste(CLEAN.replace("Panen Kopi", "Panen Kakao", 1))
    desk.press(Qt.Key.Key_E, CTRL)
    sign(desk)
    assert [row.state for row in desk.rows()] == ["siap", "tayang"]
    again = start()
    assert sorted(row.state for row in again.rows()) == ["siap", "tayang"]
    again.wait_checked()
    assert sorted(row.state for row in again.rows()) == ["siap", "tayang"]
    again.press(Qt.Key.Key_E, CTRL)
    box = again.parts.ready_panel._sign_off_row.findChildren(QCheckBox)[0]
    assert box.isChecked()
    assert box.text() == "Diperiksa oleh Zainul Arifin"


def test_a_release_closed_while_it_is_exported_is_published_all_the_same(desk: Sitting) -> None:
    desk.paste(CLEAN)
    key, value = desk.release.key, desk.value
    desk.press(Qt.Key.Key_W, CTRL)
    desk.program.desk.publish(key, value)
    assert stage(desk) == "tayang"
