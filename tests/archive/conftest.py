"""Runs every test that uses an archive on both databases."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import postgresql_server
import pytest
from repository_kit import Clock, OpenArchive, reader
from spare_archives import SpareDatabase, SpareFile

from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql_server.Server]:
    """A PostgreSQL server; where there is none, these tests are skipped with the reason."""
    with postgresql_server.served() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def spare_file(tmp_path_factory: pytest.TempPathFactory) -> SpareFile:
    """The embedded archive to be copied for tests that need an empty one."""
    return SpareFile(tmp_path_factory.mktemp("arsip"))


@pytest.fixture(scope="session")
def spare_database(server: postgresql_server.Server) -> Iterator[SpareDatabase]:
    """The shared archive for tests that need an empty one."""
    with contextlib.closing(SpareDatabase(server)) as spare:
        yield spare


ON_POSTGRESQL = pytest.param(
    "postgresql", marks=pytest.mark.posix("the PostgreSQL server of the tests is Debian's")
)


@pytest.fixture(params=["sqlite", ON_POSTGRESQL])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an archive may be created: a path, or a separate database.

    Where the test uses an open archive, an empty one is already there.
    """
    is_begun = "vault" in request.fixturenames
    if request.param == "sqlite":
        path = tmp_path / "meja" / "arsip.db"
        if is_begun:
            request.getfixturevalue("spare_file").put(path)
        yield str(path)
    elif is_begun:
        yield from request.getfixturevalue("spare_database").lent()
    else:
        yield from postgresql_server.database(request.getfixturevalue("server"))


@pytest.fixture
def shared_address(server: postgresql_server.Server) -> Iterator[str]:
    """An empty database of the server."""
    yield from postgresql_server.database(server)


@pytest.fixture
def opened(clock: Clock) -> Iterator[OpenArchive]:
    """Opens archives and closes them after the test."""
    with contextlib.ExitStack() as stack:

        def open_at(address: str) -> DatabaseArchive:
            vault = open_archive(address, reader(), clock)
            stack.callback(vault.close)
            return vault

        yield open_at


@pytest.fixture
def vault(address: str, opened: OpenArchive) -> DatabaseArchive:
    """An empty archive."""
    return opened(address)
