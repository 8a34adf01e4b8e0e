"""How each database is reached, and what its failures mean to the editor."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from bnews_desk.archive.repository.archive_address import is_shared
from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    DamagedArchiveError,
    MissingPasswordError,
    UnusableArchiveError,
)
from bnews_desk.archive.repository.database_errors import (
    embedded_sentence,
    lacks_password,
    shared_sentence,
)
from bnews_desk.archive.sqlite_connection import BUSY_SECONDS
from bnews_desk.archive.sqlite_errors import is_damage, sqlite_error_code
from bnews_desk.credentials import stored_password
from bnews_desk.files import system_path

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

_NOWHERE = logging.NullHandler()
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:/|postgres(?:ql)?:", re.IGNORECASE)
"""How an address begins: one with a slash too few is no file's, whose path would show a password.
One letter is a drive of Windows."""
_UNREADABLE = (
    "Alamat arsip bersama tidak dapat dibaca; tulis seperti postgresql://nama@server/arsip, dengan"
    " %40 untuk @ di dalam sandi."
)
_GIVEN_SECONDS = 0.11
_ALWAYS = ("journal_size_limit = 4000000", "fullfsync = ON", "foreign_keys = ON")
"""The log is cut to so many bytes when it begins anew: its length tells how much is in it."""
_DURABLE = ("synchronous = FULL", "wal_autocheckpoint = 1000")
_COMMITTED = ("synchronous = NORMAL", "wal_autocheckpoint = 0")
"""How SQLite commits; none of it can be changed once a transaction has begun."""
PASSWORD_VARIABLE = "PGPASSWORD"  # noqa: S105
"""Where PostgreSQL's programs, and the client we use, look for a password."""
CONNECT_SECONDS = 10
"""How long a shared archive may take to answer."""
_SILENCE = {
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 35_000,
}
"""After half a minute without a sign a network has gone; else it would be after a quarter of an
hour. An address may say otherwise."""


def make_engine(address: str) -> Engine:
    """An engine for a file's path or a ``postgresql://`` address; nothing is opened yet.

    The password of a shared archive is the address's own, that of the environment, the one that was
    kept for it, or what PostgreSQL's client finds in its password file.

    Raises ``ArchiveError`` on an address that is none.
    """
    # its own words on a connection that breaks are English, and we say it once
    logging.getLogger("sqlalchemy").addHandler(_NOWHERE)
    if not is_shared(address):
        if _SCHEME.match(address):
            raise ArchiveError(_UNREADABLE)
        return _sqlite(system_path(os.path.abspath(address)))
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        if "@" in (url.host or ""):  # the rest of a password, which would be shown
            raise ValueError
        address.encode()
        if (
            url.password is None
            and "password" not in url.query
            and PASSWORD_VARIABLE not in os.environ
        ):
            url = url.set(password=stored_password(address) or None)
        (url.host or "").encode("idna")  # or it is refused when the name is looked up
        limits = {"connect_timeout": CONNECT_SECONDS, **_SILENCE}
        given = {name: value for name, value in limits.items() if name not in url.query}
        engine = create_engine(url, pool_pre_ping=True, connect_args=given)
    except (ArgumentError, ValueError):
        raise ArchiveError(_UNREADABLE) from None
    from bnews_desk.archive.repository.postgresql_timeout import listen_for_silence

    listen_for_silence(engine)
    return engine


@contextmanager
def read_transaction(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the archive and changes nothing."""
    with _told(engine), engine.connect() as db:
        yield db


@contextmanager
def long_read_transaction(engine: Engine) -> Iterator[Connection]:
    """The same for what asks many questions: others write meanwhile, and nothing of it is seen."""
    with _told(engine), engine.connect() as db:
        if engine.dialect.name == "postgresql":  # SQLite does so by itself
            db.execution_options(isolation_level="REPEATABLE READ")
        yield db


@contextmanager
def write_transaction(engine: Engine, *, is_durable: bool = True) -> Iterator[Connection]:
    """All of what is done inside, or nothing; durable behind it.

    Without ``is_durable`` only committed, in the sense of ``durability``.
    """
    with _told(engine), engine.connect() as db:
        options = db.execution_options(is_writing=True, is_durable=is_durable)
        with options.begin():
            if not is_durable and engine.dialect.name == "postgresql":
                db.exec_driver_sql("SET LOCAL synchronous_commit = off")
            yield db


def shown_address(engine: Engine) -> str:
    """Where an archive lies, for people to read: without a password."""
    return _shown(engine.url)


def _shown(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    bare = url.set(query={})  # a password may stand there too
    return bare.render_as_string(hide_password=True).replace("+psycopg", "")


def let_other_writers_in() -> None:
    """Between two of many transactions: let others in, who look again every tenth of a second."""
    time.sleep(_GIVEN_SECONDS)


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        if sqlite_error_code(cause) == sqlite3.SQLITE_READONLY:
            engine.dispose()  # what was opened while it might not be written stays so for ever
        kind = UnusableArchiveError
        if is_damage(cause):
            kind = DamagedArchiveError
        elif lacks_password(cause):
            kind = MissingPasswordError
        raise kind(_sentence(cause, engine.url)) from error


def _sqlite(path: str) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=path), connect_args={"timeout": BUSY_SECONDS}
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Durable, with foreign keys, and every transaction begun by ``_begin``."""
    db: Any = connection
    db.isolation_level = None
    for pragma in ("journal_mode = WAL", *_DURABLE, *_ALWAYS):
        db.execute(f"PRAGMA {pragma}")


def _begin(db: Connection) -> None:
    options = db.get_execution_options()
    if not options.get("is_writing", False):
        db.exec_driver_sql("BEGIN")
        return
    for pragma in _DURABLE if options.get("is_durable", True) else _COMMITTED:
        db.exec_driver_sql(f"PRAGMA {pragma}")
    db.exec_driver_sql("BEGIN IMMEDIATE")


def _sentence(cause: BaseException, url: URL) -> str:
    """What to tell the editor of a failure of the database."""
    if url.get_backend_name() == "sqlite":
        return embedded_sentence(cause, url.database or "")
    return shared_sentence(cause, _shown(url))
