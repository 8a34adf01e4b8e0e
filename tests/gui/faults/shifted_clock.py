"""The wall clock of a process, which a test sets back; to be imported before the program is."""

from __future__ import annotations

import time

_REAL = time.time
_behind = [0.0]


def set_back(seconds: float) -> None:
    """Let it be so many seconds earlier than it is."""
    _behind[0] = seconds


time.time = lambda: _REAL() - _behind[0]
