"""A server that hangs is not waited for without end; one that works long is."""

from __future__ import annotations

from typing import Any

import postgresql_server
import pytest
from repository_kit import HARVEST, OpenArchive
from sqlalchemy import text

from bnews_desk.archive.repository import database_engines, postgresql_timeout
from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.database_engines import write_transaction


@pytest.fixture(autouse=True)
def _briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql_timeout, "SILENT_SECONDS", 0.3)
    monkeypatch.setattr(database_engines, "CONNECT_SECONDS", 2)


def test_a_server_that_hangs_is_told_and_is_there_again_behind(
    server: postgresql_server.Server,
    shared_address: str,
    opened: OpenArchive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vault = opened(shared_address)
    vault.add("a", HARVEST)
    monkeypatch.setattr(postgresql_timeout, "ANSWER_SECONDS", 0.5)
    with (
        server.frozen(),
        pytest.raises(UnusableArchiveError, match="tidak menjawab pada waktunya"),
    ):
        vault.get("a")
    assert vault.get("a").release == HARVEST


def test_a_bulk_copy_that_hangs_is_told(
    server: postgresql_server.Server,
    shared_address: str,
    opened: OpenArchive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vault = opened(shared_address)
    monkeypatch.setattr(postgresql_timeout, "ANSWER_SECONDS", 0.5)

    def fill() -> None:
        with write_transaction(vault.engine) as db:
            db.execute(text("CREATE TABLE panjang (kata TEXT)"))
            driver: Any = db.connection.driver_connection
            with server.frozen(), driver.cursor().copy("COPY panjang FROM STDIN") as bulk:
                for _ in range(2_000):  # more than the system holds for it
                    bulk.write(b"padi\n" * 10_000)

    with pytest.raises(UnusableArchiveError, match=r"tidak menjawab|terputus"):
        fill()


def test_work_that_takes_long_is_waited_for(shared_address: str, opened: OpenArchive) -> None:
    vault = opened(shared_address)
    with write_transaction(vault.engine) as db:
        assert db.scalar(text("SELECT 7 FROM pg_sleep(0.9)")) == 7
