"""What is only committed is there at once; what is durable survives a power cut, on each engine."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
from pathlib import Path

import postgresql_server
import pytest
from power_cut import Disk
from repository_kit import FLOOD, HARVEST, ROAD, Clock, OpenArchive, reader
from sqlalchemy import text

from bnews_desk.archive.repository import database_engines, durable_commits
from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    ConflictError,
    UnusableArchiveError,
)
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import write_transaction
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.repository.version_retention import WORK_SECONDS
from bnews_desk.release import Release


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "meja" / "arsip.db")


@pytest.fixture
def disk(path: str, monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(path, monkeypatch)


def commit(vault: DatabaseArchive, key: str, release: Release) -> ReleaseRecord:
    return vault.save(vault.get(key)._replace(release=release), is_durable=False)


def release_in(path: str, key: str) -> Release:
    """What a program that opens the archive finds; the archive must be whole."""
    with contextlib.closing(open_archive(path, reader())) as vault:
        assert vault.faults() == []
        return vault.get(key).release


def test_what_is_committed_is_seen_by_others_at_once(address: str, opened: OpenArchive) -> None:
    vault, other = opened(address), opened(address)
    vault.add("a", HARVEST)
    record = commit(vault, "a", ROAD)
    assert other.get("a") == record
    vault.make_durable()
    assert other.get("a") == record


def test_only_a_save_that_is_told_so_does_not_wait_for_the_disk(vault: DatabaseArchive) -> None:
    asked = {"sqlite": "PRAGMA synchronous", "postgresql": "SHOW synchronous_commit"}
    ask = text(asked[vault.engine.dialect.name])

    def said(*, is_durable: bool) -> str:
        with write_transaction(vault.engine, is_durable=is_durable) as db:
            return str(db.scalar(ask))

    said_in_turn = [said(is_durable=one) for one in (True, False, True)]
    assert said_in_turn in (["2", "1", "2"], ["on", "off", "on"])


def test_a_power_cut_takes_what_was_only_committed_and_nothing_before(
    path: str, disk: Disk, opened: OpenArchive, tmp_path: Path
) -> None:
    vault = opened(path)
    vault.add("a", HARVEST)
    commit(vault, "a", ROAD)
    vault.make_durable()
    commit(vault, "a", FLOOD)
    found = [release_in(left, "a") for left in disk.cut(tmp_path / "mati listrik")]
    assert set(found[:-2]) == {ROAD}
    assert found[-2:] == [FLOOD, FLOOD], "all of the log was there"


def test_what_is_waited_for_takes_along_what_was_committed_before(
    path: str, disk: Disk, opened: OpenArchive, tmp_path: Path
) -> None:
    vault = opened(path)
    vault.add("a", HARVEST)
    commit(vault, "a", ROAD)
    vault.keep_version("a", "rapikan")
    disk.wait()
    commit(vault, "a", FLOOD)
    for left in disk.cut(tmp_path / "mati listrik"):
        assert release_in(left, "a") in {ROAD, FLOOD}


def test_a_disk_that_refuses_is_told_and_then_the_file_itself_has_it(
    path: str, disk: Disk, opened: OpenArchive, tmp_path: Path
) -> None:
    vault = opened(path)
    vault.add("a", HARVEST)
    commit(vault, "a", ROAD)
    disk.failure = OSError(errno.EIO, "I/O error")
    with pytest.raises(UnusableArchiveError, match="aman di jurnal"):
        vault.make_durable()
    disk.failure = None
    vault.make_durable()
    assert disk.waits == 0, "a log whose sync has failed once is not believed"
    bare = tmp_path / "tanpa log.db"
    shutil.copyfile(path, bare)
    assert release_in(str(bare), "a") == ROAD
    commit(vault, "a", FLOOD)
    vault.make_durable()
    assert disk.waits == 1


def test_while_somebody_reads_a_doubtful_log_stays_doubtful(
    path: str, disk: Disk, opened: OpenArchive
) -> None:
    vault = opened(path)
    vault.add("a", HARVEST)
    disk.failure = OSError(errno.EIO, "I/O error")
    other = opened(path)
    with other.engine.connect() as db:
        db.execute(text("SELECT * FROM releases")).fetchone()
        commit(vault, "a", ROAD)
        with pytest.raises(UnusableArchiveError):
            vault.make_durable()
        with vault.engine.connect() as impatient:
            impatient.exec_driver_sql("PRAGMA busy_timeout = 50")
        with pytest.raises(UnusableArchiveError):
            vault.make_durable()
    vault.make_durable()


def test_a_long_log_is_carried_into_the_file_and_begun_anew(
    path: str, opened: OpenArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable_commits, "LONGEST_LOG", 0)
    vault = opened(path)
    vault.add("a", HARVEST)
    commit(vault, "a", ROAD)
    vault.make_durable()
    bare = tmp_path / "tanpa log.db"
    shutil.copyfile(path, bare)
    assert release_in(str(bare), "a") == ROAD
    with contextlib.closing(sqlite3.connect(path)) as db:
        _, frames, _ = db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    assert frames == 1, "the next save begins no log"


def test_a_log_that_was_carried_over_once_is_not_at_every_save(
    path: str, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable_commits, "LONGEST_LOG", 200_000)
    vault = opened(path)
    vault.engine.dispose()
    monkeypatch.setattr(database_engines, "_ALWAYS", ("journal_size_limit = 50000",))
    carried: list[int] = []
    really = vault._carry_over

    def carry_over(how: str) -> bool:
        carried.append(number)
        return really(how)

    monkeypatch.setattr(vault, "_carry_over", carry_over)
    vault.add("a", HARVEST)
    for number in range(60):
        commit(vault, "a", ROAD if number % 2 else FLOOD)
        vault.make_durable()
    assert 2 <= len(carried) <= 12
    with opened(path).engine.connect() as reader_of_old:
        reader_of_old.execute(text("SELECT * FROM releases")).fetchone()
        carried.clear()
        for number in range(60):
            commit(vault, "a", ROAD if number % 2 else FLOOD)
            vault.make_durable()
    assert 1 <= len(carried) <= 12, "nor while somebody reads what is older"


def test_a_log_that_grows_by_much_between_two_waits_is_cut_each_time(
    path: str, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable_commits, "LONGEST_LOG", 20_000)
    vault = opened(path)
    vault.engine.dispose()
    monkeypatch.setattr(database_engines, "_ALWAYS", ("journal_size_limit = 10000",))
    vault.add("a", HARVEST)
    lengths = []
    for number in range(40):
        commit(vault, "a", ROAD if number % 2 else FLOOD)
        lengths.append(Path(f"{path}-wal").stat().st_size)
        vault.make_durable()
    assert max(lengths[20:]) <= max(lengths[:5])


class Waiting:
    """Counts how often an archive waits for the disk by itself."""

    def __init__(self, vault: DatabaseArchive, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        really = vault.make_durable

        def wait() -> None:
            self.count += 1
            really()

        monkeypatch.setattr(vault, "make_durable", wait)


def test_what_no_journal_holds_is_waited_for(
    vault: DatabaseArchive, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.add("a", HARVEST)
    waiting = Waiting(vault, monkeypatch)
    record = commit(vault, "a", ROAD)
    assert waiting.count == 0
    with pytest.raises(ConflictError):  # ours is a version now
        vault.save(record._replace(release=FLOOD, revision=1), is_durable=False)
    assert waiting.count == 1
    record = vault.save(record._replace(address="https://b-news.example/1"), is_durable=False)
    assert waiting.count == 2
    clock.now += WORK_SECONDS
    vault.save(record._replace(release=HARVEST), is_durable=False)
    assert vault.versions("a")[-1].reason == "berkala"
    assert waiting.count == 3
    vault.close()
    assert waiting.count == 3, "nothing is left to wait for"


def test_what_no_journal_holds_survives_a_power_cut_though_nothing_else_waited(
    path: str, disk: Disk, opened: OpenArchive, tmp_path: Path
) -> None:
    vault = opened(path)
    record = vault.add("a", HARVEST)
    disk.wait()
    with pytest.raises(ConflictError):
        vault.save(record._replace(release=ROAD, revision=0), is_durable=False)
    assert disk.waits == 1
    vault.save(record._replace(address="https://b-news.example/1"), is_durable=False)
    assert disk.waits == 2
    for left in disk.cut(tmp_path / "mati listrik"):
        with contextlib.closing(open_archive(left, reader())) as found:
            assert found.get("a").address == "https://b-news.example/1"
            assert found.version("a", 2) == ROAD


def test_the_end_waits_for_what_was_only_committed(
    vault: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.add("a", HARVEST)
    commit(vault, "a", ROAD)
    waiting = Waiting(vault, monkeypatch)
    vault.close()
    assert waiting.count == 1


@pytest.mark.parametrize("lost", ["revision = 1", "changed = changed + 1"])
def test_what_has_been_lost_meanwhile_is_told_once(vault: DatabaseArchive, lost: str) -> None:
    """As by a server that has crashed, the second time with another desk in between."""
    vault.add("a", HARVEST)
    commit(vault, "a", ROAD)
    with vault.engine.begin() as db:
        db.exec_driver_sql(f"UPDATE releases SET {lost}")  # noqa: S608
    with pytest.raises(ArchiveError, match="diserahkan lagi"):
        vault.make_durable()
    vault.make_durable()


def test_a_server_that_crashed_has_it_or_it_is_told(
    shared_address: str, opened: OpenArchive, server: postgresql_server.Server
) -> None:
    vault = opened(shared_address)
    vault.add("a", HARVEST)
    commit(vault, "a", ROAD)
    server.break_off()
    server.start()
    try:
        vault.make_durable()
    except ArchiveError:
        commit(vault, "a", ROAD)
        vault.make_durable()
    server.break_off()
    server.start()
    assert vault.get("a").release == ROAD
