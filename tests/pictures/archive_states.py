"""The states of the archive in the window, its versions and conflicts."""

from __future__ import annotations

from copies import READY, TITLES
from PySide6.QtCore import QPoint, Qt
from states import Camera
from window_archive_kit import another_desk, copy, fill, found, page, panel
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
    desk.program.finish_parts().archive_features.service.begin()
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


def _kept(desk: Sitting) -> None:
    archive_features = desk.program.finish_parts().archive_features
    archive_features.service.begin()
    archive_features.sync_controller.save_changes(is_all=True)
    archive_features.service.flush()
    desk.settle()


def versions(at: Camera) -> None:
    """The versions of a release: the newest beside the present text, then the first."""
    desk = at.desk
    desk.open_sample()
    _kept(desk)
    before = desk.text
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: desk.text != before)
    desk.wait_checked()
    _kept(desk)
    desk.place_caret(desk.text.index("\n") + 40)
    desk.type("kembali ")
    desk.wait_checked()
    versions = desk.program.finish_parts().desk_features.versions
    desk.program.finish_parts().archive_features.sync_controller.keep_version(
        desk.release.key, "ekspor"
    )
    desk.place_caret(desk.text.index("\n") + 60)
    desk.type("lagi ")
    desk.wait_checked()
    desk.program.commands["versions"].trigger()
    desk.wait(lambda: versions.dialog is not None)
    dialog = versions.dialog
    assert dialog is not None
    desk.wait(lambda: dialog.change_size.text() not in ("", "…"))
    at.shoot("newest")
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    desk.wait(lambda: "\N{MINUS SIGN}" in dialog.change_size.text())
    at.shoot("first")


def conflict(at: Camera) -> None:
    """A conflict of two desks: the notice, both texts."""
    desk = at.desk
    desk.paste(READY)
    _kept(desk)
    with another_desk() as archive:
        theirs = archive.get(desk.release.key)
        text = theirs.release.text.replace("memanen", "mulai memanen", 1)
        archive.save(theirs._replace(release=theirs.release._replace(text=text)))
    desk.place_caret(desk.text.index("kopi"))
    desk.type("biji ")
    desk.wait_checked()
    _kept(desk)
    desk.wait(lambda: bool(desk.parts.notice.texts))
    at.shoot("notice")
    conflicts = desk.program.finish_parts().desk_features.conflicts
    desk.click(desk.button(desk.parts.notice, "Bandingkan"))
    desk.wait(lambda: conflicts.dialog is not None)
    at.shoot("texts")


def offers(at: Camera) -> None:
    """Baca juga: proposals of the archive, one with the keyboard focus, headlines while typing."""
    desk = at.desk
    _filled(desk)
    desk.open_sample()
    popup = desk.parts.frame_panel.related.popup
    desk.press(Qt.Key.Key_J, CTRL | SHIFT)
    desk.type("panen")
    desk.wait(lambda: bool(popup.rows))
    at.shoot("typed")
    desk.press(Qt.Key.Key_Down, where=popup)
    at.shoot("row")


def thrown_away(at: Camera) -> None:
    """The bin, with something in it."""
    desk = at.desk
    _filled(desk)
    with another_desk() as archive:
        for key in ("lama0", "lama1", "arsip0"):
            archive.delete(key)
    desk.program.commands["bin"].trigger()
    desk.wait(lambda: len(found(desk)) == 3)
    desk.press(Qt.Key.Key_Down)
    at.shoot()


ARCHIVE_STATES = {
    state.__name__: state
    for state in (archive, archive_empty, desk_menu, versions, conflict, offers, thrown_away)
}
