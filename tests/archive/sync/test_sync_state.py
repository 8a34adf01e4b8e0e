"""What desk and archive agreed on survives; a damaged file of it costs nothing but memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncedState, SyncState

FIRST, SECOND, THIRD = (
    SyncedState(number, f"teks {number}", "baru", saved=number / 4) for number in (1, 2, 3)
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "profil" / "sinkron.db")


@contextmanager
def states_in(path: str, archive: str = "") -> Iterator[SyncState]:
    """The sync state as a new start finds it."""
    with closing(SyncFile(path, archive)) as file:
        yield SyncState(file)


def put_aside(path: str) -> list[Path]:
    return list(Path(path).parent.glob("sinkron-rusak-*.db"))


def test_the_last_two_states_are_known_after_a_new_start(path: str) -> None:
    with states_in(path) as states:
        for agreed in (FIRST, SECOND, SECOND, THIRD):
            states.agree("a", agreed)
        states.agree("b", FIRST)
    with states_in(path) as again:
        assert again.all_agreed("a") == (SECOND, THIRD)
        assert again.last_agreed("b") == FIRST
        assert again.all_agreed("c") == ()
        assert again.last_agreed("c") is None
        assert len(again) == 2


def test_each_archive_has_its_own(path: str) -> None:
    shared = "postgresql://meja@server/redaksi"
    for archive, agreed in (("", FIRST), (shared, SECOND), ("/lain/arsip.db", THIRD)):
        with states_in(path, archive) as states:
            states.agree("a", agreed)
    for archive, agreed in (("", FIRST), (shared, SECOND), ("/lain/arsip.db", THIRD)):
        with states_in(path, archive) as again:
            assert again.all_agreed("a") == (agreed,)
    with states_in(path, "postgresql://meja:rahasia@server/redaksi") as again:
        assert again.all_agreed("a") == (SECOND,)
    assert b"rahasia" not in Path(path).read_bytes()


def test_another_stage_of_the_same_text_pushes_no_earlier_text_out(path: str) -> None:
    with states_in(path) as states:
        states.agree("a", FIRST)
        states.agree("a", SECOND)
        states.agree("a", SECOND._replace(stage="siap", noted=5.0))
        assert states.all_agreed("a") == (FIRST, SECOND._replace(stage="siap", noted=5.0))


@pytest.mark.parametrize("noise", [b"bukan basis data", os.urandom(9000), b""])
def test_a_damaged_file_is_begun_anew(path: str, noise: bytes) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(noise)
    with states_in(path) as states:
        states.agree("a", FIRST)
    with states_in(path) as again:
        assert again.all_agreed("a") == (FIRST,)
    assert [aside.read_bytes() for aside in put_aside(path)] == [noise] * bool(noise)


def test_a_database_of_something_else_is_put_aside(path: str) -> None:
    Path(path).parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE sync_state (other TEXT)")
    with states_in(path) as states:
        states.agree("a", FIRST)
    with states_in(path) as again:
        assert again.all_agreed("a") == (FIRST,)
    assert len(put_aside(path)) == 1


def test_a_file_of_a_later_version_is_left_as_it_is(path: str) -> None:
    with states_in(path) as states:
        states.agree("a", FIRST)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    before = Path(path).read_bytes()
    with states_in(path) as later:
        later.agree("a", SECOND)
        assert later.all_agreed("a") == (SECOND,)
    assert Path(path).read_bytes() == before
    assert not put_aside(path)


def test_a_file_that_others_hold_is_left_as_it_is_and_read_once_it_is_free(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bnews_desk.archive.sync.sync_file.BUSY_SECONDS", 0.0)
    with states_in(path) as states:
        for key in ("a", "b"):
            states.agree(key, FIRST)
    with states_in(path) as again:
        with closing(sqlite3.connect(path, isolation_level=None)) as holder:
            holder.execute("PRAGMA locking_mode = EXCLUSIVE")
            holder.execute("BEGIN EXCLUSIVE")
            assert again.all_agreed("a") == ()
            again.agree("a", SECOND)
            assert again.all_agreed("a") == (SECOND,)
            holder.execute("ROLLBACK")
        assert again.all_agreed("a") == (FIRST, SECOND)
        assert again.all_agreed("b") == (FIRST,)
    with states_in(path) as once_more:
        assert once_more.all_agreed("a") == (FIRST, SECOND)
    assert not put_aside(path)


def test_a_disk_that_refuses_costs_no_file(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with states_in(path) as states:
        states.agree("a", FIRST)

    def refusing(_path: str) -> sqlite3.Connection:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    with states_in(path) as again:
        with monkeypatch.context() as patched:
            patched.setattr("bnews_desk.archive.sync.sync_file.connect", refusing)
            assert again.all_agreed("a") == ()
        assert again.all_agreed("a") == (FIRST,)
    assert not put_aside(path)


def test_what_could_not_be_written_is_written_with_the_next(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bnews_desk.archive.sync.sync_file.BUSY_SECONDS", 0.0)
    with states_in(path) as states:
        assert len(states) == 0
        with closing(sqlite3.connect(path, isolation_level=None)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            states.agree("a", FIRST)
        states.agree("b", FIRST)
    with states_in(path) as again:
        assert again.all_agreed("a") == (FIRST,)


def test_without_a_file_it_is_known_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with states_in(str(tmp_path / "berkas" / "sinkron.db")) as states:
        states.agree("a", FIRST)
        assert states.all_agreed("a") == (FIRST,)


def test_what_is_intended_becomes_certain_in_its_place(path: str) -> None:
    with states_in(path) as states:
        states.agree("a", FIRST)
        states.agree("a", SECOND._replace(is_intended=True))
    with states_in(path) as again:
        assert again.all_agreed("a") == (FIRST, SECOND._replace(is_intended=True))
        again.agree("a", SECOND)
        again.make_durable()
        assert again.all_agreed("a") == (FIRST, SECOND)
