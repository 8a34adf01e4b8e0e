"""Siap tayang in the window: it tells the truth after each change, and exports it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from window_kit import CTRL, Sitting, Starter

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.publish.ready_panel import ExportButton
from bnews_desk.gui.shared.widgets.fold import FoldButton
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file
from bnews_desk.rules.readiness import ItemState
from bnews_desk.text_form import text_form


def line(desk: Sitting, kind: str) -> ItemState:
    desk.settle()
    return next(i.state for i in desk.parts.ready_panel.checklist.items if i.kind == kind)


def box(desk: Sitting, name: str) -> QCheckBox:
    boxes = desk.parts.ready_panel.findChildren(QCheckBox)
    return next(box for box in boxes if box.accessibleName() == name)


def fields(desk: Sitting) -> dict[str, QLineEdit]:
    """The fields of Siap tayang by their names."""
    return {f.accessibleName(): f for f in desk.parts.ready_panel.findChildren(QLineEdit)}


def tick(desk: Sitting, name: str) -> None:
    """Click a tick box at its tick."""
    found = box(desk, name)
    desk.click(found, QPoint(12, found.height() // 2))


@pytest.fixture
def ready(desk: Sitting) -> Sitting:
    """A release without errors, and Siap tayang beside it."""
    desk.open_own()
    desk.click_fix(desk.finding_row())
    desk.check_facts()
    desk.press(Qt.Key.Key_E, CTRL)
    return desk


def test_the_state_at_the_bottom_opens_the_checklist(desk: Sitting) -> None:
    desk.open_own()
    desk.click(desk.parts.status._state)
    assert desk.parts.ready_panel.isVisible()
    assert line(desk, "findings") is ItemState.HELD
    desk.press(Qt.Key.Key_E, CTRL)
    assert not desk.parts.ready_panel.isVisible()
    assert desk.parts.page.hasFocus()


def test_the_checklist_follows_every_change(ready: Sitting) -> None:
    assert line(ready, "findings") is not ItemState.HELD
    assert line(ready, "frame") is ItemState.READY
    at = ready.text.index("Editor :")
    ready.place_caret(at - 1, len(ready.text))
    ready.press(Qt.Key.Key_Backspace)
    ready.wait_checked()
    assert line(ready, "frame") is ItemState.HELD
    ready.press(Qt.Key.Key_Z, CTRL)
    ready.wait_checked()
    assert line(ready, "frame") is ItemState.READY
    details = ready.value.details
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    ready.release.document.set_details(details._replace(embargo=tomorrow))
    assert line(ready, "embargo") is ItemState.HELD
    ready.release.document.set_details(details._replace(publication_date=date(2024, 11, 13)))
    assert line(ready, "embargo") is ItemState.READY
    assert line(ready, "details") is ItemState.READY


def test_the_bottom_says_the_same_as_the_checklist(ready: Sitting) -> None:
    assert ready.state() == "Siap tayang"
    at = ready.text.index("Editor :")
    ready.place_caret(at - 1, len(ready.text))
    ready.press(Qt.Key.Key_Backspace)
    ready.wait_checked()
    assert ready.state().startswith("Belum siap tayang")
    ready.press(Qt.Key.Key_Z, CTRL)
    ready.wait_checked()
    assert ready.state() == "Siap tayang"
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    details = ready.value.details._replace(embargo=tomorrow)
    ready.release.document.set_details(details)
    ready.settle()
    assert ready.state().startswith("Belum siap tayang")


def test_a_line_leads_to_its_cause(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_E, CTRL)
    button = next(b for b in desk.parts.ready_panel._buttons if b.item.kind == "findings")
    desk.click(button)
    assert desk.parts.page.selection().start == desk.finding("date-weekday-mismatch").start
    card = desk.program.release_controller.display.card
    assert card.isVisible()
    desk.press(Qt.Key.Key_1)  # goes to the card, not into the copy
    desk.wait_checked()
    assert line(desk, "findings") is not ItemState.HELD
    assert desk.parts.page.hasFocus()


def test_a_missing_date_leads_to_its_field_also_in_a_low_window(ready: Sitting) -> None:
    ready.window.resize(911, 512)
    ready.settle()  # the lines of the checklist have moved closer by then
    button = next(b for b in ready.parts.ready_panel._buttons if b.item.kind == "details")
    ready.click(button)
    field = ready.parts.frame_panel.details.date
    assert field.hasFocus()
    panel = ready.parts.frame_panel
    ready.wait(lambda: panel.rect().contains(field.mapTo(panel, field.rect().center())))
    ready.type("14/11/2024")
    ready.press(Qt.Key.Key_Tab)
    assert ready.value.details.publication_date == date(2024, 11, 14)


def test_word_file_and_text_hold_what_is_on_the_page(ready: Sitting, home: Path) -> None:
    at = ready.text.index("kopi")
    ready.place_caret(at, at + 4)
    ready.press(Qt.Key.Key_B, CTRL)
    ready.wait_checked()
    ready.click(ready.parts.ready_panel._button)
    ready.wait(lambda: "Tersimpan: " in ready.status_text())
    reader = FrameReader(load_style_sheet()[0])
    docx, txt = (next(home.glob(f"*.{ending}")) for ending in ("docx", "txt"))
    assert docx.stem == txt.stem
    assert txt.read_bytes().decode() == text_form(ready.value)
    assert read_file(str(txt), reader).release.text == ready.text
    read = read_file(str(docx), reader).release
    assert read.text == ready.text
    assert read.marks == ready.value.marks


def test_after_the_export_the_next_step_is_the_address(ready: Sitting) -> None:
    button = next(iter(ready.parts.ready_panel.findChildren(ExportButton)))
    assert button.text() == "Ekspor dan tandai Tayang"
    ready.press(Qt.Key.Key_Return, CTRL)
    ready.wait(lambda: button.text() == "Ekspor lagi")
    field = ready.parts.frame_panel.details.address.field
    ready.wait(field.isEnabled)
    ready.click(ready.button(ready.parts.ready_panel, "alamat terbit"))
    assert field.hasFocus()
    ready.type("https://contoh.id/kopi")
    ready.press(Qt.Key.Key_Return)
    ready.wait(lambda: ready.status_text() == "Alamat terbit dicatat.")
    ready.press(Qt.Key.Key_Escape)
    ready.type("x")
    ready.press(Qt.Key.Key_E, CTRL)
    ready.wait_checked()
    assert button.text() != "Ekspor lagi"


def test_text_and_html_go_to_the_clipboard(ready: Sitting, home: Path) -> None:
    for name in ("Word DOCX", "Teks polos TXT", "Papan klip"):
        tick(ready, name)
    choice = ready.parts.ready_panel.findChild(QComboBox)
    choice.setFocus()
    ready.press(Qt.Key.Key_Down)
    ready.click(ready.parts.ready_panel._button)
    ready.wait(lambda: "papan klip" in ready.status_text())
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().rstrip("\n") == text_form(ready.value)
    assert "<p>" in data.html()
    assert list(home.iterdir()) == []


def test_the_choices_are_there_again_after_a_restart(start: Starter) -> None:
    desk = start()
    desk.open_own()
    desk.press(Qt.Key.Key_E, CTRL)
    tick(desk, "Word DOCX")
    again = start()
    again.wait_checked()
    again.press(Qt.Key.Key_E, CTRL)
    assert not box(again, "Word DOCX").isChecked()
    assert box(again, "Teks polos TXT").isChecked()


def test_the_clipboard_choice_is_there_again_after_a_restart(start: Starter) -> None:
    desk = start()
    desk.open_own()
    desk.press(Qt.Key.Key_E, CTRL)
    tick(desk, "Papan klip")
    again = start()
    again.wait_checked()
    again.press(Qt.Key.Key_E, CTRL)
    assert box(again, "Papan klip").isChecked()


def test_other_forms_and_the_pattern_are_there_again_after_a_restart(start: Starter) -> None:
    desk = start()
    desk.open_own()
    desk.press(Qt.Key.Key_E, CTRL)
    fold = desk.parts.ready_panel.findChild(FoldButton)
    fold.click()
    box(desk, "OpenDocument ODT").click()
    pattern = fields(desk)["Pola nama berkas"]
    pattern.setFocus()
    pattern.selectAll()
    desk.type("{kode} {judul}")
    again = start()
    again.wait_checked()
    again.press(Qt.Key.Key_E, CTRL)
    assert again.parts.ready_panel.findChild(FoldButton).text() == "Bentuk lain: ODT"
    assert fields(again)["Pola nama berkas"].text() == "{kode} {judul}"
    assert fields(again)["Nama"].text().startswith("kmfkabblt ")


def test_esc_in_the_checklist_leads_back_to_the_text(ready: Sitting) -> None:
    ready.parts.ready_panel.focus_first()
    ready.press(Qt.Key.Key_Escape)
    assert ready.parts.page.hasFocus()


def test_a_release_that_comes_in_is_edited_first(ready: Sitting) -> None:
    ready.paste("Warga Panen Kakao\n\nBLITAR | B-news.id - Warga memanen kakao.")
    assert not ready.parts.ready_panel.isVisible()
    assert ready.parts.findings.isVisible()
    assert ready.parts.top_bar._export.property("state") != "open"
    ready.press(Qt.Key.Key_E, CTRL)
    ready.press(Qt.Key.Key_Tab, CTRL)
    assert ready.parts.ready_panel.isVisible()  # going from one to the other leaves it as it is


def test_the_last_tab_closed_leaves_the_checklist_and_its_button_at_rest(ready: Sitting) -> None:
    ready.press(Qt.Key.Key_W, CTRL)
    assert not ready.parts.ready_panel.isVisible()
    assert ready.parts.top_bar._export.property("state") != "open"
    ready.open_own()
    ready.click(ready.parts.top_bar._export)
    assert ready.parts.ready_panel.isVisible()


def test_beside_the_checklist_its_own_button_is_the_only_filled_one(desk: Sitting) -> None:
    desk.open_sample()
    assert desk.parts.top_bar._tidy.property("look") == "filled"
    desk.press(Qt.Key.Key_E, CTRL)
    assert desk.parts.top_bar._tidy.property("look") != "filled"
    desk.press(Qt.Key.Key_E, CTRL)
    assert desk.parts.top_bar._tidy.property("look") == "filled"


def test_a_click_anywhere_in_a_row_ticks_it(ready: Sitting) -> None:
    for name in ("Word DOCX", "Papan klip", "Diperiksa oleh Zainul Arifin"):
        found = box(ready, name)
        row = found.parentWidget()
        before = found.isChecked()
        for left in (row.width() - 30, row.width() // 2):
            if row.childAt(left, row.height() // 2) is ready.parts.ready_panel.findChild(QComboBox):
                continue  # the form on the clipboard is chosen there
            ready.click(row, QPoint(left, row.height() // 2))
            assert found.isChecked() is not before
            before = found.isChecked()


def test_what_a_field_of_the_frame_writes_can_be_undone_where_it_is_said(desk: Sitting) -> None:
    desk.open_own()
    before = desk.text
    place = desk.parts.frame_panel.rows["place"].field
    desk.click(place)
    place.selectAll()
    desk.type("kediri")
    desk.press(Qt.Key.Key_Return)
    assert desk.text != before
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    assert desk.text == before
