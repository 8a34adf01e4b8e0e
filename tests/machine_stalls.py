"""How long the machine let nobody run: a kill may cost so much more than it is allowed."""

from __future__ import annotations

import threading
import time

BEAT_SECONDS = 0.02
LATE_SECONDS = 0.1
"""A beat that is not later than this is in time."""


class Pulse(threading.Thread):
    """Beats beside a process that is to be killed, from ``start`` to ``stop``."""

    def __init__(self) -> None:
        super().__init__(name="nadi", daemon=True)
        self._is_over = threading.Event()
        self.withheld = 0.0
        """Seconds that beats were late, together."""

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
