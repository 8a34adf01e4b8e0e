"""Checks whether a file is a sound archive, without SQLAlchemy."""

from __future__ import annotations

import contextlib
import os
import sqlite3

from bnews_desk.archive.repository.schema_tables import VERSION_TABLE, schema_tables_of
from bnews_desk.archive.sqlite_connection import file_address
from bnews_desk.archive.sqlite_errors import sqlite_error_code
from bnews_desk.files import system_path


def is_sound(path: str) -> bool:
    """Whether a file is a complete archive of any schema version; every page is checked.

    A file that cannot be read at the moment (busy, forbidden) does not count as damaged.
    """
    path = system_path(os.path.abspath(path))
    if not os.path.isfile(path) or not os.path.getsize(path):
        return False
    address = file_address(path, "rw")
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as db:
            names = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
            known = [one for (one,) in db.execute(_NOTED)] if VERSION_TABLE in names else []
            said = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError as error:
        return sqlite_error_code(error) not in _DAMAGES
    except sqlite3.DatabaseError:
        return False
    return said == "ok" and schema_tables_of(names, known).kind in {"whole", "newer"}


_NOTED = f"SELECT version_num FROM {VERSION_TABLE}"  # noqa: S608
_DAMAGES = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_ERROR}
)
