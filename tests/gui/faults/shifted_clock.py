"""A process clock that a test can set back; import it before the program."""

from __future__ import annotations

import time

_REAL = time.time
_behind = [0.0]


def set_back(seconds: float) -> None:
    """Set the clock back by some seconds."""
    _behind[0] = seconds


time.time = lambda: _REAL() - _behind[0]
