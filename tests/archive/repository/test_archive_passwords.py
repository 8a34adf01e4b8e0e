"""Where the password of a shared archive comes from, and that nobody reads it on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import postgresql_server
import pytest
from archive_move_kit import MANY, fill
from repository_kit import OpenArchive, reader
from sqlalchemy import NullPool, create_engine, text

from bnews_desk.archive.repository.archive_errors import MissingPasswordError, UnusableArchiveError
from bnews_desk.archive.repository.database_engines import PASSWORD_VARIABLE
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.cli.main import run
from bnews_desk.credentials import store_password
from bnews_desk.paths import HOME_VARIABLE

SECRET = "rahasia: “@/%”"  # noqa: S105


@pytest.fixture(scope="module")
def strict_server(server: postgresql_server.Server) -> postgresql_server.Server:
    """A server with a user who needs a password."""
    engine = create_engine(
        server.address.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool
    )
    user = postgresql_server.STRICT_USER
    with engine.begin() as db:
        db.execute(text(f"CREATE ROLE {user} LOGIN SUPERUSER PASSWORD '{SECRET}'"))
    return server


@pytest.fixture
def strict_address(strict_server: postgresql_server.Server) -> Iterator[str]:
    """An empty database, as the user who needs a password."""
    for address in postgresql_server.database(strict_server):
        old, new = postgresql_server.TEST_USER, postgresql_server.STRICT_USER
        yield address.replace(f"{old}@", f"{new}@")


@pytest.fixture(autouse=True)
def nothing_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No password is known from elsewhere."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "meja"))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pgpass"))
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)


def test_without_one_it_is_said_that_one_is_wanted(strict_address: str) -> None:
    with pytest.raises(MissingPasswordError, match="sandinya belum diketahui"):
        open_archive(strict_address, reader())


def from_environment(_address: str, _tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, SECRET)


def from_store(address: str, _tmp_path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    store_password(address, SECRET)


def from_client_file(_address: str, tmp_path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pgpass"
    escaped = SECRET.replace(":", "\\:")
    path.write_text(f"*:*:*:{postgresql_server.STRICT_USER}:{escaped}\n", encoding="utf-8")
    path.chmod(0o600)


def environment_before_store(
    address: str, _tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_password(address, "lama")
    monkeypatch.setenv(PASSWORD_VARIABLE, SECRET)


@pytest.mark.parametrize(
    "give", [from_environment, from_store, from_client_file, environment_before_store]
)
def test_it_is_found(
    strict_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, give: object
) -> None:
    assert callable(give)
    give(strict_address, tmp_path, monkeypatch)
    vault = open_archive(strict_address, reader())
    assert vault.counts() is not None
    vault.close()


def test_a_wrong_one_is_said_without_showing_it(strict_address: str) -> None:
    store_password(strict_address, "salah-sekali")
    with pytest.raises(UnusableArchiveError, match="sandinya ditolak") as raised:
        open_archive(strict_address, reader())
    assert not isinstance(raised.value, MissingPasswordError)
    assert "salah-sekali" not in str(raised.value)


@pytest.mark.parametrize("typed", [SECRET, ""], ids=["typed", "nothing typed"])
def test_a_move_asks_for_it(
    tmp_path: Path,
    strict_address: str,
    opened: OpenArchive,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "")  # so that it is unset behind the test
    monkeypatch.delenv(PASSWORD_VARIABLE)
    asked: list[str] = []

    def answered(prompt: str) -> str:
        asked.append(prompt)
        return typed

    monkeypatch.setattr("bnews_desk.cli.archive_password_prompt.getpass", answered)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    path = str(tmp_path / "arsip.db")
    fill(opened(path))
    status = run(["archive", "migrate", "--from", path, "--to", strict_address])
    said = capsys.readouterr()
    assert asked == [f"Sandi untuk {strict_address}: "]
    if typed:
        assert (status, said.out.split()[0]) == (0, str(MANY))
        assert SECRET not in said.out + said.err
    else:
        assert status == 2
        assert "sandinya belum diketahui" in said.err


def test_where_nobody_can_be_asked_it_is_said(
    tmp_path: Path, strict_address: str, opened: OpenArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "arsip.db")
    fill(opened(path))
    assert run(["archive", "migrate", "--from", path, "--to", strict_address]) == 2
    assert "sandinya belum diketahui" in capsys.readouterr().err


@pytest.mark.parametrize("deed", [["list"], ["check"], ["search", "kata"]])
def test_one_in_a_command_is_warned_of(
    strict_address: str, capsys: pytest.CaptureFixture[str], deed: list[str]
) -> None:
    store_password(strict_address, SECRET)
    open_archive(strict_address, reader()).close()
    user = postgresql_server.STRICT_USER
    shown = strict_address.replace(f"{user}@", f"{user}:rahasia-lain@")
    run(["archive", *deed, "--archive", shown])
    said = capsys.readouterr()
    assert "Sandi di baris perintah terlihat" in said.err
    assert "rahasia-lain" not in said.out + said.err
    assert run(["archive", *deed, "--archive", strict_address]) == 0
    assert "Sandi" not in capsys.readouterr().err
