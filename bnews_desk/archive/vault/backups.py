"""Copies of an embedded archive: one a day, seven kept, made while others write."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from datetime import date

from bnews_desk.archive.vault.engines import make_folder
from bnews_desk.archive.vault.troubles import ArchiveError
from bnews_desk.errors import reason

KEPT = 7
"""Days whose copies are kept."""
_PAGES_AT_ONCE = 1_000
_NAME = re.compile(r"arsip-(\d{4}-\d\d-\d\d)\.db")


def folder_of(path: str) -> str:
    """Where the copies of an archive lie; it may not exist yet."""
    return os.path.join(os.path.dirname(os.path.abspath(path)), "cadangan")


def backup(path: str, day: date) -> str:
    """Copy the archive at ``path`` as that day's, in place of an earlier one of the day.

    Older copies than the newest seven go. Returns the copy's path; raises
    :class:`~bnews_desk.archive.vault.troubles.ArchiveError`, and then no copy is lost.
    """
    target = os.path.join(folder_of(path), f"arsip-{day.isoformat()}.db")
    copy_to(path, target)
    for old in backups(path)[:-KEPT]:
        with contextlib.suppress(OSError):  # another day will do
            os.unlink(old)
    return target


def backups(path: str) -> list[str]:
    """The daily copies of an archive, oldest first."""
    folder = folder_of(path)
    try:
        names = sorted(name for name in os.listdir(folder) if _NAME.fullmatch(name))
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names]


def copy_to(path: str, target: str) -> None:
    """One consistent state of the archive at ``path`` as a file of its own, whole or not at all.

    Raises :class:`~bnews_desk.archive.vault.troubles.ArchiveError`.
    """
    make_folder(target)
    partial = f"{target}.{os.urandom(4).hex()}.tmp"
    try:
        _copy(path, partial)
        os.replace(partial, target)
    except (OSError, sqlite3.Error) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise ArchiveError(
            f"Cadangan arsip “{target}” tidak dapat dibuat ({why}); periksa disk dan izinnya."
        ) from None
    finally:
        for part in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                os.unlink(partial + part)


def _copy(path: str, target: str) -> None:
    with (
        contextlib.closing(sqlite3.connect(path)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy, pages=_PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode = DELETE")
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
