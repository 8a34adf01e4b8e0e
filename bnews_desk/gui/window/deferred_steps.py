"""Work that waits for the first paint and then goes in small steps, so that keys come between."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, SignalInstance

GRACE_MS = 40
"""Milliseconds after the first paint that belong to the first keys."""
BREATH_MS = 5
"""Milliseconds between two steps, for keys that have come meanwhile."""
LATEST_MS = 1500
"""Milliseconds after which the steps begin although nothing was painted."""


class DeferredSteps(QObject):
    """Takes one step after the other once ``first_painted`` has come, or all that are left at once.

    The steps come from an iterator; what is to be done lies between its values.
    """

    def __init__(
        self, steps: Iterator[None], first_painted: SignalInstance, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self.is_done = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._step)
        self._next.start(LATEST_MS)
        first_painted.connect(self._begin)

    def finish(self) -> None:
        """Take all steps that are left."""
        self._next.stop()
        for _ in self._steps:
            pass
        self.is_done = True

    def _begin(self) -> None:
        if not self.is_done:
            self._next.start(GRACE_MS)

    def _step(self) -> None:
        for _ in self._steps:
            self._next.start(BREATH_MS)
            return
        self.is_done = True
