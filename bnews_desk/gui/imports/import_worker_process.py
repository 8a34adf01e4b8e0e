"""One import worker process and the thread that talks to it."""

from __future__ import annotations

import logging
import os.path
from collections.abc import Callable
from multiprocessing import connection, get_context
from queue import SimpleQueue
from threading import Lock, Thread

from bnews_desk.gui.imports.import_worker import serve_import_requests
from bnews_desk.gui.imports.import_worker_messages import (
    Answer,
    FileRead,
    ImportedFile,
    ReadAgainRequest,
    WorkerLost,
    decode_answer,
)
from bnews_desk.helper_process import end_with_parent
from bnews_desk.house.style import HouseStyle
from bnews_desk.importers.import_messages import receive_message
from bnews_desk.importers.imported_release import Attachment
from bnews_desk.importers.limits import has_run_out_of_memory, too_large
from bnews_desk.log import log_fault

_LOG = logging.getLogger(__name__)


JOIN_SECONDS = 5.0
"""Seconds to wait for the end of a killed process."""
_OWN_END_SECONDS = 1.0
"""Seconds to wait for a process whose pipe is closed to end by itself, so that its exit code tells
why.
"""

OnAnswer = Callable[["ImportWorkerProcess", Answer, ImportedFile | None], None]
"""Receives an answer, on the process's thread; the ``ImportedFile`` comes with a ``FileRead``."""


class ImportWorkerProcess:
    """Starts a worker process, and sends it requests and receives its answers one at a time.

    The first answer is ``WorkerReady``; ``WorkerLost`` is the last. After ``kill`` there are no
    more.
    """

    def __init__(self, house: HouseStyle, on_answer: OnAnswer) -> None:
        self._on_answer = on_answer
        self._asked: SimpleQueue[str | ReadAgainRequest | Attachment | HouseStyle | None] = (
            SimpleQueue()
        )
        self._lock = Lock()
        self._is_killed = False
        self._is_reading = False
        context = get_context("spawn")
        self._pipe, self._other_end = context.Pipe()
        self._process = context.Process(
            target=serve_import_requests,
            args=(self._other_end, house),
            name="bnews-import",
            daemon=True,
        )
        self._thread = Thread(target=self._run, name="bnews-import", daemon=True)
        self._thread.start()

    def ask(self, wanted: str | ReadAgainRequest | Attachment) -> None:
        """Send a path, or a file whose bytes are loaded; its answer comes later."""
        self._asked.put(wanted)

    def set_house(self, house: HouseStyle) -> None:
        """Read later requests with another style sheet."""
        self._asked.put(house)

    def kill(self) -> None:
        """Kill the process, whatever it does; returns without waiting."""
        with self._lock:
            self._is_killed = True
            if self._process.pid is not None:
                self._process.kill()
        self._asked.put(None)

    def join(self) -> None:
        """Wait for a killed process and its thread to end."""
        self._thread.join(JOIN_SECONDS)

    @property
    def is_reading(self) -> bool:
        """Whether the process has been sent a request that it has not answered."""
        return self._is_reading

    @property
    def is_over(self) -> bool:
        """Whether the thread has ended."""
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            if self._start():
                self._serve_requests()
        except Exception as error:  # the pipe's end, or a malformed answer
            log_fault(_LOG, "talking to the import worker", error)
        finally:
            self._pipe.close()
            self._notify(WorkerLost(self._is_reading, self._end_process()), None)

    def _start(self) -> bool:
        with self._lock:
            if self._is_killed:
                self._other_end.close()
                return False
            self._process.start()
            if self._process.pid is not None:
                end_with_parent(self._process.pid)
        self._other_end.close()
        return True

    def _serve_requests(self) -> None:
        self._receive_answer("")
        while (asked := self._asked.get()) is not None:
            if not self._process.is_alive():
                return
            self._is_reading = isinstance(
                asked, ReadAgainRequest | Attachment
            )  # its bytes may be what ends the worker
            self._pipe.send(asked)
            if not isinstance(asked, HouseStyle):
                self._is_reading = True
                self._receive_answer(asked if isinstance(asked, str) else "")

    def _receive_answer(self, path: str) -> None:
        # On Windows our own process holds the worker's end of the pipe until the worker opens it:
        # when a worker ends before that, only its sentinel tells.
        ready = connection.wait([self._pipe, self._process.sentinel])
        if self._pipe not in ready:
            raise EOFError
        answer = decode_answer(receive_message(self._pipe))
        original = None
        if isinstance(answer, FileRead):
            original = ImportedFile(os.path.basename(path), answer.digest, answer.data)
        self._is_reading = False
        self._notify(answer, original)

    def _notify(self, answer: Answer, original: ImportedFile | None) -> None:
        if not self._is_killed:
            self._on_answer(self, answer, original)

    def _end_process(self) -> str:
        """End the process; returns a sentence when it ended by itself for lack of memory."""
        if self._process.pid is None:
            return ""
        self._process.join(_OWN_END_SECONDS)
        self._process.kill()
        self._process.join(JOIN_SECONDS)
        return str(too_large()) if has_run_out_of_memory(self._process.exitcode) else ""
