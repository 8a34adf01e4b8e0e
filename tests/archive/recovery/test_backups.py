"""The daily copies of an embedded archive."""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from repository_kit import HARVEST, ROAD, OpenArchive

from bnews_desk.archive.recovery.backups import (
    KEPT,
    backup_day,
    backup_folder,
    list_backups,
    make_backup,
)
from bnews_desk.archive.repository.archive_errors import ArchiveError

FIRST = date(2024, 11, 1)


def test_a_copy_is_an_archive_of_its_own(tmp_path: Path, opened: OpenArchive) -> None:
    path = str(tmp_path / "arsip.db")
    vault = opened(path)
    record = vault.add("a", HARVEST)
    copy = make_backup(path, FIRST)
    vault.save(record._replace(release=ROAD))
    other = shutil.copy(copy, tmp_path / "lain.db")
    assert opened(str(other)).get("a") == record
    assert opened(str(other)).faults() == []


def test_seven_days_are_kept_and_one_copy_a_day(tmp_path: Path, opened: OpenArchive) -> None:
    path = str(tmp_path / "arsip.db")
    opened(path).add("a", HARVEST)
    (tmp_path / "cadangan").mkdir()
    others = ["arsip-milik-saya.db", "arsip-2024-99-99.db", "arsip-2023-01-01.db"]
    for name in others[:2]:
        (tmp_path / "cadangan" / name).write_text("bukan cadangan")
    (tmp_path / "cadangan" / "arsip-2023-01-01.db").mkdir()
    for day in range(10):
        make_backup(path, FIRST + timedelta(day))
        make_backup(path, FIRST + timedelta(day))
    names = [os.path.basename(copy) for copy in list_backups(path)]
    assert names == [f"arsip-2024-11-{day:02}.db" for day in range(11 - KEPT, 11)]
    left = sorted(os.listdir(backup_folder(path)))
    assert left == sorted([*names, *others])


def test_two_archives_of_one_folder_keep_their_copies_apart(
    tmp_path: Path, opened: OpenArchive
) -> None:
    paths = [str(tmp_path / name) for name in ("arsip.db", "arsip.sqlite", "lain", "arsip-2024.db")]
    for path in paths:
        opened(path).add("a", HARVEST)
        make_backup(path, FIRST)
    assert [[os.path.basename(copy) for copy in list_backups(path)] for path in paths] == [
        ["arsip-2024-11-01.db"],
        ["arsip-2024-11-01.sqlite"],
        ["lain-2024-11-01"],
        ["arsip-2024-2024-11-01.db"],
    ]
    assert {backup_day(copy) for path in paths for copy in list_backups(path)} == {FIRST}


def test_a_copy_that_fails_costs_no_earlier_one(
    tmp_path: Path, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "arsip.db")
    opened(path).add("a", HARVEST)
    copy = make_backup(path, FIRST)
    before = Path(copy).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bnews_desk.archive.recovery.backups.os.fsync", full)
    with pytest.raises(ArchiveError, match="disk penuh"):
        make_backup(path, FIRST)
    assert Path(copy).read_bytes() == before
    assert os.listdir(backup_folder(path)) == [os.path.basename(copy)]


def test_a_copy_is_finished_however_often_others_save_meanwhile(
    tmp_path: Path, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bnews_desk.archive.recovery.backups._PAGES_AT_ONCE", 5)
    path = str(tmp_path / "arsip.db")
    vault = opened(path)
    vault.add("a", HARVEST)
    steps: list[int] = []

    def save() -> bool:
        assert len(steps) < 500, "it begins anew and never ends"
        steps.append(1)
        vault.add(f"b{len(steps)}", ROAD)
        return True

    copy = make_backup(path, FIRST, save)
    assert len(steps) > 3
    other = opened(str(shutil.copy(copy, tmp_path / "lain.db")))
    assert [one.key for one in other.list_releases()] == ["a"]
    assert other.faults() == []
