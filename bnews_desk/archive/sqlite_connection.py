"""Connections to and transactions on the desk's own SQLite files."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

BUSY_SECONDS = 4.0
"""How long another process may hold the journal before that is a trouble."""

Connect = Callable[[str], sqlite3.Connection]


def connect(path: str) -> sqlite3.Connection:
    """A connection to a path or ``file:`` address; transactions are begun and ended by hand."""
    return sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=path.startswith("file:"),
    )


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All of what is done inside, or nothing; begun at once for writing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise


def reading_address(path: str) -> str:
    """The address under which a file is opened and never written."""
    return file_address(path, "ro")


def file_address(path: str, mode: str) -> str:
    r"""SQLite's address of a file to be opened in a ``mode``: ``ro``, or ``rw`` to make none.

    The form that ``pathlib`` gives has the server of ``\\server\share`` for an authority, which
    SQLite refuses; quoted whole a path is none.
    """
    from urllib.parse import quote

    return f"file:{quote(path)}?mode={mode}"
