"""What the archive is asked to keep, done when it works: written down first, whatever ends when."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from bnews_desk.archive.vault.errands import Errand, ErrandFile
from bnews_desk.gui.side_thread import SideThread

if TYPE_CHECKING:
    from bnews_desk.archive.vault.protocol import Archive
    from bnews_desk.gui.archive.service import ArchiveService

END_SECONDS = 2.0
"""Seconds that the end of the program waits until the last errand is written down."""

Run = Callable[["Archive", Errand], object]


class Errands(QObject):
    """Errands to the archive in the order in which they were asked for, earlier starts' before.

    Each is in a file some milliseconds after :meth:`ask`, and stays there until it is done. ``run``
    does one, on the archive's thread; ``place`` is where the file lies. :meth:`shut_down` must be
    called in the end.
    """

    done = Signal(str)
    """The key of a release for which something was done."""
    failed = Signal()
    """Something could not be done: :meth:`try_again`, some time later."""
    _read = Signal(object)

    def __init__(
        self, service: ArchiveService, place: Callable[[], str], run: Run, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._service, self._place, self._run = service, place, run
        self._file: ErrandFile | None = None
        self._thread: SideThread | None = None
        self._is_read = self._is_ended = False
        self._waiting: dict[str, Errand] = {}
        self._under_way: set[str] = set()
        self._finished: set[str] = set()
        self._read.connect(self._take_read, Qt.ConnectionType.QueuedConnection)
        service.opened.connect(self._take_opened)

    def ask(self, errand: Errand, before: Callable[[Archive], object] | None = None) -> None:
        """Have something done; ``before`` is done with the archive ahead of it, this time alone."""
        name = uuid.uuid4().hex
        self._waiting[name] = errand
        self._write(lambda file: file.put(name, errand))
        self._do(name, before)

    def address_of(self, key: str) -> str | None:
        """The address that a release is still to be given, None where it is none."""
        waiting = [one.address for one in self._waiting.values() if one.key == key]
        return next((one for one in reversed(waiting) if one is not None), None)

    def try_again(self) -> None:
        """Have everything done that waits."""
        for name in list(self._waiting):
            self._do(name)

    def shut_down(self) -> None:
        """Let go of the file once all is written down that was asked for."""
        self._is_ended = True
        thread, self._thread = self._thread, None
        if thread is not None:
            is_written = Event()
            thread.ask(is_written.set)
            is_written.wait(END_SECONDS)
            thread.end(END_SECONDS)
        if self._file is not None:
            self._file.close()

    def _do(self, name: str, before: Callable[[Archive], object] | None = None) -> None:
        if name in self._under_way:
            return
        self._under_way.add(name)
        errand = self._waiting[name]

        def work(archive: Archive) -> None:
            if before is not None:
                before(archive)
            self._run(archive, errand)
            self._write(lambda file: file.drop(name))

        self._service.ask(work, lambda _none: self._take_done(name), partial(self._take_fail, name))

    def _take_done(self, name: str) -> None:
        self._under_way.discard(name)
        self._finished.add(name)
        errand = self._waiting.pop(name)
        self.done.emit(errand.key)

    def _take_fail(self, name: str, _why: str) -> None:
        self._under_way.discard(name)
        self.failed.emit()

    def _take_opened(self) -> None:
        """Those of earlier starts come first, and are read once there is an archive for them."""
        if self._is_read:
            self.try_again()
            return
        self._is_read = True
        self._write(lambda file: self._read.emit(file.waiting()))

    def _take_read(self, found: dict[str, Errand]) -> None:
        if self._is_ended:
            return
        earlier = {name: one for name, one in found.items() if name not in self._finished}
        self._waiting = {**earlier, **self._waiting}
        self.try_again()

    def _write(self, act: Callable[[ErrandFile], object]) -> None:
        """Do something with the file, on its thread; any thread may call."""
        thread = self._thread
        if thread is None:
            if self._is_ended:
                return
            thread = self._thread = SideThread("bnews-pesanan")

        def work() -> None:
            act(self._at_hand())

        thread.ask(work)

    def _at_hand(self) -> ErrandFile:
        if self._file is None:
            self._file = ErrandFile(self._place(), self._service.tell_notice)
        return self._file
