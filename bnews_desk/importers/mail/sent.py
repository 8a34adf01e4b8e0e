"""When a mail was sent, said as an Indonesian would: with weekday, month and zone in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
_MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
_HOME = timezone(timedelta(hours=7))
"""Western Indonesian time, in which a moment of any other country is told."""


def said_of_header(header: str) -> str:
    """The moment of a ``Date`` header (RFC 5322); the header itself where it is none."""
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return header
    return said_of(moment) or header


def said_of(moment: datetime) -> str:
    """``Kamis, 14 November 2024 pukul 10.42 WIB``; without a zone it is one of Greenwich.

    '' where the calendar ends.
    """
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    hours = (moment.utcoffset() or timedelta()).total_seconds() / 3600
    if hours not in _ZONES:
        try:
            moment, hours = moment.astimezone(_HOME), 7
        except OverflowError:
            return ""
    day = f"{_DAYS[moment.weekday()]}, {moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{day} pukul {moment:%H.%M} {_ZONES[int(hours)]}"
