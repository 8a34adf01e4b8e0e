"""What was saved is indexed before it is looked for."""

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
"""Releases that are indexed in one transaction, so that nobody waits long for his own."""


class PendingIndex:
    """The part of an ``Archive`` that indexes saves."""

    _engine: Engine
    filing: ReleaseStorage

    def index_pending(self) -> int:
        """Index the releases that were saved since; how many of them there were.

        Where the archive cannot be written they stay as they were found before. None waits for the
        disk: what a power cut takes of it is still noted as to be indexed.
        """
        count = 0
        with suppressed(_LOG, "settling the archive", ArchiveError):
            while self._is_unsettled():
                with write_transaction(self._engine, is_durable=False) as db:
                    new = self._index_some(db)
                if not new:  # somebody else has indexed them meanwhile
                    break
                count += new
        return count

    @contextlib.contextmanager
    def indexed_connection(self) -> Iterator[Connection]:
        """A connection to search with, after ``index_pending`` where that was due.

        Where nothing was saved since it is the one that was asked whether: an archive on another
        machine answers everything a moment later.
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
            with contextlib.suppress(DeskError):  # told by ``faults``
                release = release_from_json(bytes(row["content"]))
                self.filing.index(db, row["number"], release, dict(row))
                self.filing.fingerprint(db, row["number"], release)
        db.execute(delete(CHANGED).where(CHANGED.c.release.in_(numbers)))
        return len(numbers)


def _is_any_changed(db: Connection) -> bool:
    return db.scalar(select(CHANGED.c.release).limit(1)) is not None
