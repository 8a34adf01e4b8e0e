"""Runs Python's cyclic garbage collection on the GUI thread while the editor is idle.

Left to itself Python collects on whichever thread happens to make an object. A QObject that is
garbage then dies on a thread that is not its own, which Qt forbids; and a full collection, 30 ms
with one release open, may come between a key and its letter.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

REST_MS = 2000
"""Milliseconds without a disturbance after which what is due is collected."""
LATEST_MS = 60_000
"""Milliseconds after which it is collected although nobody has rested."""


class GarbageCollection(QObject):
    """Stands in for Python's automatic collections, by its thresholds, until ``end``.

    There can be one of these at a time.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rest = self._timer(REST_MS)
        self._latest = self._timer(LATEST_MS)

    def put_off(self) -> None:
        """The editor does something: begin the rest anew."""
        self._rest.start()

    def end(self) -> None:
        """Leave collecting to Python again."""
        self._rest.stop()
        self._latest.stop()
        gc.enable()

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self._collect)
        timer.start(interval_ms)
        return timer

    def _collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        figures = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [number for number, (count, most) in enumerate(figures) if 0 < most < count]
        if due:
            gc.collect(due[-1])
