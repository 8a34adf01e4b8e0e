"""A shared archive's password: kept in the keyring or a private file, never in the address."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from bnews_desk import credentials
from bnews_desk.credentials import (
    SERVICE,
    password_in,
    store_password,
    stored_password,
    without_password,
)
from bnews_desk.errors import WriteError
from bnews_desk.paths import HOME_VARIABLE

ADDRESS = "postgresql://meja@server:5433/redaksi"


class Remembering(KeyringBackend):
    """A keyring in memory."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Locked(Remembering):
    """A keyring whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "meja"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


@pytest.fixture
def backend() -> Iterator[Remembering]:
    yield from using(Remembering())


@pytest.fixture
def locked() -> Iterator[Remembering]:
    yield from using(Locked())


def using(backend: Remembering) -> Iterator[Remembering]:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.mark.parametrize(
    ("address", "bare", "password"),
    [
        ("postgresql://meja:rahasia@server/arsip", "postgresql://meja@server/arsip", "rahasia"),
        ("postgres://meja:rahasia@server:5433", "postgres://meja@server:5433", "rahasia"),
        ("postgresql://meja:a%40b%2Fc@server/arsip", "postgresql://meja@server/arsip", "a@b/c"),
        ("postgresql://meja:a@b@server/arsip", "postgresql://meja@server/arsip", "a@b"),
        ("postgresql://meja:a#b?c@server/arsip", "postgresql://meja@server/arsip", "a#b?c"),
        ("postgresql://:rahasia@server/arsip", "postgresql://server/arsip", "rahasia"),
        ("postgresql://meja:@server/arsip", "postgresql://meja@server/arsip", ""),
        ("postgresql://meja:r@[::1]:5433/arsip", "postgresql://meja@[::1]:5433/arsip", "r"),
        (
            "postgresql://meja:r@server/arsip?application_name=a@b",
            "postgresql://meja@server/arsip?application_name=a@b",
            "r",
        ),
        ("postgresql://server/a?user=m&password=r%26", "postgresql://server/a?user=m", "r&"),
        (
            "postgresql:///a?password=r&sslmode=require",
            "postgresql:///a?sslmode=require",
            "r",
        ),
        ("postgresql://server/a?sslpassword=r", "postgresql://server/a?sslpassword=r", ""),
        ("postgresql://", "postgresql://", ""),
        (ADDRESS, ADDRESS, ""),
        ("/rumah/meja:a@b/arsip.db", "/rumah/meja:a@b/arsip.db", ""),
        ("", "", ""),
    ],
)
def test_an_address_is_taken_apart(address: str, bare: str, password: str) -> None:
    assert without_password(address) == bare
    assert without_password(bare) == bare
    assert password_in(address) == password


def test_it_is_kept_in_the_keyring_where_there_is_one(backend: Remembering, home: Path) -> None:
    assert store_password(ADDRESS, "rahasia") == ""
    assert backend.kept == {(SERVICE, "meja@server:5433"): "rahasia"}
    assert not home.exists()
    assert stored_password(ADDRESS) == "rahasia"
    assert stored_password(ADDRESS.replace("redaksi", "lain")) == "rahasia"
    assert stored_password(ADDRESS.replace("meja", "lain")) == ""
    assert stored_password(ADDRESS.replace("5433", "5432")) == ""


def test_without_a_keyring_it_lies_in_a_file_of_ones_own(home: Path) -> None:
    path = store_password(ADDRESS, "rahasia “ini”")
    store_password("postgresql://lain@server/redaksi", "lain")
    assert Path(path).parent == home
    if os.name != "nt":
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stored_password(ADDRESS) == "rahasia “ini”"
    assert stored_password("postgresql://lain@server/redaksi") == "lain"


@pytest.mark.posix("files have no such modes on Windows")
def test_a_file_that_others_could_read_is_theirs_no_more(home: Path) -> None:
    path = Path(store_password(ADDRESS, "lama"))
    path.chmod(0o644)
    store_password(ADDRESS, "baru")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stored_password(ADDRESS) == "baru"


def test_a_keyring_that_stays_locked_counts_as_none(locked: Remembering) -> None:
    assert stored_password(ADDRESS) == ""
    assert store_password(ADDRESS, "rahasia")
    assert stored_password(ADDRESS) == "rahasia"


def test_what_goes_into_the_keyring_leaves_the_file(home: Path) -> None:
    path = Path(store_password(ADDRESS, "lama"))
    before = keyring.get_keyring()
    keyring.set_keyring(Remembering())
    try:
        assert store_password(ADDRESS, "baru") == ""
        assert json.loads(path.read_bytes()) == {}
        assert stored_password(ADDRESS) == "baru"
    finally:
        keyring.set_keyring(before)


@pytest.mark.parametrize("content", [b"", b"rusak", b"[]", b'{"meja@server:5433": 3}', b"[" * 9999])
def test_a_damaged_file_holds_nothing_and_is_written_anew(home: Path, content: bytes) -> None:
    path = Path(store_password(ADDRESS, "lama"))
    path.write_bytes(content)
    assert stored_password(ADDRESS) == ""
    store_password(ADDRESS, "baru")
    assert stored_password(ADDRESS) == "baru"


def test_where_it_can_be_kept_nowhere_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "berkas"))
    with pytest.raises(WriteError) as raised:
        store_password(ADDRESS, "rahasia")
    assert "rahasia" not in str(raised.value)


def test_no_keyring_is_loaded_before_a_password_is_wanted() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys, {credentials.__name__}, bnews_desk.gui.app, bnews_desk.cli.main;"
            " print('keyring' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.strip() == "False"
