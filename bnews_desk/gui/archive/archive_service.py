"""The one thread that uses the archive; its answers come back to the GUI thread."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from bnews_desk.errors import DeskError

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_errors import ArchiveError
    from bnews_desk.archive.repository.archive_protocol import Archive

LOOK_MS = 2_000
"""Milliseconds between two checks whether another program has changed the archive."""
RETRY_SECONDS = 5.0
"""Seconds after which an archive that could not be opened is tried again."""
MEND_SECONDS = 12.0
"""Seconds without a failure after which an archive that nobody has written to works again."""
END_SECONDS = 10.0
"""Seconds that the end of the program waits for what the archive is doing."""

_UNFORESEEN = (
    "Arsip belum mengerjakan permintaan ini karena galat program; naskahnya tetap tersimpan di"
    " meja, dan laporan galatnya sudah ditulis."
)

Answer = TypeVar("Answer")
Open = Callable[[], "Archive"]
Reopen = Callable[["Archive | None"], "Archive"]


class ArchiveService(QObject):
    """Opens the archive on a thread of its own and runs there, in order, the work it is given.

    ``open_archive`` is called on that thread, not before ``begin``; it may take long and raise
    ``ArchiveError``, and is tried again later. ``reopen`` is called in its place where the
    archive's file has gone or is damaged, with the archive that was open, which it must close.
    Nothing here ever waits on the GUI thread but ``flush`` and ``shut_down``, which must be called
    in the end.
    """

    opened = Signal()
    """The archive was opened, for the first time or again."""
    changed = Signal()
    """Something in the archive has changed, by us or by another program."""
    troubled = Signal(str)
    """The archive does not work: one sentence for the editor, once for each cause."""
    mended = Signal()
    """It works again."""
    noticed = Signal(str)
    """Something happened to the archive and is over: one sentence for the editor."""
    recovering = Signal(str)
    """What was lost or damaged is being recovered, which takes a while: one sentence."""
    attempted = Signal()
    """An attempt to open or recover it has ended, whatever the result."""
    _answered = Signal(object)

    def __init__(
        self,
        open_archive: Open,
        parent: QObject | None = None,
        reopen: Reopen | None = None,
    ) -> None:
        super().__init__(parent)
        self.unsent_notices: list[str] = []
        """Notices that have not been sent; once the service has ended they never will be."""
        self._open = open_archive
        self._reopen = reopen
        self._archive: Archive | None = None
        self._trouble = ""
        self._failed: tuple[float, ArchiveError] | None = None
        self._last_failure = 0.0
        self._change_marker = ""
        self._is_ended = False
        self._is_look_due = False
        self._asked: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._answered.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._check_timer = QTimer(self)
        self._check_timer.setInterval(LOOK_MS)
        self._check_timer.timeout.connect(self.check_for_changes)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._check_while_active)

    @property
    def has_begun(self) -> bool:
        """Whether the thread runs: work that was given before waits for it."""
        return self._thread is not None

    @property
    def is_open(self) -> bool:
        """Whether the archive is open."""
        return self._archive is not None

    @property
    def may_open(self) -> bool:
        """Whether it makes sense to wait for the archive: it is open, or being opened."""
        return self.is_open or not self._trouble

    def begin(self) -> None:
        """Start the thread and open the archive; nothing where that is done or the service has
        ended.
        """
        if self._thread is not None or self._is_ended:
            return
        self._thread = Thread(target=self._run, name="bnews-arsip", daemon=True)
        self._thread.start()
        self._check_while_active(QGuiApplication.applicationState())

    def ask(
        self,
        work: Callable[[Archive], Answer],
        then: Callable[[Answer], object] | None = None,
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Run ``work`` with the archive on its thread; returns at once.

        Its answer is given to ``then``, or one sentence for the editor to ``failed`` where it
        raised anything or the archive cannot be opened; both are called on the GUI thread, neither
        once the service has ended. What is no ``DeskError`` goes to ``excepthook`` as well. Work
        given before the archive is open waits for it.
        """

        if not self._is_ended:
            self._asked.put(lambda: self._run_work(work, then, failed))

    def try_again(self) -> None:
        """Find out whether the archive works again, and tell the failure again if not.

        ``mended`` is not sent for a failure that is forgotten so.
        """
        if self._thread is not None:
            self._asked.put(self._forget_trouble)
            self._asked.put(self._check_archive)

    def reopen_damaged(self) -> None:
        """Another reader has met damage in the archive: open it again."""
        self.ask(lambda _archive: self._replace_archive())

    def report_notice(self, sentence: str) -> None:
        """Pass a notice on; any thread may call."""
        if sentence:
            self.unsent_notices.append(sentence)
            self._send(self._send_notice, sentence)

    def report_recovery(self, sentence: str) -> None:
        """Pass on that the archive is being recovered; any thread may call."""
        self._send(self.recovering.emit, sentence)

    def check_for_changes(self) -> None:
        """Check on the thread whether the archive has changed, or can be opened by now.

        At most one such check waits, so that a slow archive is not asked ever more.
        """
        if self._thread is not None and not self._is_look_due:
            self._is_look_due = True
            self._asked.put(self._check_archive)

    def flush(self, seconds: float = END_SECONDS) -> bool:
        """Wait until all work is done, at most ``seconds``; whether it is."""
        if self._thread is None:
            return self._asked.empty()
        done = Event()
        self._asked.put(done.set)
        return done.wait(seconds)

    def shut_down(self, seconds: float = END_SECONDS) -> None:
        """Drop what has not begun, wait at most ``seconds`` for the rest, close the archive.

        Nothing is called or sent afterwards.
        """
        self._is_ended = True
        self._check_timer.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            self._asked.put(None)
            thread.join(seconds)
            if not thread.is_alive() and self._archive is not None:
                self._archive.close()
        self._archive = None

    def _check_while_active(self, state: Qt.ApplicationState) -> None:
        """Check at once when the window comes to the front, and from time to time while it is
        there.
        """
        if self._thread is not None and state == Qt.ApplicationState.ApplicationActive:
            self.check_for_changes()
            self._check_timer.start()
        else:
            self._check_timer.stop()

    def _send_notice(self, sentence: str) -> None:
        self.unsent_notices.remove(sentence)
        self.noticed.emit(sentence)

    def _call(self, answer: Callable[[], object]) -> None:
        if not self._is_ended:
            answer()

    # on the thread: Python's own, for the reason that ``BackgroundThread`` tells

    def _run(self) -> None:
        work: Callable[[], None] | None = self._check_archive
        while work is not None and not self._is_ended:
            try:
                work()
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
            work = self._asked.get()

    def _run_work(
        self,
        work: Callable[[Archive], Answer],
        then: Callable[[Answer], object] | None,
        failed: Callable[[str], object] | None,
    ) -> None:
        try:
            answer = self._answer_of(work)
        except DeskError as error:
            self._take_failure(error)
            if failed is not None:
                self._send(failed, str(error))
        except Exception:  # or who waits for the answer would do so for ever
            if failed is not None:
                self._send(failed, _UNFORESEEN)
            raise
        else:
            if then is not None:
                self._send(then, answer)
            self._check_change_marker()

    def _answer_of(self, work: Callable[[Archive], Answer]) -> Answer:
        """The answer of ``work``; where it meets damage, it runs again with what was recovered."""
        from bnews_desk.archive.repository.archive_errors import DamagedArchiveError

        archive = self._opened_archive()
        try:
            return work(archive)
        except DamagedArchiveError:
            if self._reopen is None:
                raise
            self._replace_archive()
        return work(self._opened_archive())

    def _check_archive(self) -> None:
        self._is_look_due = False
        try:
            self._opened_archive()
        except DeskError as error:
            self._take_failure(error)
        else:
            self._check_change_marker()

    def _opened_archive(self) -> Archive:
        """The archive, opened where it is not; raises what kept it from being opened."""
        if self._archive is not None and not self._archive.is_file_unchanged():
            self._replace_archive()
        if self._archive is None:
            if self._failed is not None and time.monotonic() - self._failed[0] < RETRY_SECONDS:
                raise self._failed[1]
            self._open_with(self._open)
        assert self._archive is not None  # noqa: S101
        return self._archive

    def _replace_archive(self) -> None:
        """Open the archive again: its file has gone, is another one or is damaged."""
        old, self._archive = self._archive, None
        if self._reopen is None:
            if old is not None:
                old.close()
            self._open_with(self._open)
        else:
            reopen = self._reopen
            self._open_with(lambda: reopen(old))

    def _open_with(self, open_it: Open) -> None:
        from bnews_desk.archive.repository.archive_errors import ArchiveError

        try:
            archive = open_it()
        except ArchiveError as error:
            self._failed = time.monotonic(), error
            raise
        finally:
            self._send(self.attempted.emit)
        if self._failed is not None:
            self._send_mended()
        self._failed, self._archive = None, archive
        self._change_marker = ""
        self._send(self.opened.emit)

    def _check_change_marker(self) -> None:
        """Send ``changed`` where the archive has changed since the last time, or ``mended``."""
        if self._archive is None:
            return
        try:
            before, self._change_marker = self._change_marker, self._archive.change_marker()
        except DeskError as error:
            self._take_failure(error)
            return
        is_changed = before not in ("", self._change_marker)
        if is_changed:
            self._send(self.changed.emit)
        if is_changed or time.monotonic() - self._last_failure >= MEND_SECONDS:
            self._send_mended()  # that it can be read means nothing: a full disk can be

    def _take_failure(self, error: DeskError) -> None:
        from bnews_desk.archive.repository.archive_errors import UnusableArchiveError

        if self._archive is not None and not isinstance(error, UnusableArchiveError):
            return  # it works, and has refused
        self._last_failure = time.monotonic()
        if str(error) != self._trouble:
            self._trouble = str(error)
            self._send(self.troubled.emit, self._trouble)

    def _forget_trouble(self) -> None:
        self._trouble, self._failed = "", None

    def _send_mended(self) -> None:
        if self._trouble:
            self._trouble = ""
            self._send(self.mended.emit)

    def _send(self, call: Callable[..., object], *answer: Any) -> None:  # noqa: ANN401
        if not self._is_ended:
            self._answered.emit(lambda: call(*answer))
