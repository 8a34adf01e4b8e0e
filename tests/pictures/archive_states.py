"""The states of the archive in the window, its versions and what becomes of two hands on one."""

from __future__ import annotations

from archive_kit import another_desk, copy, fill, found, page, panel
from PySide6.QtCore import QPoint, Qt
from states import TITLES, Camera
from window_kit import CTRL, SHIFT, Sitting

BODY = (
    "Warga memanen padi sejak pagi. Pemerintah desa merencanakan lumbung bersama agar hasil panen"
    " tidak dijual murah saat panen raya, dan membangun jalan usaha tani di tiga dusun."
)


def _filled(desk: Sitting) -> None:
    with another_desk() as archive:
        fill(archive)
        for number, title in enumerate(TITLES * 3):
            record = archive.add(f"lama{number}", copy(title, BODY))
            stage = ("tayang", "siap", "disunting")[number % 3]
            archive.save(record._replace(status=stage))  # type: ignore[arg-type]
    desk.program.furnish().archiving.service.begin()
    desk.wait(lambda: len(desk.rows()) > 5)


def archive(at: Camera) -> None:
    """Arsip: everything, found words, the row with the keyboard, nothing, the bin."""
    desk = at.desk
    _filled(desk)
    desk.open_sample()
    desk.press(Qt.Key.Key_F, CTRL | SHIFT)
    desk.wait(lambda: len(found(desk)) > 5)
    at.shoot("all")
    desk.type("panen rencana")
    desk.wait(lambda: bool(page(desk).results.hits[0].excerpt.marks))
    at.shoot("found")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.wait(lambda: bool(panel(desk)._text.text()))
    at.shoot("row")
    page(desk).field.setText("gempa status:hilang")
    desk.wait(page(desk).hint.isVisible)
    at.shoot("nothing")


def archive_empty(at: Camera) -> None:
    """An archive without anything in it."""
    desk = at.desk
    desk.press(Qt.Key.Key_F, CTRL | SHIFT)
    desk.wait(page(desk).hint.isVisible)


def desk_menu(at: Camera) -> None:
    """The menu of a row of Meja, and the filter of its stages."""
    desk = at.desk
    _filled(desk)
    desk.parts.desk_list.view.customContextMenuRequested.emit(QPoint(90, 80))
    at.shoot("row")
    desk.parts.desk_list.menu.menu.close()
    stages = desk.parts.desk_list.stages
    stages._open()
    at.shoot("filter")
    stages.choices.close()
    stages._boxes["siap"].trigger()
    at.shoot("filtered")


ARCHIVE_STATES = {state.__name__: state for state in (archive, archive_empty, desk_menu)}
