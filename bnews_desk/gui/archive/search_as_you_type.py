"""Searching as one types: once the keys pause, beside the GUI thread, the newest answer alone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.search_request import PAGE, Found, Request, answer
from bnews_desk.gui.shared.timers import once_after

QUIET_MS = 150
"""Milliseconds without a key after which a search begins."""


class SearchAsYouType(QObject):
    """Asks the archive, and lets go of every answer that is not to the present request."""

    found = Signal(object)
    """A ``Found``: with offset 0 it takes the place of what was found before."""
    failed = Signal(str)
    """One sentence: why nothing could be found."""

    def __init__(self, service: ArchiveService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._request = Request()
        self._number = 0
        self._is_asking_more = False
        self._quiet = once_after(QUIET_MS, self._begin, self)

    def search(self, request: Request) -> None:
        """Search, once no other request follows for a while."""
        self._request = request
        self._quiet.start()

    def search_now(self, request: Request, limit: int = PAGE) -> None:
        """Search without waiting, for that many releases."""
        self._request = request
        self._begin(limit)

    def more(self, offset: int) -> None:
        """Fetch what follows the first ``offset`` releases of the present answer."""
        if not self._is_asking_more and not self._quiet.isActive():
            self._is_asking_more = True
            self._ask(offset, PAGE)

    def stop(self) -> None:
        """Let go of what has been asked."""
        self._quiet.stop()
        self._number += 1

    def _begin(self, limit: int = PAGE) -> None:
        self._quiet.stop()
        self._number += 1
        self._is_asking_more = False
        self._ask(0, limit)

    def _ask(self, offset: int, limit: int) -> None:
        request, number = self._request, self._number

        def work(archive: object) -> Found | None:
            if number != self._number:
                return None  # another has been typed meanwhile
            return answer(archive, request, offset, limit)  # type: ignore[arg-type]

        self._service.ask(work, partial(self._take, number), partial(self._fail, number))

    def _take(self, number: int, found: Found | None) -> None:
        if number == self._number and found is not None:
            self._is_asking_more = False
            self.found.emit(found)

    def _fail(self, number: int, sentence: str) -> None:
        if number == self._number:
            self._is_asking_more = False
            self.failed.emit(sentence)
