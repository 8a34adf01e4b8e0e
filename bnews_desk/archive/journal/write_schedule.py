"""When the journal writes: pure reckoning in seconds, without a clock or a thread of its own."""

from __future__ import annotations

import time
from threading import Condition
from typing import Protocol

QUIET_SECONDS = 0.5
"""So long after the last change it is written."""
LONGEST_SECONDS = 1.2
"""A change never waits longer than this, however much is typed after it."""
RETRY_SECONDS = 3.0
"""So long after a failure the next attempt is made."""
REMIND_SECONDS = 30.0
"""So often the editor is told of a trouble that lasts."""


class Clock(Protocol):
    """The passing of time; tests have one that they drive."""

    def now(self) -> float:
        """Seconds from some beginning, never going back."""

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """Wait until ``condition`` is notified or so many seconds are over (None: only that)."""


class SystemClock:
    """Time as it passes."""

    def now(self) -> float:
        """Seconds from some beginning, never going back."""
        return time.monotonic()

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """Wait until ``condition`` is notified or so many seconds are over (None: only that)."""
        condition.wait(seconds)


class WriteSchedule:
    """When the next write is due; every ``now`` is a ``Clock``'s."""

    def __init__(self) -> None:
        self._first: float | None = None
        self._last = 0.0
        self._retry: float | None = None
        self._told: tuple[float, str] | None = None
        self._hurried = False

    @property
    def is_troubled(self) -> bool:
        """Whether the last attempt failed."""
        return self._retry is not None

    @property
    def is_pressing(self) -> bool:
        """Whether a write is asked for at once, or the last attempt failed."""
        return self._hurried or self.is_troubled

    def note_change(self, now: float) -> None:
        """Something waits to be written."""
        self._first = now if self._first is None else self._first
        self._last = now

    def hurry(self) -> None:
        """Write at once."""
        self._hurried = True

    def wait(self, now: float) -> float | None:
        """Seconds until the next write, 0 where it is due, None where nothing waits."""
        if self._hurried:
            return 0.0
        if self._retry is not None:
            return max(self._retry - now, 0.0)
        if self._first is None:
            return None
        due = min(self._last + QUIET_SECONDS, self._first + LONGEST_SECONDS)
        return max(due - now, 0.0)

    def begun(self) -> None:
        """All that waits is being written; what is noted from now on is for the next write."""
        self._first = None
        self._hurried = False

    def succeeded(self) -> bool:
        """The write is done; whether that ended a trouble."""
        was_troubled = self.is_troubled
        self._retry = self._told = None
        return was_troubled

    def failed(self, now: float, sentence: str) -> bool:
        """The write failed; whether the editor is to be told (again)."""
        self._retry = now + RETRY_SECONDS
        if self._told is not None:
            told, what = self._told
            if what == sentence and now - told < REMIND_SECONDS:
                return False
        self._told = now, sentence
        return True
