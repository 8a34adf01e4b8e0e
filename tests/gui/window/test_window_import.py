"""The way of a release with letterhead and contact through the sheet to the desk, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton
from window_kit import Sitting, Starter, change_theme

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.gui.imports.import_sheet import ImportSheet
from bnews_desk.gui.imports.receipt_dialog import ReceiptDialog
from bnews_desk.gui.shared.theme import Theme

LEAD = "BLITAR – Warga Desa Tegalasri memanen padi di sawah milik desa, Senin (4/3/2024)."
MORE = "Panen itu dua kali lebih banyak daripada musim yang lalu, kata kepala desa."
RELEASE = (
    "PEMERINTAH KABUPATEN BLITAR",
    "KECAMATAN WLINGI",
    "",
    "SIARAN PERS",
    "",
    "Warga Tegalasri Panen Padi",
    "",
    LEAD,
    MORE,
    "",
    "Narahubung: Rina (0812-0000-0304)",
)
COPY = f"Warga Tegalasri Panen Padi\n{LEAD}\n{MORE}"
CLEAN = f"Warga Tegalasri Panen Padi\n\n{LEAD}\n{MORE}\n"


def sheet_of(desk: Sitting) -> ImportSheet:
    sheet = desk.program.finish_parts().arrivals.sheet
    assert sheet is not None
    return sheet


def is_shown(desk: Sitting) -> bool:
    sheet = desk.program.finish_parts().arrivals.sheet
    return sheet is not None and sheet.isVisible()


def is_gone(desk: Sitting) -> bool:
    return desk.program.finish_parts().arrivals.sheet is None


def bring(desk: Sitting, folder: Path, *names: str) -> None:
    """Drop files with ``RELEASE`` in them on the window and wait for the sheet."""
    paths = [folder / name for name in names]
    for path in paths:
        path.write_bytes("\n".join(RELEASE).encode())
    desk.drop(desk.parts.empty_page, *map(str, paths))
    desk.wait(lambda: is_shown(desk))


def test_enter_takes_the_copy_and_leaves_the_furniture(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path, "panen.txt")
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: desk.program.desk.current is not None)
    assert is_gone(desk)
    assert desk.text == COPY
    assert {entry.kind: entry.texts for entry in desk.release.receipt} == {
        "encoding": (),
        "letterhead": ("PEMERINTAH KABUPATEN BLITAR\nKECAMATAN WLINGI",),
        "release-mark": ("SIARAN PERS",),
        "contact": ("Narahubung: Rina (0812-0000-0304)",),
    }
    assert desk.status_text() == "“panen.txt” diimpor; 3 bagian tidak dibawa ke naskah."
    original = desk.program.journal.original(desk.release.key)
    assert original is not None
    assert original.data.decode() == "\n".join(RELEASE)
    assert original.receipt == desk.release.receipt


def test_a_clean_release_needs_no_sheet(desk: Sitting, tmp_path: Path) -> None:
    path = tmp_path / "bersih.txt"
    path.write_text(CLEAN, encoding="utf-8")
    desk.drop(desk.parts.empty_page, str(path))
    desk.wait(lambda: desk.program.desk.current is not None)
    assert is_gone(desk)
    assert desk.text == COPY
    assert desk.status_text() == "“bersih.txt” diimpor."


def test_a_pasted_release_goes_by_the_sheet_too(desk: Sitting) -> None:
    clipboard = desk.application.clipboard()
    clipboard.setText("\n".join(RELEASE))
    desk.press(
        Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    desk.wait(lambda: is_shown(desk))
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.text == COPY


def test_space_ticks_what_has_the_keyboard_and_arrows_go_on(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path, "panen.txt")
    sheet = sheet_of(desk)
    desk.press(Qt.Key.Key_Down, where=sheet)
    desk.press(Qt.Key.Key_Space, where=sheet)
    assert sheet.parts is not None
    assert [row.kind for row in sheet.parts.rows if row.tick.isChecked()] == [
        PartKind.MARK,
        PartKind.HEADLINE,
        PartKind.BODY,
    ]
    desk.press(Qt.Key.Key_Return, where=sheet)
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.text == f"Warga Tegalasri Panen Padi\nSIARAN PERS\n{LEAD}\n{MORE}"


def test_escape_imports_nothing_and_can_be_taken_back(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path, "panen.txt")
    desk.press(Qt.Key.Key_Escape, where=sheet_of(desk))
    assert is_gone(desk)
    assert desk.program.desk.current is None
    assert desk.status_text() == "“panen.txt” tidak diimpor."
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    desk.wait(lambda: is_shown(desk))


def test_several_files_pass_over_one_sheet(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path, "a.txt", "b.txt", "c.txt")
    sheet = sheet_of(desk)
    desk.wait(lambda: sheet.rest.text() == "Impor semua (3)")
    assert sheet.count.text() == "1 dari 3"
    desk.press(Qt.Key.Key_Return, where=sheet)
    assert sheet_of(desk) is sheet
    assert sheet.count.text() == "2 dari 3"
    desk.press(Qt.Key.Key_Escape, where=sheet)
    assert sheet.count.text() == "3 dari 3"
    assert not sheet.rest.isVisible()
    desk.press(Qt.Key.Key_Return, where=sheet)
    desk.wait(lambda: is_gone(desk))
    assert len(desk.program.desk.releases) == 2


def test_files_that_cannot_be_read_or_need_no_sheet_are_not_counted(
    desk: Sitting, tmp_path: Path
) -> None:
    (tmp_path / "rusak.docx").write_bytes(b"PK\x03\x04 bukan arsip")
    (tmp_path / "bersih.txt").write_text(CLEAN, encoding="utf-8")
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text("\n".join(RELEASE), encoding="utf-8")
    names = ("a.txt", "rusak.docx", "bersih.txt", "z.txt")
    desk.drop(desk.parts.empty_page, *(str(tmp_path / name) for name in names))
    desk.wait(lambda: is_shown(desk) and not desk.program.importing.is_busy)
    assert sheet_of(desk).count.text() == "1 dari 2"
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    assert sheet_of(desk).count.text() == "2 dari 2"
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: is_gone(desk))


def test_other_colours_reach_an_open_sheet_and_its_ticks_stay(
    desk: Sitting, tmp_path: Path
) -> None:
    bring(desk, tmp_path, "panen.txt")
    sheet = sheet_of(desk)
    parts = sheet.parts
    assert parts is not None
    desk.press(Qt.Key.Key_Space, where=sheet)
    before = [row.tick.isChecked() for row in parts.rows]
    light_line = sheet.grab().toImage()
    change_theme(desk, "dark")
    desk.settle()
    assert sheet.parts is parts
    assert [row.tick.isChecked() for row in parts.rows] == before
    bar = parts.rows[0].bar
    shown = bar.grab().toImage().pixelColor(0, 0)
    assert bar.is_taken
    assert shown == Theme.dark().color("fill")
    assert sheet.grab().toImage() != light_line
    desk.press(Qt.Key.Key_Escape, where=sheet)


def test_all_that_wait_come_in_at_once(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path, "a.txt", "b.txt", "c.txt")
    sheet = sheet_of(desk)
    desk.wait(lambda: sheet.rest.text() == "Impor semua (3)")
    desk.click(sheet.rest)
    desk.wait(lambda: is_gone(desk))
    assert [r.document.release().text for r in desk.program.desk.releases] == [COPY] * 3


def test_a_part_made_headline_is_the_only_one(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path, "panen.txt")
    parts = sheet_of(desk).parts
    assert parts is not None
    parts.rows[1].set_kind(PartKind.HEADLINE)
    assert [row.kind for row in parts.rows] == [
        PartKind.LETTERHEAD,
        PartKind.HEADLINE,
        PartKind.BODY,
        PartKind.BODY,
        PartKind.CONTACT,
    ]
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.text == f"SIARAN PERS\nWarga Tegalasri Panen Padi\n\n{LEAD}\n{MORE}"


def test_a_part_can_be_taken_apart(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path, "panen.txt")
    parts = sheet_of(desk).parts
    assert parts is not None
    split = parts.rows[0].menu_button.menu().actions()[-1]
    assert split.text() == "Pisahkan tiap paragraf"
    split.trigger()
    desk.settle()
    assert [row.choice.paragraphs for row in parts.rows[:2]] == [(1,), (2,)]
    parts.rows[1].tick.setChecked(True)
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: desk.program.desk.current is not None)
    assert "KECAMATAN WLINGI" in desk.text
    assert "PEMERINTAH" not in desk.text


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_everything_can_be_reached_and_has_a_name(
    desk: Sitting, tmp_path: Path, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    bring(desk, tmp_path, "panen.txt")
    sheet = sheet_of(desk)
    assert desk.window.rect().size().boundedTo(sheet.size()) == sheet.size()
    assert sheet.windowTitle()
    assert "2 dari 5 bagian" in sheet.accessibleDescription()
    assert sheet.parts is not None
    for tick in sheet.parts.ticks():
        assert tick.accessibleName()
        assert "kemungkinan benar" in tick.accessibleDescription()
    for button in sheet.findChildren(QToolButton):
        assert button.accessibleName()
    corner = sheet.take.mapTo(sheet, QPoint(sheet.take.width(), sheet.take.height()))
    assert sheet.rect().contains(corner)
    desk.press(Qt.Key.Key_Escape, where=sheet)


def test_the_window_can_be_closed_over_an_open_sheet(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path, "panen.txt")
    arrivals = desk.program.finish_parts().arrivals
    desk.close()
    assert arrivals.sheet is None


def test_what_was_left_out_comes_back_by_the_report_in_one_step(
    desk: Sitting, tmp_path: Path
) -> None:
    bring(desk, tmp_path, "panen.txt")
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: desk.program.desk.current is not None)
    desk.program.commands["receipt"].trigger()
    dialog = desk.window.findChild(ReceiptDialog)
    assert dialog is not None
    texts = [text for text, _ in dialog.buttons]
    assert texts == ["\n".join(RELEASE[:2]), "SIARAN PERS", "Narahubung: Rina (0812-0000-0304)"]
    assert all(button.accessibleName() for _, button in dialog.buttons)
    contact = dialog.buttons[2][1]
    desk.click(contact)
    desk.wait(lambda: desk.text == f"{COPY}\n{texts[2]}")
    assert not contact.isEnabled()
    assert contact.text() == "Sudah di naskah"
    assert desk.status_text() == "Bagian dikembalikan ke naskah."
    desk.program.release_controller.undo()
    assert desk.text == COPY
    assert contact.isEnabled()
    desk.press(Qt.Key.Key_Escape, where=dialog)


def test_the_report_is_there_after_a_restart(start: Starter, tmp_path: Path) -> None:
    bring(start(), tmp_path, "panen.txt")
    desk = start.sittings[-1]
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: desk.program.desk.current is not None)
    desk = start()
    desk.program.commands["receipt"].trigger()
    dialog = desk.window.findChild(ReceiptDialog)
    assert dialog is not None
    desk.click(dialog.buttons[0][1])
    desk.wait(lambda: desk.text.split("\n")[1:3] == list(RELEASE[:2]))
    desk.press(Qt.Key.Key_Escape, where=dialog)


def test_a_release_begun_here_has_an_empty_report(desk: Sitting) -> None:
    desk.program.release_controller.begin_release()
    desk.program.commands["receipt"].trigger()
    dialog = desk.window.findChild(ReceiptDialog)
    assert dialog is not None
    assert dialog.buttons == []
    desk.press(Qt.Key.Key_Escape, where=dialog)
