"""When a save is proof against what.

Waiting for the disk is what a save takes longest for, and on a disk that is asked for much it may
take ten times as long as usual. Who has the text elsewhere need not wait for that each time. So a
save may be *committed* first: whole, seen by everybody, and proof against the end of this program
at any instruction, for what was written is then the system's. Only a power cut, or a crash of the
system or of PostgreSQL's server, may still take it, and then with all that was committed behind it
and nothing before: SQLite's log and PostgreSQL's are read up to the first gap. It is *durable*
behind ``make_durable``.

- SQLite, ``synchronous = NORMAL``: nothing is waited for at a commit; frames reach the main file
  only after the log was synced, so the file is never damaged. ``make_durable`` syncs the log, which
  takes no lock: nobody's save waits for it. The log is carried into the file there too, not by
  whoever happens to save as it grows too long.
- PostgreSQL, ``synchronous_commit = off``: the server writes its log within a second by itself.
  ``make_durable`` commits something of no consequence and waits for that. A server that crashed
  and is up again has forgotten saves while we live on: so they are looked for before.

Committed only is what the desk's journal holds, which syncs on its own, and holds until long after:
the present text of a release. Everything else waits for the disk: what came in, versions, photos,
exports, addresses, the bin, and a text that was not taken because somebody else had saved.

A text goes this way from the page to the archive's disk, each step on top of what was made certain
by the one before:

1. The journal syncs it, and only then is it handed over, so that after any end of the program the
   journal is never behind the archive.
2. What is to be agreed on is written into the sync state as *intended*, then the archive commits
   the text. A kill between the two leaves an intention of which the archive knows nothing: the
   text is handed over again.
3. A moment later, with whatever else was taken meanwhile, the sync state is synced and then the
   archive is: in this order, or a power cut could leave a text there of which its desk knew nothing
   and that it would take for another desk's.
4. Only then is the agreement no intention any more. Where the third step fails, all that was taken
   since the last one that succeeded, also behind the question, is handed over once more.
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
"""Bytes of SQLite's log from which on it is carried into the file."""
_AT_ONCE = 500
"""Keys that are asked for in one question: databases bound their number."""
_TO_SYNC = text("SELECT pg_logical_emit_message(true, 'bnews-desk', '')")
"""Something of no consequence in PostgreSQL's log; commits that wrote nothing wait for nothing."""
_LOST = (
    "Server arsip bersama baru saja mati dan kehilangan simpanan terakhir; naskahnya diserahkan"
    " lagi."
)


class _Saved(NamedTuple):
    revision: int
    changed: float

    def is_in(self, there: _Saved | None) -> bool:
        """Whether what lies in the archive is this or has come behind it.

        After a crash another desk may be given the same number.
        """
        if there is None or there.revision == self.revision:
            return there == self
        return there.revision > self.revision


class DurableCommits:
    """The part of an ``Archive`` that waits for the disk.

    For one thread at a time.
    """

    _engine: Engine
    path: str

    def __init__(self) -> None:
        self._committed: dict[str, _Saved] = {}
        self._is_log_doubtful = False
        self._next_length = 0

    def make_durable(self) -> None:
        """Have everything that was saved so far survive a power cut.

        Raises ``ArchiveError`` where that is not certain: then what was only committed is to be
        saved again, and this to be asked again.
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
        """Remember what lies in the archive now, saved without waiting for the disk; where it
        ``is_urgent``, wait."""
        self._committed[record.key] = _Saved(record.revision, record.changed)
        if is_urgent:
            self.make_durable()

    def close_log(self) -> None:
        """Wait for the disk as far as that is needed, before the end. Never raises."""
        if self._committed:
            with suppressed(_LOG, "making the archive durable", ArchiveError):
                self.make_durable()

    def _demand_committed(self, db: Connection) -> None:
        """Raise where something that was committed is not there, and forget what was."""
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
                flush_to_disk(log)  # no lock lies on the log itself: closing it takes none away
                self._shorten(os.path.getsize(log))
        except (OSError, sqlite3.Error) as error:
            # after a sync that failed the system takes its pages for written: the file shall tell
            self._is_log_doubtful = True
            why = reason(error) if isinstance(error, OSError) else sqlite_error_sentence(error)
            raise UnusableArchiveError(
                f"Disk tempat arsip “{self.path}” belum menyimpan naskah terakhir ({why}); periksa"
                " disknya, naskahnya aman di jurnal."
            ) from error
        self._is_log_doubtful = False

    def _shorten(self, length: int) -> None:
        """Carry a log that has grown long into the file and begin it anew.

        While somebody reads what is older that is not so: then it is tried again as it has grown
        by as much once more.
        """
        if length <= LONGEST_LOG:
            self._next_length = LONGEST_LOG
        elif length > self._next_length:
            self._next_length = length + LONGEST_LOG
            with suppressed(_LOG, "a checkpoint", sqlite3.Error):  # it is durable where it stands
                if self._carry_over("PASSIVE"):
                    self._next_length = LONGEST_LOG

    def _carry_over(self, how: str) -> bool:
        """Write the log into the file, both synced; ``FULL`` demands all of it.

        Whether the log has been begun anew.
        """
        with contextlib.closing(self._engine.raw_connection()) as raw:
            db = raw.driver_connection
            assert isinstance(db, sqlite3.Connection)  # noqa: S101
            is_busy, frames, carried = db.execute(f"PRAGMA wal_checkpoint({how})").fetchone()
            is_whole = not is_busy and frames == carried
            if how == "FULL" and not is_whole:
                raise sqlite3.OperationalError("log belum seluruhnya terbawa")
            if is_whole:
                with suppressed(_LOG, "beginning the log", sqlite3.Error):  # then a save does
                    _begin_log(db)
                    return True
            return False


def _begin_log(db: sqlite3.Connection) -> None:
    """Write the first page, as it is, where all of the log is in the file: whoever writes next
    begins the log anew, cuts it and waits for the disk, and that shall be no save."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.execute(f"PRAGMA user_version = {version}")


def _found(db: Connection, keys: list[str]) -> dict[str, _Saved]:
    """What the archive has of the releases of these keys."""
    columns = select(RELEASES.c.key, RELEASES.c.revision, RELEASES.c.changed)
    found = {}
    for at in range(0, len(keys), _AT_ONCE):
        some = columns.where(RELEASES.c.key.in_(keys[at : at + _AT_ONCE]))
        found.update({row.key: _Saved(row.revision, row.changed) for row in db.execute(some)})
    return found
