"""Photos in place: drawn under their paragraph, their words edited in a card."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.release import Photo, Release

RED = QColor("#C02020")


def jpeg_like(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def shown_with(page: Page, data: bytes) -> OpenRelease:
    release = Release("Judul\nSatu\nDua", (), (Photo("ab", 1, "a.png", "Warga panen", "Humas"),))
    opened = OpenRelease("k", release, pictures={"ab": data})
    page.show_release(opened)
    return opened


def centre(page: Page) -> QPoint:
    layout = page.document().documentLayout()
    row = layout.rows[1]
    return QPoint(int(layout.left) + 100, int(row.top + row.height + row.photos[0].top) + 40)


def test_a_photo_is_scaled_to_the_column_and_drawn(page: Page) -> None:
    opened = shown_with(page, jpeg_like(1200, 400))
    row = page.document().documentLayout().rows[1]
    assert (row.photos[0].size.width(), row.photos[0].size.height()) == (588, 196)
    assert page.viewport().grab().toImage().pixelColor(centre(page)) == RED
    assert page.document().documentLayout().rows[2].top > row.top + 196
    page.forget_release(opened)


def test_a_small_photo_is_not_blown_up(page: Page) -> None:
    opened = shown_with(page, jpeg_like(320, 200))
    size = page.document().documentLayout().rows[1].photos[0].size
    assert (size.width(), size.height()) == (320, 200)
    page.forget_release(opened)
    opened = shown_with(page, jpeg_like(300, 2000))
    size = page.document().documentLayout().rows[1].photos[0].size
    assert (size.width(), size.height()) == (63, 420)
    page.forget_release(opened)


def test_a_photo_without_a_caption_asks_for_one(page: Page) -> None:
    release = Release("Judul\nSatu\nDua", (), (Photo("ab", 1, "a.png"),))
    opened = OpenRelease("k", release, pictures={"ab": jpeg_like(600, 200)})
    page.show_release(opened)
    (box,) = page.document().documentLayout().rows[1].photos
    assert box.invitation
    assert box.caption_height > 0
    opened.document.set_photo(release.photos[0]._replace(caption="Warga panen"))
    (box,) = page.document().documentLayout().rows[1].photos
    assert not box.invitation
    page.forget_release(opened)


def test_damaged_bytes_leave_a_frame_in_the_place(page: Page, reader: FrameReader) -> None:
    opened = shown_with(page, b"bukan gambar")
    row = page.document().documentLayout().rows[1]
    assert row.photos[0].image.isNull()
    page.grab()
    page.forget_release(opened)


def test_a_click_opens_a_card_and_closing_it_keeps_the_words(page: Page, qtbot: QtBot) -> None:
    opened = shown_with(page, jpeg_like(600, 200))
    before = page.document().documentLayout().rows[1].full_height
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=centre(page))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.caption.setText("Warga Desa Plosorejo memanen melon " * 5)
    qtbot.keyClicks(popup.alt_text, "Warga di kebun")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    photo = opened.document.release().photos[0]
    assert photo.caption.startswith("Warga Desa")
    assert photo.alt_text == "Warga di kebun"
    assert page.document().documentLayout().rows[1].full_height > before
    page.forget_release(opened)


def test_a_photo_can_be_taken_off_and_brought_back(page: Page, qtbot: QtBot) -> None:
    opened = shown_with(page, jpeg_like(600, 200))
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=centre(page))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.mouseClick(popup.remove_button, Qt.MouseButton.LeftButton)
    assert opened.document.release().photos == ()
    assert page.document().documentLayout().rows[1].photos == ()
    qtbot.keyClick(page, "z", Qt.KeyboardModifier.ControlModifier)
    assert len(opened.document.release().photos) == 1
    assert len(page.document().documentLayout().rows[1].photos) == 1
    page.forget_release(opened)


def test_words_of_a_photo_are_undone_and_done_again(page: Page, qtbot: QtBot) -> None:
    opened = shown_with(page, jpeg_like(600, 200))
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=centre(page))
    popup = QApplication.activePopupWidget()
    popup.caption.setText("Petani memanen kopi")
    popup.credit.setText("Dinas")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    words = [(p.caption, p.credit) for p in opened.document.release().photos]
    assert words == [("Petani memanen kopi", "Dinas")]
    page.undo()
    assert [p.caption for p in opened.document.release().photos] == ["Warga panen"]
    assert page.document().documentLayout().rows[1].photos[0].photo.caption == "Warga panen"
    page.redo()
    assert [p.credit for p in opened.document.release().photos] == ["Dinas"]
    assert not page.document().isRedoAvailable()
    page.forget_release(opened)
