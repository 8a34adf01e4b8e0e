"""Carries out the outbox's entries once the archive works; each is stored before it is tried."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Callable
from operator import methodcaller
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    ConflictError,
    UnusableArchiveError,
)
from bnews_desk.archive.sync.outbox import Outbox, OutboxEntry
from bnews_desk.gui.shared.background_thread import BackgroundThread

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.gui.archive.archive_service import ArchiveService

END_SECONDS = 10.0
"""Seconds that the end of the program waits until the last entry is stored."""

Run = Callable[["Archive", OutboxEntry], object]


class OutboxService(QObject):
    """Has the archive do what the outbox holds: a release's entries in order, oldest first.

    Each entry is in ``outbox`` some milliseconds after ``add_entry``, until it is done.
    ``run`` does one, on the archive's thread. ``shut_down`` must be called in the end.
    """

    done = Signal(str)
    """The key of a release of which an entry was done."""
    failed = Signal()
    """An entry could not be done: call ``try_again`` some time later."""
    _read = Signal(object)

    def __init__(self, service: ArchiveService, outbox: Outbox, run: Run, parent: QObject) -> None:
        super().__init__(parent)
        self._service, self._outbox, self._run = service, outbox, run
        self._thread: BackgroundThread | None = None
        self._is_asked_for = self._is_read = self._is_ended = False
        self._waiting: dict[str, OutboxEntry] = {}
        self._busy_keys: set[str] = set()
        self._read.connect(self._take_read, Qt.ConnectionType.QueuedConnection)
        service.opened.connect(self.try_again)

    def add_entry(self, entry: OutboxEntry) -> None:
        """Store an entry and do it as soon as possible."""
        name = uuid.uuid4().hex
        self._waiting[name] = entry
        self._write(lambda file: file.put(name, entry))
        self.try_again()

    def address_of(self, key: str) -> str | None:
        """The address that a release is still to be given, None where there is none."""
        waiting = [one.address for one in self._waiting.values() if one.key == key]
        return next((one for one in reversed(waiting) if one is not None), None)

    def try_again(self) -> None:
        """Do every entry that waits, once those of earlier starts are known."""
        if not self._is_asked_for:
            self._is_asked_for = True
            self._write(lambda file: self._read.emit(file.waiting()))
        if self._is_read:
            keys = dict.fromkeys(entry.key for entry in self._waiting.values())
            for key in keys:
                if key not in self._busy_keys:
                    self._do_entries(key)

    def finish(self, seconds: float) -> None:
        """Give the archive every entry that waits; the program ends and hears no answer.

        Entries of earlier starts are waited for at most ``seconds``.
        """
        if self._is_read:
            self.try_again()
            return
        found: list[dict[str, OutboxEntry]] = []
        is_read = Event()

        def read(file: Outbox) -> None:
            found.append(file.waiting())
            is_read.set()

        self._write(read)
        if is_read.wait(seconds):
            self._take_read(found[0])

    def shut_down(self) -> None:
        """Wait until every entry is stored; a very slow disk is left to the thread, which ends with
        the program.
        """
        self._is_ended = True
        thread, self._thread = self._thread, None
        if thread is not None:
            is_written = Event()
            thread.submit(is_written.set)
            if not is_written.wait(END_SECONDS):
                thread.end_when_idle()
                return
            thread.end(END_SECONDS)

    def _do_entries(self, key: str) -> None:
        """Do all entries of one release: none ahead of an earlier one that fails."""
        steps = [(name, entry) for name, entry in self._waiting.items() if entry.key == key]
        done: set[str] = set()
        self._busy_keys.add(key)

        def work(archive: Archive) -> None:  # from the start again where the archive was damaged
            for name, entry in steps:
                if self._try_entry(archive, entry):
                    self._write(methodcaller("drop", name))
                done.add(name)

        self._service.ask(
            work,
            lambda _none: self._take_end(key, done, is_whole=True),
            lambda _why: self._take_end(key, done, is_whole=False),
        )

    def _try_entry(self, archive: Archive, entry: OutboxEntry) -> bool:
        """Do one entry, or tell why not; whether it can be removed.

        It can where the archive refuses it for good. An unforeseen failure waits for the next
        start. Neither holds up other entries.
        """
        try:
            self._run(archive, entry)
        except (UnusableArchiveError, ConflictError):
            raise
        except ArchiveError as refusal:
            self._service.report_notice(str(refusal))
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            self._service.report_notice(_postponed_text(entry))
            return False
        return True

    def _take_end(self, key: str, done: set[str], *, is_whole: bool) -> None:
        self._busy_keys.discard(key)
        for name in done:
            del self._waiting[name]
        if done:
            self.done.emit(key)
        if is_whole:
            self.try_again()
        else:
            self.failed.emit()

    def _take_read(self, found: dict[str, OutboxEntry]) -> None:
        if not self._is_ended:
            self._is_read = True
            self._waiting = {**found, **self._waiting}
            self.try_again()

    def _write(self, change: Callable[[Outbox], object]) -> None:
        """Change the outbox, on its thread; any thread may call."""
        thread = self._thread
        if thread is None:
            if self._is_ended:
                return
            thread = self._thread = BackgroundThread("bnews-pesanan")

        def work() -> None:
            change(self._outbox)

        thread.submit(work)


def _postponed_text(entry: OutboxEntry) -> str:
    """What to say of an entry that is tried again at the next start."""
    what = "Keputusan Anda atas satu naskah"
    if entry.release is not None:
        what = f"Versi dari “{entry.release.headline}”"
    elif entry.address is not None:
        what = f"Alamat terbit “{entry.address}”"
    elif entry.stage is not None:
        what = f"Status “{entry.stage}” satu naskah"
    return (
        f"{what} belum masuk arsip karena galat program; tersimpan di komputer ini dan dicoba lagi"
        " saat B-News Desk dibuka kembali."
    )
