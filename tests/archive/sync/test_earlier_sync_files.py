"""What earlier versions kept in files of its own for each archive is taken over whole, once."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import pytest
from repository_kit import ROAD, START
from small_disks import make_writable, small_disk

from bnews_desk.archive.sync.outbox import Outbox, OutboxEntry
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncedState, SyncState
from bnews_desk.release_json import release_to_json

SHARED = "postgresql://meja@server/redaksi"
ARCHIVES = ("", SHARED)
FIRST, SECOND = (SyncedState(n, f"teks {n}", "baru", saved=n / 4) for n in (1, 2))
DAY = 86_400.0
AGREED = (
    "CREATE TABLE agreed (key TEXT NOT NULL, place INTEGER NOT NULL, revision INTEGER NOT NULL,"
    " fingerprint TEXT NOT NULL, stage TEXT NOT NULL, noted REAL NOT NULL,"
    " is_removed INTEGER NOT NULL, PRIMARY KEY (key, place))"
)
LATER_COLUMNS = (
    "ALTER TABLE agreed ADD COLUMN is_intended INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE agreed ADD COLUMN saved REAL NOT NULL DEFAULT 0",
)
ERRAND = (
    "CREATE TABLE errand (number INTEGER PRIMARY KEY AUTOINCREMENT,"
    " name TEXT NOT NULL UNIQUE, said BLOB NOT NULL, content BLOB)"
)
KILLED = """
import os, sqlite3, sys
from functools import partial
sys.path.insert(0, sys.argv[1])
from process_control import kill
left = int(sys.argv[3])
def step():
    global left
    left -= 1
    if not left:
        kill(os.getpid())
def stepping(act):
    def do(*arguments, **more):
        step()
        return act(*arguments, **more)
    return do
class Connection(sqlite3.Connection):
    execute = stepping(sqlite3.Connection.execute)
    executemany = stepping(sqlite3.Connection.executemany)
    close = stepping(sqlite3.Connection.close)
sqlite3.connect = partial(sqlite3.connect, factory=Connection)
os.rename = stepping(os.rename)
from bnews_desk.archive.sync.sync_file import SyncFile
file = SyncFile(sys.argv[2])
assert file.use(lambda db: None)
file.close()
"""


def entry_of(archive: str, number: int) -> OutboxEntry:
    return OutboxEntry(f"a{archive}", START + number, ROAD, "ekspor", ((("docx"), f"{number}"),))


def mark_of(archive: str) -> str:
    return f"-{sha256(archive.encode()).hexdigest()[:12]}" if archive else ""


def state_file(folder: Path, archive: str = "") -> Path:
    return folder / f"serah-terima{mark_of(archive)}.db"


def outbox_file(folder: Path, archive: str = "") -> Path:
    return folder / f"serah-terima{mark_of(archive)}-pesanan.db"


@contextmanager
def writing(path: Path, *tables: str) -> Iterator[sqlite3.Connection]:
    """A database as an earlier version opened it."""
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        for table in tables:
            db.execute(table)
        yield db


def write_states(path: Path, states: dict[str, tuple[SyncedState, ...]]) -> None:
    rows = [
        (key, place, *state) for key, known in states.items() for place, state in enumerate(known)
    ]
    with writing(path, AGREED, *LATER_COLUMNS) as db:
        db.executemany("INSERT INTO agreed VALUES (?,?,?,?,?,?,?,?,?)", rows)


def write_outbox(path: Path, entries: dict[str, OutboxEntry]) -> None:
    with writing(path, ERRAND) as db:
        for name, entry in entries.items():
            said = json.dumps(entry._asdict() | {"release": None}).encode()
            content = release_to_json(entry.release) if entry.release else None
            db.execute(
                "INSERT INTO errand (name, said, content) VALUES (?,?,?)", (name, said, content)
            )


def states_of(archive: str) -> dict[str, tuple[SyncedState, ...]]:
    return {f"a{archive}": (FIRST, SECOND), "b": (SECOND._replace(is_intended=True),)}


def entries_of(archive: str) -> dict[str, OutboxEntry]:
    names = reversed([f"{archive} {number}" for number in range(3)])
    return {name: entry_of(archive, number) for number, name in enumerate(names)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder of an earlier version with two archives."""
    folder = tmp_path / "data"
    for archive in ARCHIVES:
        write_states(state_file(folder, archive), states_of(archive))
        write_outbox(outbox_file(folder, archive), entries_of(archive))
    (folder / "jurnal.db").write_bytes(b"not to be touched")
    return folder


