"""Opens the archive named in the settings, on the archive's own thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.archive.repository.archive_address import is_shared
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncState
from bnews_desk.gui.archive.archive_service import ArchiveService

if TYPE_CHECKING:
    from bnews_desk.archive.recovery.archive_recovery import ArchiveRecovery, OpenedArchive
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.frame.release_frame import FrameReader


_LOG = logging.getLogger(__name__)


class ArchiveOpener:
    """Opens the archive, and again where its file was lost or damaged.

    ``place`` is where it is, ``reader`` reads frames, ``sync_file`` has the sync state: where that
    has entries, a missing archive is a loss.
    """

    def __init__(self, place: str, reader: Callable[[], FrameReader], sync_file: SyncFile) -> None:
        self._place, self._reader, self._sync_file = place, reader, sync_file
        self._service: ArchiveService | None = None

    def service(self, parent: QObject) -> ArchiveService:
        """The service that owns the thread of this archive."""
        self._service = ArchiveService(self._open, parent, self._reopen)
        return self._service

    def _open(self) -> Archive:
        archive = self._reported(self._recovery().open())
        _LOG.info("%s archive opened", "shared" if is_shared(self._place) else "own")
        return archive

    def _reopen(self, old: Archive | None) -> Archive:
        from bnews_desk.archive.repository.database_archive import DatabaseArchive

        return self._reported(
            self._recovery().reopen(old if isinstance(old, DatabaseArchive) else None)
        )

    def _recovery(self) -> ArchiveRecovery:
        from bnews_desk.archive.recovery.archive_recovery import ArchiveRecovery

        service = self._service
        on_long = service.report_recovery if service is not None else lambda _sentence: None
        return ArchiveRecovery(self._place, self._reader(), self._has_sync_entries, on_long=on_long)

    def _has_sync_entries(self) -> bool:
        return len(SyncState(self._sync_file)) > 0

    def _reported(self, opened: OpenedArchive) -> Archive:
        if self._service is not None:
            self._service.report_notice(opened.notice)
        return opened.vault
