"""Texts that describe a duplicate of a release."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bnews_desk.archive.repository.archive_values import Likeness, ReleaseSummary

TITLE_LENGTH = 90
"""The most code points of a headline that are shown."""


def duplicate_description(found: Likeness) -> str:
    """A duplicate in words, without the subject: *mirip 94 % dengan “Judul”*."""
    return _tr("mirip {0} % dengan “{1}”").format(
        duplicate_percent(found), duplicate_title(found.summary)
    )


def duplicate_percent(found: Likeness) -> int:
    """The similarity in whole per cent; 100 means word for word."""
    return int(found.share * 100)


def duplicate_title(summary: ReleaseSummary) -> str:
    """A release's headline, or its opening words."""
    title = summary.headline or summary.opening
    return title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1].rstrip() + "…"


def publication_or_arrival_text(summary: ReleaseSummary) -> str:
    """The day a release was published, or else imported."""
    if summary.status == "tayang" and summary.day:
        year, month, day = summary.day.split("-")
        return _tr("terbit {0}").format(f"{int(day)}/{int(month)}/{year}")
    try:
        came = datetime.fromtimestamp(summary.created)
    except (OverflowError, OSError, ValueError):  # a clock far off
        return _tr("sudah masuk")
    return _tr("masuk {0}").format(f"{came.day}/{came.month}/{came.year}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Likeness", text)
