"""Texts about versions: their reason, time and size."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bnews_desk.archive.repository.archive_values import Reason


def version_reason(reason: Reason) -> str:
    """Why a version was kept, in words."""
    return {
        "impor": _tr("saat diimpor"),
        "rapikan": _tr("sebelum dirapikan"),
        "ekspor": _tr("saat diekspor"),
        "berkala": _tr("selama disunting"),
        "pulih": _tr("saat versi lain dipulihkan"),
        "bentrok": _tr("dari jendela lain, tidak dipakai"),
    }[reason]


def format_version_time(made: float, now: float) -> str:
    """A time as people say it: *Hari ini 10.42*, *Kemarin 10.42*, *12/11/2024 10.42*."""
    moment, today = (datetime.fromtimestamp(at).astimezone() for at in (made, now))
    days = (today.date() - moment.date()).days
    day = f"{moment.day}/{moment.month}/{moment.year}"
    if days in (0, 1):
        day = _tr("Kemarin") if days else _tr("Hari ini")
    return f"{day} {moment:%H.%M}"


def format_time_in_sentence(made: float, now: float) -> str:
    """A time in the middle of a sentence: *hari ini 10.42*."""
    said = format_version_time(made, now)
    return said[:1].lower() + said[1:]


def format_word_changes(added: int, dropped: int) -> str:
    """How many words were added and removed: ``+12 −3 kata``."""
    if not added and not dropped:
        return _tr("tanpa perubahan kata")
    parts = (f"+{added}" if added else "", f"\N{MINUS SIGN}{dropped}" if dropped else "")
    return _tr("{0} kata").format(" ".join(filter(None, parts)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Versions", text)
