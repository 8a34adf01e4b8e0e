"""Loads a release of the archive onto the desk: first text and photos, then the original file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.release_progress import Progress, fingerprint
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.photo_loading import photos_in
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.window.release_controller import ReleaseController


class _ArchivedRelease(NamedTuple):
    record: ReleaseRecord
    photos: dict[str, bytes]


class ReleaseLoader(QObject):
    """Opens releases by their key, from the desk or the archive; ``reader`` reads their frames."""

    def __init__(
        self,
        controller: ReleaseController,
        service: ArchiveService,
        reader: Callable[[], FrameReader],
    ) -> None:
        super().__init__(controller)
        self._controller, self._desk, self._service = controller, controller.desk, service
        self._reader = reader
        self._desk.fetch_wanted.connect(self.open)

    def open(self, key: str, then: Callable[[], object] | None = None) -> None:
        """Show a release from the desk, or else from the archive, out of the bin too.

        ``then`` is called afterwards.
        """
        if self._desk.has(key):
            self._desk.reopen(key)
            self._focus_page(then)
        else:
            self._service.ask(
                partial(_fetch, key), partial(self._add_to_desk, then), self._controller.show_status
            )

    def _add_to_desk(self, then: Callable[[], object] | None, archived: _ArchivedRelease) -> None:
        record = archived.record
        if record.deleted is not None:
            self._desk.restore(record.key)
        if not self._desk.has(record.key):
            release = OpenRelease(record.key, record.release, pictures=archived.photos)
            release.progress = self._progress(record)
            self._desk.add_release(release)
            self._service.ask(
                lambda archive: archive.original(record.key),
                partial(self._take_original, record.key),
            )
        else:
            self._desk.reopen(record.key)
        self._focus_page(then)

    def _take_original(self, key: str, original: OriginalNote | None) -> None:
        if original is not None:
            self._desk.put_original(key, original)

    def _focus_page(self, then: Callable[[], object] | None) -> None:
        self._controller.focus_page()
        if then is not None:
            then()

    def _progress(self, record: ReleaseRecord) -> Progress:
        """How far the release is, kept until it is edited."""
        credited = self._reader().read(record.release.text).credited
        credit = credited[-1].credit if credited else None
        arrived = Progress(fingerprint(record.release) if record.status == "baru" else "")
        now = datetime.now().astimezone()
        return arrived.put_at(record.status, record.release, credit.editor if credit else "", now)


def _fetch(key: str, archive: Archive) -> _ArchivedRelease:
    record = archive.get(key)
    hung = (photo.digest for photo in record.release.photos)
    return _ArchivedRelease(record, photos_in(archive, hung))
