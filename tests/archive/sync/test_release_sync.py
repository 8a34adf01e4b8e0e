"""A release handed over at the very moment in which another desk saves it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from repository_kit import FLOOD, HARVEST, ROAD, Clock, OpenArchive

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.release_progress import Progress, fingerprint
from bnews_desk.archive.repository.archive_errors import ConflictError
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.sync.release_sync import DeskState, ReleaseSync
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncState
from bnews_desk.release import Release


class Crossed:
    """An archive in which somebody saves right behind each time that a release was read."""

    def __init__(
        self, vault: DatabaseArchive, saved: Callable[[ReleaseRecord], ReleaseRecord]
    ) -> None:
        self._vault, self._saved = vault, saved

    def get(self, key: str) -> ReleaseRecord:
        seen = self._vault.get(key)
        self._vault.save(self._saved(seen))
        return seen

    def __getattr__(self, name: str) -> Any:
        return getattr(self._vault, name)


@pytest.fixture
def vault(tmp_path: Path, opened: OpenArchive) -> DatabaseArchive:
    return opened(str(tmp_path / "arsip.db"))


def taking(tmp_path: Path) -> tuple[ReleaseSync, Journal, SyncFile]:
    journal, file = Journal(str(tmp_path / "j.db")), SyncFile(str(tmp_path / "s.db"))
    return ReleaseSync(journal, SyncState(file)), journal, file


def test_the_same_text_saved_by_two_at_once_is_no_conflict(
    tmp_path: Path, vault: DatabaseArchive
) -> None:
    hands, journal, file = taking(tmp_path)
    ours = DeskState("a", ROAD)
    hands.save_release(vault, DeskState("a", HARVEST))
    theirs = vault.get("a")
    vault.save(theirs._replace(release=FLOOD))
    crossed = Crossed(vault, lambda seen: seen._replace(release=ROAD))
    outcome = hands.save_release(crossed, ours)  # type: ignore[arg-type]
    assert outcome is not None
    assert outcome.kind == "taken"
    assert vault.get("a").release == ROAD
    assert hands.keys_behind(vault, ["a"]) == []
    journal.close()
    file.close()


def test_a_text_that_others_have_just_left_behind_is_in_conflict(
    tmp_path: Path, vault: DatabaseArchive
) -> None:
    hands, journal, file = taking(tmp_path)
    hands.save_release(vault, DeskState("a", HARVEST))
    crossed = Crossed(vault, lambda seen: seen._replace(release=FLOOD))
    outcome = hands.save_release(crossed, DeskState("a", ROAD))  # type: ignore[arg-type]
    assert outcome is not None
    assert (outcome.kind, outcome.record.release) == ("conflict", FLOOD)
    kept = [vault.version("a", version.number) for version in vault.versions("a")]
    assert ROAD in kept
    journal.close()
    file.close()


def test_a_release_that_others_save_all_the_time_is_given_up_for_now(
    tmp_path: Path, vault: DatabaseArchive
) -> None:
    hands, journal, file = taking(tmp_path)
    hands.save_release(vault, DeskState("a", HARVEST))
    addresses = (f"https://b-news.example/{number}" for number in range(9))
    crossed = Crossed(vault, lambda seen: seen._replace(address=next(addresses)))
    with pytest.raises(ConflictError):
        hands.save_release(crossed, DeskState("a", ROAD))  # type: ignore[arg-type]
    assert vault.get("a").release == HARVEST
    assert next(addresses).endswith("3")
    journal.close()
    file.close()


class Killed(BaseException):
    """The program ends at this point."""


class Deadly:
    """An archive in which the program is killed instead of doing one thing."""

    def __init__(self, vault: DatabaseArchive, fatal: str) -> None:
        self._vault, self._fatal = vault, fatal

    def __getattr__(self, name: str) -> Any:
        def end(*_arguments: object, **_more: object) -> None:
            raise Killed

        return end if name == self._fatal else getattr(self._vault, name)


class Program:
    """A desk's hands with what its files tell; ``again`` is the next start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.journal = Journal(str(folder / "jurnal.db"))
        self._sync_file = SyncFile(str(folder / "sinkron.db"))
        self.hands = ReleaseSync(self.journal, SyncState(self._sync_file))

    def take(self, archive: object, release: Release) -> str:
        outcome = self.hands.save_release(archive, DeskState("a", release))  # type: ignore[arg-type]
        assert outcome is not None
        return outcome.kind

    def again(self) -> Program:
        self.close()
        return Program(self._folder)

    def close(self) -> None:
        self.journal.close()
        self._sync_file.close()


def kept(vault: DatabaseArchive) -> list[Release]:
    return [vault.version("a", version.number) for version in vault.versions("a")]


def save(vault: DatabaseArchive, release: Release) -> None:
    """Another desk saves."""
    vault.save(vault.get("a")._replace(release=release))


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with closing(Program(tmp_path)) as program:
        yield program


def test_who_saves_over_a_text_that_a_kill_kept_out_is_in_conflict(
    program: Program, vault: DatabaseArchive
) -> None:
    program.take(vault, HARVEST)
    program.hands.make_durable(vault)
    with pytest.raises(Killed):
        program.take(Deadly(vault, "save"), ROAD)
    save(vault, FLOOD)
    with closing(program.again()) as again:
        assert again.take(vault, ROAD) == "conflict"
    assert vault.get("a").release == FLOOD
    assert ROAD in kept(vault)


