"""How far a release is: it follows the text and comes back after a restart."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.journal.journal_rescue import rescue_journal
from bnews_desk.archive.journal.journal_tables import row_checksum
from bnews_desk.archive.journal.pending_writes import ReleaseNote
from bnews_desk.archive.release_progress import (
    STAGES,
    Progress,
    RemainingWork,
    SignOff,
    Stage,
    fingerprint,
    progress_bytes,
    progress_of,
    remaining_work,
    stage_of,
)
from bnews_desk.release import Details, Ignore, Release
from bnews_desk.release_json import release_from_json, release_to_json

NOON = datetime(2024, 11, 14, 12, 0, tzinfo=timezone(timedelta(hours=7), "WIB"))
RELEASE = Release.of("Petani Panen", ("Panen raya di Wates.",))
CHANGED = Release.of("Petani Panen", ("Panen raya di Wlingi.",))
SIGNED = SignOff.of(RELEASE, "Zainul Arifin", NOON)
OLD_TABLES = (
    "CREATE TABLE release (key TEXT NOT NULL PRIMARY KEY, changed REAL NOT NULL, removed REAL,"
    " caret INTEGER NOT NULL, checksum INTEGER NOT NULL, headline BLOB NOT NULL,"
    " opening BLOB NOT NULL, content BLOB NOT NULL)",
    "CREATE TABLE picture (digest TEXT NOT NULL PRIMARY KEY, added REAL NOT NULL,"
    " data BLOB NOT NULL)",
    "CREATE TABLE original (key TEXT NOT NULL PRIMARY KEY, received REAL NOT NULL,"
    " checksum INTEGER NOT NULL, name BLOB NOT NULL, receipt BLOB NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE desk (key TEXT NOT NULL PRIMARY KEY, place INTEGER NOT NULL,"
    " is_current INTEGER NOT NULL)",
    "PRAGMA user_version = 1",
)
"""How the first version of the journal was made."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "jurnal.db"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("before", STAGES)
def test_the_editor_may_put_a_release_at_any_stage(before: Stage, stage: Stage) -> None:
    first = Progress(fingerprint(RELEASE)).put_at(before, RELEASE, "Zainul Arifin", NOON)
    then = first.put_at(stage, RELEASE, "Zainul Arifin", NOON)
    assert first.stage(RELEASE) == before
    assert then.stage(RELEASE) == stage
    assert progress_of(progress_bytes(then, RELEASE)) == then


def test_what_holds_a_release_back_keeps_it_from_being_put_at_ready() -> None:
    held = Progress(fingerprint(RELEASE), is_held=True)
    assert held.put_at("siap", RELEASE, "Zainul Arifin", NOON).stage(RELEASE) == "baru"
    assert held.put_at("tayang", RELEASE, "", NOON).stage(RELEASE) == "tayang"


def test_what_was_left_is_kept_and_nonsense_is_nothing() -> None:
    progress = Progress(left=RemainingWork(3, 1))
    assert remaining_work(progress_bytes(progress, RELEASE)) == RemainingWork(3, 1)
    assert progress_of(progress_bytes(progress, RELEASE)).left == RemainingWork(3, 1)
    for data in (b"", b"{}", b'{"left":null}', b'{"left":[1]}', b'{"left":["a","b"]}', b"[1]"):
        assert remaining_work(data) is None


def test_each_stage_follows_from_what_happened() -> None:
    arrived = Progress(fingerprint(RELEASE))
    assert arrived.stage(RELEASE) == "baru"
    assert arrived.stage(CHANGED) == "disunting"
    signed = arrived._replace(sign_off=SIGNED)
    assert signed.stage(RELEASE) == "siap"
    assert signed.stage(CHANGED) == "disunting"
    assert signed._replace(is_held=True).stage(RELEASE) == "baru"
    published = signed._replace(published=fingerprint(RELEASE), is_held=True)
    assert published.stage(RELEASE) == "tayang"
    assert published.stage(CHANGED) == "disunting"


