"""Checks the types of values from an untrusted file."""

from __future__ import annotations

import math

_TOO_MANY = 2**31
"""Counts in a sound database are below this."""


def demand_text(value: object) -> str:
    """``value`` as a text; raises ``TypeError`` where it is none."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def demand_count(value: object) -> int:
    """``value`` as a count; raises ``TypeError`` where it is none."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _TOO_MANY:
        raise TypeError(value)
    return value


def demand_moment(value: object) -> float:
    """``value`` as seconds since 1970; raises ``TypeError`` where it is none."""
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
        raise TypeError(value)
    return float(value)
