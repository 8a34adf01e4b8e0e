"""Measures how long the machine ran no process, so that tests can extend their time limits."""

from __future__ import annotations

import threading
import time

BEAT_SECONDS = 0.02
LATE_SECONDS = 0.1
"""A beat with a smaller delay counts as punctual."""


class StallMeter(threading.Thread):
    """Beats regularly in a thread and adds up delays, from ``start`` to ``stop``."""

    def __init__(self) -> None:
        super().__init__(name="nadi", daemon=True)
        self._is_over = threading.Event()
        self.withheld = 0.0
        """Total delay of beats in seconds."""

    def run(self) -> None:
        """Beat until stopped."""
        before = time.monotonic()
        while not self._is_over.wait(BEAT_SECONDS):
            now = time.monotonic()
            late = now - before - BEAT_SECONDS
            self.withheld += late if late > LATE_SECONDS else 0.0
            before = now

    def stop(self) -> None:
        """Beat no more."""
        self._is_over.set()
        self.join()
