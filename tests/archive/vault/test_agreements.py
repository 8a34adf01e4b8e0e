"""What journal and archive agreed on survives; a damaged file of it costs nothing but memory."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bnews_desk.archive.sync.sync_state import SyncedState, SyncState, sync_state_file

FIRST, SECOND, THIRD = (
    SyncedState(number, f"teks {number}", "baru", saved=number / 4) for number in (1, 2, 3)
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return sync_state_file(str(tmp_path / "profil" / "jurnal.db"))


def test_the_last_two_states_are_known_after_a_new_start(path: str) -> None:
    agreements = SyncState(path)
    for agreed in (FIRST, SECOND, SECOND, THIRD):
        agreements.agree("a", agreed)
    agreements.agree("b", FIRST)
    agreements.close()
    again = SyncState(path)
    assert again.of("a") == (SECOND, THIRD)
    assert again.last("b") == FIRST
    assert again.of("c") == ()
    assert again.last("c") is None
    assert len(again) == 2
    again.close()


def test_another_stage_of_the_same_text_pushes_no_earlier_text_out(path: str) -> None:
    agreements = SyncState(path)
    agreements.agree("a", FIRST)
    agreements.agree("a", SECOND)
    agreements.agree("a", SECOND._replace(stage="siap", noted=5.0))
    assert agreements.of("a") == (FIRST, SECOND._replace(stage="siap", noted=5.0))
    agreements.close()


@pytest.mark.parametrize("noise", [b"bukan basis data", os.urandom(9000), b""])
def test_a_damaged_file_is_begun_anew(path: str, noise: bytes) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(noise)
    agreements = SyncState(path)
    agreements.agree("a", FIRST)
    agreements.close()
    again = SyncState(path)
    assert again.of("a") == (FIRST,)
    again.close()


def test_a_damaged_file_is_kept_beside_the_new_one(path: str) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(b"bukan basis data")
    SyncState(path).close()
    (aside,) = Path(path).parent.glob("serah-terima-rusak-*.db")
    assert aside.read_bytes() == b"bukan basis data"


def test_a_database_of_something_else_is_put_aside(path: str) -> None:
    Path(path).parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE agreed (other TEXT)")
    agreements = SyncState(path)
    agreements.agree("a", FIRST)
    agreements.close()
    again = SyncState(path)
    assert again.of("a") == (FIRST,)
    again.close()
    assert len(list(Path(path).parent.glob("serah-terima-rusak-*.db"))) == 1


def test_a_file_that_others_hold_is_left_as_it_is_and_read_once_it_is_free(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bnews_desk.archive.sync.sync_state.BUSY_SECONDS", 0.0)
    agreements = SyncState(path)
    for key in ("a", "b"):
        agreements.agree(key, FIRST)
    agreements.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        again = SyncState(path)
        assert again.of("a") == ()
        again.agree("a", SECOND)
        assert again.of("a") == (SECOND,)
        holder.execute("ROLLBACK")
    assert again.of("a") == (FIRST, SECOND)
    assert again.of("b") == (FIRST,)
    again.close()
    once_more = SyncState(path)
    assert once_more.of("a") == (FIRST, SECOND)
    once_more.close()
    assert not list(Path(path).parent.glob("*-rusak-*"))


def test_a_disk_that_refuses_costs_no_file(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    agreements = SyncState(path)
    agreements.agree("a", FIRST)
    agreements.close()

    def refusing(_path: str) -> sqlite3.Connection:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    with monkeypatch.context() as patched:
        patched.setattr("bnews_desk.archive.sync.sync_state.connect", refusing)
        again = SyncState(path)
        assert again.of("a") == ()
    assert again.of("a") == (FIRST,)
    again.close()
    assert not list(Path(path).parent.glob("*-rusak-*"))


def test_what_could_not_be_written_is_written_with_the_next(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bnews_desk.archive.sync.sync_state.BUSY_SECONDS", 0.0)
    agreements = SyncState(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        agreements.agree("a", FIRST)
    agreements.agree("b", FIRST)
    agreements.close()
    again = SyncState(path)
    assert again.of("a") == (FIRST,)
    again.close()


def test_without_a_file_it_is_known_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    agreements = SyncState(str(tmp_path / "berkas" / "serah-terima.db"))
    agreements.agree("a", FIRST)
    assert agreements.of("a") == (FIRST,)
    agreements.close()


def test_what_is_intended_becomes_certain_in_its_place(path: str) -> None:
    agreements = SyncState(path)
    agreements.agree("a", FIRST)
    agreements.agree("a", SECOND._replace(is_intended=True))
    agreements.close()
    again = SyncState(path)
    assert again.of("a") == (FIRST, SECOND._replace(is_intended=True))
    again.agree("a", SECOND)
    again.make_durable()
    assert again.of("a") == (FIRST, SECOND)
    again.close()


def test_a_file_from_before_there_were_intentions_is_read(path: str) -> None:
    Path(path).parent.mkdir()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "CREATE TABLE agreed (key TEXT NOT NULL, place INTEGER NOT NULL,"
            " revision INTEGER NOT NULL, fingerprint TEXT NOT NULL, stage TEXT NOT NULL,"
            " noted REAL NOT NULL, is_removed INTEGER NOT NULL, PRIMARY KEY (key, place))"
        )
        db.execute("INSERT INTO agreed VALUES ('a', 0, 1, 'teks 1', 'baru', 0.0, 0)")
    agreements = SyncState(path)
    first = FIRST._replace(saved=0.0)
    assert agreements.of("a") == (first,)
    agreements.agree("a", SECOND._replace(is_intended=True))
    agreements.close()
    again = SyncState(path)
    assert again.of("a") == (first, SECOND._replace(is_intended=True))
    again.close()
