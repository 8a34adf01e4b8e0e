"""Committed and durable saves, and how the archive gets from one to the other.

Waiting for the disk takes most of a save's time, and on a busy disk ten times as long as usual. A
caller that holds the text elsewhere need not wait each time. So a save may be *committed* first:
whole, visible to everybody, and safe against the end of this program at any instruction, because
the system has the written data. Only a power cut, or a crash of the system or of PostgreSQL's
server, may still lose it, and then with everything committed after it and nothing before: SQLite's
and PostgreSQL's logs are read up to the first gap. It is *durable* after ``make_durable``.

- SQLite, ``synchronous = NORMAL``: a commit waits for nothing; frames reach the main file only
  after the log was synced, so the file is never damaged. ``make_durable`` syncs the log, which
  takes no lock: nobody's save waits for it. It also checkpoints the log, so that no ordinary
  save has to do so because the log has grown too long.
- PostgreSQL, ``synchronous_commit = off``: the server writes its log within a second by itself.
  ``make_durable`` commits an insignificant record and waits for that. A server that crashed and
  restarted has lost saves while this program lives on: so they are looked up first.

Merely committed is only what the desk's journal also holds, which syncs on its own and holds it
much longer: the present text of a release. Everything else waits for the disk: originals, versions,
photos, exports, addresses, the bin, and a text that was refused in a conflict.

A text reaches the archive's disk in these steps, each relying on the one before:

1. The journal syncs it. Only then is it saved to the archive, so that after any end of the
   program the journal is never behind the archive.
2. The sync state records the agreement as *intended*, then the archive commits the text. A kill
   between the two leaves an intention of which the archive knows nothing: the text is saved again.
3. A moment later, together with other saves, the sync state is synced and then the archive: in
   this order, because after a power cut a desk would otherwise find a text there that it does not
   know and would take for another desk's.
4. Only then does the agreement stop being intended. Where step 3 fails, everything saved since
   the last success, also while it ran, is saved once more.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Engine, select, text

from bnews_desk.archive.repository.archive_errors import ArchiveError, UnusableArchiveError
from bnews_desk.archive.repository.archive_tables import RELEASES
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.sqlite_errors import sqlite_error_sentence
from bnews_desk.errors import reason
from bnews_desk.files import flush_to_disk, real_path
from bnews_desk.log import suppressed

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bnews_desk.archive.repository.archive_values import ReleaseRecord

_LOG = logging.getLogger(__name__)
LONGEST_LOG = 16_000_000
"""Bytes of SQLite's log from which on it is checkpointed."""
_AT_ONCE = 500
"""Keys in one query: databases limit their number."""
_TO_SYNC = text("SELECT pg_logical_emit_message(true, 'bnews-desk', '')")
"""An insignificant record in PostgreSQL's log: commits that wrote nothing wait for nothing."""
_LOST = (
    "Server arsip bersama baru saja mati dan kehilangan simpanan terakhir; naskahnya diserahkan"
    " lagi."
)


class _Saved(NamedTuple):
    revision: int
    changed: float

    def is_in(self, there: _Saved | None) -> bool:
        """Whether the archive has this save or a later one.

        After a crash another desk may be given the same revision number.
        """
        if there is None or there.revision == self.revision:
            return there == self
        return there.revision > self.revision


