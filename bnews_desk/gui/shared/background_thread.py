"""A Python thread that runs work in order beside the GUI thread.

A ``QThread`` reads the name of its Python object as it starts, and the slots of an object that was
moved to it, without holding the interpreter lock. Under Python 3.11 PySide then reads its one table
of all types (``PepType_SOTP`` of libshiboken), which the GUI thread enlarges whenever a type of Qt
is used for the first time. Where both happen at once, the program ends with a segmentation fault,
once in some 150 starts. A Python thread holds the lock whenever it calls PySide.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

Work = Callable[[], None]


class BackgroundThread:
    """Runs one piece of work after the other, in the order of ``submit``.

    What a piece of work raises goes to ``excepthook``; the next one runs all the same. ``end`` must
    be called in the end.
    """

    def __init__(self, name: str) -> None:
        self._asked: SimpleQueue[Work | None] = SimpleQueue()
        self._is_ended = False
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether the thread has not ended yet."""
        return self._thread.is_alive()

    def submit(self, work: Work) -> None:
        """Queue ``work`` for the thread; returns at once."""
        self._asked.put(work)

    def end(self, seconds: float) -> None:
        """Drop what has not begun, and wait at most ``seconds`` for what has."""
        self._is_ended = True
        self._asked.put(None)
        self._thread.join(seconds)

    def end_when_idle(self) -> None:
        """End after all queued work, as long as the program lives."""
        self._asked.put(None)

    def _run(self) -> None:
        while (work := self._asked.get()) is not None and not self._is_ended:
            try:
                work()
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
