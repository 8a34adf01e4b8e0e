"""Brings the schema up to date where that is due, after a copy was made."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, inspect, text

from bnews_desk.archive.recovery.migration_backups import (
    back_up_before_migration,
    drop_superseded_backups,
)
from bnews_desk.archive.repository.archive_address import make_folder
from bnews_desk.archive.repository.archive_errors import (
    DamagedArchiveError,
    MissingArchiveError,
    NewerArchiveError,
    UnusableArchiveError,
)
from bnews_desk.archive.repository.database_engines import (
    read_transaction,
    shown_address,
    write_transaction,
)
from bnews_desk.archive.repository.database_errors import encoding_sentence, incomplete_sentence
from bnews_desk.archive.repository.schema_tables import (
    HEAD,
    VERSION_TABLE,
    SchemaTables,
    schema_tables_of,
)
from bnews_desk.archive.search.index_rebuild import note_analyser
from bnews_desk.paths import resource

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LOCK = 0x626E6577
"""The PostgreSQL advisory lock by which migrating programs wait for each other."""


def bring_up_to_date(engine: Engine, *, may_begin: bool = True) -> None:
    """Migrate the schema to the program's version; does nothing where it is current.

    An embedded archive is copied beside itself first; copies of earlier migrations are removed at
    the end. A failure leaves everything as it was. Raises, of ``UnusableArchiveError``, what
    ``schema_version`` raises, and ``MissingArchiveError`` where there is no archive and
    ``may_begin`` is False.
    """
    path = engine.url.database or "" if engine.dialect.name == "sqlite" else ""
    if may_begin and path:
        make_folder(path)
    elif path and _is_empty(path):  # connecting would create the file
        raise _missing(path)
    with read_transaction(engine) as db:
        found = schema_version(db)
        if not found and not may_begin:
            raise _missing(shown_address(engine))
        _demand_utf8(db)
    if found == HEAD:
        return
    if path and found:
        back_up_before_migration(path, HEAD)
    with write_transaction(engine) as db:
        if engine.dialect.name == "postgresql":
            db.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if schema_version(db) != HEAD:
            _migrate(db)
            if not found:
                note_analyser(db)
    if path:
        drop_superseded_backups(path)


def schema_version(db: Connection) -> str:
    """The migration a database is at, '' where it is empty.

    Raises ``NewerArchiveError`` on a later version's archive, ``DamagedArchiveError`` on one that
    has lost a table or the record of its schema, and ``UnusableArchiveError`` on another program's
    database.
    """
    found = _anatomy(db)
    if found.kind == "foreign":
        raise UnusableArchiveError(
            "Basis data ini milik program lain, bukan arsip B-News Desk; pilih yang kosong."
        )
    if found.kind == "newer":
        raise NewerArchiveError(
            "Arsip ini milik B-News Desk versi yang lebih baru dan tidak disentuh; perbarui program"
            " ini untuk memakainya."
        )
    if found.kind == "damaged":
        is_shared = db.dialect.name != "sqlite"
        said = incomplete_sentence(shown_address(db.engine), found.missing, is_shared=is_shared)
        raise DamagedArchiveError(said)
    return found.version


def _anatomy(db: Connection) -> SchemaTables:
    names = set(inspect(db).get_table_names())
    noted: list[str] = []
    if VERSION_TABLE in names:
        noted = list(db.scalars(text(f"SELECT version_num FROM {VERSION_TABLE}")))  # noqa: S608
    return schema_tables_of(names, noted)


def _is_empty(path: str) -> bool:
    """Whether there is no file, or an empty database."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # the database reports the cause
        return False
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        raise UnusableArchiveError(  # opening a pipe may block forever
            f"“{path}” bukan berkas, jadi tidak dapat menjadi arsip; pilih tempat lain."
        )
    return not found.st_size and stat.S_ISREG(found.st_mode)


def _missing(place: str) -> MissingArchiveError:
    return MissingArchiveError(
        f"Belum ada arsip di “{place}”; periksa tempatnya, atau mulai dengan membuka jendela atau"
        " bnews-desk archive import."
    )


def _demand_utf8(db: Connection) -> None:
    """Raise where the encoding of a PostgreSQL database cannot hold every text."""
    if db.dialect.name != "postgresql":
        return
    driver: Any = db.connection.driver_connection
    if driver.info.parameter_status("server_encoding") != "UTF8":
        raise UnusableArchiveError(encoding_sentence(shown_address(db.engine)))


def _migrate(db: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", resource("archive").replace("%", "%%"))
    config.attributes["connection"] = db
    command.upgrade(config, HEAD)
