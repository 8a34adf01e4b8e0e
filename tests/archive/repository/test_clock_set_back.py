"""A clock that is set back, by hours or by years, loses nothing and shuffles nothing."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from repository_kit import FLOOD, HARVEST, ROAD, START, Clock, OpenArchive, reader

from bnews_desk.archive.recovery.archive_recovery import ArchiveRecovery
from bnews_desk.archive.recovery.backups import KEPT, list_backups, make_backup
from bnews_desk.archive.repository.archive_values import ReleaseFilter
from bnews_desk.archive.repository.daily_maintenance import maintain_archive
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.release import Release

HOUR, DAY = 3_600.0, 86_400.0
BACK = pytest.mark.parametrize("back", [5 * HOUR, 3 * 365 * DAY], ids=["hours", "years"])


def named(copies: list[str]) -> list[str]:
    return [os.path.basename(copy) for copy in copies]


def more(release: Release, words: str) -> Release:
    return release._replace(text=f"{release.text} {words}")


@BACK
def test_what_comes_later_stands_first_and_the_last_save_holds(
    vault: DatabaseArchive, clock: Clock, back: float
) -> None:
    record = vault.add("a", HARVEST)
    clock.now -= back
    vault.add("b", ROAD)
    record = vault.save(record._replace(release=more(HARVEST, "Lagi.")))
    vault.add("c", FLOOD)
    assert [one.key for one in vault.list_releases()] == ["c", "b", "a"]
    found = vault.search(parse_query("Kecamatan"))
    assert [hit.summary.key for hit in found] == ["c", "b", "a"]
    assert vault.get("a") == record
    assert record.created > record.changed == clock.now


@BACK
def test_work_is_kept_every_ten_minutes_as_ever(
    vault: DatabaseArchive, clock: Clock, back: float
) -> None:
    record = vault.add("a", HARVEST)
    clock.now -= back
    for step in range(61):
        record = vault.save(record._replace(release=more(HARVEST, f"Langkah {step}.")))
        clock.now += 60.0
    kept = [one for one in vault.versions("a") if one.reason == "berkala"]
    assert [one.made for one in kept] == [START - back + 600.0 * step for step in range(7)]
    vault.thin_out()
    assert vault.versions("a")[1:] == kept, "what seems to be of tomorrow costs none of them"


@BACK
def test_the_bin_keeps_for_thirty_days_from_the_time_that_was_set(
    vault: DatabaseArchive, clock: Clock, back: float
) -> None:
    vault.add("a", HARVEST)
    vault.delete("a")
    clock.now -= back
    vault.thin_out()
    clock.now += 29 * DAY
    vault.thin_out()
    assert [one.key for one in vault.list_releases(ReleaseFilter(in_bin=True))] == ["a"]
    clock.now += 2 * DAY
    vault.thin_out()
    assert vault.list_releases(ReleaseFilter(in_bin=True)) == []


class TestCopies:
    """Of the file of an embedded archive, one a day."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> str:
        return str(tmp_path / "arsip.db")

    @pytest.fixture
    def vault(self, path: str, opened: OpenArchive) -> DatabaseArchive:
        return opened(path)

    @pytest.mark.parametrize("back", [3, 1_000])
    def test_the_copy_that_was_made_last_stays_and_seven_of_them(
        self, vault: DatabaseArchive, path: str, back: int
    ) -> None:
        first = date(2026, 11, 1)
        for day in range(KEPT):
            maintain_archive(vault, first + timedelta(day))
        now = first + timedelta(KEPT - back)
        assert maintain_archive(vault, now)
        assert os.path.basename(list_backups(path, now)[-1]) == f"arsip-{now}.db"
        for day in range(1, 10):
            is_made = maintain_archive(vault, now + timedelta(day))
            assert is_made or now + timedelta(day) == first + timedelta(KEPT - 1)
            copies = named(list_backups(path, now + timedelta(day)))
            assert copies[-1] == f"arsip-{now + timedelta(day)}.db"
            assert len(copies) <= KEPT
        assert not maintain_archive(vault, now + timedelta(9))

    def test_a_copy_of_the_day_from_before_is_made_anew(
        self, vault: DatabaseArchive, path: str
    ) -> None:
        days = [date(2026, 11, day) for day in (26, 27)]
        for day in days:
            make_backup(path, day)
        vault.add("a", HARVEST)
        assert maintain_archive(vault, days[0])
        assert os.path.basename(list_backups(path, days[0])[-1]) == "arsip-2026-11-26.db"
        with_it = open_archive(list_backups(path, days[0])[-1], reader())
        assert [one.key for one in with_it.list_releases()] == ["a"]
        with_it.close()

    @pytest.mark.parametrize("is_copied_since", [False, True])
    def test_after_damage_the_copy_opens_that_was_made_last(
        self, vault: DatabaseArchive, path: str, is_copied_since: bool
    ) -> None:
        vault.add("a", HARVEST)
        for day in range(1, KEPT + 1):
            make_backup(path, date(2026, 11, day))
        if is_copied_since:
            vault.add("b", ROAD)
            make_backup(path, date(2024, 11, 11))
        vault.close()
        Path(path).write_bytes(b"bukan arsip lagi" * 500)
        opened = ArchiveRecovery(path, reader(), clock=Clock()).open()
        try:
            keys = {one.key for one in opened.vault.list_releases()}
            assert keys == ({"a", "b"} if is_copied_since else {"a"})
            day = "11/11/2024" if is_copied_since else "7/11/2026"
            assert f"cadangan {day} dibuka" in opened.notice
        finally:
            opened.vault.close()