@contextmanager
def opened(
    folder: Path,
    archive: str = "",
    tell: Callable[[str], None] = lambda _: None,
    now: float | None = None,
) -> Iterator[tuple[SyncState, Outbox]]:
    """What a new start finds."""
    clock = time.time if now is None else lambda: now
    with closing(SyncFile(str(folder / "sinkron.db"), archive, tell, clock)) as file:
        yield SyncState(file), Outbox(file)


def assert_all_there(folder: Path) -> None:
    for archive in ARCHIVES:
        with opened(folder, archive) as (states, outbox):
            assert {key: states.all_agreed(key) for key in states_of(archive)} == states_of(archive)
            assert len(states) == 2
            assert list(outbox.waiting().items()) == list(entries_of(archive).items())
    assert (folder / "jurnal.db").read_bytes() == b"not to be touched"


def names(folder: Path, pattern: str) -> list[str]:
    return sorted(path.name for path in folder.glob(pattern))


def earlier(folder: Path) -> list[Path]:
    """The files under the names that an earlier version looks for."""
    every = [at(folder, archive) for at in (state_file, outbox_file) for archive in ARCHIVES]
    return [path for path in every if path.exists()]


def test_all_archives_are_taken_over_and_the_files_renamed(folder: Path) -> None:
    before = sorted(path.read_bytes() for path in earlier(folder))
    assert_all_there(folder)
    assert earlier(folder) == []
    kept = [folder / name for name in names(folder, "*-lama-*")]
    assert sorted(path.read_bytes() for path in kept) == before
    assert_all_there(folder)


@pytest.mark.parametrize("days", [29.0, 31.0])
def test_the_renamed_files_stay_thirty_days(folder: Path, days: float) -> None:
    assert_all_there(folder)
    with opened(folder, now=time.time() + days * DAY) as (states, _outbox):
        assert len(states) == 2
    assert len(names(folder, "*-lama-*")) == (4 if days < 30 else 0)
    assert_all_there(folder)


def test_a_kill_at_any_step_costs_nothing(folder: Path, tmp_path: Path) -> None:
    here = Path(__file__).parents[2]
    for number in range(1, 200):
        place = tmp_path / str(number)
        shutil.copytree(folder, place)
        command = [sys.executable, "-c", KILLED, str(here), str(place / "sinkron.db"), str(number)]
        done = subprocess.run(command, cwd=here.parent, capture_output=True, check=False)
        assert not done.stderr
        assert_all_there(place)
        assert earlier(place) == []
        if done.returncode == 0:
            break
    assert number > 30


def test_what_a_killed_program_left_in_its_log_is_taken_over(folder: Path, tmp_path: Path) -> None:
    left = tmp_path / "left"
    with writing(outbox_file(folder)) as db, writing(state_file(folder)) as other:
        db.execute("UPDATE errand SET number = number + 10 WHERE name = ' 2'")
        other.execute("DELETE FROM agreed WHERE key = 'b'")
        shutil.copytree(folder, left)
    assert Path(f"{outbox_file(left)}-wal").stat().st_size
    with opened(left) as (states, outbox):
        assert list(outbox.waiting()) == [" 1", " 0", " 2"]
        assert len(states) == 1
    assert names(left, "serah-terima*") == names(left, "*-lama-*")


def test_states_of_before_there_were_intentions_are_taken_over(tmp_path: Path) -> None:
    with writing(state_file(tmp_path), AGREED) as db:
        db.execute("INSERT INTO agreed VALUES ('a', 0, 1, 'teks 1', 'baru', 0.0, 0)")
    with opened(tmp_path) as (states, _outbox):
        assert states.all_agreed("a") == (FIRST._replace(saved=0.0),)


@pytest.mark.parametrize("noise", [b"bukan basis data" * 300, os.urandom(9000)])
def test_a_damaged_file_is_put_aside_and_costs_no_other(folder: Path, noise: bytes) -> None:
    outbox_file(folder).write_bytes(noise)
    state_file(folder, SHARED).write_bytes(noise)
    told: list[str] = []
    with opened(folder, tell=told.append) as (states, outbox):
        assert states.all_agreed("a") == states_of("")["a"]
        assert outbox.waiting() == {}
    with opened(folder, SHARED) as (states, outbox):
        assert len(states) == 0
        assert outbox.waiting() == entries_of(SHARED)
    aside = [folder / name for name in names(folder, "*-rusak-*")]
    assert [path.read_bytes() for path in aside] == [noise, noise]
    assert len(told) == 1
    assert "-pesanan-rusak-" in told[0]
    assert earlier(folder) == []


