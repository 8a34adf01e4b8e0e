"""Shows conflicts with the archive and carries out what the editor decides."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.archive.sync.outbox import OutboxEntry
from bnews_desk.gui.archive.archive_access import ArchiveAccess
from bnews_desk.gui.archive.photo_loading import photos_in
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.versions.version_restoring import restore_state
from bnews_desk.gui.versions.version_texts import format_time_in_sentence
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.gui.versions.conflict_dialog import ConflictDialog


class ConflictController(QObject):
    """Shows both texts on demand and continues with the chosen one.

    The other becomes a version of the release, or a release of its own.
    """

    def __init__(self, access: ArchiveAccess) -> None:
        super().__init__(access.controller)
        self._access = access
        self._controller, self._desk, self._service = access.controller, access.desk, access.service
        self.dialog: ConflictDialog | None = None

    def show(self, key: str) -> None:
        """Show both texts of a release that is in conflict."""
        if key in self._access.sync_controller.conflicts:
            self._access.release_loader.open(key, lambda: self._fetch(key))

    def _fetch(self, key: str) -> None:
        """Read the other desk's text again: it may have changed since, and may have photos."""

        def fetch(archive: Archive) -> tuple[ReleaseRecord, dict[str, bytes]]:
            record = archive.get(key)
            hung = (photo.digest for photo in record.release.photos)
            return record, photos_in(archive, hung)

        self._service.ask(fetch, lambda found: self._open(*found), self._controller.show_status)

    def _open(self, theirs: ReleaseRecord, photos: dict[str, bytes]) -> None:
        from bnews_desk.gui.versions.conflict_dialog import ConflictDialog
        from bnews_desk.gui.versions.two_texts import ComparedText

        access = self._access
        opened = access.opened(theirs.key)
        if opened is None or self.dialog is not None:
            return
        dialog = self.dialog = ConflictDialog(
            access.theme(), access.zoom, access.reader, access.window
        )
        dialog.finished.connect(self._forget)
        dialog.mine_chosen.connect(lambda: self._keep_mine(theirs))
        dialog.theirs_chosen.connect(lambda: self._take_theirs(opened, theirs, photos))
        dialog.both_chosen.connect(lambda: self._keep_both(opened, theirs, photos))
        saved = self.tr("disimpan {0}").format(format_time_in_sentence(theirs.changed, time.time()))
        dialog.show_texts(
            ComparedText(self.tr("Teks mereka"), saved, theirs.release, photos),
            ComparedText(self.tr("Teks Anda"), "", opened.document.release(), opened.pictures),
        )
        dialog.open()

    def _forget(self, _result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _keep_mine(self, theirs: ReleaseRecord) -> None:
        key = theirs.key
        self._keep_aside(key, theirs.release)
        self._access.sync_controller.replace_theirs(key, theirs)
        self._controller.show_status(
            self.tr("Teks Anda dipakai; teks mereka tersimpan sebagai versi.")
        )

    def _take_theirs(
        self, opened: OpenRelease, theirs: ReleaseRecord, photos: dict[str, bytes]
    ) -> None:
        self._keep_aside(theirs.key, opened.document.release())
        for digest, data in photos.items():
            self._desk.put_picture(digest, data)
        take_back = restore_state(opened, theirs.release, photos)
        self._access.sync_controller.replace_theirs(theirs.key, theirs)
        said = self.tr("Teks mereka dipakai; teks Anda tersimpan sebagai versi.")
        self._controller.show_status(said, take_back)

    def _keep_both(
        self, opened: OpenRelease, theirs: ReleaseRecord, photos: dict[str, bytes]
    ) -> None:
        mine, pictures = opened.document.release(), opened.pictures
        self._take_theirs(opened, theirs, photos)
        self._desk.add_release(OpenRelease(uuid.uuid4().hex, mine, pictures=pictures))
        self._controller.show_status(self.tr("Kedua teks dipakai: teks Anda kini naskah sendiri."))

    def _keep_aside(self, key: str, release: Release) -> None:
        """Have the archive keep a text as a version, before the other takes its place.

        The outbox guarantees that, but perhaps late. So it is done at once too: then the desk that
        saved the text finds the version there and follows.
        """
        entry = OutboxEntry(key, time.time(), release, "bentrok")
        self._access.sync_controller.outbox.add_entry(entry)
        self._service.ask(entry.do)
