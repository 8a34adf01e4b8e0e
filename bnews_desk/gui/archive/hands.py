"""What stands between a desk's journal and the archive, on the archive's thread."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bnews_desk.archive.vault.agreements import Agreements, agreements_beside
from bnews_desk.archive.vault.errands import Errand, errands_beside
from bnews_desk.archive.vault.taking_over import Outcome, Standing, TakingOver

if TYPE_CHECKING:
    from bnews_desk.archive.journal import Journal
    from bnews_desk.archive.vault.protocol import Archive
    from bnews_desk.gui.archive.service import ArchiveService


class Hands:
    """The one ``TakingOver`` of a desk.

    It is made, and everything is done, on the archive's thread; ``took`` may be read anywhere.
    """

    def __init__(self, journal: Journal, service: ArchiveService) -> None:
        self._journal, self._service = journal, service
        self._agreements: Agreements | None = None
        self._taking: TakingOver | None = None
        self.took = 0.0
        """Seconds that the last release took to be taken in."""

    def at_work(self) -> TakingOver:
        """What hands over."""
        if self._taking is None:
            self._agreements = Agreements(self._agreements_file())
            self._taking = TakingOver(self._journal, self._agreements)
        return self._taking

    def hand(self, archive: Archive, standing: Standing) -> Outcome | None:
        """Hand a release over in the state in which it stands."""
        self._journal.flush()  # or after a kill the archive would be ahead of it
        began = time.monotonic()
        outcome = self.at_work().take(archive, standing)
        self.took = time.monotonic() - began
        return outcome

    def make_durable(self, archive: Archive) -> None:
        """Have what was handed over survive a power cut."""
        self.at_work().make_durable(archive)

    def run(self, archive: Archive, errand: Errand) -> None:
        """Do an errand."""
        self.at_work().run(archive, errand)

    def errands_file(self) -> str:
        """Where this desk's errands to this archive lie; any thread may ask."""
        return errands_beside(self._agreements_file())

    def let_go(self) -> None:
        """Let go of what was agreed on: nothing is handed over any more."""
        if self._agreements is not None:
            self._agreements.close()

    def _agreements_file(self) -> str:
        return self._service.agreements or agreements_beside(self._journal.path)
