"""The sync state: what a desk and its archive last both had, kept in a SQLite file.

A small file beside the journal. Nothing is lost with it: where it is missing, both sides of a
doubt are kept.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from bnews_desk.archive.recovery.damaged_files import put_aside
from bnews_desk.archive.sqlite_connection import BUSY_SECONDS, connect, transaction
from bnews_desk.archive.sqlite_errors import is_damage
from bnews_desk.credentials import without_password
from bnews_desk.files import flush_to_disk, real_path, system_path
from bnews_desk.log import log_fault, suppressed

_LOG = logging.getLogger(__name__)
_KEPT = 2
"""States of a release that are remembered: the last, and the one that was being saved perhaps."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS agreed (key TEXT NOT NULL, place INTEGER NOT NULL,"
    " revision INTEGER NOT NULL, fingerprint TEXT NOT NULL, stage TEXT NOT NULL,"
    " noted REAL NOT NULL, is_removed INTEGER NOT NULL, PRIMARY KEY (key, place))"
)


def sync_state_file(journal: str, place: str = "") -> str:
    """The file of a journal's sync state; it may not exist yet.

    Each archive has its own, ``place`` being '' for the usual one.
    """
    mark = f"-{sha256(place.encode()).hexdigest()[:12]}" if place else ""
    return os.path.join(os.path.dirname(journal), f"serah-terima{mark}.db")


def current_sync_state_file(journal: str, archive: str) -> str:
    """The file of the sync state with the archive of the settings, '' being the usual one.

    An archive's password is no part of the name. Earlier versions counted it in: the files they
    left, sync state and outbox, are renamed.
    """
    bare = without_password(archive)
    path = sync_state_file(journal, bare)
    if bare != archive:
        from bnews_desk.archive.sync.outbox import outbox_file

        before = sync_state_file(journal, archive)
        for old, new in ((before, path), (outbox_file(before), outbox_file(path))):
            if os.path.exists(old) and not os.path.exists(new):
                with suppressed(_LOG, "renaming the sync state", OSError):
                    for part in ("-wal", "-shm", ""):  # the log never without its database
                        if os.path.exists(old + part):
                            os.rename(old + part, new + part)
    return path


class SyncedState(NamedTuple):
    """A state of a release that both had.

    ``revision`` is the archive's; ``fingerprint`` tells which text, ``stage`` what the desk made
    of it, ``noted`` when the journal noted it, 0 where that is not known. While it ``is_intended``
    the archive is about to have it: it may never have been saved, or lost in a power cut. ``saved``
    is when the archive had last changed the release by then: what was saved later is nobody's
    backup.
    """

    revision: int
    fingerprint: str
    stage: str
    noted: float = 0.0
    is_removed: bool = False
    is_intended: bool = False
    saved: float = 0.0


_LATER_COLUMNS = {
    "is_intended": "ALTER TABLE agreed ADD COLUMN is_intended INTEGER NOT NULL DEFAULT 0",
    "saved": "ALTER TABLE agreed ADD COLUMN saved REAL NOT NULL DEFAULT 0",
}
_COLUMNS = ", ".join(("key", "place", *SyncedState._fields))
_PUT = f"INSERT OR REPLACE INTO agreed ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)"  # noqa: S608


class _ForeignFileError(Exception):
    """The file is a database, but not one of a sync state."""


