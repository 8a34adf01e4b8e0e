"""Photos that stayed behind at the import come back by the report, also on another day."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from window_kit import Sitting, Starter

from bnews_desk.exporters.docx import write_docx
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.imports.receipt_dialog import ReceiptDialog
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Photo, Release

NOW = datetime(2024, 3, 4, 9, 0, tzinfo=UTC)

PARAGRAPHS = (
    "BLITAR – Warga Desa Tegalasri memanen padi di sawah milik desa, Senin (4/3/2024).",
    "Panen itu dua kali lebih banyak daripada musim yang lalu, kata kepala desa.",
    "Musim depan desa menanam kedelai di petak yang sama, begitu rencananya.",
)


def word_file(folder: Path, *colours: str) -> str:
    """A release in Word with a picture of each colour below each paragraph."""
    photos, pictures = [], {}
    for anchor, colour in enumerate(colours, start=2):
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        data = bytes(buffer.data().data())
        digest = sha256(data).hexdigest()
        pictures[digest] = data
        photos.append(Photo(digest, anchor, f"{colour}.png"))
    text = "\n".join(("Warga Tegalasri Panen Padi", "SIARAN PERS", *PARAGRAPHS))
    release = Release(text, photos=tuple(photos))
    reader = FrameReader(load_style_sheet()[0])
    path = folder / "panen.docx"
    path.write_bytes(write_docx(release, pictures, reader, now=NOW).data)
    return str(path)


@pytest.fixture
def reopened(start: Starter, tmp_path: Path) -> Sitting:
    """A release that came in yesterday, the second of its photos not ticked."""
    desk = start()
    desk.drop(desk.window, word_file(tmp_path, "teal", "olive"))
    arrivals = desk.program.finish_parts().arrivals
    desk.wait(lambda: arrivals.sheet is not None and arrivals.sheet.isVisible())
    sheet = arrivals.sheet
    assert sheet is not None
    assert sheet.parts is not None
    assert len(sheet.parts.photos) == 2
    desk.click(sheet.parts.photos[1].tick)
    desk.press(Qt.Key.Key_Return, where=sheet)
    desk.wait(lambda: desk.program.desk.current is not None)
    assert len(desk.value.photos) == 1
    return start()


def report_of(desk: Sitting) -> ReceiptDialog:
    """The open report, its original read."""
    desk.program.commands["receipt"].trigger()
    (report,) = desk.window.findChildren(ReceiptDialog)
    desk.wait(lambda: bool(report.photos))
    desk.settle()
    return report


def test_the_report_shows_every_photo_and_which_is_missing(reopened: Sitting) -> None:
    report = report_of(reopened)
    assert [button.isEnabled() for _, button in report.photos] == [False, True]
    assert [button.text() for _, button in report.photos] == [
        "Sudah di naskah",
        "Kembalikan ke naskah",
    ]
    assert all(button.accessibleName() for _, button in report.photos)
    reopened.press(Qt.Key.Key_Escape, where=report)


def test_it_comes_back_below_its_paragraph_as_one_step(reopened: Sitting) -> None:
    report = report_of(reopened)
    photo, button = report.photos[1]
    reopened.click(button)
    assert [own.digest for own in reopened.value.photos][1] == photo.digest
    anchor = reopened.value.photos[1].anchor
    assert reopened.text.split("\n")[anchor] == PARAGRAPHS[1]
    assert not button.isEnabled()
    assert reopened.status_text() == "Foto dikembalikan ke naskah."
    reopened.program.release_controller.undo()
    assert len(reopened.value.photos) == 1
    assert button.isEnabled()
    reopened.press(Qt.Key.Key_Escape, where=report)


def test_its_bytes_are_kept_again(reopened: Sitting, start: Starter) -> None:
    report = report_of(reopened)
    photo, button = report.photos[1]
    reopened.click(button)
    reopened.press(Qt.Key.Key_Escape, where=report)
    again = start()
    assert photo.digest in [own.digest for own in again.value.photos]
    assert again.release.pictures[photo.digest].startswith(b"\x89PNG")


def test_a_photo_that_was_taken_off_the_page_comes_back_too(reopened: Sitting) -> None:
    digest = reopened.value.photos[0].digest
    reopened.release.document.remove_photo(digest)
    report = report_of(reopened)
    reopened.click(report.photos[0][1])
    assert [photo.digest for photo in reopened.value.photos] == [digest]
    reopened.press(Qt.Key.Key_Escape, where=report)
