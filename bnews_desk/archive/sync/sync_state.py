"""The sync state: what a desk and its archive last agreed on.

It can be lost safely: where it is missing, both sides of a possible conflict are kept.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import NamedTuple

from bnews_desk.archive.sqlite_connection import transaction
from bnews_desk.archive.sync.sync_file import SyncFile

_KEPT = 2
"""States remembered for a release: the last one, and possibly one that was being saved."""


class SyncedState(NamedTuple):
    """A state of a release that both sides had.

    ``revision`` is the archive's; ``fingerprint`` identifies the text, ``stage`` is the desk's,
    ``noted`` is when the journal noted it, 0 where unknown. While it ``is_intended`` the archive is
    about to have it: it may never have been saved, or be lost in a power cut. ``saved`` is when the
    archive had last changed the release at that time: anything saved later is no restored backup.
    """

    revision: int
    fingerprint: str
    stage: str
    noted: float = 0.0
    is_removed: bool = False
    is_intended: bool = False
    saved: float = 0.0


_FIELDS = ", ".join(SyncedState._fields)
_READ = f"SELECT key, {_FIELDS} FROM sync_state WHERE archive = ? ORDER BY place"  # noqa: S608
_PUT = "INSERT OR REPLACE INTO sync_state VALUES (?,?,?,?,?,?,?,?,?,?)"


class SyncState:
    """All states agreed on with the archive of ``file``; for one thread at a time.

    Failures are not reported: a state that cannot be written is kept in memory and written with the
    next one.
    """

    def __init__(self, file: SyncFile) -> None:
        self._file = file
        self._generation = file.generation
        self._known: defaultdict[str, tuple[SyncedState, ...]] = defaultdict(tuple)
        self._unwritten: set[str] = set()
        self._is_read = False

    def __len__(self) -> int:
        """The number of releases with a state."""
        self._read()
        return len(self._known)

    def all_agreed(self, key: str) -> tuple[SyncedState, ...]:
        """The remembered states of a release, newest last; empty where it never was in
        the archive.
        """
        self._read()
        return self._known.get(key, ())

    def last_agreed(self, key: str) -> SyncedState | None:
        """The newest state of a release."""
        known = self.all_agreed(key)
        return known[-1] if known else None

    def agree(self, key: str, agreed: SyncedState) -> None:
        """Remember a state; called as intended before the archive is written, so that a kill in
        between is understood later, and again when it is certain.
        """
        known = self.all_agreed(key)
        if known and known[-1] == agreed:
            return
        is_same_text = bool(known) and known[-1][:2] == agreed[:2]
        earlier = known[:-1] if is_same_text else known
        self._known[key] = (*earlier, agreed)[-_KEPT:]
        self._unwritten.add(key)
        self._write()

    def make_durable(self) -> None:
        """Make all of it survive a power cut, as far as the disk allows. Must be called before the
        archive is made durable: otherwise a state could be taken for another desk's.
        """
        if self._unwritten:
            self._write()
        self._file.make_durable()

    def _read(self) -> None:
        """Read the file where that has not been possible yet."""
        if self._is_read or not self._file.use(self._load):
            return
        self._is_read = True
        if self._unwritten:
            self._write()

    def _load(self, db: sqlite3.Connection) -> None:
        found: defaultdict[str, tuple[SyncedState, ...]] = defaultdict(tuple)
        for key, *fields in db.execute(_READ, (self._file.archive,)):
            agreed = SyncedState._make(fields)
            is_removed, is_intended = bool(agreed.is_removed), bool(agreed.is_intended)
            found[key] += (agreed._replace(is_removed=is_removed, is_intended=is_intended),)
        for key, known in self._known.items():  # agreed on while the file could not be read
            found[key] = (*found[key], *known)[-_KEPT:]
        self._known, self._generation = found, self._file.generation

    def _write(self) -> None:
        """Write new states; nothing before the file was read, or its rows would be lost."""
        if self._is_read and self._file.use(self._put):
            self._unwritten.clear()

    def _put(self, db: sqlite3.Connection) -> None:
        if self._generation != self._file.generation:
            self._generation, self._unwritten = self._file.generation, set(self._known)
        rows = [
            (self._file.archive, key, place, *agreed)
            for key in self._unwritten
            for place, agreed in enumerate(self._known[key])
        ]
        with transaction(db):
            db.executemany(_PUT, rows)
