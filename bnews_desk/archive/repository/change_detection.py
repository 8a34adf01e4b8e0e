"""Whether anybody has changed an archive since one last looked: cheap enough to ask often."""

from __future__ import annotations

import logging
import sqlite3

from sqlalchemy import Engine, text

from bnews_desk.archive.repository.database_engines import reading
from bnews_desk.archive.sqlite_connection import connect
from bnews_desk.log import log_fault, suppressed

_LOG = logging.getLogger(__name__)


class ChangeDetector:
    """A value that stays the same for as long as nobody writes, this program included.

    For one thread at a time.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._watching: sqlite3.Connection | None = None

    def take(self) -> str:
        """The present value.

        Of a shared archive it may also change without a cause: another database of the same server
        was written to. Raises ``ArchiveError`` where a
        shared one does not answer; an embedded one that cannot be read has the value ''.
        """
        if self._engine.dialect.name == "sqlite":
            return self._of_the_file()
        with reading(self._engine) as db:
            return str(db.scalar(text("SELECT CAST(txid_current_snapshot() AS text)")))

    def close(self) -> None:
        """Let go of the database. Never raises."""
        watching, self._watching = self._watching, None
        if watching is not None:
            with suppressed(_LOG, "closing a watched archive", sqlite3.Error):
                watching.close()

    def _of_the_file(self) -> str:
        """What SQLite counts for a connection that itself never writes."""
        try:
            if self._watching is None:
                self._watching = connect(self._engine.url.database or "")
            return str(self._watching.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error as error:
            log_fault(_LOG, "watching an archive for changes", error)
            self.close()
            return ""
