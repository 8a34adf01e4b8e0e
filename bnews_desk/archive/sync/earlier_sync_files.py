"""Takes over the sync states and outboxes of earlier versions, two files for each archive.

Their content is moved into the sync file in one transaction. The files are then renamed, for users
who return to an earlier version, and removed 30 days later.
"""

from __future__ import annotations

import logging
import os
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import Any, NamedTuple

from bnews_desk.archive.recovery.damaged_files import STAMP, put_aside
from bnews_desk.archive.sqlite_connection import connect, transaction
from bnews_desk.archive.sqlite_errors import UnfitFileError, is_damage
from bnews_desk.archive.sqlite_migration import table_names
from bnews_desk.log import log_fault, suppressed

_LOG = logging.getLogger(__name__)
KEPT_SECONDS = 30 * 86_400.0
"""How long a file is kept after it was taken over."""
_NAME = re.compile(r"serah-terima(?:-(?P<archive>[0-9a-f]{12}))?(?P<outbox>-pesanan)?\.db")
_TAKEN_OVER = re.compile(r"serah-terima.*-lama-(?P<stamp>\d{8}-\d{6})(?:-\d+)?\.db(?:-wal|-shm)?")
_STATE_COLUMNS = (
    *("key", "place", "revision", "fingerprint", "stage", "noted", "is_removed"),
    *("is_intended", "saved"),
)
_ENTRY_COLUMNS = ("name", "said", "content")
_LATER_COLUMNS = {"is_intended", "saved"}
"""Columns that the first versions did not have."""
_NEWEST = "SELECT max(revision) FROM sync_state WHERE archive = ? AND key = ?"
_PUT_STATE = "INSERT OR IGNORE INTO sync_state VALUES (?,?,?,?,?,?,?,?,?,?)"
_PUT_ENTRY = "INSERT OR IGNORE INTO outbox (archive, name, fields, release) VALUES (?,?,?,?)"

Row = tuple[Any, ...]


class _EarlierFile(NamedTuple):
    """One of those files: its archive and what could be read of it."""

    path: str
    archive: str
    is_outbox: bool
    rows: list[Row]
    is_damaged: bool = False


def rename_without_password(folder: str, before: str, after: str) -> None:
    """Rename the files of an archive whose key included the password in an earlier version."""
    for ending in (".db", "-pesanan.db"):
        old, new = (os.path.join(folder, f"serah-terima-{k}{ending}") for k in (before, after))
        if os.path.exists(old) and not os.path.exists(new):
            with suppressed(_LOG, "renaming an earlier sync file", OSError):
                for part in ("-wal", "-shm", ""):  # never separate the log from its database
                    if os.path.exists(old + part):
                        os.rename(old + part, new + part)


def take_over(db: sqlite3.Connection, folder: str, wait: float, now: float) -> list[str]:
    """Copy everything from earlier files into ``db``, all of it or nothing, and rename them.

    Of a damaged file the readable part is taken; returns the paths of damaged outboxes. Where a
    file is locked for ``wait`` seconds, or cannot be read for another reason that may pass,
    ``sqlite3.Error`` is raised and no file is changed. ``now`` is seconds since 1970.
    """
    matches = (_NAME.fullmatch(name) for name in sorted(os.listdir(folder)))
    files = [_read(folder, match, wait) for match in matches if match]
    if not files:
        return []
    with transaction(db):
        for file in files:
            (_put_entries if file.is_outbox else _put_states)(db, file)
    damaged = []
    for file in files:
        with suppressed(_LOG, "renaming an earlier sync file", OSError):
            aside = put_aside(file.path, now, "rusak" if file.is_damaged else "lama")
            if file.is_damaged and file.is_outbox:
                damaged.append(aside)
    return damaged


def remove_outlived(folder: str, now: float) -> None:
    """Remove the files that were taken over more than ``KEPT_SECONDS`` ago. Never raises."""
    limit = datetime.fromtimestamp(now - KEPT_SECONDS).strftime(STAMP)
    for name in os.listdir(folder):
        match = _TAKEN_OVER.fullmatch(name)
        if match and match["stamp"] < limit:
            with suppressed(_LOG, "removing an earlier sync file", OSError):
                os.unlink(os.path.join(folder, name))


def _read(folder: str, match: re.Match[str], wait: float) -> _EarlierFile:
    path, is_outbox = os.path.join(folder, match[0]), bool(match["outbox"])
    file = _EarlierFile(path, match["archive"] or "", is_outbox, [])
    try:
        with closing(connect(path)) as db:
            db.text_factory = lambda data: data.decode("utf-8", "replace")
            db.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")
            for row in _entries(db) if is_outbox else _states(db):
                file.rows.append(row)
    except (sqlite3.Error, UnfitFileError) as error:
        log_fault(_LOG, "reading an earlier sync file", error)
        if not is_damage(error):
            raise
        return file._replace(is_damaged=True)
    return file


def _states(db: sqlite3.Connection) -> Iterator[Row]:
    columns = _columns(db, "agreed", _STATE_COLUMNS)
    for row in db.execute(f"SELECT {columns} FROM agreed ORDER BY place"):  # noqa: S608
        key, _place, revision, *_ = row
        if isinstance(key, str) and isinstance(revision, int):
            yield row


def _entries(db: sqlite3.Connection) -> Iterator[Row]:
    columns = _columns(db, "errand", _ENTRY_COLUMNS)
    return db.execute(f"SELECT {columns} FROM errand ORDER BY number")  # noqa: S608


def _columns(db: sqlite3.Connection, table: str, wanted: tuple[str, ...]) -> str:
    """The columns to select from a table; raises ``UnfitFileError`` where it has
    unexpected ones.
    """
    found = {name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")}
    if table_names(db) and not found >= set(wanted) - _LATER_COLUMNS:
        raise UnfitFileError
    return ", ".join(name if name in found else f"0 AS {name}" for name in wanted)


def _put_states(db: sqlite3.Connection, file: _EarlierFile) -> None:
    """Insert the states of each release for which ``db`` has no later one."""
    of_release: defaultdict[str, list[Row]] = defaultdict(list)
    for row in file.rows:
        of_release[row[0]].append(row)
    for key, rows in of_release.items():
        which = file.archive, key
        ((known,),) = db.execute(_NEWEST, which)
        if known is None or known < max(revision for _, _, revision, *_ in rows):
            db.execute("DELETE FROM sync_state WHERE archive = ? AND key = ?", which)
            db.executemany(_PUT_STATE, [(file.archive, *row) for row in rows])


def _put_entries(db: sqlite3.Connection, file: _EarlierFile) -> None:
    db.executemany(_PUT_ENTRY, [(file.archive, *row) for row in file.rows])
