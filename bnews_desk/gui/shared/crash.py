"""Handles uncaught exceptions: writes a crash report and tells the editor once.

Nothing is sent anywhere; the editor is told where the report is.
"""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QThread,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)

from bnews_desk.errors import DeskError
from bnews_desk.gui.shared.crash_report import fatal_report_of, mark_of, report_of, write_report

MAX_REPORTS = 10
"""Reports that one run of the program writes at most."""
_CONTEXT = "Crash"


def install_crash_handler(
    report_folder: str,
    show: Callable[[str], None],
    flush: Callable[[], object],
    *,
    clock: Callable[[], datetime] = datetime.now,
) -> Callable[[], None]:
    """Catch what nothing else has caught, in every thread, and Qt's fatal messages.

    Each failure is told once, however often it happens. ``flush`` writes what is pending into the
    journal (its answer False: not everything is saved), a report goes into ``report_folder``, and
    ``show`` is called with the text for the editor. All of this happens on the thread that failed,
    so ``show`` and ``flush`` must be callable from any thread. The result removes the handlers.
    """
    watch = _Watch(report_folder, show, flush, clock)
    before = sys.excepthook, threading.excepthook
    sys.excepthook = watch.take
    threading.excepthook = watch.take_from_thread
    watch.passed_on = qInstallMessageHandler(watch.take_message)

    def uninstall() -> None:
        sys.excepthook, threading.excepthook = before
        qInstallMessageHandler(watch.passed_on)

    return uninstall


class _Watch:
    """The three hooks and the failures they have reported."""

    def __init__(
        self,
        folder: str,
        show: Callable[[str], None],
        flush: Callable[[], object],
        clock: Callable[[], datetime],
    ) -> None:
        self._folder, self._show, self._flush, self._clock = folder, show, flush, clock
        self._seen: set[str] = set()
        self._lock = threading.Lock()
        self.passed_on: Callable[[QtMsgType, QMessageLogContext, str], None] | None = None

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Replace ``excepthook``."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        with contextlib.suppress(Exception):  # nothing may come of this but a sentence
            if self._is_news(mark_of(error)):
                self._tell(report_of(error.with_traceback(trace), _thread(), self._clock()))

    def take_from_thread(self, given: threading.ExceptHookArgs) -> None:
        """Replace ``threading.excepthook``."""
        if given.exc_value is not None and not issubclass(given.exc_type, SystemExit):
            self.take(given.exc_type, given.exc_value, given.exc_traceback)

    def take_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Replace Qt's message handler; after a fatal message Qt ends the program."""
        if kind == QtMsgType.QtFatalMsg:
            with contextlib.suppress(Exception):
                self._flush()
            with contextlib.suppress(Exception):
                when = self._clock()
                path = write_report(self._folder, fatal_report_of(message, _thread(), when), when)
                faulthandler.disable()  # the end that Qt puts to us has its report
                _print(_ended_at_once().format(path=path))
        elif self.passed_on is not None:
            self.passed_on(kind, context, message)
        else:
            _print(qFormatLogMessage(kind, context, message))

    def _is_news(self, mark: str) -> bool:
        with self._lock:
            if mark in self._seen or len(self._seen) >= MAX_REPORTS:
                return False
            self._seen.add(mark)
            return True

    def _tell(self, report: str) -> None:
        is_safe = False
        with contextlib.suppress(Exception):
            is_safe = self._flush() is not False
        try:
            path = write_report(self._folder, report, self._clock())
            written = _report_is_at().format(path=path)
        except DeskError as error:
            written = _no_report().format(reason=error)
        text = f"{_state_of_things(is_safe=is_safe)} {written}"
        _print(text)
        self._show(text)


def _thread() -> str:
    return threading.current_thread().name


def _print(text: str) -> None:
    with contextlib.suppress(Exception):  # a window program may have nowhere to write
        print(text, file=sys.stderr, flush=True)


def is_running() -> bool:
    """Whether the window handles events, so that work can go on; True on any other thread."""
    application = QCoreApplication.instance()
    if application is None:
        return False
    here = QThread.currentThread()
    return here != application.thread() or here.loopLevel() > 0


def _state_of_things(*, is_safe: bool) -> str:
    translate = QCoreApplication.translate
    if not is_running():
        return translate(
            _CONTEXT,
            "B-News Desk terhenti karena kesalahan program; naskah yang sudah tersimpan tetap ada."
            " Buka sekali lagi, atau ambil naskahnya dari terminal: bnews-desk rescue -o FOLDER.",
        )
    if is_safe:
        return translate(
            _CONTEXT,
            "Satu hal baru saja gagal karena kesalahan program. Naskah Anda tersimpan dan pekerjaan"
            " dapat dilanjutkan.",
        )
    return translate(
        _CONTEXT,
        "Satu hal baru saja gagal karena kesalahan program, dan perubahan terakhir belum tersimpan."
        " Ekspor naskahnya (Ctrl+E) sebelum menutup jendela.",
    )


def _report_is_at() -> str:
    return QCoreApplication.translate(
        _CONTEXT,
        "Laporannya, tanpa isi naskah, ada di “{path}”; kirimkan berkas itu kepada pengelola"
        " B-News Desk. Tidak ada yang terkirim dengan sendirinya.",
    )


def _no_report() -> str:
    return QCoreApplication.translate(
        _CONTEXT, "Laporannya tidak dapat ditulis ({reason}); ceritakan apa yang Anda lakukan."
    )


def crashed_before(reports: Sequence[str]) -> str:
    """What the editor is told at the start when the last run left ``reports`` of a native crash."""
    return QCoreApplication.translate(
        _CONTEXT,
        "B-News Desk atau pembaca berkasnya terhenti mendadak saat terakhir dipakai; naskah tetap"
        " tersimpan di jurnal.",
    ) + " " + _report_is_at().format(path=reports[0])  # fmt: skip


def _ended_at_once() -> str:
    return QCoreApplication.translate(
        _CONTEXT,
        "B-News Desk terhenti; naskah tersimpan di jurnal dan laporannya ada di “{path}”.",
    )
