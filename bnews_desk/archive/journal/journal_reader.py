"""Reads the journal while it is being written, and where its folder is read-only."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from bnews_desk.archive.journal.journal_tables import DeskRow, OriginalRow, ReleaseRow
from bnews_desk.archive.sqlite_connection import Connect, connect, reading_address
from bnews_desk.files import system_path

_SUMMARIES = (
    "SELECT key, changed, removed, caret, checksum, headline, opening, x'', progress FROM release"
)


class JournalReader:
    """Reads one journal; any thread may use it.

    Every method raises ``Error`` or ``OSError`` where the file cannot be read.
    """

    def __init__(self, path: str, connect: Connect = connect) -> None:
        self._path = system_path(os.path.abspath(path))
        self._connect = connect

    def summaries(self) -> list[ReleaseRow]:
        """All releases, including removed ones, without their content."""
        with self._reading() as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            asked = _SUMMARIES if version > 1 else _SUMMARIES.replace(" progress", " x''")
            return [ReleaseRow(*row) for row in db.execute(asked)]

    def releases(self) -> Iterator[ReleaseRow]:
        """All releases, including removed ones, in the order in which they were added."""
        with self._reading() as db:
            for row in db.execute("SELECT * FROM release ORDER BY rowid"):
                yield ReleaseRow(*row)

    def desk(self) -> list[DeskRow]:
        """The open releases, from the left."""
        with self._reading() as db:
            return [DeskRow(*row) for row in db.execute("SELECT * FROM desk ORDER BY place")]

    def release(self, key: str) -> ReleaseRow | None:
        """One release with its content, None where there is none."""
        with self._reading() as db:
            row = db.execute("SELECT * FROM release WHERE key = ?", (key,)).fetchone()
            return None if row is None else ReleaseRow(*row)

    def picture(self, digest: str) -> bytes | None:
        """A photo's bytes, None where there are none."""
        with self._reading() as db:
            row = db.execute("SELECT data FROM picture WHERE digest = ?", (digest,)).fetchone()
            return None if row is None else bytes(row[0])

    def original(self, key: str) -> OriginalRow | None:
        """The file that a release was imported from, None where none was kept."""
        with self._reading() as db:
            row = db.execute("SELECT * FROM original WHERE key = ?", (key,)).fetchone()
            return None if row is None else OriginalRow(*row)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            db = self._opened(self._path)
        except sqlite3.OperationalError:
            if not os.path.exists(self._path):
                raise
            with self._reading_copy() as db:
                yield db
            return
        with closing(db):
            yield db

    @contextmanager
    def _reading_copy(self) -> Iterator[sqlite3.Connection]:
        """A connection to a copy elsewhere, for a folder in which SQLite cannot create the log's
        index.
        """
        import shutil
        import tempfile

        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            copy = os.path.join(folder, "jurnal.db")
            shutil.copyfile(self._path, copy)
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(f"{self._path}-wal", f"{copy}-wal")
            with closing(self._opened(copy)) as db:
                yield db

    def _opened(self, path: str) -> sqlite3.Connection:
        db = self._connect(reading_address(path))
        try:
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            db.close()
            raise
        return db
