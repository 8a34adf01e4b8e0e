"""Decides when the journal writes: arithmetic on seconds, without a clock or thread of its own."""

from __future__ import annotations

import time
from threading import Condition
from typing import Protocol

QUIET_SECONDS = 0.5
"""Seconds after the last change until it is written."""
LONGEST_SECONDS = 1.2
"""Seconds that a change waits at most, however much is typed after it."""
RETRY_SECONDS = 3.0
"""Seconds from a failed attempt to the next."""
REMIND_SECONDS = 30.0
"""Seconds between reminders to the editor while a failure lasts."""


class Clock(Protocol):
    """A monotonic clock; tests have one that they drive."""

    def now(self) -> float:
        """Seconds since some fixed moment, never decreasing."""

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """Wait until ``condition`` is notified or ``seconds`` have passed; None waits without
        limit.
        """


class SystemClock:
    """The system's monotonic clock."""

    def now(self) -> float:
        """Seconds since some fixed moment, never decreasing."""
        return time.monotonic()

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """Wait until ``condition`` is notified or ``seconds`` have passed; None waits without
        limit.
        """
        condition.wait(seconds)


class WriteSchedule:
    """Computes when the next write is due; every ``now`` is a ``Clock``'s."""

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
    def is_hurried(self) -> bool:
        """Whether an immediate write was requested and has not begun."""
        return self._hurried

    @property
    def is_pressing(self) -> bool:
        """Whether an immediate write was requested, or the last attempt failed."""
        return self._hurried or self.is_troubled

    def note_change(self, now: float) -> None:
        """Note a change that has to be written."""
        self._first = now if self._first is None else self._first
        self._last = now

    def hurry(self) -> None:
        """Have everything written at once."""
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
        """Note that a write of everything pending has begun; later changes need another write."""
        self._first = None
        self._hurried = False

    def succeeded(self) -> bool:
        """Note that the write succeeded; returns whether that ended a failure."""
        was_troubled = self.is_troubled
        self._retry = self._told = None
        return was_troubled

    def failed(self, now: float, sentence: str) -> bool:
        """Note that the write failed; returns whether the editor has to be told (again)."""
        self._retry = now + RETRY_SECONDS
        if self._told is not None:
            told, what = self._told
            if what == sentence and now - told < REMIND_SECONDS:
                return False
        self._told = now, sentence
        return True
