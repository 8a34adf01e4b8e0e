"""What was saved is indexed before it is looked for."""

from __future__ import annotations

import contextlib

from sqlalchemy import Connection, Engine, delete, select

from bnews_desk.archive.journal_format import release_of
from bnews_desk.archive.vault.engines import reading, writing
from bnews_desk.archive.vault.filing import Filing
from bnews_desk.archive.vault.tables import CHANGED, RELEASES
from bnews_desk.archive.vault.troubles import ArchiveError
from bnews_desk.errors import DeskError

_AT_ONCE = 50
"""Releases that are indexed in one transaction, so that nobody waits long for his own."""


class Settling:
    """The part of an :class:`~bnews_desk.archive.vault.protocol.Archive` that indexes saves."""

    _engine: Engine
    filing: Filing

    def settle(self) -> int:
        """Index the releases that were saved since; how many of them there were.

        Where the archive cannot be written they stay as they were found before.
        """
        count = 0
        with contextlib.suppress(ArchiveError):
            while self._is_any_changed():
                with writing(self._engine) as db:
                    new = self._index_some(db)
                if not new:  # somebody else has indexed them meanwhile
                    break
                count += new
        return count

    def _is_any_changed(self) -> bool:
        with reading(self._engine) as db:
            return db.scalar(select(CHANGED.c.release).limit(1)) is not None

    def _index_some(self, db: Connection) -> int:
        wanted = select(CHANGED.c.release).order_by(CHANGED.c.release).limit(_AT_ONCE)
        numbers = list(db.scalars(wanted.with_for_update()))
        rows = db.execute(select(RELEASES).where(RELEASES.c.number.in_(numbers))).mappings()
        for row in rows.all():
            with contextlib.suppress(DeskError):  # told by ``faults``
                release = release_of(bytes(row["content"]))
                self.filing.index(db, row["number"], release, dict(row))
                self.filing.fingerprint(db, row["number"], release)
        db.execute(delete(CHANGED).where(CHANGED.c.release.in_(numbers)))
        return len(numbers)