class DurableCommits:
    """The part of an ``Archive`` that makes saves durable.

    For one thread at a time.
    """

    _engine: Engine
    path: str

    def __init__(self) -> None:
        self._committed: dict[str, _Saved] = {}
        self._is_log_doubtful = False
        self._next_length = 0

    def make_durable(self) -> None:
        """Make everything saved so far survive a power cut.

        Raises ``ArchiveError`` where that is not certain: then everything that was only committed
        must be saved again, and this method called again.
        """
        if self._engine.dialect.name == "sqlite":
            with read_transaction(self._engine) as db:
                self._demand_committed(db)
            self._sync_log()
        else:
            with write_transaction(self._engine) as db:
                self._demand_committed(db)
                db.execute(_TO_SYNC)
        self._committed.clear()

    def note_committed(self, record: ReleaseRecord, *, is_urgent: bool) -> None:
        """Record a save that did not wait for the disk; where it ``is_urgent``, wait for the disk
        now.
        """
        self._committed[record.key] = _Saved(record.revision, record.changed)
        if is_urgent:
            self.make_durable()

    def close_log(self) -> None:
        """Make everything durable, as far as needed, before closing. Never raises."""
        if self._committed:
            with suppressed(_LOG, "making the archive durable", ArchiveError):
                self.make_durable()

    def _demand_committed(self, db: Connection) -> None:
        """Raise where a committed save is missing from the archive; clears the record of saves."""
        found = _found(db, list(self._committed))
        if not all(saved.is_in(found.get(key)) for key, saved in self._committed.items()):
            self._committed.clear()
            raise ArchiveError(_LOST)

    def _sync_log(self) -> None:
        log = f"{real_path(self.path)}-wal"
        try:
            if self._is_log_doubtful:
                self._carry_over("FULL")
            else:
                # SQLite locks no byte of the log itself: closing it releases no lock
                flush_to_disk(log)
                self._shorten(os.path.getsize(log))
        except (OSError, sqlite3.Error) as error:
            # after a failed sync the system considers the pages written: the main file decides
            self._is_log_doubtful = True
            why = reason(error) if isinstance(error, OSError) else sqlite_error_sentence(error)
            raise UnusableArchiveError(
                f"Disk tempat arsip “{self.path}” belum menyimpan naskah terakhir ({why}); periksa"
                " disknya, naskahnya aman di jurnal."
            ) from error
        self._is_log_doubtful = False

    def _shorten(self, length: int) -> None:
        """Checkpoint a log that has grown long and restart it.

        Impossible while somebody reads an older state: then it is tried again when the log has
        grown by as much once more.
        """
        if length <= LONGEST_LOG:
            self._next_length = LONGEST_LOG
        elif length > self._next_length:
            self._next_length = length + LONGEST_LOG
            with suppressed(_LOG, "a checkpoint", sqlite3.Error):  # the log is durable as it is
                if self._carry_over("PASSIVE"):
                    self._next_length = LONGEST_LOG

    def _carry_over(self, how: str) -> bool:
        """Checkpoint the log, with both files synced; mode ``FULL`` requires all of it.

        Returns whether the log was restarted.
        """
        with contextlib.closing(self._engine.raw_connection()) as raw:
            db = raw.driver_connection
            assert isinstance(db, sqlite3.Connection)  # noqa: S101
            is_busy, frames, carried = db.execute(f"PRAGMA wal_checkpoint({how})").fetchone()
            is_whole = not is_busy and frames == carried
            if how == "FULL" and not is_whole:
                raise sqlite3.OperationalError("log belum seluruhnya terbawa")
            if is_whole:
                # otherwise a save does so
                with suppressed(_LOG, "beginning the log", sqlite3.Error):
                    _begin_log(db)
                    return True
            return False


def _begin_log(db: sqlite3.Connection) -> None:
    """Rewrite the first page unchanged when the whole log is in the file. The next writer restarts
    and truncates the log and waits for the disk: this spares an ordinary save that wait.
    """
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.execute(f"PRAGMA user_version = {version}")


def _found(db: Connection, keys: list[str]) -> dict[str, _Saved]:
    """The archive's present state of the releases with these keys."""
    columns = select(RELEASES.c.key, RELEASES.c.revision, RELEASES.c.changed)
    found = {}
    for at in range(0, len(keys), _AT_ONCE):
        some = columns.where(RELEASES.c.key.in_(keys[at : at + _AT_ONCE]))
        found.update({row.key: _Saved(row.revision, row.changed) for row in db.execute(some)})
    return found
