"""Prepared empty archives: creating one takes longer than most tests that use it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import postgresql_server
from repository_kit import reader
from sqlalchemy import Connection, NullPool, create_engine, delete, select, table, text
from sqlalchemy.exc import SQLAlchemyError

from bnews_desk.archive.repository.archive_tables import META
from bnews_desk.archive.repository.open_archive import open_archive

PATIENCE = "5s"
"""How long to wait for the rows of a test; a process that still locks them then gets another
database."""

TABLES = """SELECT tablename FROM pg_tables
WHERE schemaname = current_schema() AND tablename <> 'alembic_version'"""
COUNT_ANEW = "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'"


class SpareFile:
    """An empty embedded archive that is copied for each test."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "kosong.db"

    def put(self, path: Path) -> None:
        """An empty archive at ``path``."""
        if not self._file.exists():
            open_archive(str(self._file), reader()).close()
        path.parent.mkdir(parents=True)
        shutil.copyfile(self._file, path)


class SpareDatabase:
    """A shared archive that is emptied after each test; replaced where that fails."""

    def __init__(self, server: postgresql_server.Server) -> None:
        self._server = server
        self._life = contextlib.ExitStack()
        self._address = ""
        self._facts: list[dict[str, object]] = []

    def lent(self) -> Iterator[str]:
        """The address of the archive, for one test."""
        if not self._address:
            self._make()
        yield self._address
        try:
            with self._connected() as db:
                self._empty(db)
        except SQLAlchemyError:
            self.close()

    def close(self) -> None:
        """Drop the database."""
        self._address = ""
        self._life.close()

    def _make(self) -> None:
        database = contextlib.contextmanager(postgresql_server.database)
        self._address = self._life.enter_context(database(self._server))
        open_archive(self._address, reader()).close()
        with self._connected() as db:
            self._facts = [dict(row) for row in db.execute(select(META)).mappings()]

    def _empty(self, db: Connection) -> None:
        db.execute(text(f"SET lock_timeout = '{PATIENCE}'"))
        db.execute(text("SET session_replication_role = replica"))  # delete tables in any order
        for name in db.scalars(text(TABLES)).all():
            db.execute(delete(table(name)))
        db.execute(text(COUNT_ANEW))
        db.execute(META.insert(), self._facts)
        db.commit()

    @contextlib.contextmanager
    def _connected(self) -> Iterator[Connection]:
        address = self._address.replace("postgresql:", "postgresql+psycopg:")
        engine = create_engine(address, poolclass=NullPool)
        try:
            with engine.connect() as db:
                yield db
        finally:
            engine.dispose()
