"""Kelengkapan by hand and by keyboard: fields into text, text into fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bnews_desk.frame.field_states import FieldCondition
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.check_service import CheckResult
from bnews_desk.gui.frame.frame_panel import FramePanel
from bnews_desk.gui.shared.theme import Theme, send_theme_change
from bnews_desk.house import newsroom_sheet
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Details, Release

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HOUSE = load_style_sheet()[0]
NOW = datetime(2024, 11, 13, 8, 0)
LONG = (
    "Pemerintah Kabupaten Blitar menyalurkan bantuan benih jagung kepada dua belas kelompok tani"
    " di Kecamatan Wates menjelang musim tanam kedua tahun ini."
)
WHOLE = (
    f"Benih Jagung Dibagikan\nBLITAR | B-news.id - {LONG}\nPetani senang.\n"
    "Baca juga: Pasar Wlingi Dibuka\nPanen tiba.\nHarga stabil.\nGudang penuh. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)
FAULTY = (WHOLE.replace("BLITAR |", "BLIATR |").replace("kmfkabblt/sun", "kmfkabbl/snu")).replace(
    "Arifin", "Arifn"
)
BARE = f"Benih Jagung Dibagikan\n{LONG}\nPetani senang."


@pytest.fixture
def theme() -> Theme:
    return Theme.light()


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Iterator[FramePanel]:
    panel = FramePanel(theme, HOUSE, now=lambda: NOW)
    qtbot.addWidget(panel)
    panel.resize(324, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    yield panel
    panel.show_release(None)


def opened(panel: FramePanel, text: str, details: Details | None = None) -> OpenRelease:
    release = OpenRelease("kunci", Release(text, details=details or Details()), parent=panel)
    check(release)
    panel.show_release(release)
    return release


def check(release: OpenRelease) -> None:
    value = release.document.release()
    frame = FrameReader(HOUSE).read(value.text)
    assert release.take_check_result(
        CheckResult("kunci", release.document.revision, value, frame, ())
    )


def text_of(release: OpenRelease) -> str:
    return release.document.release().text


def values(panel: FramePanel) -> list[str]:
    return [row.field.text() for row in panel.rows.values()]


def conditions(panel: FramePanel) -> list[FieldCondition]:
    return [row.mark.condition for row in panel.rows.values()]


def write(qtbot: QtBot, field: QLineEdit, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    if field.completer():
        field.completer().popup().hide()
    qtbot.keyClick(field, key)


def links(panel: FramePanel, name: str) -> list[QPushButton]:
    return [link for link in panel.rows[name].links if link.isVisible()]  # type: ignore[index]


def test_the_fields_show_what_the_text_says(panel: FramePanel) -> None:
    opened(panel, WHOLE)
    assert values(panel) == ["BLITAR", "kmfkabblt", "sun", "Zainul Arifin"]
    assert conditions(panel) == [FieldCondition.FOUND] * 4
    assert not any(links(panel, name) for name in panel.rows)
    assert panel.related.count.text() == "1 baris"


def test_the_fields_follow_the_text_after_each_check(panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    at = text_of(release).index("BLITAR")
    cursor = release.document.cursor(at, at + 6)
    cursor.insertText("KEDIRI")
    assert values(panel)[0] == "BLITAR"
    check(release)
    assert values(panel)[0] == "KEDIRI"


@pytest.mark.parametrize(
    ("name", "typed", "old", "new"),
    [
        ("place", "kediri", "BLITAR |", "KEDIRI |"),
        ("source", "Humasblt", "(kmfkabblt/sun)", "(humasblt/sun)"),
        ("initials", "sun rtp", "(kmfkabblt/sun)", "(kmfkabblt/sun/rtp)"),
        ("editor", "Retno Palupi", "Zainul Arifin", "Retno Palupi"),
    ],
)
def test_a_field_writes_its_part_as_one_undo_step(
    qtbot: QtBot, panel: FramePanel, name: str, typed: str, old: str, new: str
) -> None:
    release = opened(panel, WHOLE)
    said: list[str] = []
    panel.written.connect(said.append)
    write(qtbot, panel.rows[name].field, typed)  # type: ignore[index]
    assert text_of(release) == WHOLE.replace(old, new)
    assert len(said) == 1
    release.document.document.undo()
    assert text_of(release) == WHOLE
    check(release)
    assert values(panel) == ["BLITAR", "kmfkabblt", "sun", "Zainul Arifin"]


def test_leaving_a_field_by_tab_writes_it(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    write(qtbot, panel.rows["place"].field, "Tuban", Qt.Key.Key_Tab)
    assert "\nTUBAN | B-news.id - " in text_of(release)
    assert panel.rows["source"].field.hasFocus()


def test_leaving_a_field_untouched_changes_nothing(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE.replace("BLITAR |", "Blitar |"))
    revision = release.document.revision
    panel.rows["place"].field.setFocus()
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert release.document.revision == revision


def test_missing_parts_are_added_by_one_click_each(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, BARE)
    assert conditions(panel) == [FieldCondition.MISSING] * 4
    height = panel.related.y()
    for name in ("place", "source", "editor"):
        qtbot.mouseClick(links(panel, name)[0], Qt.MouseButton.LeftButton)
    assert text_of(release) == (
        f"Benih Jagung Dibagikan\nBLITAR | B-news.id - {LONG}\n"
        "Petani senang. (kmfkabblt/sun)\nEditor : Zainul Arifin"
    )
    assert conditions(panel) == [FieldCondition.FOUND] * 4
    assert panel.related.y() == height
    for _ in range(3):
        release.document.document.undo()
    assert text_of(release) == BARE


def test_an_unknown_code_is_replaced_by_its_near_one(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, FAULTY)
    assert conditions(panel) == [FieldCondition.DOUBTFUL] * 4
    for name, label in (
        ("place", "Ganti ke BLITAR"),
        ("source", "Ganti ke kmfkabblt"),
        ("initials", "Ganti ke sun"),
        ("editor", "Ganti ke Zainul Arifin"),
    ):
        link = links(panel, name)[0]
        assert link.text() == label
        link.setFocus()
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert text_of(release) == WHOLE


def test_an_unknown_code_is_listed_and_has_its_tick(
    qtbot: QtBot, panel: FramePanel, tmp_path: object
) -> None:
    opened(panel, FAULTY)
    path = newsroom_sheet.ensure_newsroom_sheet(str(tmp_path))
    with qtbot.waitSignal(panel.register_wanted) as wanted:
        qtbot.mouseClick(links(panel, "source")[1], Qt.MouseButton.LeftButton)
    assert wanted.args == ["source", "kmfkabbl"]
    panel.set_house(newsroom_sheet.add_source(path, "kmfkabbl"))
    assert panel.rows["source"].mark.condition is FieldCondition.FOUND
    assert panel.rows["place"].mark.condition is FieldCondition.DOUBTFUL


def test_an_odd_form_is_written_anew(qtbot: QtBot, panel: FramePanel) -> None:
    odd = WHOLE.replace("BLITAR | B-news.id - ", "Blitar, B-news.id – ")
    odd = odd.replace("Editor : Zainul", "EDITOR: Zainul").replace("(kmfkabblt/sun)", "")
    odd = odd.replace("Panen tiba.", "Panen tiba. (kmfkabblt/sun)").replace("penuh. ", "penuh.")
    release = opened(panel, odd)
    for name in ("place", "source", "editor"):
        qtbot.mouseClick(links(panel, name)[0], Qt.MouseButton.LeftButton)
    assert text_of(release) == WHOLE


def test_half_a_tag_waits_for_the_other_half(qtbot: QtBot, panel: FramePanel) -> None:
    tag = replace(HOUSE.source_tag, initials={"sun": "", "rtp": ""})
    panel.set_house(replace(HOUSE, source_tag=tag))
    release = opened(panel, BARE)
    write(qtbot, panel.rows["source"].field, "kmfkabblt")
    assert text_of(release) == BARE
    assert values(panel)[1:3] == ["kmfkabblt", ""]
    write(qtbot, panel.rows["initials"].field, "rtp")
    assert text_of(release) == BARE + " (kmfkabblt/rtp)"


def test_an_emptied_field_takes_its_part_out(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    write(qtbot, panel.rows["editor"].field, "")
    assert text_of(release) == WHOLE.replace("\nEditor : Zainul Arifin", "")
    write(qtbot, panel.rows["source"].field, "")
    assert "(kmfkabblt" not in text_of(release)
    assert values(panel)[2] == "sun"


def test_escape_gives_the_former_value_back_and_returns_to_the_text(
    qtbot: QtBot, panel: FramePanel
) -> None:
    release = opened(panel, WHOLE)
    field = panel.rows["place"].field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_X)
    panel.rows["place"].field.completer().popup().hide()
    with qtbot.waitSignal(panel.escape_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "BLITAR"
    assert text_of(release) == WHOLE


def test_a_check_does_not_overwrite_what_is_being_typed(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    field = panel.rows["editor"].field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "Ret")
    check(release)
    assert field.text() == "Ret"


def test_down_opens_the_register_and_enter_takes_an_entry(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    field = panel.rows["place"].field
    qtbot.keyClick(field, Qt.Key.Key_Down)
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert "\nBAKUNG | B-news.id - " in text_of(release)


def test_the_register_is_found_by_the_name_of_an_office(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, BARE)
    field = panel.rows["source"].field
    field.setFocus()
    qtbot.keyClicks(field, "kominfo")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert text_of(release) == BARE + " (kmfkabblt/sun)"


def test_a_related_line_is_added_moved_and_deleted(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    qtbot.mouseClick(panel.related.add, Qt.MouseButton.LeftButton)
    popup = panel.related.popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClicks(popup.field, "Jalan Garum Mulus")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert "\nPanen tiba.\nBaca juga: Jalan Garum Mulus\nHarga" in text_of(release)
    assert panel.related.count.text() == "2 baris"
    qtbot.mouseClick(panel.related.count, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.related.line(1)["down"], Qt.MouseButton.LeftButton)
    assert "\nHarga stabil.\nBaca juga: Jalan Garum Mulus\nGudang" in text_of(release)
    qtbot.mouseClick(panel.related.line(0)["delete"], Qt.MouseButton.LeftButton)
    assert "Pasar Wlingi" not in text_of(release)
    for _ in range(3):
        release.document.document.undo()
    assert text_of(release) == WHOLE


def test_the_details_go_into_the_release_with_every_key(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    qtbot.mouseClick(panel.fold, Qt.MouseButton.LeftButton)
    form = panel.details
    qtbot.waitUntil(form.isVisible)
    qtbot.keyClicks(form.date, "14 November 2024")
    qtbot.keyClicks(form.writer, "Sunarti")
    qtbot.keyClicks(form.category, "Pertanian")
    qtbot.keyClicks(form.tags, "benih, jagung ,benih")
    qtbot.keyClicks(form.page_title, "Benih Jagung Blitar")
    qtbot.keyClicks(form.description, "Dua belas kelompok.")
    qtbot.keyClicks(form.embargo, "14/11/2024")
    qtbot.keyClicks(form.embargo_time, "10.30")
    qtbot.keyClick(form.advertorial, Qt.Key.Key_Space)
    assert release.document.release().details == Details(
        publication_date=date(2024, 11, 14),
        writer="Sunarti",
        category="Pertanian",
        tags=("benih", "jagung"),
        page_title="Benih Jagung Blitar",
        description="Dua belas kelompok.",
        embargo=datetime(2024, 11, 14, 10, 30),
        advertorial=True,
    )
    assert panel.strip.isVisible()
    assert panel.strip.label.text() == "Embargo sampai Kamis (14/11/2024) pukul 10.30"


def test_a_slug_follows_the_headline_until_somebody_writes_one(
    qtbot: QtBot, panel: FramePanel
) -> None:
    release = opened(panel, WHOLE)
    panel.fold.click()
    slug = panel.details.slug
    assert slug.text() == "benih-jagung-dibagikan"
    write(qtbot, slug, "Benih Kita")
    assert release.document.release().details.slug == "benih-kita"
    assert slug.text() == "benih-kita"
    write(qtbot, slug, "")
    assert release.document.release().details.slug == ""
    assert slug.text() == "benih-jagung-dibagikan"
    panel.rows["place"].field.setFocus()
    release.document.cursor(0, 5).insertText("Bibit")
    check(release)
    assert slug.text() == "bibit-jagung-dibagikan"


def test_a_date_that_is_none_is_told_and_not_taken(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE, Details(publication_date=date(2024, 11, 14)))
    panel.fold.click()
    form = panel.details
    assert form.date.text() == "14/11/2024"
    form.date.setFocus()
    form.date.selectAll()
    qtbot.keyClicks(form.date, "31/02/2024")
    qtbot.keyClick(form.date, Qt.Key.Key_Tab)
    assert form.date.text() == "31/02/2024"
    assert "tidak dikenali" in form.date.accessibleDescription()
    assert release.document.release().details.publication_date == date(2024, 11, 14)


def test_a_short_date_is_understood_when_its_field_is_left(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    panel.fold.click()
    form = panel.details
    form.date.setFocus()
    qtbot.keyClicks(form.date, "20/1")
    assert release.document.release().details.publication_date is None
    qtbot.keyClicks(form.date, "1")
    qtbot.keyClick(form.date, Qt.Key.Key_Tab)
    assert form.date.text() == "20/11/2024"
    assert form.date.accessibleDescription() == ""
    assert release.document.release().details.publication_date == date(2024, 11, 20)
    form.embargo.setFocus()
    qtbot.keyClicks(form.embargo, "besok")
    qtbot.keyClick(form.embargo, Qt.Key.Key_Tab)
    assert release.document.release().details.embargo == datetime(2024, 11, 14)


def test_today_is_one_click_away_while_there_is_no_date(qtbot: QtBot, panel: FramePanel) -> None:
    release = opened(panel, WHOLE)
    panel.fold.click()
    qtbot.mouseClick(panel.details.today_link, Qt.MouseButton.LeftButton)
    assert release.document.release().details.publication_date == NOW.date()
    assert panel.details.date.text() == "13/11/2024"
    assert not panel.details.today_link.isVisible()
    panel.details.date.selectAll()
    qtbot.keyClick(panel.details.date, Qt.Key.Key_Delete)
    assert release.document.release().details.publication_date is None
    assert panel.details.today_link.isVisible()


def test_another_release_is_shown_from_its_top_with_its_details_folded(panel: FramePanel) -> None:
    panel.resize(324, 240)
    opened(panel, WHOLE)
    panel.go_to("date")
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    opened(panel, BARE)
    assert not panel.details.isVisible()
    assert bar.value() == 0


def test_the_frames_way_leads_to_the_first_field_that_lacks_something(panel: FramePanel) -> None:
    opened(panel, WHOLE.replace(" (kmfkabblt/sun)", ""))
    panel.go_to("frame")
    assert panel.rows["source"].field.hasFocus()
    opened(panel, WHOLE)
    panel.go_to("frame")
    assert panel.related.add.hasFocus()


def test_the_sheet_for_a_title_opens_below_its_section_wherever_the_panel_is_scrolled(
    panel: FramePanel,
) -> None:
    panel.resize(324, 240)
    opened(panel, WHOLE)
    panel.go_to("date")
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    panel.related.ask()
    add = panel.related.add
    assert panel.rect().contains(add.mapTo(panel, add.rect().center()))
    panel.related.popup.close()


def test_too_long_a_page_title_is_told_in_words(qtbot: QtBot, panel: FramePanel) -> None:
    opened(panel, WHOLE, Details(page_title="x" * 61))
    panel.fold.click()
    assert "ringkaskan" in panel.details.page_title.accessibleDescription()


def test_the_strip_goes_when_the_embargo_has_passed(panel: FramePanel) -> None:
    opened(panel, WHOLE, Details(embargo=datetime(2024, 11, 13, 7, 59)))
    assert not panel.strip.isVisible()
    opened(panel, WHOLE, Details(embargo=datetime(2024, 11, 13, 8, 1)))
    assert panel.strip.isVisible()


def test_another_tab_shows_its_own_release(qtbot: QtBot, panel: FramePanel) -> None:
    first = opened(panel, WHOLE, Details(writer="Sunarti"))
    panel.fold.click()
    panel.details.writer.setFocus()
    qtbot.keyClick(panel.details.writer, Qt.Key.Key_End)
    qtbot.keyClicks(panel.details.writer, " W")
    opened(panel, BARE)
    assert values(panel) == ["", "", "", ""]
    assert panel.details.writer.text() == ""
    assert first.document.release().details.writer == "Sunarti W"
    panel.show_release(None)
    assert not panel.isEnabled()


def test_the_keyboard_walks_from_top_to_bottom(qtbot: QtBot, panel: FramePanel) -> None:
    panel.resize(400, 800)  # every offer has room, however wide the letters
    opened(panel, FAULTY)
    panel.rows["place"].field.setFocus()
    seen: list[str] = []
    for _ in range(14):
        focus = QApplication.focusWidget()
        seen.append(focus.accessibleName() or focus.text())  # type: ignore[attr-defined]
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == [
        "Tempat", "Tempat: Ganti ke BLITAR", "Tempat: Tambahkan ke daftar",
        "Sumber", "Sumber: Ganti ke kmfkabblt", "Sumber: Tambahkan ke daftar",
        "Inisial", "Inisial: Ganti ke sun", "Inisial: Tambahkan ke daftar",
        "Editor", "Editor: Ganti ke Zainul Arifin", "Editor: Tambahkan ke daftar",
        "Baca juga: 1 baris", "Tambah baris baca juga",
    ]  # fmt: skip


def test_every_control_has_a_name_and_the_fields_their_reason(panel: FramePanel) -> None:
    opened(panel, FAULTY)
    panel.fold.click()
    panel.related.count.click()
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            told = QAccessible.queryAccessibleInterface(widget)
            assert told.text(QAccessible.Text.Name), widget
    source = panel.rows["source"].field
    assert "Perlu dicek" in source.accessibleDescription()
    assert "“kmfkabbl” tidak terdaftar" in source.accessibleDescription()
    assert source.toolTip() in source.accessibleDescription()


def test_the_panel_keeps_its_height_whatever_it_says(panel: FramePanel) -> None:
    heights = set()
    for text in (WHOLE, FAULTY, BARE, "\n"):
        opened(panel, text)
        heights.add(panel.sizeHint().height())
    assert len(heights) == 1


def test_it_takes_dark_colours_while_it_is_shown(panel: FramePanel, theme: Theme) -> None:
    opened(panel, FAULTY)
    light = panel.grab().toImage()
    theme.set_colours(is_dark=True)
    send_theme_change()
    dark = panel.grab().toImage()
    assert dark.pixelColor(2, 2) == Theme.dark().color("side")
    assert light.pixelColor(2, 2) == Theme.light().color("side")
