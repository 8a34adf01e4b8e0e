"""Reads and writes dates and times as editors type them; does not import Qt."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_NAMED = re.compile(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$")
_SHORT = re.compile(r"(\d{1,2})[/. -](\d{1,2}|[a-z]{3,9}\.?)(?:[/. -](\d\d))?$")
_WORDS = {"kemarin": -1, "hari ini": 0, "besok": 1, "lusa": 2}
_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?(?: ?wib)?$")


def read_date(written: str) -> date | None:
    """The day of ``13/11/2024``, ``13 November 2024`` or ``2024-11-13``; None for other text."""
    plain = " ".join(written.casefold().split())
    try:
        if m := _NUMBERS.match(plain):
            return date(int(m[3]), int(m[2]), int(m[1]))
        if m := _ISO.match(plain):
            return date(int(m[1]), int(m[2]), int(m[3]))
        if m := _NAMED.match(plain):
            return date(int(m[3]), _month(m[2]), int(m[1]))
    except ValueError:
        return None
    return None


def read_short_date(written: str, today: date) -> date | None:
    """The day of what ``read_date`` reads, and of ``27/11``, ``27 Nov``, ``27/11/26`` or ``besok``.

    Without a year, the day nearest to ``today`` is taken. Do not use it while a field is being
    typed in: ``27/1`` may become ``27/11``.
    """
    plain = " ".join(written.casefold().split())
    if plain in _WORDS:
        return today + timedelta(_WORDS[plain])
    m = _SHORT.match(plain)
    if m is None:
        return read_date(written)
    years = (2000 + int(m[3]),) if m[3] else (today.year, today.year - 1, today.year + 1)
    days = [day for year in years if (day := _day(year, m[2], int(m[1]))) is not None]
    return min(days, key=lambda day: abs(day - today), default=None)


def _day(year: int, month: str, day: int) -> date | None:
    try:
        return date(year, int(month) if month.isdigit() else _month(month.rstrip(".")), day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of the month that begins with ``name``; 0, an invalid month, when there is
    none.
    """
    return next((i for i, month in enumerate(MONTHS, 1) if month.startswith(name)), 0)


def read_time(written: str) -> time | None:
    """The time of ``10.00``, ``10:00`` or ``10``; None for other text."""
    m = _TIME.match(" ".join(written.casefold().split()))
    try:
        return time(int(m[1]), int(m[2] or 0)) if m else None
    except ValueError:
        return None


def format_date(day: date | None) -> str:
    """``13/11/2024``, '' for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def format_time(moment: datetime | None) -> str:
    """``10.00``, '' for none."""
    return f"{moment:%H.%M}" if moment else ""


def format_date_in_words(moment: datetime) -> str:
    """``Kamis (14/11/2024) pukul 10.00``."""
    return f"{DAYS[moment.weekday()]} ({moment:%d/%m/%Y}) pukul {moment:%H.%M}"
