"""An archive that is gone, cut short or overwritten: what is left stays, the newest copy opens."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from repository_kit import FLOOD, HARVEST, ROAD, Clock, reader

from bnews_desk.archive.recovery import archive_recovery
from bnews_desk.archive.recovery.archive_file_check import is_sound
from bnews_desk.archive.recovery.archive_recovery import ArchiveRecovery, OpenedArchive
from bnews_desk.archive.recovery.backups import list_backups, make_backup
from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    DamagedArchiveError,
    UnusableArchiveError,
)
from bnews_desk.archive.repository.daily_maintenance import maintain_archive
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive

DAYS = [date(2024, 11, day) for day in (11, 12)]
DICE = random.Random(7)  # noqa: S311


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "meja" / "arsip.db")


class Keeper:
    """Opens, and closes behind the test."""

    def __init__(self, path: str, clock: Clock) -> None:
        self.path, self.clock = path, clock
        self.stack = contextlib.ExitStack()
        self.was_there = False
        self.told: list[str] = []

    def recovery(self) -> ArchiveRecovery:
        return ArchiveRecovery(
            self.path, reader(), lambda: self.was_there, self.clock, on_long=self.told.append
        )

    def kept(self, opened: OpenedArchive) -> OpenedArchive:
        self.stack.callback(opened.vault.close)
        return opened

    def open(self) -> OpenedArchive:
        return self.kept(self.recovery().open())

    def reopen(self, vault: DatabaseArchive) -> OpenedArchive:
        return self.kept(self.recovery().reopen(vault))


@pytest.fixture
def keeper(path: str, clock: Clock) -> Iterator[Keeper]:
    keeper = Keeper(path, clock)
    with keeper.stack:
        yield keeper


@pytest.fixture
def filled(keeper: Keeper) -> Keeper:
    """An archive with a copy of yesterday, and a release more than that."""
    with contextlib.closing(open_archive(keeper.path, reader(), keeper.clock)) as vault:
        for day, (key, release) in zip(DAYS, (("a", HARVEST), ("b", ROAD)), strict=True):
            vault.add(key, release)
            make_backup(keeper.path, day)
        vault.add("c", FLOOD)
    return keeper


def keys(vault: DatabaseArchive) -> list[str]:
    return sorted(one.key for one in vault.list_releases())


def aside(path: str) -> list[Path]:
    return sorted(Path(path).parent.glob("arsip-rusak-*.db"))


def noise(count: int) -> bytes:
    return DICE.randbytes(count)


def cut(path: str) -> None:
    os.truncate(path, os.path.getsize(path) // 2)


def overwrite(path: str) -> None:
    size = os.path.getsize(path)
    with open(path, "r+b") as file:
        file.write(noise(size))


def overwrite_the_middle(path: str) -> None:
    size = os.path.getsize(path)
    with open(path, "r+b") as file:
        file.seek(8_192)
        file.write(noise(size - 8_192))


DAMAGES = [cut, overwrite, overwrite_the_middle]


def test_what_is_whole_is_opened_without_a_word(filled: Keeper) -> None:
    opened = filled.open()
    assert opened.notice == ""
    assert keys(opened.vault) == ["a", "b", "c"]


def test_a_new_archive_is_begun_without_a_word(keeper: Keeper) -> None:
    assert keeper.open().notice == ""


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_archive_stays_beside_its_newest_good_copy(
    filled: Keeper, damage: object
) -> None:
    damage(filled.path)  # type: ignore[operator]
    left = Path(filled.path).read_bytes()
    overwrite(list_backups(filled.path)[-1])
    opened = filled.open()
    (kept,) = aside(filled.path)
    assert kept.read_bytes() == left
    assert str(kept) in opened.notice
    assert "cadangan 11/11/2024 dibuka" in opened.notice
    assert keys(opened.vault) == ["a"]
    assert opened.vault.faults() == []


@pytest.mark.parametrize("is_empty", [False, True])
def test_an_archive_that_has_gone_is_its_newest_copy_again(filled: Keeper, is_empty: bool) -> None:
    os.unlink(filled.path)
    if is_empty:
        Path(filled.path).write_bytes(b"")
    opened = filled.open()
    assert keys(opened.vault) == ["a", "b"]
    assert "cadangan 12/11/2024 dibuka" in opened.notice


@pytest.mark.parametrize("damage", [os.unlink, overwrite])
def test_without_a_copy_it_is_begun_anew_where_there_was_one(
    keeper: Keeper, damage: object
) -> None:
    open_archive(keeper.path, reader()).close()
    damage(keeper.path)  # type: ignore[operator]
    keeper.was_there = True
    opened = keeper.open()
    assert "belum ada cadangan yang utuh" in opened.notice
    assert keys(opened.vault) == []


def test_somebody_elses_file_is_not_touched(keeper: Keeper) -> None:
    Path(keeper.path).parent.mkdir()
    Path(keeper.path).write_bytes(b"Surat untuk Ibu" * 1_000)
    with pytest.raises(DamagedArchiveError):
        keeper.open()
    assert Path(keeper.path).read_bytes().startswith(b"Surat")


def test_another_programs_database_is_not_touched(keeper: Keeper) -> None:
    Path(keeper.path).parent.mkdir()
    with contextlib.closing(sqlite3.connect(keeper.path)) as db:
        db.execute("CREATE TABLE resep (nama)")
    keeper.was_there = True
    with pytest.raises(ArchiveError, match="program lain"):
        keeper.open()
    assert aside(keeper.path) == []


def test_what_is_only_to_be_looked_at_is_not_recovered(filled: Keeper) -> None:
    os.unlink(filled.path)
    with pytest.raises(DamagedArchiveError, match="cadangannya ada"):
        filled.recovery().open_as_it_is()
    assert not os.path.exists(filled.path)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_while_it_is_open_is_noticed_and_the_copy_opened(
    filled: Keeper, damage: object
) -> None:
    vault = filled.open().vault
    assert vault.is_file_unchanged()
    damage(filled.path)  # type: ignore[operator]
    if damage is not overwrite_the_middle:  # that shows when it is read
        assert not vault.is_file_unchanged()
    opened = filled.reopen(vault)
    assert "cadangan 12/11/2024 dibuka" in opened.notice
    assert keys(opened.vault) == ["a", "b"]
    assert len(aside(filled.path)) == 1


def test_damage_shows_when_it_is_read(filled: Keeper) -> None:
    vault = filled.open().vault
    vault.close()  # nothing is remembered
    overwrite_the_middle(filled.path)
    with pytest.raises(DamagedArchiveError):
        vault.list_releases()


@pytest.mark.posix("an open file cannot be deleted")
def test_a_file_deleted_while_it_is_open_loses_nothing(filled: Keeper) -> None:
    vault = filled.open().vault
    vault.add("d", HARVEST)
    for part in ("", "-wal", "-shm"):
        os.unlink(filled.path + part)
    assert not vault.is_file_unchanged()
    opened = filled.reopen(vault)
    assert keys(opened.vault) == ["a", "b", "c", "d"]
    assert "seluruh isinya ditulis kembali" in opened.notice
    assert opened.vault.faults() == []


@pytest.mark.posix("an open file cannot be replaced")
def test_a_file_put_in_its_place_is_taken(filled: Keeper) -> None:
    vault = filled.open().vault
    os.replace(list_backups(filled.path)[0], filled.path)
    assert not vault.is_file_unchanged()
    opened = filled.reopen(vault)
    assert opened.notice == ""
    assert keys(opened.vault) == ["a"]


def test_two_programs_that_meet_the_same_damage_recover_it_once(filled: Keeper) -> None:
    first, second = filled.open().vault, filled.open().vault
    overwrite(filled.path)
    if sys.platform == "win32":  # nobody renames what another program has open
        with pytest.raises(UnusableArchiveError, match="tutup jendela atau program lain"):
            filled.reopen(first)
        assert aside(filled.path) == []
        first, second = second, first
    assert keys(filled.reopen(first).vault) == ["a", "b"]
    again = filled.reopen(second)
    assert again.notice == ""
    assert keys(again.vault) == ["a", "b"]
    assert len(aside(filled.path)) == 1


def test_a_damaged_archive_replaces_no_good_copy(filled: Keeper) -> None:
    before = {copy: Path(copy).read_bytes() for copy in list_backups(filled.path)}
    overwrite_the_middle(filled.path)
    with pytest.raises(DamagedArchiveError):
        make_backup(filled.path, date(2024, 11, 13))
    assert {copy: Path(copy).read_bytes() for copy in list_backups(filled.path)} == before


def test_soundness_is_told_of_the_file_alone(filled: Keeper, tmp_path: Path) -> None:
    assert is_sound(filled.path)
    assert not is_sound(str(tmp_path / "tidak-ada.db"))
    with contextlib.closing(sqlite3.connect(tmp_path / "resep.db")) as db:
        db.execute("CREATE TABLE resep (nama)")
    assert not is_sound(str(tmp_path / "resep.db"))


def test_a_day_of_care_is_done_once(filled: Keeper) -> None:
    vault = filled.open().vault
    vault.delete("c")
    filled.clock.now += 31 * 86_400.0
    day = date(2024, 12, 13)
    assert maintain_archive(vault, day)
    assert len(list_backups(filled.path)) == 3
    assert vault.summaries(["c"]) == {}, "the bin was emptied"
    assert not maintain_archive(vault, day)


def test_care_rebuilds_an_index_of_earlier_roots(filled: Keeper) -> None:
    vault = filled.open().vault
    with vault.engine.begin() as db:
        db.exec_driver_sql("UPDATE meta SET value = 'dulu' WHERE name = 'analyser'")
    assert not vault.is_index_current()
    maintain_archive(vault, DAYS[-1])
    assert vault.is_index_current()


def test_care_is_given_up_when_the_program_ends(filled: Keeper) -> None:
    vault = filled.open().vault
    with pytest.raises(ArchiveError, match="ditutup"):
        maintain_archive(vault, date(2024, 11, 13), lambda: False)
    folder = Path(list_backups(filled.path)[0]).parent
    assert len(list(folder.iterdir())) == 2


def test_halves_of_a_killed_program_go_in_time(filled: Keeper) -> None:
    folder = Path(list_backups(filled.path)[0]).parent
    old, fresh = folder / "arsip-2024-11-10.db.1a.tmp", folder / "arsip-2024-11-12.db.2b.tmp"
    for half in (old, fresh):
        half.write_bytes(b"separuh")
    os.utime(old, (1.0, 1.0))
    make_backup(filled.path, date(2024, 11, 13))
    assert not old.exists()
    assert fresh.exists()


@pytest.mark.parametrize("damage", [overwrite, os.unlink])
def test_what_takes_a_while_is_told_before(
    filled: Keeper, damage: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_recovery, "_CHECKED_BYTES", 20_000)
    damage(filled.path)
    filled.open()
    (said,) = filled.told
    assert "sedang dipulihkan" in said


def test_what_takes_no_time_is_told_afterwards_alone(filled: Keeper) -> None:
    overwrite(filled.path)
    assert filled.open().notice
    assert filled.told == []
