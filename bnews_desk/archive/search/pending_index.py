"""Indexes saved releases before the next search."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator

from sqlalchemy import Connection, Engine, delete, select

from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_tables import CHANGED, RELEASES
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.repository.release_storage import ReleaseStorage
from bnews_desk.errors import DeskError
from bnews_desk.log import suppressed
from bnews_desk.release_json import release_from_json

_LOG = logging.getLogger(__name__)
_AT_ONCE = 50
"""Releases indexed in one transaction, so that no other writer waits long."""


class PendingIndex:
    """The part of an ``Archive`` that indexes saved releases before a search."""

    _engine: Engine
    filing: ReleaseStorage

    def index_pending(self) -> int:
        """Index the releases saved since the last call; returns how many there were.

        Where the archive cannot be written the index stays as it was. Nothing waits for the disk:
        an entry lost in a power cut is still marked as pending.
        """
        count = 0
        with suppressed(_LOG, "settling the archive", ArchiveError):
            while self._is_unsettled():
                with write_transaction(self._engine, is_durable=False) as db:
                    new = self._index_some(db)
                if not new:  # another program has indexed them
                    break
                count += new
        return count

    @contextlib.contextmanager
    def indexed_connection(self) -> Iterator[Connection]:
        """A connection to search with, after ``index_pending`` where something was pending.

        Otherwise it is the connection that made the check: with an archive on another machine each
        round trip takes time.
        """
        with read_transaction(self._engine) as db:
            is_settled = not _is_any_changed(db)
            if is_settled:
                yield db
        if not is_settled:
            self.index_pending()
            with read_transaction(self._engine) as db:
                yield db

    def _is_unsettled(self) -> bool:
        with read_transaction(self._engine) as db:
            return _is_any_changed(db)

    def _index_some(self, db: Connection) -> int:
        wanted = select(CHANGED.c.release).order_by(CHANGED.c.release).limit(_AT_ONCE)
        numbers = list(db.scalars(wanted.with_for_update()))
        rows = db.execute(select(RELEASES).where(RELEASES.c.number.in_(numbers))).mappings()
        for row in rows.all():
            with contextlib.suppress(DeskError):  # reported by ``faults``
                release = release_from_json(bytes(row["content"]))
                self.filing.index(db, row["number"], release, dict(row))
                self.filing.fingerprint(db, row["number"], release)
        db.execute(delete(CHANGED).where(CHANGED.c.release.in_(numbers)))
        return len(numbers)


def _is_any_changed(db: Connection) -> bool:
    return db.scalar(select(CHANGED.c.release).limit(1)) is not None
