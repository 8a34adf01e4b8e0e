"""SQLAlchemy engines and transactions for both databases; failures are ``ArchiveError``."""

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
"""How a database address begins. One with a slash too few matches too, because a password must not
be shown as part of a path; a single letter is a Windows drive.
"""
_UNREADABLE = (
    "Alamat arsip bersama tidak dapat dibaca; tulis seperti postgresql://nama@server/arsip, dengan"
    " %40 untuk @ di dalam sandi."
)
_GIVEN_SECONDS = 0.11
_ALWAYS = ("journal_size_limit = 4000000", "fullfsync = ON", "foreign_keys = ON")
"""SQLite truncates the log to this size when it restarts it; its length shows how much is in it."""
_DURABLE = ("synchronous = FULL", "wal_autocheckpoint = 1000")
_COMMITTED = ("synchronous = NORMAL", "wal_autocheckpoint = 0")
"""How SQLite commits; cannot be changed inside a transaction."""
PASSWORD_VARIABLE = "PGPASSWORD"  # noqa: S105
"""The environment variable in which libpq looks for a password."""
CONNECT_SECONDS = 10
"""Seconds within which a shared archive must accept a connection."""
_SILENCE = {
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 35_000,
}
"""A dead network is noticed after half a minute instead of a quarter of an hour. The address may
override it.
"""


def make_engine(address: str) -> Engine:
    """An engine for a file's path or a ``postgresql://`` address; nothing is opened yet.

    The password of a shared archive is that in the address, in the environment, in the keyring, or
    in PostgreSQL's password file, in this order.

    Raises ``ArchiveError`` on an invalid address.
    """
    # its messages about a broken connection are English, and we report the failure ourselves
    logging.getLogger("sqlalchemy").addHandler(_NOWHERE)
    if not is_shared(address):
        if _SCHEME.match(address):
            raise ArchiveError(_UNREADABLE)
        return _sqlite(system_path(os.path.abspath(address)))
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        if "@" in (url.host or ""):  # part of a password, which would be shown
            raise ValueError
        address.encode()
        if (
            url.password is None
            and "password" not in url.query
            and PASSWORD_VARIABLE not in os.environ
        ):
            url = url.set(password=stored_password(address) or None)
        (url.host or "").encode("idna")  # otherwise refused when the name is resolved
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
    """The same for many queries: concurrent writes are not seen."""
    with _told(engine), engine.connect() as db:
        if engine.dialect.name == "postgresql":  # SQLite does so anyway
            db.execution_options(isolation_level="REPEATABLE READ")
        yield db


@contextmanager
def write_transaction(engine: Engine, *, is_durable: bool = True) -> Iterator[Connection]:
    """A write transaction: all of it or nothing, durable at the end.

    Without ``is_durable`` only committed, as explained in ``durable_commits``.
    """
    with _told(engine), engine.connect() as db:
        options = db.execution_options(is_writing=True, is_durable=is_durable)
        with options.begin():
            if not is_durable and engine.dialect.name == "postgresql":
                db.exec_driver_sql("SET LOCAL synchronous_commit = off")
            yield db


def shown_address(engine: Engine) -> str:
    """An archive's address for display, without a password."""
    return _shown(engine.url)


def _shown(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    bare = url.set(query={})  # the query may contain a password too
    return bare.render_as_string(hide_password=True).replace("+psycopg", "")


def let_other_writers_in() -> None:
    """Pause between two of many transactions: waiting writers try again every tenth of a second."""
    time.sleep(_GIVEN_SECONDS)


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        if sqlite_error_code(cause) == sqlite3.SQLITE_READONLY:
            engine.dispose()  # a connection opened while writing was impossible stays read-only
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
    """Make commits durable, enable foreign keys, and leave the beginning of transactions to
    ``_begin``.
    """
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
    """The sentence for the editor about a failure of the database."""
    if url.get_backend_name() == "sqlite":
        return embedded_sentence(cause, url.database or "")
    return shared_sentence(cause, _shown(url))
