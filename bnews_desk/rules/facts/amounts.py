"""Amounts in running text, with their units, so that they can be compared."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER = r"(?:\d{1,3}(?:\.\d{3}){1,5}|\d{1,12})(?:,\d{1,4})?(?![\d.,]?\d)"
"""A number as written in Indonesian: *1.720*, *2,5*."""
SCALE = r"(?:ribu|juta|miliar|triliun)"
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_MEASURES = {
    "gram": ("g", 1), "kg": ("g", 10**3), "kilogram": ("g", 10**3), "kuintal": ("g", 10**5),
    "ton": ("g", 10**6), "meter": ("m", 1), "km": ("m", 10**3), "kilometer": ("m", 10**3),
    "hektare": ("ha", 1), "hektar": ("ha", 1), "ha": ("ha", 1), "persen": ("%", 1),
    "%": ("%", 1), "menit": ("s", 60), "jam": ("s", 3600), "hari": ("s", 86400),
    "detik": ("s", 1),
}  # fmt: skip
RUPIAH = "Rp"


class Amount(NamedTuple):
    """A value and its unit; ``unit`` is '' where there is none, ``step`` is half of the last digit.

    ``size`` is the value of one of the unit with its scale.
    """

    value: float
    unit: str
    step: float
    has_scale: bool
    size: float = 1.0

    def compares_with(self, other: Amount) -> bool:
        """Whether the two are of the same kind; a missing unit is that of the other, unless there
        is a scale."""
        if self.unit and other.unit:
            return self.unit == other.unit
        if RUPIAH in (self.unit, other.unit):
            return False
        return not self.has_scale and not other.has_scale


def make_amount(mark: str | None, number: str, scale: str | None, unit: str | None) -> Amount:
    """An amount from its parts: ``Rp``, ``2,5``, ``miliar``, the word that follows."""
    digits = number.replace(".", "").replace(",", ".")
    decimals = len(digits.partition(".")[2])
    factor = float(_SCALES.get(scale or "", 1))
    name = (unit or "").casefold()
    if mark:
        name = RUPIAH
    elif name in _MEASURES:
        name, size = _MEASURES[name]
        factor *= size
    return Amount(float(digits) * factor, name, factor * 10**-decimals / 2, bool(scale), factor)


def is_same(one: Amount, other: Amount) -> bool:
    """Whether two amounts are equal to the precision in which they are written."""
    return abs(one.value - other.value) < 1e-9 * max(1.0, abs(one.value))


def format_number(value: float) -> str:
    """A value as written in Indonesian: *1.720*, *2,5*."""
    value = round(value, 2)
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    shown = f"{value:,.2f}".rstrip("0")
    return shown.replace(",", "\0").replace(".", ",").replace("\0", ".")


def amount_from_match(match: re.Match[str], letter: str) -> Amount:
    """The amount in the groups that end in ``letter``: ``mark_a``, ``number_a``, ``scale_a`` …"""
    return make_amount(
        match[f"mark_{letter}"],
        match[f"number_{letter}"],
        match[f"scale_{letter}"],
        match[f"unit_{letter}"],
    )
