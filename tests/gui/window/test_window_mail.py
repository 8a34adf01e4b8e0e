"""What came with a mail: chosen with tick boxes, texts to releases, pictures to photos."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from window_kit import CTRL, SHIFT, Sitting, Starter

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.gui.imports.attachments_dialog import AttachmentsDialog
from bnews_desk.gui.imports.import_arrivals import ImportArrivals
from bnews_desk.gui.imports.receipt_dialog import ReceiptDialog
from bnews_desk.gui.shared.widgets import FixButton

COPY = "BLITAR | B-news.id - Warga memanen kopi di {0}. (kmfkabblt/sun)\nEditor : Zainul Arifin"
LONG = "\n\n".join(
    f"Warga dusun ke-{n} memanen kopi bersama penyuluh pertanian dari kecamatan." for n in range(12)
)
FILES = ("wlingi.txt", "foto.png", "doko.txt", "alat.exe")


def png() -> bytes:
    """A small picture."""
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def write_mail(path: Path, body: str, names: tuple[str, ...] = FILES) -> str:
    message = EmailMessage()
    message["From"], message["Subject"] = "humas@contoh.id", "Siaran pers"
    message.set_content(body)
    for name in names:
        data = png() if name.endswith(".png") else COPY.format(name[:-4]).encode()
        message.add_attachment(data, maintype="application", subtype="x-lain", filename=name)
    path.write_bytes(message.as_bytes())
    return str(path)


@pytest.fixture
def cover(tmp_path: Path) -> str:
    return write_mail(tmp_path / "surel.eml", "Selamat pagi, naskahnya terlampir.\n")


def bring_in(desk: Sitting, path: str) -> None:
    desk.drop(desk.window, path)
    desk.wait(lambda: any("lampiran" in text for text in desk.parts.notice.texts))
    desk.wait(lambda: not desk.program.importing.is_busy)
    desk.settle()


def dialog_of(desk: Sitting) -> AttachmentsDialog:
    """The dialog that the row above the page leads to."""
    desk.click(desk.button(desk.parts.notice, "Pilih lampiran"))
    (dialog,) = desk.window.findChildren(AttachmentsDialog)
    return dialog


def set_ticks(dialog: AttachmentsDialog, *names: str) -> None:
    for row in range(dialog.list.count()):
        item = dialog.list.item(row)
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            wanted = item.text().split("  ·  ")[0] in names
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def test_of_a_cover_note_the_texts_are_ticked_and_each_becomes_a_release(
    desk: Sitting, cover: str
) -> None:
    bring_in(desk, cover)
    (told,) = desk.parts.notice.texts
    assert "hanya pengantar; naskahnya di lampiran: “wlingi.txt”, “doko.txt”." in told
    dialog = dialog_of(desk)
    assert [file.name for file in dialog.ticked()] == ["wlingi.txt", "doko.txt"]
    assert [dialog.list.item(row).text() for row in range(4)] == [
        "wlingi.txt  ·  teks biasa, 1 KB",
        "foto.png  ·  foto, 1 KB",
        "doko.txt  ·  teks biasa, 1 KB",
        "alat.exe  ·  tidak dapat diimpor, 1 KB",
    ]
    desk.press(Qt.Key.Key_Return, where=dialog)
    desk.wait(lambda: len(desk.program.desk.releases) == 3)
    texts = [release.document.release().text for release in desk.program.desk.releases]
    assert [("wlingi" in text, "doko" in text) for text in texts[1:]] == [
        (True, False),
        (False, True),
    ]
    assert not any("Surel" in text for text in desk.parts.notice.texts)


def test_a_short_release_in_a_mail_is_no_cover_note_and_has_its_sheet(
    desk: Sitting, tmp_path: Path
) -> None:
    body = (
        "Yth. Redaksi B-news.id\n\nMohon dimuat.\n\nDishub Uji Coba Satu Arah di Jalan Merdeka\n\n"
        "Blitar, 10 November 2025 - Dinas Perhubungan memberlakukan uji coba satu arah.\n"
    )
    desk.drop(desk.window, write_mail(tmp_path / "dishub.eml", body, ("jadwal.txt",)))
    desk.wait(lambda: desk.program.finish_parts().arrivals.sheet is not None)
    sheet = desk.program.finish_parts().arrivals.sheet
    assert sheet is not None
    sheet.accept()
    desk.wait(lambda: any("lampiran" in text for text in desk.parts.notice.texts))
    assert desk.value.headline == "Dishub Uji Coba Satu Arah di Jalan Merdeka"
    assert "Yth." not in desk.text
    (told,) = desk.parts.notice.texts
    assert "membawa lampiran: “jadwal.txt”." in told
    assert "pengantar" not in told


def test_a_picture_with_a_text_hangs_on_the_release_of_the_text(desk: Sitting, cover: str) -> None:
    bring_in(desk, cover)
    dialog = dialog_of(desk)
    set_ticks(dialog, "wlingi.txt", "foto.png")
    desk.click(dialog.take)
    desk.wait(lambda: len(desk.program.desk.releases) == 2)
    desk.wait(lambda: bool(desk.value.photos))
    (photo,) = desk.value.photos
    assert photo.name == "foto.png"
    assert desk.release.pictures[photo.digest] == png()
    assert "wlingi" in desk.text


def test_a_picture_alone_hangs_on_the_mails_release(desk: Sitting, tmp_path: Path) -> None:
    bring_in(desk, write_mail(tmp_path / "surel.eml", LONG))
    (told,) = desk.parts.notice.texts
    assert told.startswith("Surel “")
    assert "” membawa lampiran: “wlingi.txt”" in told
    dialog = dialog_of(desk)
    assert dialog.ticked() == []
    assert not dialog.take.isEnabled()
    set_ticks(dialog, "foto.png")
    desk.click(dialog.take)
    assert [photo.name for photo in desk.value.photos] == ["foto.png"]
    assert len(desk.program.desk.releases) == 1


def test_the_only_file_that_can_come_in_is_ticked(desk: Sitting, tmp_path: Path) -> None:
    bring_in(desk, write_mail(tmp_path / "surel.eml", LONG, ("wlingi.txt", "alat.exe")))
    dialog = dialog_of(desk)
    assert [file.name for file in dialog.ticked()] == ["wlingi.txt"]
    assert dialog.take.isEnabled()
    dialog.reject()


def test_a_picture_finds_its_place_though_the_text_cannot_be_read(
    desk: Sitting, tmp_path: Path
) -> None:
    path = write_mail(tmp_path / "surel.eml", LONG, ("rusak.docx", "foto.png"))
    data = Path(path).read_bytes()
    assert b"rusak.docx" in data
    bring_in(desk, path)
    dialog = dialog_of(desk)
    set_ticks(dialog, "rusak.docx", "foto.png")
    broken = next(file for file in dialog.ticked() if file.format)
    index = desk.release.attachments.index(broken)
    assert index == 0
    damaged = broken._replace(data=b"PK\x03\x04 word/ bukan arsip")
    dialog.chosen.emit([damaged, *dialog.ticked()[1:]])
    dialog.reject()
    desk.wait(lambda: bool(desk.value.photos))
    assert len(desk.program.desk.releases) == 1


def test_files_may_be_chosen_later_from_the_menu(desk: Sitting, cover: str) -> None:
    bring_in(desk, cover)
    desk.parts.notice.remove_notice("lampiran " + desk.release.key)
    desk.program.commands["attachments"].trigger()
    (dialog,) = desk.window.findChildren(AttachmentsDialog)
    desk.press(Qt.Key.Key_Escape, where=dialog)
    assert len(desk.program.desk.releases) == 1


def test_files_may_be_chosen_on_another_day(start: Starter, tmp_path: Path) -> None:
    bring_in(start(), write_mail(tmp_path / "surel.eml", LONG))
    desk = start()
    assert desk.release.attachments == ()
    desk.program.commands["attachments"].trigger()
    desk.wait(lambda: bool(desk.window.findChildren(AttachmentsDialog)))
    (dialog,) = desk.window.findChildren(AttachmentsDialog)
    set_ticks(dialog, "foto.png")
    desk.click(dialog.take)
    assert [photo.name for photo in desk.value.photos] == ["foto.png"]


def test_the_report_leads_to_the_files_of_a_mail(start: Starter, tmp_path: Path) -> None:
    bring_in(start(), write_mail(tmp_path / "surel.eml", LONG))
    desk = start()
    desk.program.commands["receipt"].trigger()
    (report,) = desk.window.findChildren(ReceiptDialog)
    desk.wait(lambda: "Pilih lampiran…" in [b.text() for b in report.findChildren(FixButton)])
    assert [text for text, _ in report.buttons] == ["Siaran pers"]
    desk.settle()
    desk.click(desk.button(report, "Pilih lampiran"))
    (dialog,) = desk.window.findChildren(AttachmentsDialog)
    assert dialog.isVisible()
    desk.press(Qt.Key.Key_Escape, where=dialog)


def decline_mail(desk: Sitting, folder: Path) -> ImportArrivals:
    """A mail comes in whose text has furniture, and its sheet is closed."""
    path = write_mail(folder / "surel.eml", f"SIARAN PERS\n\n{LONG}\n\nNarahubung: Rina\n")
    desk.drop(desk.window, path)
    arrivals = desk.program.finish_parts().arrivals
    desk.wait(lambda: arrivals.sheet is not None)
    assert arrivals.sheet is not None
    desk.press(Qt.Key.Key_Escape, where=arrivals.sheet)
    return arrivals


def test_of_a_mail_that_is_declined_the_files_are_offered(desk: Sitting, tmp_path: Path) -> None:
    decline_mail(desk, tmp_path)
    (told,) = desk.parts.notice.texts
    assert told.startswith("Isi surel “surel.eml” tidak diimpor; lampirannya")
    dialog = dialog_of(desk)
    set_ticks(dialog, "doko.txt")
    desk.click(dialog.take)
    desk.wait(lambda: desk.program.desk.current is not None)
    assert "doko" in desk.text
    assert desk.parts.notice.texts == ()


def test_a_declined_mail_that_comes_in_after_all_offers_its_files_once(
    desk: Sitting, tmp_path: Path
) -> None:
    arrivals = decline_mail(desk, tmp_path)
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    assert arrivals.sheet is not None
    desk.press(Qt.Key.Key_Return, where=arrivals.sheet)
    (told,) = desk.parts.notice.texts
    assert "” membawa lampiran" in told


def test_a_release_that_brought_no_files_says_so(desk: Sitting) -> None:
    desk.open_own()
    desk.program.commands["attachments"].trigger()
    desk.wait(lambda: "tidak membawa lampiran" in desk.status_text())
    assert desk.window.findChildren(AttachmentsDialog) == []


def copy_picture() -> None:
    data = QMimeData()
    image = QImage()
    image.loadFromData(png())
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)


@pytest.mark.parametrize("modifiers", [CTRL, CTRL | SHIFT])
def test_a_picture_in_the_clipboard_becomes_a_photo(
    desk: Sitting, modifiers: Qt.KeyboardModifier
) -> None:
    desk.open_own()
    text = desk.text
    copy_picture()
    desk.place_caret(len(desk.value.headline) + 3)
    desk.press(Qt.Key.Key_V, modifiers)
    (photo,) = desk.value.photos
    assert photo.anchor == 1
    image = QImage()
    assert image.loadFromData(desk.release.pictures[photo.digest])
    assert (image.width(), image.height()) == (8, 6)
    assert desk.text == text


def test_a_picture_without_a_release_is_refused_in_words(desk: Sitting, tmp_path: Path) -> None:
    copy_picture()
    desk.press(Qt.Key.Key_V, CTRL | SHIFT)
    assert "hanya berisi gambar" in desk.status_text()
    picture = tmp_path / "foto.png"
    picture.write_bytes(png())
    desk.drop(desk.parts.empty_page, str(picture))
    (told,) = desk.parts.notice.texts
    assert "Buka dahulu rilisnya" in told


def test_dropped_pictures_become_photos_and_what_is_none_is_told(
    desk: Sitting, tmp_path: Path
) -> None:
    desk.open_own()
    good, bad = tmp_path / "satu.png", tmp_path / "dua.jpg"
    good.write_bytes(png())
    bad.write_bytes(b"bukan foto")
    desk.drop(desk.parts.page, str(good), str(bad))
    assert [photo.name for photo in desk.value.photos] == ["satu.png"]
    (told,) = desk.parts.notice.texts
    assert "“dua.jpg” bukan foto" in told


def titled(path: Path, subject: str, *lines: str) -> str:
    """A mail with a subject and a text, nothing with it."""
    message = EmailMessage()
    message["From"], message["Subject"] = "humas@contoh.id", subject
    message.set_content("\n\n".join(lines))
    path.write_bytes(message.as_bytes())
    return str(path)


LEAD = (
    "BLITAR – Warga Desa Ngadri memperbaiki saluran air yang rusak diterjang banjir pekan lalu,"
    " Senin (4/3/2024)."
)
MORE = "Perbaikan itu selesai dalam dua hari, kata kepala desa."


@pytest.mark.parametrize("is_marked", [True, False])
def test_a_subject_is_offered_where_the_text_has_no_headline(
    desk: Sitting, tmp_path: Path, is_marked: bool
) -> None:
    told = "Warga Ngadri Perbaiki Saluran Air"
    subject = f"Siaran Pers: {told}" if is_marked else f"Fwd: {told}"
    desk.drop(desk.window, titled(tmp_path / "surel.eml", subject, LEAD, MORE))
    arrivals = desk.program.finish_parts().arrivals
    desk.wait(lambda: arrivals.sheet is not None and arrivals.sheet.isVisible())
    sheet = arrivals.sheet
    assert sheet is not None
    assert sheet.parts is not None
    row = sheet.parts.subject
    assert row is not None
    assert row.tick.accessibleName() == f"Judul (subjek surel): {told}"
    assert row.tick.isChecked() is is_marked
    assert sheet.parts.ticks()[0] is row.tick
    if not is_marked:
        desk.press(Qt.Key.Key_Space, where=sheet)
    desk.press(Qt.Key.Key_Return, where=sheet)
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.text == f"{told}\n{LEAD}\n\n{MORE}"


def test_a_subject_that_was_not_taken_comes_back_as_headline(desk: Sitting, tmp_path: Path) -> None:
    subject = "Warga Ngadri Perbaiki Saluran Air"
    desk.drop(desk.window, titled(tmp_path / "surel.eml", subject, LEAD, MORE))
    arrivals = desk.program.finish_parts().arrivals
    desk.wait(lambda: arrivals.sheet is not None and arrivals.sheet.isVisible())
    assert arrivals.sheet is not None
    desk.press(Qt.Key.Key_Return, where=arrivals.sheet)
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.text == f"\n{LEAD}\n\n{MORE}"
    desk.program.commands["receipt"].trigger()
    (report,) = desk.window.findChildren(ReceiptDialog)
    button = next(button for text, button in report.buttons if text == subject)
    desk.click(button)
    desk.wait(lambda: desk.text == f"{subject}\n{LEAD}\n\n{MORE}")
    desk.press(Qt.Key.Key_Escape, where=report)


def test_another_part_made_headline_leaves_the_subject_outside(
    desk: Sitting, tmp_path: Path
) -> None:
    path = titled(tmp_path / "surel.eml", "Rilis: Warga Ngadri Perbaiki Saluran", LEAD, MORE)
    desk.drop(desk.window, path)
    arrivals = desk.program.finish_parts().arrivals
    desk.wait(lambda: arrivals.sheet is not None and arrivals.sheet.isVisible())
    assert arrivals.sheet is not None
    parts = arrivals.sheet.parts
    assert parts is not None
    assert parts.headline() == "Warga Ngadri Perbaiki Saluran"
    parts.rows[0].set_kind(PartKind.HEADLINE)
    assert parts.headline() == ""
    desk.press(Qt.Key.Key_Escape, where=arrivals.sheet)
