"""The main job by hand: from a faulty release to one that may be published."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_kit import CTRL, Sitting

from bnews_desk.finding import Severity
from bnews_desk.frame.field_states import FieldCondition
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.findings.row_geometry import RowAction
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file

WHATSAPP = (
    "*Warga Panen Kopi*\n\nBLITAR | B-news.id - Warga memanen kopi dipasar Wlingi.\n"
    "Kopi itu _sangat_ harum. (kmfkabblt/sun)\nEditor : Zainul Arifin"
)
WORD_HTML = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal"
    "{font-family:Calibri;color:red}</style></head><body><!--StartFragment-->"
    "<p class=MsoNormal style='color:red'><b>Warga Panen<o:p></o:p></b></p>"
    "<p class=MsoNormal><span style='mso-spacerun:yes'></span></p>"
    "<p class=MsoNormal><span style='font-family:Calibri;color:red'>BLITAR | B-news.id - Warga\n"
    " memanen <b>kopi</b> di Wlingi.<o:p></o:p></span></p>"
    "<p class=MsoNormal>Kopi itu harum. (kmfkabblt/sun)<o:p></o:p></p>"
    "<p class=MsoNormal>Editor : Zainul Arifin<o:p></o:p></p><!--EndFragment--></body></html>"
)


def click_deed(desk: Sitting, row: int, action: RowAction) -> None:
    """Click a button of a row of the panel, by what it does."""
    view, model = desk.parts.findings.list, desk.parts.findings.model
    index = model.index(row)
    view.scrollTo(index)
    desk.settle()
    button = next(b for b in view.itemDelegate().row_layout(index).buttons if b.action is action)
    desk.click(view.viewport(), view.visualRect(index).topLeft() + button.rect.center())
    desk.wait_checked()


def mend_the_rest_by_clicks(desk: Sitting) -> None:
    """One click a finding, or a kind of them, until nothing holds the release back."""
    while (row := desk.finding_row(Severity.ERROR)) >= 0:
        is_open = desk.parts.findings.list.currentIndex().row() == row
        has_others = is_open and desk.parts.findings.model.alike(row)
        click_deed(desk, row, RowAction.ALIKE if has_others else RowAction.FIX)


def test_a_faulty_word_file_becomes_a_publishable_text_in_eight_clicks(
    desk: Sitting, home: Path
) -> None:
    desk.open_sample()
    assert desk.errors() > 5
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: "perbaikan diterapkan" in desk.status_text())
    desk.wait_checked()
    mend_the_rest_by_clicks(desk)
    assert desk.state() == "Siap tayang"
    desk.click(desk.parts.top_bar._export)
    desk.wait(desk.parts.ready_panel.isVisible)
    desk.click(desk.parts.ready_panel._button)
    desk.wait(lambda: "Tersimpan" in desk.status_text())
    assert desk.clicks <= 8
    written = sorted(path.suffix for path in home.iterdir() if path.is_file())
    assert written == [".docx", ".txt"]
    text = next(home.glob("*.txt"))
    imported = read_file(str(text), FrameReader(load_style_sheet()[0]))
    assert imported.release.text == desk.text
    assert "SIARAN PERS" not in desk.text
    assert desk.text.endswith("\nEditor : Zainul Arifin")


def test_lines_of_the_carrier_go_with_one_click_and_come_back_with_one(desk: Sitting) -> None:
    desk.open_sample()
    row = desk.finding_row(Severity.ERROR)
    assert desk.parts.findings.list.currentIndex().row() == row
    before = desk.text
    click_deed(desk, row, RowAction.ALIKE)
    assert desk.status_text() == "3 temuan sejenis diperbaiki."
    gone = [line for line in before.split("\n") if line not in desk.text.split("\n")]
    assert [line.split()[0] for line in gone] == ["SIARAN", "Nomor:", "Narahubung:"]
    desk.click(desk.parts.status._link)
    assert desk.text == before


def test_rapikan_says_as_many_as_its_button_promised(desk: Sitting) -> None:
    desk.open_sample()
    promised = sum(finding.safe_fix is not None for finding in desk.release.findings)
    assert str(promised) in desk.parts.top_bar._tidy.text()
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: "perbaikan diterapkan" in desk.status_text())
    assert desk.status_text().startswith(f"{promised} perbaikan diterapkan")
    assert "yang baru terlihat sesudahnya" in desk.status_text()


def test_whatsapp_text_becomes_a_release_with_headline_and_frame(desk: Sitting) -> None:
    desk.paste(WHATSAPP)
    assert desk.value.headline == "Warga Panen Kopi"
    assert desk.value.paragraphs[1].text.startswith("BLITAR | B-news.id - Warga")
    assert "*" not in desk.text
    assert "_" not in desk.text
    assert desk.parts.frame_panel.rows["source"].field.text() == "kmfkabblt"
    assert [p.text for p in desk.release.findings if p.severity is Severity.ERROR] == ["dipasar"]


def test_copy_from_word_comes_in_clean_and_keeps_bold(desk: Sitting) -> None:
    desk.paste("teks polos", WORD_HTML)
    assert desk.value.headline == "Warga Panen"
    assert "Warga memanen kopi di Wlingi." in desk.text
    bold = [m for m in desk.value.marks if m.kind == "bold"]
    assert [desk.text[m.start : m.end] for m in bold if m.start > len("Warga Panen")] == ["kopi"]
    assert "\n\n" not in desk.text


def test_an_empty_clipboard_says_what_to_do_and_makes_no_release(desk: Sitting) -> None:
    QApplication.clipboard().clear()
    desk.press(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.program.desk.current is None
    assert desk.status_text() == "Papan klip tidak berisi teks; salin rilisnya dahulu."


def test_a_wrong_weekday_is_found_and_mended_by_keyboard_alone(desk: Sitting) -> None:
    desk.open_own()
    assert desk.errors() == 1
    desk.press(Qt.Key.Key_F8)
    assert desk.parts.page.selected_text() == "Kamis (13/11/2024)"
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_Return)
    desk.wait_checked()
    assert "pada Rabu (13/11/2024)" in desk.text
    assert not desk.parts.page.selected_text()  # what is typed next must not replace the date
    assert desk.state() == "Siap tayang"
    desk.press(Qt.Key.Key_Escape)
    assert desk.parts.page.hasFocus()
    assert desk.clicks == 0


def test_the_card_mends_it_too_and_gives_the_text_back(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_Period, CTRL)
    assert desk.program.card.isVisible()
    assert desk.program.card.hasFocus()
    desk.press(Qt.Key.Key_2)
    desk.wait_checked()
    assert "Kamis (14/11/2024)" in desk.text
    assert not desk.program.card.isVisible()
    assert desk.parts.page.hasFocus()


def test_f8_goes_round_and_shift_f8_goes_back(desk: Sitting) -> None:
    desk.open_sample()
    desk.press(Qt.Key.Key_F8)
    first = desk.parts.page.selection()
    desk.press(Qt.Key.Key_F8)
    assert desk.parts.page.selection().start > first.start
    desk.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert desk.parts.page.selection() == first
    for _ in desk.release.findings:
        desk.press(Qt.Key.Key_F8)
    assert desk.parts.page.selection() == first


def test_f8_without_findings_says_so(desk: Sitting) -> None:
    desk.paste("Tenang.")
    while desk.release.findings:
        desk.release.ignore_everywhere(desk.release.findings[0])
    desk.press(Qt.Key.Key_F8)
    assert desk.status_text() == "Tidak ada temuan."


def test_enter_after_f8_opens_the_finding_and_deletes_no_words(desk: Sitting) -> None:
    desk.open_own()
    before = desk.text
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_Return)
    assert desk.text == before
    assert desk.program.card.isVisible()
    assert desk.program.card.hasFocus()
    desk.press(Qt.Key.Key_Return)
    desk.wait_checked()
    assert "pada Rabu (13/11/2024)" in desk.text
    assert desk.parts.page.hasFocus()
    assert desk.clicks == 0


def test_enter_elsewhere_still_begins_a_paragraph(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_F8)
    desk.place_caret(desk.text.index("Panen itu"))
    desk.press(Qt.Key.Key_Return)
    assert "\n\nPanen itu" in desk.text
    at = desk.text.index("perangkat")
    desk.place_caret(at, at + 9)
    desk.press(Qt.Key.Key_Return)
    assert "dihadiri \n desa." in desk.text


def test_what_is_typed_over_a_finding_still_takes_its_place(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_F8)
    desk.type("kemarin")
    assert "pada kemarin." in desk.text


def test_kelengkapan_and_temuan_agree_about_what_has_only_been_begun(desk: Sitting) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.place_caret(1)
    desk.type("Warga memanen kopi di kebun desa.")
    desk.wait_checked()
    rules = {p.rule for p in desk.release.findings}
    assert rules.isdisjoint({"source-tag-missing", "credit-missing", "dateline-missing"})
    conditions = {row.state.condition for row in desk.parts.frame_panel.rows.values()}
    assert conditions == {FieldCondition.OPEN}
    assert desk.state().startswith("Belum siap tayang")
    desk.type(" Hasil panen itu dijual di pasar" * 4)
    desk.wait_checked()
    rules = {p.rule for p in desk.release.findings}
    assert rules >= {"dateline-missing", "credit-missing"}
    conditions = {row.state.condition for row in desk.parts.frame_panel.rows.values()}
    assert conditions == {FieldCondition.MISSING}
