"""The parsed mail, which is the same for both formats, and the text of its date."""

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
"""Western Indonesian time, to which times of other countries are converted."""


def describe_date_header(header: str) -> str:
    """The time in a ``Date`` header (RFC 5322) in words; the header itself where it is none."""
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return header
    return describe_moment(moment) or header


def describe_moment(moment: datetime) -> str:
    """``Kamis, 14 November 2024 pukul 10.42 WIB``; without a zone UTC is assumed.

    '' beyond the calendar's range.
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
"""The errors for a mail that cannot be read."""
MAX_MAIL_PARTS = 2_000
"""Maximum parts of one mail, including those of mails inside it."""
MAX_NESTING = 20
"""Maximum nesting of mails and containers."""
MAX_HEADER = 2_000
"""Maximum characters of a header line that are read."""
MAX_ATTACHMENT_NAME = 200
"""Maximum code points of an attachment's name."""
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Mail(NamedTuple):
    """A mail's content. Only one of ``html``, ``plain`` and ``rtf`` is read, in this order.

    ``html`` and ``rtf`` are undecoded bytes; ``is_flowed`` says that soft breaks in the plain body
    are marked (RFC 3676). ``inner`` are attached mails.
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
    """An attachment, its name without folders and misleading characters."""
    base = re.split(r"[/\\]", name)[-1]
    safe = _UNSAFE.sub("", base).strip(" .")[-MAX_ATTACHMENT_NAME:] or "lampiran"
    ending = os.path.splitext(safe)[1].lower()
    key = next((format.key for format in FORMATS if ending and ending in format.endings), None)
    return Attachment(safe, data, key)


def one_line(text: str) -> str:
    """A header on one line, without control characters."""
    return " ".join(_UNSAFE.sub(lambda m: m[0] if m[0] in '<>:"|?*' else " ", text).split())