def test_of_a_file_that_is_damaged_further_on_the_beginning_is_taken_over(folder: Path) -> None:
    path = outbox_file(folder)
    more = {f"n{number}": entry_of("", number) for number in range(400)}
    write_more = {name: entry._replace(release=None) for name, entry in more.items()}
    path.unlink()
    write_outbox(path, write_more)
    data = bytearray(path.read_bytes())
    end = len(data) // 4096 * 4096
    data[end - 40 * 4096 : end] = os.urandom(40 * 4096)
    path.write_bytes(data)
    told: list[str] = []
    with opened(folder, tell=told.append) as (_states, outbox):
        found = outbox.waiting()
    assert 0 < len(found) < 400
    assert list(found.items()) == list(write_more.items())[: len(found)]
    assert len(told) == 1


def test_a_database_of_something_else_is_put_aside(folder: Path) -> None:
    for path in (state_file(folder), outbox_file(folder)):
        path.unlink()
        with writing(path, "CREATE TABLE agreed (other TEXT)", "CREATE TABLE errand (other TEXT)"):
            pass
    with opened(folder) as (states, outbox):
        assert len(states) == 0
        assert outbox.waiting() == {}
    assert len(names(folder, "*-rusak-*")) == 2


def test_a_locked_file_is_waited_for_and_none_is_touched(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bnews_desk.archive.sync.sync_file.BUSY_SECONDS", 0.0)
    new, newer = FIRST._replace(revision=9), entry_of("", 9)
    every = earlier(folder)
    with opened(folder) as (states, outbox):
        with closing(sqlite3.connect(outbox_file(folder), isolation_level=None)) as holder:
            holder.execute("PRAGMA locking_mode = EXCLUSIVE")
            holder.execute("BEGIN EXCLUSIVE")
            assert len(states) == 0
            states.agree("c", new)
            assert not outbox.put("baru", newer)
            assert outbox.waiting() == {"baru": newer}
            assert earlier(folder) == every
        assert len(states) == 3
        assert list(outbox.waiting()) == [*entries_of(""), "baru"]
        assert outbox.put("lalu", newer)
    with opened(folder) as (states, outbox):
        assert states.all_agreed("a") == states_of("")["a"]
        assert states.all_agreed("c") == (new,)
        assert outbox.waiting() == {**entries_of(""), "baru": newer, "lalu": newer}
    assert not names(folder, "*-rusak-*")


def test_read_only_files_are_taken_over(folder: Path) -> None:
    for path in earlier(folder):
        path.chmod(0o444)
    assert_all_there(folder)
    assert earlier(folder) == []


def test_in_a_folder_that_takes_nothing_all_stays_until_it_does(
    folder: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "size=8m") as disk:
        place = disk / "data"
        shutil.copytree(folder, place)
        every = earlier(place)
        make_writable(disk, is_so=False)
        with opened(place) as (states, outbox):
            states.agree("a", SECOND)
            assert states.all_agreed("a") == (SECOND,)
            assert not outbox.put("baru", entry_of("", 9))
            assert earlier(place) == every
            assert not (place / "sinkron.db").exists()
        make_writable(disk, is_so=True)
        assert_all_there(place)


def test_a_full_disk_costs_nothing(folder: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "size=256k") as disk:
        place = disk / "data"
        shutil.copytree(folder, place)
        every = earlier(place)
        filler = disk / "filler"
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        with opened(place) as (states, _outbox):
            assert len(states) == 0
        assert earlier(place) == every
        filler.unlink()
        assert_all_there(place)


def test_what_an_earlier_version_did_meanwhile_is_taken_over_too(folder: Path) -> None:
    assert_all_there(folder)
    gone_on, late = SECOND._replace(revision=5, fingerprint="lima"), entry_of("", 7)
    write_states(state_file(folder), {"a": (gone_on,), "b": (FIRST,)})
    write_outbox(outbox_file(folder), {"lalu": late})
    with opened(folder) as (states, outbox):
        assert states.all_agreed("a") == (gone_on,)
        assert states.all_agreed("b") == states_of("")["b"]
        assert outbox.waiting() == {**entries_of(""), "lalu": late}
    assert earlier(folder) == []


def test_a_password_that_was_counted_in_counts_no_more(tmp_path: Path) -> None:
    address = "postgresql://meja:rahasia@server/redaksi"
    write_states(state_file(tmp_path, address), states_of("x"))
    write_outbox(outbox_file(tmp_path, address), entries_of("x"))
    SyncFile(str(tmp_path / "sinkron.db"), address).close()  # the settings forget it now
    with opened(tmp_path, SHARED) as (states, outbox):
        assert len(states) == 2
        assert outbox.waiting() == entries_of("x")