def test_an_ignore_is_no_change_and_a_detail_is_one() -> None:
    published = Progress(published=fingerprint(RELEASE))
    ignoring = RELEASE._replace(ignores=frozenset({Ignore("kata", "raya")}))
    assert published.stage(ignoring) == "tayang"
    assert published.stage(RELEASE._replace(details=Details(writer="Sun"))) == "disunting"


def test_a_fingerprint_is_the_same_after_the_journal() -> None:
    release = RELEASE._replace(details=Details(embargo=NOON))
    assert fingerprint(release_from_json(release_to_json(release))) == fingerprint(release)


def test_progress_comes_back_as_it_was() -> None:
    progress = Progress("a", SIGNED, "b", True)
    assert progress_of(progress_bytes(progress, RELEASE)) == progress
    assert progress_of(progress_bytes(Progress(), RELEASE)) == Progress()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"sign_off":[1]}', b'{"stage":"lain"}', b"\xff"]
)
def test_what_cannot_be_read_never_happened(data: bytes) -> None:
    assert progress_of(data) == Progress()
    assert stage_of(data) == "disunting"


def test_the_journal_lists_and_loads_it_before_and_after_a_restart(path: Path) -> None:
    progress = Progress(fingerprint(CHANGED), SIGNED)
    journal = Journal(str(path))
    journal.note("a", RELEASE, 3, progress)
    assert [entry.stage for entry in journal.entries()] == ["siap"]
    assert journal.close()
    again = Journal(str(path))
    assert [entry.stage for entry in again.entries()] == ["siap"]
    assert again.load("a").progress == progress
    again.close()


def old_journal(path: Path) -> None:
    journal = sqlite3.connect(path, isolation_level=None)
    for statement in OLD_TABLES:
        journal.execute(statement)
    row = ReleaseNote(RELEASE, 2, 5.0).row("a")
    row = row._replace(checksum=row_checksum(row.content))
    journal.execute("INSERT INTO release VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row[:8])
    journal.close()


def test_a_journal_of_the_first_version_is_taken_over(path: Path) -> None:
    old_journal(path)
    assert [one.release for one in rescue_journal(str(path)).releases] == [RELEASE]
    notices: list[str] = []
    journal = Journal(str(path), on_notice=notices.append)
    assert [(entry.key, entry.stage) for entry in journal.entries()] == [("a", "disunting")]
    assert journal.load("a").release == RELEASE
    journal.note("a", RELEASE, 0, Progress(sign_off=SIGNED))
    assert journal.close()
    again = Journal(str(path), on_notice=notices.append)
    assert [entry.stage for entry in again.entries()] == ["siap"]
    again.close()
    assert notices == []


def test_a_damaged_journal_gives_its_progress_back(path: Path) -> None:
    journal = Journal(str(path))
    journal.note("a", RELEASE, 0, Progress(sign_off=SIGNED))
    assert journal.close()
    with path.open("r+b") as file:
        file.seek(20)
        file.write(b"\xff" * 60)  # the file's header, and none of its rows
    notices: list[str] = []
    again = Journal(str(path), on_notice=notices.append)
    assert "1 naskah terselamatkan" in notices[0]
    assert [entry.stage for entry in again.entries()] == ["siap"]
    again.close()


def test_an_embargo_holds_a_release_until_it_ends_by_itself() -> None:
    until = datetime(2026, 5, 4, 10, 0)
    waiting = RELEASE._replace(details=Details(embargo=until))
    progress = Progress(sign_off=SignOff.of(waiting, "Sun", until))
    before, after = until - timedelta(minutes=1), until
    data = progress_bytes(progress, waiting)
    for moment, stage in ((before, "disunting"), (after, "siap")):
        assert progress.stage(waiting, moment) == stage
        assert stage_of(data, moment) == stage
    assert progress_of(data) == progress
    held = progress._replace(is_held=True)
    assert stage_of(progress_bytes(held, waiting), after) == "disunting"
