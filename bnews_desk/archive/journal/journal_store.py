"""The journal's file: opening, repairing, replacing, and writing in whole transactions.

It has no threads and no timing: ``journal`` lets one thread at a time in.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import time
from collections.abc import Callable

from bnews_desk.archive.journal.journal_errors import (
    BegunAnewError,
    NewerJournalError,
)
from bnews_desk.archive.journal.journal_tables import MIGRATIONS, ReleaseRow
from bnews_desk.archive.journal.pending_writes import WriteBatch
from bnews_desk.archive.recovery.damaged_files import put_aside
from bnews_desk.archive.recovery.sqlite_carving import CarvedRows, carve_rows
from bnews_desk.archive.sqlite_connection import Connect, connect, transaction
from bnews_desk.archive.sqlite_errors import UnfitFileError, is_damage
from bnews_desk.archive.sqlite_migration import NewerSchemaError, migrate, table_names
from bnews_desk.errors import DeskError
from bnews_desk.files import system_path
from bnews_desk.log import log_fault, suppressed
from bnews_desk.release_json import release_from_json

_LOG = logging.getLogger(__name__)
KEPT_SECONDS = 30 * 86_400
"""How long a removed release stays in the journal."""
_WHOLE_CHECK_BYTES = 16_000_000
"""A journal up to this size is checked whole when it is opened, which takes some ten milliseconds.
"""


class JournalStore:
    """One journal file; a failed operation leaves it as it was before.

    ``clock`` gives seconds since 1970.
    """

    def __init__(
        self, path: str, clock: Callable[[], float] = time.time, connect: Connect = connect
    ) -> None:
        self.path = system_path(os.path.abspath(path))
        self._clock = clock
        self._connect = connect
        self._db: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._aside = ""
        self._is_suspect = False

    def open(self) -> None:
        """Make the file ready for writing; does nothing where it is ready.

        Raises ``BegunAnewError`` where a new journal had to be created, which is ready then, and
        ``NewerJournalError``, ``Error`` or ``OSError`` where it is not ready.
        """
        is_gone = self._file is not None and self._file != _identity(self.path)
        if self._db is not None and not is_gone and not self._is_suspect:
            return
        self.close()
        self._open_or_replace()
        if is_gone:
            raise BegunAnewError(
                f"Berkas jurnal “{self.path}” terhapus atau dipindahkan saat program berjalan;"
                " jurnal baru dibuat dan naskah yang terbuka dicatat lagi di dalamnya."
            )

    def note_damage(self) -> None:
        """Have the whole file checked before the next write, because a reader met damage."""
        self._is_suspect = True

    def write(self, batch: WriteBatch) -> list[ReleaseRow]:
        """Write all of a batch or nothing; when this returns it survives a power cut.

        Returns the rows of the batch's notes as they are in the file, without their content. Raises
        as ``open`` does.
        """
        self.open()
        if not batch or self._db is None:
            return []
        notes = [note.row(key) for key, note in batch.notes.items()]
        written = []
        originals = [original.row(key) for key, original in batch.originals.items()]
        try:
            with transaction(self._db) as db:
                db.executemany(_PUT_PICTURE, batch.pictures.values())
                db.executemany(_PUT_ORIGINAL, originals)
                for row in notes:
                    ((changed,),) = db.execute(f"{_PUT_RELEASE} RETURNING changed", row)
                    written.append(row._replace(changed=changed, content=b""))
                for key, when in batch.removed.items():
                    db.execute("UPDATE release SET removed = ? WHERE key = ?", (when, key))
                if batch.desk is not None:
                    db.execute("DELETE FROM desk")
                    db.executemany(_PUT_TAB, batch.desk.rows())
        except BaseException as error:
            self.close()
            if not is_damage(error):
                raise
            self._aside = self._put_aside()
            self._open_or_replace()
        return written

    def close(self) -> None:
        """Close the file; the next use opens it again. Never raises."""
        db, self._db = self._db, None
        if db is not None:
            with suppressed(_LOG, "closing the journal", sqlite3.Error):
                db.close()

    def _open_or_replace(self) -> None:
        try:
            self._db = self._opened()
        except (sqlite3.Error, UnfitFileError) as error:
            if not is_damage(error):
                raise
            self._aside = self._put_aside()
            self._db = self._opened()
        self._is_suspect = False
        self._file = _identity(self.path)
        if self._aside:
            raise BegunAnewError(self._pour())

    def _opened(self) -> sqlite3.Connection:
        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        db = self._connect(self.path)
        try:
            _prepare(db)
            is_small = os.path.getsize(self.path) <= _WHOLE_CHECK_BYTES
            _demand_whole(db, thorough=is_small or self._is_suspect)
            with suppressed(_LOG, "dropping old releases", sqlite3.OperationalError):
                self._drop_old(db)
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                db.close()
            raise
        return db

    def _pour(self) -> str:
        """Copy what is readable of the journal put aside into the new one; returns the notice."""
        assert self._db is not None  # noqa: S101
        try:
            carved = carve_rows(self._aside)
        except OSError as error:
            log_fault(_LOG, "reading the journal set aside", error)
            carved = CarvedRows()
        try:
            with transaction(self._db) as db:
                db.executemany(_PUT_PICTURE, carved.pictures.values())
                db.executemany(_PUT_ORIGINAL, carved.originals.values())
                db.executemany(_PUT_RELEASE, carved.releases.values())
                db.executemany(_PUT_TAB, carved.desk)
        except BaseException:
            self.close()
            raise
        aside, self._aside = self._aside, ""
        count = len(carved.releases)
        saved = f"{count} naskah terselamatkan" if count else "tidak ada naskah yang terbaca"
        return (
            f"Jurnal rusak dan disimpan sebagai “{aside}”; jurnal baru dimulai dan {saved}"
            " dari yang lama."
        )

    def _put_aside(self) -> str:
        """Rename the journal and its log; returns the new path."""
        aside = put_aside(self.path, self._clock())
        self._file = None
        return aside

    def _drop_old(self, db: sqlite3.Connection) -> None:
        """Delete releases that were removed long ago, and the pictures that only they used."""
        limit = self._clock() - KEPT_SECONDS
        old = [row[0] for row in db.execute("SELECT key FROM release WHERE removed < ?", (limit,))]
        if not old:
            return
        with transaction(db):
            db.executemany("DELETE FROM release WHERE key = ?", [(key,) for key in old])
            db.executemany("DELETE FROM original WHERE key = ?", [(key,) for key in old])
            used = _digests_in(db)
            if used is not None:
                stale = db.execute("SELECT digest FROM picture WHERE added < ?", (limit,))
                unused = [(digest,) for (digest,) in stale if digest not in used]
                db.executemany("DELETE FROM picture WHERE digest = ?", unused)


_PUT_PICTURE = "INSERT OR IGNORE INTO picture VALUES (?, ?, ?)"
_PUT_ORIGINAL = "INSERT OR REPLACE INTO original VALUES (?, ?, ?, ?, ?, ?)"
_PUT_TAB = "INSERT OR REPLACE INTO desk VALUES (?, ?, ?)"
_PUT_RELEASE = (
    "INSERT INTO release VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
    " changed = CASE WHEN content = excluded.content THEN changed ELSE excluded.changed END,"
    " removed = excluded.removed, caret = excluded.caret, checksum = excluded.checksum,"
    " headline = excluded.headline, opening = excluded.opening, content = excluded.content,"
    " progress = excluded.progress"
)


def _prepare(db: sqlite3.Connection) -> None:
    """Migrate the tables and make the connection's commits durable."""
    try:
        migrate(db, MIGRATIONS)
    except NewerSchemaError:
        raise NewerJournalError(
            "Jurnal ini milik B-News Desk versi yang lebih baru dan hanya dapat dibaca; perbarui"
            " program ini, dan sementara itu simpan naskah sebagai berkas."
        ) from None
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA fullfsync = ON")


def _demand_whole(db: sqlite3.Connection, *, thorough: bool) -> None:
    """Refuse a file that lacks our tables or, with ``thorough``, whose content is inconsistent.

    Raises ``UnfitFileError`` or ``DatabaseError``.
    """
    if not table_names(db) >= {"release", "picture", "original", "desk"}:
        raise UnfitFileError
    if thorough and db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise UnfitFileError


def _digests_in(db: sqlite3.Connection) -> set[str] | None:
    """The digests of the pictures that releases use; None where a release cannot be read."""
    digests: set[str] = set()
    try:
        for (content,) in db.execute("SELECT content FROM release"):
            digests.update(photo.digest for photo in release_from_json(content).photos)
    except DeskError as error:
        log_fault(_LOG, "counting the pictures in use", error)
        return None
    return digests


def _identity(path: str) -> tuple[int, int] | None:
    """Device and inode of the file at ``path``, None where there is none."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
