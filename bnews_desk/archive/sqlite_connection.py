"""Connections to and transactions on the desk's own SQLite files."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

BUSY_SECONDS = 4.0
"""How long another process may hold the file before that is reported."""

Connect = Callable[[str], sqlite3.Connection]


def connect(path: str) -> sqlite3.Connection:
    """A connection to a path or ``file:`` address; transactions are explicit."""
    return sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=path.startswith("file:"),
    )


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """An immediate write transaction: all of it or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise


def reading_address(path: str) -> str:
    """The address that opens a file read-only."""
    return file_address(path, "ro")


def file_address(path: str, mode: str) -> str:
    r"""SQLite's URI of a file in a ``mode``: ``ro``, or ``rw``, which creates none.

    ``pathlib``'s URI has the server of ``\\server\share`` as authority, which SQLite refuses; with
    the whole path quoted there is none.
    """
    from urllib.parse import quote

    return f"file:{quote(path)}?mode={mode}"
