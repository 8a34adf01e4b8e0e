"""Dates and times as an editor writes and reads them; nothing here knows Qt."""

from __future__ import annotations

import re
from datetime import date, datetime, time

MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_NAMED = re.compile(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$")
_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?(?: ?wib)?$")


def read_date(written: str) -> date | None:
    """The day in ``13/11/2024``, ``13 November 2024`` or ``2024-11-13``, or None."""
    plain = " ".join(written.casefold().split())
    try:
        if m := _NUMBERS.match(plain):
            return date(int(m[3]), int(m[2]), int(m[1]))
        if m := _ISO.match(plain):
            return date(int(m[1]), int(m[2]), int(m[3]))
        if m := _NAMED.match(plain):
            month = next((i for i, name in enumerate(MONTHS, 1) if name.startswith(m[2])), 0)
            return date(int(m[3]), month, int(m[1]))
    except ValueError:
        return None
    return None


def read_time(written: str) -> time | None:
    """The time in ``10.00``, ``10:00`` or ``10``, or None."""
    m = _TIME.match(" ".join(written.casefold().split()))
    try:
        return time(int(m[1]), int(m[2] or 0)) if m else None
    except ValueError:
        return None


def written_date(day: date | None) -> str:
    """``13/11/2024``, '' for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def written_time(moment: datetime | None) -> str:
    """``10.00``, '' for none."""
    return f"{moment:%H.%M}" if moment else ""


def spoken(moment: datetime) -> str:
    """``Kamis (14/11/2024) pukul 10.00``."""
    return f"{DAYS[moment.weekday()]} ({moment:%d/%m/%Y}) pukul {moment:%H.%M}"
