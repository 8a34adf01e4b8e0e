"""What a desk and its archive last agreed on, so that after any end it is known who has moved on.

A small file beside the journal. Nothing is lost with it: where it is missing, both sides of a
doubt are kept.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import defaultdict
from hashlib import sha256
from typing import NamedTuple

from bnews_desk.archive.connecting import connect
from bnews_desk.files import sync

_KEPT = 2
"""States of a release that are remembered: the last, and the one that was being saved perhaps."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS agreed (key TEXT NOT NULL, place INTEGER NOT NULL,"
    " revision INTEGER NOT NULL, fingerprint TEXT NOT NULL, stage TEXT NOT NULL,"
    " noted REAL NOT NULL, is_removed INTEGER NOT NULL, PRIMARY KEY (key, place))"
)


def agreements_beside(journal: str, place: str = "") -> str:
    """Where the agreements about the releases of a journal lie; it may not exist yet.

    Each archive has its own, ``place`` being '' for the usual one: what one has agreed to says
    nothing of what another has.
    """
    mark = f"-{sha256(place.encode()).hexdigest()[:12]}" if place else ""
    return os.path.join(os.path.dirname(journal), f"serah-terima{mark}.db")


class Agreed(NamedTuple):
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
_COLUMNS = ", ".join(("key", "place", *Agreed._fields))
_PUT = f"INSERT OR REPLACE INTO agreed ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)"  # noqa: S608


class Agreements:
    """All that was agreed, the file at ``path`` behind it; for one thread at a time.

    No failure of the file is told: what cannot be written is known until the program ends.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None
        self._known: defaultdict[str, tuple[Agreed, ...]] = defaultdict(tuple)
        try:
            self._load()
        except (sqlite3.DatabaseError, OSError, TypeError):
            self._begin_anew()

    def __len__(self) -> int:
        """How many releases were ever agreed on."""
        return len(self._known)

    def of(self, key: str) -> tuple[Agreed, ...]:
        """The last states of a release, the newest last; none where it never was in the archive."""
        return self._known.get(key, ())

    def last(self, key: str) -> Agreed | None:
        """The newest of them."""
        known = self.of(key)
        return known[-1] if known else None

    def agree(self, key: str, agreed: Agreed) -> None:
        """Remember a state; to be called, as intended, before the archive is written, so that a
        kill between is understood later, and once more when it is certain."""
        known = self.of(key)
        if known and known[-1] == agreed:
            return
        is_same_text = bool(known) and known[-1][:2] == agreed[:2]
        earlier = known[:-1] if is_same_text else known
        self._known[key] = (*earlier, agreed)[-_KEPT:]
        self._write(key)

    def make_durable(self) -> None:
        """Have all of it survive a power cut, as far as the disk lets us: to be called before what
        was agreed on is made durable, or that would pass for another desk's."""
        if self._db is not None:
            with contextlib.suppress(OSError):
                sync(f"{os.path.realpath(self._path)}-wal")

    def close(self) -> None:
        """Let go of the file. Never raises."""
        db, self._db = self._db, None
        if db is not None:
            with contextlib.suppress(sqlite3.Error):
                db.close()

    def _load(self) -> None:
        folder = os.path.dirname(os.path.abspath(self._path))
        os.makedirs(folder, mode=0o700, exist_ok=True)
        self._db = connect(self._path)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute(_TABLE)
        names = {name for _, name, *_ in self._db.execute("PRAGMA table_info(agreed)")}
        for name, addition in _LATER_COLUMNS.items():
            if name not in names:
                self._db.execute(addition)
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM agreed ORDER BY place")  # noqa: S608
        for key, _place, *fields in rows:
            agreed = Agreed._make(fields)
            is_removed, is_intended = bool(agreed.is_removed), bool(agreed.is_intended)
            agreed = agreed._replace(is_removed=is_removed, is_intended=is_intended)
            self._known[key] += (agreed,)

    def _begin_anew(self) -> None:
        """Put another file in the place of one that cannot be read."""
        self.close()
        self._known.clear()
        for part in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                os.unlink(self._path + part)
        with contextlib.suppress(sqlite3.DatabaseError, OSError, TypeError):
            self._load()

    def _write(self, key: str) -> None:
        if self._db is None:
            return
        rows = [(key, place, *agreed) for place, agreed in enumerate(self._known[key])]
        with contextlib.suppress(sqlite3.Error):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._db.executemany(_PUT, rows)
                self._db.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
                raise
