"""An archive works wherever its file may lie: in deep folders, under odd names, on a share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from open_file_holder import held_by_another
from repository_kit import HARVEST, ORIGINAL, PHOTO, PHOTO_DIGEST, ROAD, OpenArchive, reader
from unusual_paths import LONGEST_SHORT_PATH, PLACES, PathsAsked, folder_in

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.recovery.archive_file_check import is_sound
from bnews_desk.archive.recovery.archive_recovery import ArchiveRecovery
from bnews_desk.archive.recovery.backups import list_backups, make_backup
from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.folder_export import export_archive
from bnews_desk.archive.repository.folder_import import import_archive
from bnews_desk.archive.sync.outbox import Outbox
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.files import system_path


@pytest.fixture(params=PLACES)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with folder_in(request.param, tmp_path) as made:
        yield made


def test_an_archive_is_kept_copied_recovered_and_moved(folder: str, opened: OpenArchive) -> None:
    asked = PathsAsked()
    path = os.path.join(folder, "arsip.db")
    vault = opened(path)
    vault.add("a", HARVEST, ORIGINAL, {PHOTO_DIGEST: PHOTO})
    vault.make_durable()
    assert is_sound(path)
    copy = make_backup(path, date(2024, 11, 12))
    assert list_backups(path) == [copy]
    vault.close()
    with open(system_path(path), "r+b") as file:
        file.write(os.urandom(5000))
    assert not is_sound(path)
    again = ArchiveRecovery(path, reader()).open()
    assert "cadangan 12/11/2024 dibuka" in again.notice
    target = os.path.join(folder, "ekspor")
    assert list(export_archive(again.vault, target)) == ["a", PHOTO_DIGEST]
    again.vault.close()
    other = opened(os.path.join(folder, "lain.db"))
    assert [taken.name for taken in import_archive(target, other)] == ["a", PHOTO_DIGEST]
    assert other.get("a").release == HARVEST
    demand_long_forms(asked)


def test_journal_and_errands_are_kept(folder: str) -> None:
    asked = PathsAsked()
    path = os.path.join(folder, "meja", "jurnal.db")
    journal = Journal(path)
    journal.note("a", ROAD)
    assert journal.close()
    again = Journal(path)
    assert again.load("a").release == ROAD
    assert again.close()
    file = SyncFile(os.path.join(folder, "meja", "sinkron.db"))
    assert Outbox(file).waiting() == {}
    file.close()
    demand_long_forms(asked)


def demand_long_forms(asked: PathsAsked) -> None:
    """Whatever Windows was asked for by a long path was in its long form."""
    long = {path for path in asked.stop() if len(path) > LONGEST_SHORT_PATH}
    if sys.platform == "win32":
        wrong = {path for path in long if not path.startswith(("\\\\?\\", "file:%5C%5C%3F"))}
        assert wrong == set()


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows keeps others from a file")
def test_an_archive_that_another_program_holds_is_no_damaged_one(
    tmp_path: Path, opened: OpenArchive
) -> None:
    path = str(tmp_path / "arsip.db")
    vault = opened(path)
    vault.add("a", HARVEST)
    vault.close()
    with held_by_another(path), pytest.raises(UnusableArchiveError, match="program lain"):
        ArchiveRecovery(path, reader(), lambda: True).open()
    assert os.listdir(tmp_path) == ["arsip.db"]
    assert opened(path).get("a").release == HARVEST


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows keeps others from a file")
def test_a_journal_that_another_program_holds_waits_for_it(tmp_path: Path) -> None:
    path = str(tmp_path / "jurnal.db")
    first = Journal(path)
    first.note("a", ROAD)
    assert first.close()
    told: list[str] = []
    with held_by_another(path):
        journal = Journal(path, on_trouble=told.append)
        journal.note("b", HARVEST)
        assert "jurnal sedang dipakai jendela atau program lain" in told[0]
    assert journal.close()
    again = Journal(path, on_notice=told.append)
    assert {entry.key for entry in again.entries()} == {"a", "b"}
    assert again.close()
    assert not [name for name in os.listdir(tmp_path) if "rusak" in name]
