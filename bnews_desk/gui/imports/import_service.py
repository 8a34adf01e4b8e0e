"""Imports files through the worker process, which is replaced whatever a file does to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from hashlib import sha256

from PySide6.QtCore import QObject, Signal

from bnews_desk.gui.imports.import_worker_messages import (
    Answer,
    FileRead,
    FileRefused,
    FolderListed,
    ImportedFile,
    OriginalRead,
    ReadAgainRequest,
    WorkerLost,
    WorkerReady,
)
from bnews_desk.gui.imports.import_worker_process import ImportWorkerProcess
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.house.style import HouseStyle
from bnews_desk.importers.imported_release import Attachment
from bnews_desk.importers.limits import MAX_SECONDS

TIMEOUT_MS = int(MAX_SECONDS * 1000) + 5000
"""Milliseconds without an answer before a worker that exceeds its own limit is killed."""
WARM_UP_MS = 400
"""Milliseconds before the first process starts, so that the window is shown and takes typing
first.
"""

ImportSource = str | Attachment
"""What to import: a path, or a mail's attachment."""


class ImportService(QObject):
    """Reads files one after the other, in order, in one worker process kept ready.

    For each file exactly one of ``imported`` and ``failed`` is emitted, whatever happens; then the
    next file is read. The process starts shortly after the window, and anew whenever one has ended.
    ``shut_down`` must be called at the end.
    """

    progress = Signal(int, int)
    """The number of files done, and of all; a folder counts as the files it holds."""
    imported = Signal(str, object, object)
    """A path, its ``ImportedRelease`` and its ``ImportedFile``.

    For a mail's attachment, its name stands for the path here and in ``failed``.
    """
    failed = Signal(str, str)
    """A path, and one sentence for the editor."""
    read_again = Signal(str, object)
    """A release's key, and the ``ImportedRelease`` of its stored original or, when that cannot be
    read, one sentence for the editor.
    """
    cancelled = Signal(object)
    """The paths that were not read, a list of str; ``finished`` follows."""
    finished = Signal()
    """Nothing is left to read, or the import was cancelled."""
    _answered = Signal(object, object, object)

    def __init__(self, house: HouseStyle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._waiting: deque[ImportSource] = deque()
        self._rereads: deque[ReadAgainRequest] = deque()
        self._current: ImportSource | ReadAgainRequest | None = None
        self._done = self._total = 0
        self._is_ready = False
        self._ended: list[ImportWorkerProcess] = []
        self._answered.connect(self._receive_answer)
        self._timeout = once_after(TIMEOUT_MS, self._on_timeout, self)
        self._worker: ImportWorkerProcess | None = None
        self._warm_up = once_after(WARM_UP_MS, self._start, self)
        self._warm_up.start()

    @property
    def is_busy(self) -> bool:
        """Whether files are being read or waiting, stored originals not counted."""
        return self._is_importing or bool(self._waiting)

    @property
    def _is_importing(self) -> bool:
        return self._current is not None and not isinstance(self._current, ReadAgainRequest)

    def import_files(self, paths: Iterable[ImportSource]) -> None:
        """Read files, and those in folders, after the ones already waiting."""
        wanted = list(paths)
        if not wanted:
            return
        self._waiting.extend(wanted)
        self._total += len(wanted)
        self.progress.emit(self._done, self._total)
        self._start()
        self._send_next()

    def read_kept(self, kept: ReadAgainRequest) -> None:
        """Read a stored original again, before waiting files; answered by one ``read_again``."""
        self._rereads.append(kept)
        self._start()
        self._send_next()

    def cancel(self) -> None:
        """Cancel the import; the file being read is abandoned at once."""
        unread = [_name(wanted) for wanted in self._waiting]
        self._waiting.clear()
        if self._current is not None and not isinstance(self._current, ReadAgainRequest):
            unread.insert(0, _name(self._current))
            self._current = None
            self._replace_worker()
        if unread:
            self.cancelled.emit(unread)
            self._finish()

    def set_house(self, house: HouseStyle) -> None:
        """Read frames in another style from the next file on."""
        self._house = house
        if self._worker is not None:
            self._worker.set_house(house)

    def shut_down(self) -> None:
        """End the process; no signal is emitted afterwards."""
        self._warm_up.stop()
        self._timeout.stop()
        self._waiting.clear()
        self._rereads.clear()
        self._current = None
        self._kill_worker()
        for worker in self._ended:
            worker.join()
        self._ended.clear()

    def _start(self) -> None:
        self._warm_up.stop()
        if self._worker is None:
            self._worker = self._new_worker()

    def _new_worker(self) -> ImportWorkerProcess:
        self._is_ready = False
        return ImportWorkerProcess(self._house, self._answered.emit)

    def _replace_worker(self) -> None:
        self._kill_worker()
        self._worker = self._new_worker()

    def _kill_worker(self) -> None:
        self._timeout.stop()
        if self._worker is not None:
            self._worker.kill()
            self._ended = [worker for worker in self._ended if not worker.is_over]
            self._ended.append(self._worker)
            self._worker = None

    def _send_next(self) -> None:
        """Send the next request if the worker is free; emit ``finished`` when there is none."""
        if self._current is not None:
            return
        if not (self._waiting or self._rereads):
            self._finish()
        elif self._is_ready and self._worker is not None:
            self._current = self._rereads.popleft() if self._rereads else self._waiting.popleft()
            self._timeout.start()
            self._worker.ask(self._current)
        elif not self._timeout.isActive():
            self._timeout.start()

    def _finish(self) -> None:
        if self._total:
            self._done = self._total = 0
            self.finished.emit()

    def _receive_answer(
        self, worker: ImportWorkerProcess, answer: Answer, original: ImportedFile | None
    ) -> None:
        """Handle an answer, unless it comes from a worker that was given up."""
        if worker is not self._worker:
            return
        self._timeout.stop()
        asked, self._current = self._current, None
        if isinstance(answer, WorkerReady):
            self._is_ready = True
        elif isinstance(answer, WorkerLost):
            self._replace_lost(asked, answer)
        elif isinstance(asked, ReadAgainRequest):
            found = answer.imported if isinstance(answer, OriginalRead) else answer
            self.read_again.emit(asked.key, getattr(found, "message", found))
        elif asked is not None:
            self._handle_answer(asked, answer, original)
        self._send_next()

    def _handle_answer(
        self, wanted: ImportSource, answer: Answer, original: ImportedFile | None
    ) -> None:
        path = _name(wanted)
        if isinstance(answer, FolderListed):
            self._waiting.extendleft(reversed(answer.paths))
            self._total += len(answer.paths) - 1
            self.progress.emit(self._done, self._total)
            if answer.more:
                self.failed.emit(path, self._too_many(path, answer))
            return
        self._done += 1
        done, total = self._done, self._total
        if isinstance(answer, FileRead):
            self.imported.emit(path, answer.imported, original)
        elif isinstance(answer, OriginalRead) and isinstance(wanted, Attachment):
            own = ImportedFile(wanted.name, sha256(wanted.data).hexdigest(), wanted.data)
            self.imported.emit(path, answer.imported, own)
        elif isinstance(answer, FileRefused):
            self.failed.emit(path, answer.message)
        self.progress.emit(done, total)

    def _replace_lost(
        self, asked: ImportSource | ReadAgainRequest | None, lost: WorkerLost
    ) -> None:
        """Start another worker in place of one that ended by itself.

        A request that it had not begun is sent again; the file that it was reading is not, since
        that may be what ends workers.
        """
        was_ready = self._is_ready
        self._kill_worker()
        if not was_ready:
            self._fail_all()
            return
        self._worker = self._new_worker()
        if asked is not None and lost.while_reading:
            self._fail(
                asked,
                lost.message
                or self.tr(
                    "Pembacaan berkas ini terhenti mendadak; simpan ulang dari program asalnya,"
                    " lalu coba lagi."
                ),
            )
        elif isinstance(asked, ReadAgainRequest):
            self._rereads.appendleft(asked)
        elif asked is not None:
            self._waiting.appendleft(asked)

    def _fail_all(self) -> None:
        """Fail all waiting requests: no worker can be started."""
        waiting: list[ImportSource | ReadAgainRequest] = [*self._rereads, *self._waiting]
        self._rereads, self._waiting = deque(), deque()
        for asked in waiting:
            self._fail(
                asked,
                self.tr(
                    "Pembaca berkas tidak dapat dijalankan; tutup dan buka lagi B-News Desk, lalu"
                    " impor sekali lagi."
                ),
            )

    def _on_timeout(self) -> None:
        asked, self._current = self._current, None
        if asked is None:
            self._kill_worker()
            self._fail_all()
        else:
            self._replace_worker()
            self._fail(
                asked,
                self.tr(
                    "Berkas ini belum selesai dibaca pada waktunya; simpan ulang dari program"
                    " asalnya atau bagi menjadi beberapa berkas."
                ),
            )
        self._send_next()

    def _fail(self, asked: ImportSource | ReadAgainRequest, message: str) -> None:
        if isinstance(asked, ReadAgainRequest):
            self.read_again.emit(asked.key, message)
            return
        self._done += 1
        done, total = self._done, self._total
        self.failed.emit(_name(asked), message)
        self.progress.emit(done, total)

    def _too_many(self, path: str, answer: FolderListed) -> str:
        return self.tr(
            "Folder “{folder}” berisi terlalu banyak naskah; {count} berkas terakhir tidak ikut,"
            " impor dari subfoldernya."
        ).format(folder=path, count=answer.more)


def _name(wanted: ImportSource) -> str:
    return wanted.name if isinstance(wanted, Attachment) else wanted
