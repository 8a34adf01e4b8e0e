"""Prints off the GUI thread, with a notice above the copy that shows progress and can cancel."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from bnews_desk.gui.publish.print_painting import Report
from bnews_desk.gui.window.notice_bar import NoticeBar

NOTICE_DELAY_MS = 700
"""Milliseconds after which the progress is shown."""
JOIN_SECONDS = 30.0
"""Seconds that ``shut_down`` waits for a file being written."""
_KEY = "halaman"

Made = TypeVar("Made")


class PrintCancelledError(Exception):
    """The editor cancelled printing."""


class PrintJob(QObject):
    """Runs one job at a time on a thread of its own.

    Meanwhile a notice shows the page reached and can cancel the job. ``shut_down`` must be called
    at the end.
    """

    _advanced = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._notice = notice
        self._thread: Thread | None = None
        self._is_cancelled = Event()
        self._text = ""
        self._progress = (0, 0)
        self._notice_timer = QTimer(self)
        self._notice_timer.setSingleShot(True)
        self._notice_timer.timeout.connect(self._show)
        self._advanced.connect(self._set_progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._thread is not None

    def begin(
        self,
        text: str,
        work: Callable[[Report], Made],
        then: Callable[[Made | None], object],
    ) -> bool:
        """Run ``work`` on the thread and pass its result to ``then`` on the GUI thread.

        ``text`` is the notice, with placeholders for the page and the number of pages. After
        cancelling, ``then`` is not called; after an unexpected error it gets None. Returns False
        when a job is already running.
        """
        if self.is_busy:
            return False
        self._text, self._progress = text, (0, 0)
        self._is_cancelled.clear()
        self._notice_timer.start(NOTICE_DELAY_MS)
        self._thread = Thread(target=self._run, args=(work, then), name="bnews-pages")
        self._thread.start()
        return True

    def cancel(self) -> None:
        """Stop after the present page."""
        self._is_cancelled.set()

    def shut_down(self) -> None:
        """Wait for a job that is running; ``then`` is not called afterwards."""
        self._notice_timer.stop()
        self._advanced.disconnect(self._set_progress)
        self._ended.disconnect(self._end)
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def _run(self, work: Callable[[Report], object], then: Callable[..., object]) -> None:
        made: object = None
        try:
            made = work(self._report)
        except PrintCancelledError:
            made = PrintCancelledError
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
        finally:
            self._ended.emit(then, made)

    def _report(self, page: int, count: int) -> None:
        """Report a page; on the thread."""
        if self._is_cancelled.is_set():
            raise PrintCancelledError
        self._advanced.emit(page, count)

    def _set_progress(self, page: int, count: int) -> None:
        self._progress = (page, count)
        if self.is_busy and not self._notice_timer.isActive():
            self._show()

    def _show(self) -> None:
        page, count = self._progress
        text = self._text.format(page or 1, count or "…")
        self._notice.show_notice(text, _KEY, "warn", (self.tr("Batalkan"), self.cancel))

    def _end(self, then: Callable[..., object], made: object) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._notice_timer.stop()
        self._notice.remove_notice(_KEY)
        if made is not PrintCancelledError:
            then(made)
