"""Runs printing beside the window, with progress and a way to cancel above the copy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from bnews_desk.gui.publish.print_painting import Report
from bnews_desk.gui.window.notice_bar import NoticeBar

PATIENCE_MS = 700
"""Milliseconds after which work is worth a word."""
JOIN_SECONDS = 30.0
"""How long the end of the program waits for a file that is being written."""
_KEY = "halaman"

Made = TypeVar("Made")


class PrintCancelledError(Exception):
    """The editor does not want the pages any more."""


class PrintJob(QObject):
    """Does one piece of work at a time on a thread of its own.

    While it lasts, a row tells at which page it is and can stop it. ``shut_down`` must be
    called in the end.
    """

    _advanced = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._notice = notice
        self._thread: Thread | None = None
        self._is_unwanted = Event()
        self._text = ""
        self._place = (0, 0)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._show)
        self._advanced.connect(self._take_place, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._thread is not None

    def begin(
        self,
        text: str,
        work: Callable[[Report], Made],
        then: Callable[[Made | None], object],
    ) -> bool:
        """Do ``work`` on the thread and hand what it gives to ``then`` on this one.

        ``text`` names it and has room for a page and their number. Work that was stopped hands
        nothing on, one that failed by a fault of ours None. False where something is being done
        already.
        """
        if self.is_busy:
            return False
        self._text, self._place = text, (0, 0)
        self._is_unwanted.clear()
        self._late.start(PATIENCE_MS)
        self._thread = Thread(target=self._run, args=(work, then), name="bnews-pages")
        self._thread.start()
        return True

    def cancel(self) -> None:
        """Stop behind the page that is at hand."""
        self._is_unwanted.set()

    def shut_down(self) -> None:
        """Let what is being written come to its end; nothing is told afterwards."""
        self._late.stop()
        self._advanced.disconnect(self._take_place)
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
        """Tell of a page; on the thread."""
        if self._is_unwanted.is_set():
            raise PrintCancelledError
        self._advanced.emit(page, count)

    def _take_place(self, page: int, count: int) -> None:
        self._place = (page, count)
        if self.is_busy and not self._late.isActive():
            self._show()

    def _show(self) -> None:
        page, count = self._place
        text = self._text.format(page or 1, count or "…")
        self._notice.show_notice(text, _KEY, "warn", (self.tr("Batalkan"), self.cancel))

    def _end(self, then: Callable[..., object], made: object) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._late.stop()
        self._notice.remove_notice(_KEY)
        if made is not PrintCancelledError:
            then(made)
