"""Baca juga from the archive: offered, put in with one click, held against it, linked."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_archive_kit import another_desk, copy, record
from window_kit import CTRL, SHIFT, Sitting

from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.archive_values import NOT_RELATED, DismissedProposal
from bnews_desk.gui.related.title_popup import TitlePopup
from bnews_desk.release import Details

ADDRESS = "https://b-news.id/panen-kopi-krisik"
EARLIER = (
    ("krisik", "Petani Kopi Krisik Bangun Rumah Jemur", "Petani kopi membangun rumah jemur."),
    ("wlingi", "Harga Kopi di Pasar Wlingi Naik", "Harga biji kopi di Pasar Wlingi naik."),
    ("catur", "Pelajar Garum Juarai Lomba Catur", "Lomba catur diikuti pelajar Garum."),
)
AT_HAND = (
    "Warga Sumberagung Panen Kopi\n\n"
    "BLITAR | B-news.id - Warga Desa Sumberagung memanen kopi pada Rabu (13/11/2024).\n"
    "Petani kopi menjual hasilnya di Pasar Wlingi.\n"
    "Biji kopi dikeringkan di rumah jemur.\n"
    "Panen itu dihadiri perangkat desa. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)


@pytest.fixture
def asleep(desk: Sitting) -> Sitting:
    """A window whose archive has something in it and is not open yet."""
    with another_desk() as archive:
        for key, headline, body in EARLIER:
            record = archive.add(key, copy(headline, body))
            if key == "krisik":
                details = Details(publication_date=date(2024, 11, 2))
                release = record.release._replace(details=details)
                record = record._replace(release=release, status="tayang", address=ADDRESS)
                archive.save(record)
    return desk


@pytest.fixture
def filled(asleep: Sitting) -> Sitting:
    asleep.program.archive.begin()
    return asleep


def ask(desk: Sitting) -> TitlePopup:
    """Click *Tambah…*."""
    related = desk.parts.frame_panel.related
    desk.click(related.add)
    desk.wait(related.popup.isVisible)
    return related.popup


def offered(popup: TitlePopup) -> list[str]:
    return [row.offer.headline for row in popup.rows]


def rules(desk: Sitting) -> list[str]:
    return [finding.rule for finding in desk.release.findings]


def test_a_click_puts_the_best_offer_in_with_its_link_as_one_step(filled: Sitting) -> None:
    filled.paste(AT_HAND)
    before = filled.value
    popup = ask(filled)
    filled.wait(lambda: offered(popup) == [EARLIER[0][1], EARLIER[1][1]])
    assert popup.rows[0].offer.about == "02/11/2024 · tayang"
    head, below = popup.head, popup.unpublished_head
    assert (head.text(), below.text()) == ("Usulan dari arsip", "Belum tayang")
    assert head.isVisible()
    assert popup.rows[0].y() < below.y() < popup.rows[1].y()
    filled.click(popup.rows[0].button)
    assert not popup.isVisible()
    line = filled.text.split("\n")[3]
    assert line == f"Baca juga: {EARLIER[0][1]}"
    (mark,) = filled.value.marks
    assert (filled.text[mark.start : mark.end], mark.target) == (EARLIER[0][1], ADDRESS)
    filled.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert filled.value == before


def test_what_is_in_already_is_not_offered_again(filled: Sitting) -> None:
    filled.paste(AT_HAND)
    popup = ask(filled)
    filled.wait(lambda: len(popup.rows) == 2)
    filled.click(popup.rows[0].button)
    popup = ask(filled)
    filled.wait(lambda: offered(popup) == [EARLIER[1][1]])


def test_typing_looks_for_headlines_and_the_keyboard_is_enough(filled: Sitting) -> None:
    filled.paste(AT_HAND)
    popup = ask(filled)
    filled.type("cat garu")
    filled.wait(lambda: offered(popup) == [EARLIER[2][1]])
    assert popup.rows[0].dismiss is None
    filled.press(Qt.Key.Key_Down, where=popup)
    assert popup.rows[0].button.hasFocus()
    filled.press(Qt.Key.Key_Space, where=popup)
    assert f"\nBaca juga: {EARLIER[2][1]}\n" in filled.text
    assert filled.value.marks == ()


def test_of_two_releases_of_one_headline_the_published_one_is_offered(filled: Sitting) -> None:
    with another_desk() as archive:
        archive.add("lagi", copy(EARLIER[0][1].upper(), "Naskah lama."))
    filled.paste(AT_HAND)
    popup = ask(filled)
    filled.type("rumah jem")
    filled.wait(lambda: popup.head.text() == "Judul di arsip")
    assert [row.offer.key for row in popup.rows] == ["krisik"]


def test_what_is_not_meant_goes_for_good(filled: Sitting) -> None:
    filled.paste(AT_HAND)
    key = filled.release.key
    popup = ask(filled)
    filled.wait(lambda: len(popup.rows) == 2)
    dismiss = popup.rows[0].dismiss
    assert dismiss is not None
    filled.click(dismiss)
    filled.wait(lambda: offered(popup) == [EARLIER[1][1]])
    assert popup.isVisible()
    with another_desk() as archive:
        assert archive.dismissals(key) == {DismissedProposal(NOT_RELATED, "krisik")}


def test_the_sheet_opens_by_a_key_too(filled: Sitting) -> None:
    filled.paste(AT_HAND)
    popup = filled.parts.frame_panel.related.popup
    control = Qt.KeyboardModifier.ControlModifier
    filled.press(Qt.Key.Key_J, control | Qt.KeyboardModifier.ShiftModifier)
    filled.wait(lambda: len(popup.rows) == 2)
    filled.press(Qt.Key.Key_Escape, where=popup)
    filled.paste("Satu kalimat saja.")
    filled.press(Qt.Key.Key_J, control | Qt.KeyboardModifier.ShiftModifier)
    assert filled.status_text().startswith("Belum ada tempat")


def test_a_title_can_be_typed_as_ever(filled: Sitting) -> None:
    filled.paste(AT_HAND)
    ask(filled)
    filled.type("Jalan Garum Mulus")
    popup = filled.parts.frame_panel.related.popup
    filled.press(Qt.Key.Key_Return, where=popup)
    assert "\nBaca juga: Jalan Garum Mulus\n" in filled.text


def test_the_archive_is_opened_for_who_asks_for_it(asleep: Sitting) -> None:
    asleep.paste(AT_HAND)
    popup = ask(asleep)
    asleep.wait(lambda: len(popup.rows) == 2)


def test_where_there_is_no_archive_the_sheet_asks_as_ever(
    desk: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise UnusableArchiveError("Disk arsip tidak terbaca; periksa sambungannya.")

    monkeypatch.setattr(desk.program.archive, "_open", fail)
    desk.paste(AT_HAND)
    popup = ask(desk)
    desk.wait(lambda: any("Disk arsip" in text for text in desk.parts.notice.texts))
    assert popup.rows == []
    assert not popup.head.isVisible()
    desk.type("Jalan Garum Mulus")
    desk.press(Qt.Key.Key_Return, where=popup)
    assert "\nBaca juga: Jalan Garum Mulus\n" in desk.text
    assert not any(rule.startswith("related-title") for rule in rules(desk))


def test_a_title_that_was_altered_is_found_and_mended(filled: Sitting) -> None:
    lines = AT_HAND.split("\n")
    lines.insert(4, "Baca juga: Petani Kopi Krisik Bangun Rumah Jemurr")
    filled.paste("\n".join(lines))
    filled.wait(lambda: "related-title-altered" in rules(filled))
    finding = filled.finding("related-title-altered")
    filled.release.apply_fix(finding.fixes[0])
    assert f"\nBaca juga: {EARLIER[0][1]}\n" in filled.text
    filled.wait_checked()
    assert "related-title-altered" not in rules(filled)


def test_a_check_follows_what_another_desk_publishes(filled: Sitting) -> None:
    lines = AT_HAND.split("\n")
    lines.insert(4, "Baca juga: Kopi Gandusari Raih Medalii")
    filled.paste("\n".join(lines))
    filled.settle()
    assert "related-title-altered" not in rules(filled)
    with another_desk() as archive:
        archive.add("medali", copy("Kopi Gandusari Raih Medali", "Kopi itu juara."))
    filled.program.archive.check_for_changes()
    filled.parts.page.setFocus()
    filled.place_caret(0)
    filled.type("x")
    filled.wait(lambda: "related-title-altered" in rules(filled))


def test_an_export_links_a_title_that_was_typed(filled: Sitting) -> None:
    lines = AT_HAND.split("\n")
    lines.insert(4, f"Baca juga: {EARLIER[0][1]}")
    filled.paste("\n".join(lines))
    titles = filled.program.finish_parts().archive_features.related_controller.titles
    filled.wait(lambda: titles.address_of(EARLIER[0][1]) == ADDRESS)
    exporting = filled.parts.ready_panel.exporting
    linked = exporting.linked(filled.value, filled.program.register.reader())
    assert [mark.target for mark in linked.marks] == [ADDRESS]
    assert filled.value.marks == ()


def test_a_word_file_leads_to_the_article_whose_title_was_typed(
    filled: Sitting, home: Path
) -> None:
    lines = AT_HAND.split("\n")
    lines.insert(4, f"Baca juga: {EARLIER[0][1]}")
    filled.paste("\n".join(lines))
    titles = filled.program.finish_parts().archive_features.related_controller.titles
    filled.wait(lambda: titles.address_of(EARLIER[0][1]) == ADDRESS)
    filled.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    filled.click(filled.parts.ready_panel._button)
    filled.wait(lambda: "Tersimpan: " in filled.status_text())
    (path,) = home.rglob("*.docx")
    with zipfile.ZipFile(path) as package:
        assert ADDRESS in package.read("word/_rels/document.xml.rels").decode()
    assert filled.value.marks == ()


def test_the_address_of_an_article_is_noted_in_the_archive(filled: Sitting) -> None:
    filled.paste(AT_HAND)
    key = filled.release.key
    panel = filled.parts.frame_panel
    panel.fold.setChecked(True)
    field = panel.details.address.field
    with another_desk() as archive:
        if key not in {one.key for one in archive.list_releases()}:
            assert not field.isEnabled()
            archive.add(key, filled.value)
    filled.program.archive.check_for_changes()
    filled.wait(field.isEnabled)
    field.setFocus()
    filled.type("b-news.id/panen")
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: filled.status_text() == "Alamat terbit dicatat.")
    assert field.text() == "https://b-news.id/panen"
    filled.wait(lambda: record(key).address == "https://b-news.id/panen")


@pytest.mark.parametrize("sign", ["\x00", "\x1b"])
def test_an_address_with_a_control_character_is_doubted_and_not_noted(
    filled: Sitting, sign: str
) -> None:
    filled.paste(AT_HAND)
    panel = filled.parts.frame_panel
    panel.fold.setChecked(True)
    row = panel.details.address
    filled.wait(row.field.isEnabled)
    row.field.setFocus()
    QApplication.clipboard().setText(f"https://b-news.id/{sign}panen")
    row.field.paste()
    with filled.qtbot.assertNotEmitted(row.edited):
        filled.press(Qt.Key.Key_Return)
    assert not row.mark.isHidden()


def test_an_address_and_the_text_that_goes_on_do_not_hinder_each_other(filled: Sitting) -> None:
    filled.paste(AT_HAND)
    key = filled.release.key
    archive_features = filled.program.finish_parts().archive_features
    row = filled.parts.frame_panel.details.address
    filled.wait(row.field.isEnabled)
    row.edited.emit("https://b-news.id/panen")
    for letter in "xyz":
        filled.place_caret(0)
        filled.type(letter)
        archive_features.sync_controller.save_changes(is_all=True)
        filled.wait(lambda: archive_features.service.flush(1.0))
        filled.settle()
    assert archive_features.sync_controller.conflicts == {}
    with another_desk() as archive:
        record = archive.get(key)
    assert (record.release, record.address) == (filled.value, "https://b-news.id/panen")


def test_an_address_that_another_desk_was_first_with_is_shown_in_its_place(
    filled: Sitting,
) -> None:
    filled.paste(AT_HAND)
    theirs = "https://b-news.id/panen-raya"
    row = filled.parts.frame_panel.details.address
    filled.wait(row.field.isEnabled)
    with another_desk() as archive:
        archive.save(archive.get(filled.release.key)._replace(address=theirs))
    row.field.setText("https://b-news.id/panen")
    row.field.editingFinished.emit()
    filled.wait(lambda: row.field.text() == theirs)
    said = "\n".join(filled.parts.notice.texts)
    assert f"jendela lain mencatat alamat “{theirs}”" in said
    with another_desk() as archive:
        assert archive.get(filled.release.key).address == theirs


def test_what_is_no_address_is_not_taken(filled: Sitting) -> None:
    panel = filled.parts.frame_panel
    row = panel.details.address
    row.show_address("")
    row.field.setText("bukan alamat")
    row.field.editingFinished.emit()
    assert "belum lengkap" in row.mark.toolTip()
    assert row.field.text() == "bukan alamat"


def test_where_no_line_has_a_place_it_is_said_why(desk: Sitting) -> None:
    desk.paste("Warga Panen Kopi\n\nBLITAR | B-news.id - Warga memanen kopi di Desa Sumberagung.")
    related = desk.parts.frame_panel.related
    why = "Belum ada tempat untuk “Baca juga”; tulis dulu dua paragraf isi."
    assert not related.add.isEnabled()
    assert related.add.toolTip() == related.add.accessibleDescription() == why
    desk.click(related.add)
    assert desk.status_text() == why
    desk.paste("Warga Panen Padi\n\nBLITAR | B-news.id - Warga memanen padi.\nPanen itu ramai.")
    desk.press(Qt.Key.Key_J, CTRL | SHIFT)
    desk.wait(related.popup.isVisible)
    assert related.add.toolTip() == ""
    desk.type("Panen Raya Cabai di Wlingi")
    desk.press(Qt.Key.Key_Return, where=related.popup)
    desk.wait(lambda: not related.add.isEnabled())
    desk.press(Qt.Key.Key_J, CTRL | SHIFT)
    assert desk.status_text().startswith("Semua sela antarparagraf sudah berisi")
