"""The parts of a mail that both formats give, and the text of its date."""

from __future__ import annotations

import os.path
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from bnews_desk.importers.import_formats import FORMATS
from bnews_desk.importers.imported_release import Attachment
from bnews_desk.importers.read_errors import ReadErrors

_DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
_MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
_HOME = timezone(timedelta(hours=7))
"""Western Indonesian time, in which a moment of any other country is told."""


def describe_date_header(header: str) -> str:
    """The moment of a ``Date`` header (RFC 5322); the header itself where it is none."""
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return header
    return describe_moment(moment) or header


def describe_moment(moment: datetime) -> str:
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


MAIL = ReadErrors("surel", "program surel")
"""What is said of a mail that cannot be read."""
MAX_MAIL_PARTS = 2_000
"""Parts that one mail may have, those of mails inside it included."""
MAX_NESTING = 20
"""Mails and containers that may stand inside one another."""
MAX_HEADER = 2_000
"""Characters of a header line that are looked at."""
MAX_ATTACHMENT_NAME = 200
"""Code points of a file's name that are kept."""
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Mail(NamedTuple):
    """What a mail says. Only one of ``html``, ``plain`` and ``rtf`` is read, in this order.

    ``html`` and ``rtf`` are bytes as they came; ``is_flowed`` tells a plain body whose soft
    breaks are marked (RFC 3676). ``inner`` are mails that came inside it.
    """

    subject: str = ""
    sender: str = ""
    sent: str = ""
    html: bytes = b""
    plain: str = ""
    is_flowed: bool = False
    rtf: bytes = b""
    attachments: tuple[Attachment, ...] = ()
    inner: tuple[Mail, ...] = ()


def make_attachment(name: str, data: bytes) -> Attachment:
    """A file that came with a mail, under its name without folders or what misleads the eye."""
    base = re.split(r"[/\\]", name)[-1]
    safe = _UNSAFE.sub("", base).strip(" .")[-MAX_ATTACHMENT_NAME:] or "lampiran"
    ending = os.path.splitext(safe)[1].lower()
    key = next((format.key for format in FORMATS if ending and ending in format.endings), None)
    return Attachment(safe, data, key)


def one_line(text: str) -> str:
    """A header on one line, without what no line shows."""
    return " ".join(_UNSAFE.sub(lambda m: m[0] if m[0] in '<>:"|?*' else " ", text).split())
