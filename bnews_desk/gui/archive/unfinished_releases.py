"""Lists the archive's unfinished releases that this desk's journal lacks, for the desk list."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import ReleaseFilter, ReleaseSummary, ResultPage
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.desk.desk_list_model import archived_desk_entry
from bnews_desk.gui.shared.timers import once_after

MOST = 200
"""Releases of the archive that are considered; what is older is found on the archive page."""
LOOK_MS = 500
"""Milliseconds after a change of the archive in which others may join it."""
_UNFINISHED = ReleaseFilter(frozenset(("baru", "disunting", "siap")))


class UnfinishedReleases(QObject):
    """Keeps the desk list's rows of other desks' unfinished releases up to date."""

    def __init__(self, desk: Desk, service: ArchiveService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._soon = once_after(LOOK_MS, self.refresh, self)
        service.opened.connect(self._soon.start)
        service.changed.connect(self._soon.start)

    def refresh(self) -> None:
        """Ask the archive for them now."""
        self._service.ask(_unfinished_releases, self._show)

    def _show(self, found: list[ReleaseSummary]) -> None:
        self._desk.show_archived_entries([archived_desk_entry(summary) for summary in found])


def _unfinished_releases(archive: Archive) -> list[ReleaseSummary]:
    return archive.list_releases(_UNFINISHED, ResultPage(MOST))
