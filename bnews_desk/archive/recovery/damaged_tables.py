"""Reads the rows of a damaged archive that lie on intact pages."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from typing import Any

from bnews_desk.archive.recovery.damaged_files import remove_wal_and_shm

SECONDS = 120.0
"""Seconds for which a damaged archive is read at most: the editor waits for the result."""
MISSES = 50_000
"""Row numbers that are tried one by one where rows cannot be read: more than one page of SQLite's
can hold.
"""
_LOOK_EVERY = 10_000
"""SQLite instructions between two checks of the time."""
_HEADER = 100
_PAGES_AT, _PAGES_END = 28, 32
"""Offsets of the number of pages on a database's first page."""


class DamagedTables:
    """A damaged archive, opened read-only; numbers are row numbers."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._end = time.monotonic() + SECONDS
        db.set_progress_handler(self._is_over, _LOOK_EVERY)

    def rows(self, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Number and columns of every readable row in order; the values are unverified."""
        asked = self._select(table, columns)
        ordered = f"{asked} NOT INDEXED WHERE rowid >= ? ORDER BY rowid"
        following, misses = 1, 0
        seen: set[int] = set()
        while misses < MISSES and not self._is_over():
            if not misses:
                begun = following
                try:
                    for row in self._db.execute(ordered, (begun,)):
                        # a wrong row number must neither skip the rows behind it nor lead back
                        following = max(begun, row[0] + 1)
                        if row[0] not in seen:
                            seen.add(row[0])
                            yield row
                except (sqlite3.Error, OverflowError):
                    misses = 1
                else:
                    return
            # SQLite's own cursor omits the last row before an unreadable page
            found = self.row(table, following, *columns)
            misses = misses + 1 if found is None else 0
            if found is not None and following not in seen:
                seen.add(following)
                yield following, *found
            following += 1

    def row(self, table: str, number: int, *columns: str) -> tuple[Any, ...] | None:
        """The columns of one row, None where it is missing or unreadable."""
        return self._one(f"{self._select(table, columns)} NOT INDEXED WHERE rowid = ?", number)

    def photo(self, digest: str) -> tuple[Any, ...] | None:
        """When a photo was added and its bytes; None where they cannot be read."""
        return self._one(f"{self._select('photos', ('added', 'data'))} WHERE digest = ?", digest)

    def _one(self, asked: str, value: object) -> tuple[Any, ...] | None:
        try:
            found = self._db.execute(asked, (value,)).fetchone()
        except (sqlite3.Error, OverflowError):
            return None
        return None if found is None else tuple(found[1:])

    def _select(self, table: str, columns: tuple[str, ...]) -> str:
        return f"SELECT rowid, {', '.join(columns)} FROM {table}"  # noqa: S608 - our own names

    def _is_over(self) -> bool:
        return time.monotonic() > self._end


@contextlib.contextmanager
def open_damaged_tables(damaged: str, donor: str) -> Iterator[DamagedTables | None]:
    """What is left of the archive at ``damaged``, which stays as it is; None where it is nothing.

    ``donor`` is an earlier state of it: its first page takes the place of one that is no use, as
    tables keep their places. Raises ``OSError`` where there is no room for one more file.
    """
    wreck = f"{damaged}.{os.urandom(4).hex()}.tmp"
    try:
        shutil.copyfile(damaged, wreck)
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(f"{damaged}-wal", f"{wreck}-wal")
        if not _is_readable(wreck):
            _put_first_page(wreck, donor)
        db = _opened(wreck)
        with contextlib.closing(db):
            yield DamagedTables(db) if _is_readable(wreck) else None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(wreck)
        remove_wal_and_shm(wreck)


def _opened(path: str) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA writable_schema = ON")  # otherwise a truncated file is not opened
    return db


def _is_readable(path: str) -> bool:
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_opened(path)) as db:
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
        return "releases" in names
    return False


def _put_first_page(path: str, donor: str) -> None:
    """Replace a file's first page with another file's, keeping its own number of pages."""
    with open(donor, "rb") as file:
        header = file.read(_HEADER)
        size = int.from_bytes(header[16:18], "big")
        size = 65_536 if size == 1 else size
        page = bytearray(header + file.read(size - _HEADER))
    page[_PAGES_AT:_PAGES_END] = (os.path.getsize(path) // size).to_bytes(4, "big")
    with open(path, "r+b") as file:
        file.write(page)
