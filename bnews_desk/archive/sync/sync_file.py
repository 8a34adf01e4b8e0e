"""The SQLite file of sync states and outboxes.

One file for all archives, keyed by archive. The journal is independent of it: when it is lost, both
sides of a possible conflict are kept, and only waiting outbox entries are missing.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from bnews_desk.archive.recovery.damaged_files import put_aside
from bnews_desk.archive.sqlite_connection import BUSY_SECONDS, connect
from bnews_desk.archive.sqlite_errors import UnfitFileError, is_damage, sqlite_error_code
from bnews_desk.archive.sqlite_migration import NewerSchemaError, migrate
from bnews_desk.archive.sync.earlier_sync_files import (
    remove_outlived,
    rename_without_password,
    take_over,
)
from bnews_desk.credentials import without_password
from bnews_desk.files import flush_to_disk, real_path, system_path
from bnews_desk.log import log_fault, suppressed

_LOG = logging.getLogger(__name__)
_PASSING = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL})
"""Failures after which the connection can still be used."""

MIGRATIONS = (
    (
        "CREATE TABLE sync_state (archive TEXT NOT NULL, key TEXT NOT NULL,"
        " place INTEGER NOT NULL, revision INTEGER NOT NULL, fingerprint TEXT NOT NULL,"
        " stage TEXT NOT NULL, noted REAL NOT NULL, is_removed INTEGER NOT NULL,"
        " is_intended INTEGER NOT NULL, saved REAL NOT NULL,"
        " PRIMARY KEY (archive, key, place)) WITHOUT ROWID",
        "CREATE TABLE outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, archive TEXT NOT NULL,"
        " name TEXT NOT NULL UNIQUE, fields BLOB NOT NULL, release BLOB)",
    ),
)
"""Each migration takes a file from one version to the next; the first starts from an empty file."""


def archive_key(address: str) -> str:
    """The key of an archive in the file; '' is the desk's own archive."""
    return sha256(address.encode()).hexdigest()[:12] if address else ""


class SyncFile:
    """The sync file at ``path`` for one archive; any thread may use it.

    ``archive`` is the archive's address as in the settings; a password in it is ignored. The file
    is created at the first use. One that cannot be used at the moment (locked, of a later version,
    on a failing disk) is left as it is and tried again at the next use. A damaged one is put aside
    and replaced, and ``tell`` gets one sentence for the editor.
    """

    def __init__(
        self,
        path: str,
        archive: str = "",
        tell: Callable[[str], None] = lambda sentence: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._path = system_path(os.path.abspath(path))
        bare = without_password(archive)
        self.archive = archive_key(bare)
        self.generation = 0
        """How often the file was created anew; users who see a new number write everything they
        know.
        """
        self._tell, self._clock = tell, clock
        self._db: sqlite3.Connection | None = None
        self._lock = Lock()
        self._wait = BUSY_SECONDS
        if bare != archive:
            rename_without_password(self._folder, archive_key(archive), self.archive)

    def use(self, act: Callable[[sqlite3.Connection], None], *, is_durable: bool = False) -> bool:
        """Run ``act`` on the file, once more after damage; returns whether it succeeded.

        With ``is_durable`` the changes survive a power cut; otherwise they survive a kill, and a
        power cut only after ``make_durable``.
        """
        with self._lock:
            for _ in range(2):
                try:
                    db = self._opened()
                    db.execute(f"PRAGMA busy_timeout = {round(self._wait * 1000)}")
                    db.execute(f"PRAGMA synchronous = {'FULL' if is_durable else 'NORMAL'}")
                    act(db)
                except (sqlite3.Error, OSError, UnfitFileError, NewerSchemaError) as error:
                    log_fault(_LOG, "using the sync file", error)
                    if sqlite_error_code(error) not in _PASSING:
                        self._let_go()
                    if not is_damage(error) or not self._begin_anew():
                        self._wait = 0.0  # whoever holds the file had this long: do not wait again
                        return False
                else:
                    self._wait = BUSY_SECONDS
                    return True
        return False

    def make_durable(self) -> None:
        """Make all changes survive a power cut, as far as the disk allows."""
        with suppressed(_LOG, "syncing the sync file", OSError):
            flush_to_disk(f"{real_path(self._path)}-wal")

    def close(self) -> None:
        """Close the file, unless another thread is using it. Never raises."""
        if self._lock.acquire(blocking=False):
            try:
                self._let_go()
            finally:
                self._lock.release()

    @property
    def _folder(self) -> str:
        return os.path.dirname(self._path)

    def _opened(self) -> sqlite3.Connection:
        if self._db is not None and not os.path.exists(self._path):  # the file was deleted
            self._let_go()
            self.generation += 1
        if self._db is None:
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            db = connect(self._path)
            try:
                self._prepare(db)
            except BaseException:
                db.close()
                raise
            self._db = db
        return self._db

    def _prepare(self, db: sqlite3.Connection) -> None:
        db.text_factory = lambda data: data.decode("utf-8", "replace")
        db.execute(f"PRAGMA busy_timeout = {round(self._wait * 1000)}")
        migrate(db, MIGRATIONS)
        db.execute("PRAGMA synchronous = FULL")
        for aside in take_over(db, self._folder, self._wait, self._clock()):
            self._tell_damage(aside)
        remove_outlived(self._folder, self._clock())

    def _let_go(self) -> None:
        db, self._db = self._db, None
        if db is not None:
            with suppressed(_LOG, "closing the sync file", sqlite3.Error):
                db.close()

    def _begin_anew(self) -> bool:
        """Put the damaged file aside; returns whether that succeeded."""
        try:
            aside = put_aside(self._path, self._clock())
        except OSError as error:
            log_fault(_LOG, "putting the sync file aside", error)
            return False
        self.generation += 1
        self._tell_damage(aside)
        return True

    def _tell_damage(self, aside: str) -> None:
        self._tell(
            f"Catatan pesanan untuk arsip rusak dan disimpan sebagai “{aside}”; versi dan ekspor"
            " yang waktu itu belum masuk arsip mungkin tidak tercatat."
        )
