"""Texts that describe inbox files in the window."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bnews_desk.archive.repository.archive_values import Origin
from bnews_desk.errors import ReadError
from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.importers.import_formats import import_format_by_name

TITLE_LENGTH = 90
"""Code points of a headline that are shown."""


def printable_file_name(item: InboxFile) -> str:
    """A file's name as it can be painted: bytes that are no text become marks."""
    return printable_path(item.file.name)


def printable_path(path: str) -> str:
    """A path as it can be painted."""
    return path.encode("utf-8", "replace").decode()


def file_description(item: InboxFile) -> str:
    """The second line of a row: why the import failed, or kind, size, time, why it is not new."""
    if item.failure and item.is_new:
        return item.failure
    parts = [
        printable_path(item.place),
        file_type_name(item),
        file_size_text(item.file.size),
        arrival_time_text(item),
    ]
    if item.is_again and item.origin is not None:
        parts.insert(0, already_archived_text(item.origin))
    elif item.is_new and item.has_grown:
        parts.insert(0, _tr("bertambah panjang sejak diimpor"))
    elif item.is_taken:
        parts.append(_tr("sudah diimpor"))
    elif item.is_ignored:
        parts.append(_tr("diabaikan"))
    return "  ·  ".join(part for part in parts if part)


def already_archived_text(origin: Origin) -> str:
    """That the archive has a file already, and under which headline."""
    said = _tr("sudah ada di arsip: “{0}”")
    if origin.summary.deleted is not None:
        said = _tr("sudah ada di tempat sampah arsip: “{0}”")
    return said.format(origin_title(origin))


def origin_title(origin: Origin) -> str:
    """The headline of the release that a file became, or its beginning."""
    title = origin.summary.headline or origin.summary.opening
    return title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1].rstrip() + "…"


def file_action_label(item: InboxFile) -> str:
    """The label of a file's button."""
    if item.is_again:
        return _tr("Buka")
    if item.is_new and (item.failure or item.has_grown):
        return _tr("Coba lagi") if item.failure else _tr("Impor lagi")
    return _tr("Impor")


def file_type_name(item: InboxFile) -> str:
    """The kind of a file in words."""
    with suppress(ReadError):
        return import_format_by_name(item.file.path).name
    return ""


def file_size_text(count: int) -> str:
    """Bytes in thousands or millions, with a decimal comma."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def arrival_time_text(item: InboxFile) -> str:
    """When a file arrived, wherever it was: *hari ini 10.42*, *kemarin 10.42*, *12/11/2024
    10.42*.
    """
    try:
        then = datetime.fromtimestamp(item.since / 1e9)
        today = datetime.fromtimestamp(time.time())
    except (OverflowError, OSError, ValueError):  # a clock far off
        return ""
    days = (today.date() - then.date()).days
    clock = f"{then.hour:02}.{then.minute:02}"
    if days == 0:
        return _tr("hari ini {0}").format(clock)
    if days == 1:
        return _tr("kemarin {0}").format(clock)
    return f"{then.day}/{then.month}/{then.year} {clock}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inbox", text)
