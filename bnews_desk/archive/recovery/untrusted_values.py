"""Values from a file that may hold anything: what they are said to be, or an error."""

from __future__ import annotations

import math

_TOO_MANY = 2**31
"""A count that every database holds is below."""


def demand_text(value: object) -> str:
    """``value``, which is a text; raises ``TypeError`` where it is none."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def demand_count(value: object) -> int:
    """``value``, which counts something; raises ``TypeError`` where it cannot."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _TOO_MANY:
        raise TypeError(value)
    return value


def demand_moment(value: object) -> float:
    """``value``, which is in seconds since 1970; raises ``TypeError`` where it cannot be."""
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
        raise TypeError(value)
    return float(value)