def test_so_is_who_did_at_the_first_handing_over(program: Program, vault: DatabaseArchive) -> None:
    with pytest.raises(Killed):
        program.take(Deadly(vault, "add"), ROAD)
    vault.add("a", HARVEST)
    with closing(program.again()) as again:
        assert again.take(vault, ROAD) == "conflict"
    assert ROAD in kept(vault)


def test_a_text_that_a_kill_kept_out_is_taken_at_the_next_start(
    program: Program, vault: DatabaseArchive
) -> None:
    program.take(vault, HARVEST)
    with pytest.raises(Killed):
        program.take(Deadly(vault, "save"), ROAD)
    with closing(program.again()) as again:
        assert again.take(vault, ROAD) == "taken"
    assert vault.get("a").release == ROAD


def test_who_goes_on_from_what_is_certain_is_ahead(
    program: Program, vault: DatabaseArchive
) -> None:
    program.take(vault, HARVEST)
    program.take(vault, ROAD)
    program.hands.make_durable(vault)
    save(vault, FLOOD)
    before = vault.versions("a")
    assert program.take(vault, ROAD) == "ahead"
    assert vault.versions("a") == before
    with closing(program.again()) as again:
        assert again.take(vault, ROAD) == "ahead"


def test_who_goes_on_from_what_the_disk_does_not_have_yet_is_ahead_and_ours_is_kept(
    program: Program, vault: DatabaseArchive
) -> None:
    program.take(vault, HARVEST)
    program.take(vault, ROAD)
    save(vault, FLOOD)
    assert program.take(vault, ROAD) == "ahead"
    assert ROAD in kept(vault)


def test_a_kill_before_the_disk_has_it_leaves_it_owed_and_both_texts_kept(
    program: Program, vault: DatabaseArchive
) -> None:
    program.journal.note("a", HARVEST)
    ours = program.hands.state_in_journal("a")
    assert ours is not None
    program.hands.save_release(vault, ours)
    program.journal.note("a", ROAD)
    ours = program.hands.state_in_journal("a")
    assert ours is not None
    program.hands.save_release(vault, ours)
    with closing(program.again()) as again:
        entries = again.journal.entries()
        assert again.hands.unsynced_keys(vault, entries) == ["a"]
        assert again.take(vault, ROAD) == "taken"
        again.hands.make_durable(vault)
    with closing(program.again()) as again:
        assert again.take(vault, ROAD) == "taken"
        save(vault, FLOOD)
        assert again.take(vault, ROAD) == "ahead"


def test_what_the_disk_refuses_is_owed_again(program: Program, vault: DatabaseArchive) -> None:
    program.take(vault, HARVEST)
    program.take(vault, ROAD)
    with pytest.raises(Killed):
        program.hands.make_durable(Deadly(vault, "make_durable"))  # type: ignore[arg-type]
    assert program.take(vault, ROAD) == "taken"
    program.hands.make_durable(vault)
    save(vault, FLOOD)
    assert program.take(vault, ROAD) == "ahead"
    assert ROAD not in kept(vault)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Program]:
    (tmp_path / "lain").mkdir()
    with closing(Program(tmp_path / "lain")) as other:
        yield other


def test_of_two_desks_that_go_on_after_a_backup_came_back_the_second_compares(
    program: Program, other: Program, vault: DatabaseArchive, clock: Clock, tmp_path: Path
) -> None:
    program.take(vault, HARVEST)
    with closing(sqlite3.connect(tmp_path / "arsip.db")) as live:
        with closing(sqlite3.connect(tmp_path / "lama.db")) as copy:
            live.backup(copy)
        for release in (ROAD, HARVEST, ROAD):
            program.take(vault, release)
        assert other.take(vault, ROAD) == "taken"
        with closing(sqlite3.connect(tmp_path / "lama.db")) as copy:
            copy.backup(live)
    clock.now += 1
    assert program.take(vault, FLOOD) == "taken"
    mine = Release.of("Panen Raya di Wates", ["Warga bersyukur."])
    assert other.take(vault, mine) == "conflict"
    assert vault.get("a").release == FLOOD
    assert mine in kept(vault)


def test_the_stage_on_the_desk_is_that_of_the_archive_again_after_a_backup_came_back(
    program: Program, vault: DatabaseArchive, tmp_path: Path
) -> None:
    arrived = Progress(fingerprint(HARVEST))
    published = arrived._replace(published=fingerprint(ROAD))
    program.hands.save_release(vault, DeskState("a", HARVEST, arrived))
    with (
        closing(sqlite3.connect(tmp_path / "arsip.db")) as live,
        closing(sqlite3.connect(tmp_path / "lama.db")) as copy,
    ):
        live.backup(copy)
        program.hands.save_release(vault, DeskState("a", FLOOD, arrived))
        program.hands.save_release(vault, DeskState("a", ROAD, published))
        assert vault.get("a").status == "tayang"
        copy.backup(live)
    assert vault.get("a").status == "baru"
    program.hands.save_release(vault, DeskState("a", ROAD, published))
    assert vault.get("a").status == "tayang"