class SyncState:
    """All that was agreed, the file at ``path`` behind it; for one thread at a time.

    No failure of the file is told: what cannot be written is known until the program ends, and
    tried again with the next. A file that cannot be read now, being locked or on a disk that
    refuses, is left as it is and tried again at the next use. Only a damaged one is put aside,
    beside the new one.
    """

    def __init__(self, path: str) -> None:
        self._path = system_path(os.path.abspath(path))
        self._db: sqlite3.Connection | None = None
        self._known: defaultdict[str, tuple[SyncedState, ...]] = defaultdict(tuple)
        self._unwritten: set[str] = set()
        self._is_read = False
        self._wait = BUSY_SECONDS
        self._read()

    def __len__(self) -> int:
        """How many releases were ever agreed on."""
        self._read()
        return len(self._known)

    def of(self, key: str) -> tuple[SyncedState, ...]:
        """The last states of a release, the newest last; none where it never was in the archive."""
        self._read()
        return self._known.get(key, ())

    def last(self, key: str) -> SyncedState | None:
        """The newest of them."""
        known = self.of(key)
        return known[-1] if known else None

    def agree(self, key: str, agreed: SyncedState) -> None:
        """Remember a state; to be called, as intended, before the archive is written, so that a
        kill between is understood later, and once more when it is certain."""
        known = self.of(key)
        if known and known[-1] == agreed:
            return
        is_same_text = bool(known) and known[-1][:2] == agreed[:2]
        earlier = known[:-1] if is_same_text else known
        self._known[key] = (*earlier, agreed)[-_KEPT:]
        self._unwritten.add(key)
        self._write()

    def make_durable(self) -> None:
        """Have all of it survive a power cut, as far as the disk lets us: to be called before what
        was agreed on is made durable, or that would pass for another desk's."""
        if self._unwritten:
            self._write()
        if self._db is not None:
            with suppressed(_LOG, "syncing the sync state", OSError):
                flush_to_disk(f"{real_path(self._path)}-wal")

    def close(self) -> None:
        """Let go of the file. Never raises."""
        db, self._db = self._db, None
        if db is not None:
            with suppressed(_LOG, "closing the sync state", sqlite3.Error):
                db.close()

    def _read(self) -> None:
        """Read the file where that has not been possible yet."""
        if self._is_read or not self._try(self._load):
            return
        self._is_read = True
        if self._unwritten:
            self._write()

    def _load(self, db: sqlite3.Connection) -> None:
        rows = db.execute(f"SELECT {_COLUMNS} FROM agreed ORDER BY place")  # noqa: S608
        found: defaultdict[str, tuple[SyncedState, ...]] = defaultdict(tuple)
        for key, _place, *fields in rows:
            agreed = SyncedState._make(fields)
            is_removed, is_intended = bool(agreed.is_removed), bool(agreed.is_intended)
            found[key] += (agreed._replace(is_removed=is_removed, is_intended=is_intended),)
        for key, known in self._known.items():  # agreed while the file could not be read
            found[key] = (*found[key], *known)[-_KEPT:]
        self._known = found

    def _write(self) -> None:
        """Write what is new; nothing before the file was read, or its rows would be lost."""
        if self._is_read and self._try(self._put):
            self._unwritten.clear()

    def _put(self, db: sqlite3.Connection) -> None:
        rows = [
            (key, place, *agreed)
            for key in self._unwritten
            for place, agreed in enumerate(self._known[key])
        ]
        with transaction(db):
            db.executemany(_PUT, rows)

    def _try(self, act: Callable[[sqlite3.Connection], None]) -> bool:
        """Do something with the file, a new one in the place of a damaged one; whether that went
        well."""
        for _ in range(2):
            try:
                act(self._opened())
            except (sqlite3.Error, OSError, _ForeignFileError) as error:
                log_fault(_LOG, "using the sync state", error)
                self.close()
                is_damaged = isinstance(error, _ForeignFileError) or is_damage(error)
                if not is_damaged or not self._put_aside():
                    self._wait = 0.0  # who holds the file has had its time; nobody waits twice
                    return False
            else:
                self._wait = BUSY_SECONDS
                return True
        return False

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            self._db = connect(self._path)
            self._db.text_factory = lambda data: data.decode("utf-8", "replace")
            self._db.execute(f"PRAGMA busy_timeout = {round(self._wait * 1000)}")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute(_TABLE)
            self._bring_up_to_date(self._db)
            self._db.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")
        return self._db

    def _bring_up_to_date(self, db: sqlite3.Connection) -> None:
        """Add the columns that earlier versions did not have."""
        names = {name for _, name, *_ in db.execute("PRAGMA table_info(agreed)")}
        if not names >= {"key", "place", *SyncedState._fields} - _LATER_COLUMNS.keys():
            raise _ForeignFileError
        for name, addition in _LATER_COLUMNS.items():
            if name not in names:
                db.execute(addition)

    def _put_aside(self) -> bool:
        try:
            put_aside(self._path, time.time())
        except OSError:
            return False
        self._unwritten = set(self._known)
        return True
