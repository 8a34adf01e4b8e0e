"""Runs the archive's maintenance once a day, beside the window and the archive's own thread."""

from __future__ import annotations

from datetime import date
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from bnews_desk.errors import DeskError
from bnews_desk.gui.shared.background_thread import BackgroundThread

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.gui.archive.archive_service import ArchiveService

FIRST_MS = 20_000
"""Milliseconds after the archive was opened in which nothing is done."""
AGAIN_MS = 3_600_000
"""Milliseconds between two checks whether something is due: a window may stay open overnight."""
END_SECONDS = 2.0
"""Seconds that the end of the program waits for it; what is cut short is done on another day."""


class MaintenanceService(QObject):
    """Maintains the archive once a day, on a thread of its own.

    ``shut_down`` must be called in the end.
    """

    failed = Signal(str)
    """One sentence: what failed."""
    done = Signal()
    """Everything that was due is done."""
    _ended = Signal(str, bool)

    def __init__(self, service: ArchiveService, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._thread: BackgroundThread | None = None
        self._stops = Event()
        self._last_day: date | None = None
        self._is_busy = False
        self._ended.connect(self._take_end, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        service.opened.connect(lambda: self._timer.start(FIRST_MS))

    def shut_down(self) -> None:
        """End it at once; half-done maintenance does no harm."""
        self._timer.stop()
        self._stops.set()
        if self._thread is not None:
            self._thread.end(END_SECONDS)
            self._thread = None

    def _begin(self) -> None:
        today = date.today()
        self._timer.start(AGAIN_MS)
        if self._is_busy or self._stops.is_set() or self._last_day == today:
            return
        self._is_busy = True
        self._last_day = today
        if self._thread is None:
            self._thread = BackgroundThread("bnews-arsip-rawat")
        thread = self._thread
        self._service.ask(
            lambda archive: thread.submit(lambda: self._run_maintenance(archive, today)),
            failed=lambda why: self._take_end(why, is_whole=False),
        )

    def _run_maintenance(self, archive: Archive, day: date) -> None:
        """Runs on the thread."""
        from bnews_desk.archive.repository.archive_errors import DamagedArchiveError
        from bnews_desk.archive.repository.daily_maintenance import maintain_archive

        said, is_whole = "", False
        try:
            maintain_archive(archive, day, lambda: not self._stops.is_set())
            is_whole = True
        except DamagedArchiveError:  # what is opened in its place wants its own
            self._service.reopen_damaged()
        except DeskError as error:
            said = str(error)
        if not self._stops.is_set():
            self._ended.emit(said, is_whole)

    def _take_end(self, said: str, is_whole: bool) -> None:
        self._is_busy = False
        if is_whole:
            self.done.emit()
            return
        self._last_day = None  # it is tried again
        if said:
            self.failed.emit(said)
