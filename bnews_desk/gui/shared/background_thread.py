"""A Python thread that runs work in order beside the GUI thread.

A ``QThread`` asks its Python object for its name as it starts, and an object that was moved to it
for its slots, without holding the interpreter's lock. Under Python 3.11 PySide then looks into its
one table of all types (``PepType_SOTP`` of libshiboken), which the GUI thread enlarges whenever a
type of Qt is used for the first time: where both meet, the program ends with a segmentation fault,
once in some 150 starts. A thread of Python's holds the lock whenever it comes to PySide.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

Work = Callable[[], None]


class BackgroundThread:
    """Does one piece of work after the other, in the order in which they were asked for.

    What a piece of work raises goes to ``excepthook``; the next is done all the same.
    ``end`` must be called in the end.
    """

    def __init__(self, name: str) -> None:
        self._asked: SimpleQueue[Work | None] = SimpleQueue()
        self._is_ended = False
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether the thread has not come to its end yet."""
        return self._thread.is_alive()

    def submit(self, work: Work) -> None:
        """Have ``work`` done on the thread; returns at once."""
        self._asked.put(work)

    def end(self, seconds: float) -> None:
        """Drop what has not been begun, and wait at most so long for what has."""
        self._is_ended = True
        self._asked.put(None)
        self._thread.join(seconds)

    def end_when_idle(self) -> None:
        """Let it end once all is done that was asked for, as far as the program lives so long."""
        self._asked.put(None)

    def _run(self) -> None:
        while (work := self._asked.get()) is not None and not self._is_ended:
            try:
                work()
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
