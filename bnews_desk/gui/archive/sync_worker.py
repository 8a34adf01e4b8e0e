"""What stands between a desk's journal and the archive, on the archive's thread."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bnews_desk.archive.sync.outbox import OutboxEntry, outbox_file
from bnews_desk.archive.sync.release_sync import DeskState, ReleaseSync, SyncOutcome
from bnews_desk.archive.sync.sync_state import SyncState, sync_state_file

if TYPE_CHECKING:
    from bnews_desk.archive.journal.journal import Journal
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.gui.archive.archive_service import ArchiveService


class SyncWorker:
    """The one ``TakingOver`` of a desk.

    It is made, and everything is done, on the archive's thread; ``took`` may be read anywhere.
    """

    def __init__(self, journal: Journal, service: ArchiveService) -> None:
        self._journal, self._service = journal, service
        self._agreements: SyncState | None = None
        self._taking: ReleaseSync | None = None
        self.took = 0.0
        """Seconds that the last release took to be taken in."""

    def at_work(self) -> ReleaseSync:
        """What hands over."""
        if self._taking is None:
            self._agreements = SyncState(self._agreements_file())
            self._taking = ReleaseSync(self._journal, self._agreements)
        return self._taking

    def hand(self, archive: Archive, standing: DeskState) -> SyncOutcome | None:
        """Hand a release over in the state in which it stands."""
        self._journal.flush()  # or after a kill the archive would be ahead of it
        began = time.monotonic()
        outcome = self.at_work().take(archive, standing)
        self.took = time.monotonic() - began
        return outcome

    def make_durable(self, archive: Archive) -> None:
        """Have what was handed over survive a power cut."""
        self.at_work().make_durable(archive)

    def run(self, archive: Archive, errand: OutboxEntry) -> None:
        """Do an errand."""
        self.at_work().run(archive, errand)

    def errands_file(self) -> str:
        """Where this desk's errands to this archive lie; any thread may ask."""
        return outbox_file(self._agreements_file())

    def let_go(self) -> None:
        """Let go of what was agreed on: nothing is handed over any more."""
        if self._agreements is not None:
            self._agreements.close()

    def _agreements_file(self) -> str:
        return self._service.agreements or sync_state_file(self._journal.path)
