"""Migrates the desk's own SQLite files: numbered migrations, all in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from bnews_desk.archive.sqlite_connection import transaction
from bnews_desk.archive.sqlite_errors import UnfitFileError

Migration = Sequence[str]
"""The statements that take a file from one version to the next."""


class NewerSchemaError(Exception):
    """The file belongs to a later version of the program; it has not been written."""


def migrate(db: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Run the missing migrations, all of them or none, and switch the file to WAL.

    ``PRAGMA user_version`` counts those that have run; the first is for an empty file. Raises
    ``NewerSchemaError``, ``UnfitFileError`` on another program's database, and ``sqlite3.Error``.
    """
    is_due = _version(db, migrations) < len(migrations)  # first: a newer file is never written
    db.execute("PRAGMA journal_mode = WAL")
    if not is_due:
        return
    with transaction(db):
        version = _version(db, migrations)  # another process may have migrated it meanwhile
        if version == 0 and table_names(db):
            raise UnfitFileError
        for migration in migrations[version:]:
            for statement in migration:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(migrations)}")


def table_names(db: sqlite3.Connection) -> set[str]:
    """The tables, indexes and views of a database."""
    return {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}


def _version(db: sqlite3.Connection, migrations: Sequence[Migration]) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(migrations):
        raise NewerSchemaError
    return version
