"""What the archive is asked to keep is written down first, done in order, and once."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from repository_kit import FLOOD, HARVEST, ODD, PHOTO, PHOTO_DIGEST, ROAD, START, Clock, OpenArchive

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    ConflictError,
    UnknownReleaseError,
)
from bnews_desk.archive.repository.archive_values import DismissedProposal, ExportRecord
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.sync.outbox import Outbox, OutboxEntry
from bnews_desk.archive.sync.release_sync import DeskState, ReleaseSync
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncedState, SyncState
from bnews_desk.release import Photo

DAMAGED = "0" * 64
FILES = (("docx", "Panen \udcff.docx"), ("txt", "Panen.txt"))
SENT = OutboxEntry("a", START, ROAD, "ekspor", FILES)
UNTIDY = OutboxEntry("a", START, HARVEST._replace(text="Belum rapi"), "rapikan")
ADDRESS = OutboxEntry("a", START + 1, address="https://b-news.example/1")
STAGE = OutboxEntry("a", START + 2, stage="tayang")
UNLIKE = OutboxEntry("a", START + 3, dismissed=DismissedProposal("likeness", "b"))
EVERY = {
    **{
        "satu": SENT,
        "dua": ADDRESS,
        "tiga": STAGE,
        "empat": OutboxEntry("b", START, ODD, "rapikan"),
    },
    "lima": UNLIKE,
    "enam": ADDRESS._replace(address="", replaced="https://b-news.example/0"),
}
NO_ENTRIES: dict[str, object] = {
    "satu": b"{}",
    "rusak": b"\xff",
    "dalam": b"[" * 100_000,
    "teks": "{}",
    "daftar": b"[]",
    **{
        name: json.dumps(SENT._asdict() | {"release": None, name: value}).encode()
        for name, value in (
            *(("made", float("inf")), ("stage", []), ("stage", "terbit"), ("address", 1)),
            *(("files", [1]), ("reason", "iseng"), ("dismissed", ["likeness", 1])),
            ("replaced", 1),
        )
    },
}
"""What may stand in a damaged file, or an ill-meant one."""
WRITER = """
import sys, time
sys.path[:0] = sys.argv[2:]
from test_outbox import EVERY
from bnews_desk.archive.sync.outbox import Outbox
from bnews_desk.archive.sync.sync_file import SyncFile
outbox = Outbox(SyncFile(sys.argv[1]))
for name, entry in EVERY.items():
    assert outbox.put(name, entry)
print("siap", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "profil" / "sinkron.db")


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[ReleaseSync]:
    journal = Journal(str(tmp_path / "jurnal.db"))
    file = SyncFile(str(tmp_path / "sinkron.db"))
    journal.put_picture(PHOTO_DIGEST, PHOTO)
    journal.put_picture(DAMAGED, PHOTO[:-1])
    journal.note("b", FLOOD)
    yield ReleaseSync(journal, SyncState(file))
    journal.close()
    file.close()


@contextmanager
def outbox_in(path: str, tell: Callable[[str], None] = lambda _: None) -> Iterator[Outbox]:
    """The outbox as a new start finds it."""
    with closing(SyncFile(path, tell=tell)) as file:
        yield Outbox(file)


def read(path: str) -> dict[str, OutboxEntry]:
    with outbox_in(path) as outbox:
        return outbox.waiting()


def test_what_was_sent_is_noted_once_however_often_it_is_done(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST)
    for _ in range(2):
        for entry in (SENT, ADDRESS, STAGE, UNLIKE):
            entry.do(vault)
    assert vault.dismissals("a") == {UNLIKE.dismissed}
    record = vault.get("a")
    assert (record.release, record.address, record.status) == (HARVEST, ADDRESS.address, "tayang")
    assert vault.exports("a") == [ExportRecord(START, form, name, 1) for form, name in FILES]
    (_, kept) = vault.versions("a")
    assert (kept.made, kept.reason) == (START, "ekspor")
    assert vault.version("a", kept.number) == ROAD


def test_what_was_broken_off_in_the_middle_is_made_whole(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST)
    vault.keep_version("a", "ekspor", ROAD, START)
    vault.note_export("a", ExportRecord(START, *FILES[0], 1))
    SENT.do(vault)
    assert len(vault.versions("a")) == 2
    assert len(vault.exports("a")) == 2


def test_two_versions_of_one_text_at_different_moments_are_two_where_both_went_out(
    vault: DatabaseArchive,
) -> None:
    vault.add("a", HARVEST)
    SENT.do(vault)
    SENT._replace(made=START + 60).do(vault)
    assert [one.made for one in vault.versions("a")][1:] == [START, START + 60]
    assert len(vault.exports("a")) == 4


def test_an_address_that_others_have_noted_meanwhile_stays_and_is_told(
    vault: DatabaseArchive,
) -> None:
    record = vault.add("a", HARVEST)
    mine = ADDRESS._replace(replaced="")
    theirs = vault.save(record._replace(address="https://b-news.example/lain"))
    with pytest.raises(
        ArchiveError, match=r"mencatat alamat “https://b-news\.example/lain”"
    ) as told:
        mine.do(vault)
    assert f"“{mine.address}” tidak dipasang" in str(told.value)
    assert vault.get("a") == theirs
    mine._replace(replaced=theirs.address).do(vault)
    assert vault.get("a").address == mine.address
    mine.do(vault)  # once more, as after a kill
    with pytest.raises(ArchiveError, match="tidak dihapus"):
        mine._replace(address="", replaced=theirs.address).do(vault)


def test_a_version_that_comes_in_late_stands_where_it_was_made(
    vault: DatabaseArchive, clock: Clock
) -> None:
    record = vault.add("a", HARVEST)
    for text in (FLOOD, ODD):  # another desk works on
        clock.now += 1200
        record = vault.save(record._replace(release=text))
    SENT._replace(made=START + 600).do(vault)
    UNTIDY._replace(made=START + 1800).do(vault)
    kept = vault.versions("a")
    assert [one.made - START for one in kept] == [0, 600, 1200, 1800, 2400]
    texts = [vault.version("a", one.number) for one in kept]
    assert texts == [HARVEST, ROAD, FLOOD, UNTIDY.release, ODD]


def test_a_version_from_before_a_clock_was_set_back_stays_before(
    vault: DatabaseArchive, clock: Clock
) -> None:
    record = vault.add("a", HARVEST)
    clock.now -= 400 * 86_400
    vault.save(record._replace(release=FLOOD))
    SENT._replace(made=clock.now + 5).do(vault)
    assert [one.reason for one in vault.versions("a")] == ["impor", "berkala", "ekspor"]


def test_a_mark_that_others_are_in_the_way_of_all_the_time_is_not_given_up_silently(
    vault: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.add("a", HARVEST)
    really = vault.get

    def get(key: str) -> object:
        seen = really(key)
        vault.save(seen._replace(release=ROAD if seen.release == FLOOD else FLOOD))
        return seen

    monkeypatch.setattr(vault, "get", get)
    with pytest.raises(ConflictError):
        ADDRESS.do(vault)


def test_a_release_that_the_archive_does_not_have_is_taken_in_first(
    vault: DatabaseArchive, hands: ReleaseSync
) -> None:
    hands.run_entry(vault, OutboxEntry("b", START, ROAD, "ekspor", FILES))
    assert vault.get("b").release == FLOOD
    assert [one.reason for one in vault.versions("b")] == ["impor", "ekspor"]
    assert len(vault.exports("b")) == 2


def test_a_version_brings_the_photos_that_it_hangs_on(
    vault: DatabaseArchive, hands: ReleaseSync
) -> None:
    vault.add("b", FLOOD)
    hung = ROAD._replace(photos=(Photo(PHOTO_DIGEST, 1, "foto.png"),))
    hands.run_entry(vault, OutboxEntry("b", START, hung, "rapikan"))
    assert vault.photo(PHOTO_DIGEST) == PHOTO
    assert vault.faults() == []


def test_a_damaged_photo_keeps_no_text_out(vault: DatabaseArchive, hands: ReleaseSync) -> None:
    hung = ROAD._replace(photos=(Photo(DAMAGED, 1, "foto.png"),))
    hands.run_entry(vault, OutboxEntry("b", START, hung, "rapikan"))
    outcome = hands.save_release(vault, DeskState("c", hung))
    assert outcome is not None
    assert vault.get("c").release == hung
    assert vault.version("b", vault.versions("b")[-1].number) == hung
    assert vault.photo(DAMAGED) is None


def test_of_a_release_that_is_nowhere_nothing_is_kept(
    vault: DatabaseArchive, hands: ReleaseSync
) -> None:
    hands.run_entry(vault, SENT)
    with pytest.raises(UnknownReleaseError):
        vault.get("a")


def test_entries_come_back_in_order_and_equal(path: str) -> None:
    with outbox_in(path) as outbox:
        assert outbox.waiting() == {}
        for name, entry in EVERY.items():
            assert outbox.put(name, entry)
        assert list(outbox.waiting().items()) == list(EVERY.items())
    assert list(read(path).items()) == list(EVERY.items())
    with outbox_in(path) as outbox:
        assert outbox.drop("dua")
    assert list(read(path)) == ["satu", "tiga", "empat", "lima", "enam"]


def test_a_kill_right_behind_the_writing_takes_none(path: str) -> None:
    here = Path(__file__).parent
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, path, str(here), str(here.parent)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline().strip() == b"siap"
        writer.kill()
    assert read(path) == EVERY


@pytest.mark.parametrize("noise", [b"bukan basis data" * 300, os.urandom(9000)])
def test_a_damaged_file_is_kept_aside_and_told(path: str, noise: bytes) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(noise)
    told: list[str] = []
    with outbox_in(path, told.append) as outbox:
        assert outbox.put("satu", SENT)
    assert read(path) == {"satu": SENT}
    (sentence,) = told
    (aside,) = Path(path).parent.glob("*rusak*.db")
    assert str(aside) in sentence
    assert aside.read_bytes() == noise


@pytest.mark.posix("an open file cannot be deleted")
def test_a_file_that_is_removed_is_written_anew(path: str) -> None:
    with outbox_in(path) as outbox:
        outbox.put("satu", SENT)
        shutil.rmtree(Path(path).parent)
        assert outbox.put("dua", ADDRESS)
        assert read(path) == {"satu": SENT, "dua": ADDRESS}


def test_what_cannot_be_written_is_written_with_the_next(path: str) -> None:
    Path(path).parent.write_bytes(b"")
    with outbox_in(path) as outbox:
        assert not outbox.put("satu", SENT)
        assert outbox.waiting() == {"satu": SENT}
        Path(path).parent.unlink()
        assert outbox.put("dua", ADDRESS)
    assert read(path) == {"satu": SENT, "dua": ADDRESS}


def test_a_row_that_cannot_be_read_hides_no_other(path: str) -> None:
    with outbox_in(path) as outbox:
        for name, entry in EVERY.items():
            outbox.put(name, entry)
    with closing(sqlite3.connect(path)) as db, db:
        for name, fields in NO_ENTRIES.items():
            db.execute(
                "INSERT OR REPLACE INTO outbox (archive, name, fields) VALUES ('', ?, ?)",
                (name, fields),
            )
        db.execute("UPDATE outbox SET release = x'00' WHERE name = 'empat'")
    assert read(path) == {name: EVERY[name] for name in ("dua", "tiga", "lima", "enam")}


def test_another_archive_is_told_nothing_of_it(path: str) -> None:
    with outbox_in(path) as outbox:
        outbox.put("satu", SENT)
    with closing(SyncFile(path, "postgresql://meja@server/redaksi")) as file:
        other = Outbox(file)
        assert other.waiting() == {}
        other.put("dua", ADDRESS)
        assert other.waiting() == {"dua": ADDRESS}
    assert read(path) == {"satu": SENT}


def test_damage_that_the_outbox_meets_costs_no_sync_state_of_this_run(path: str) -> None:
    agreed = SyncedState(7, "teks", "baru")
    with closing(SyncFile(path)) as file:
        states = SyncState(file)
        states.agree("a", agreed)
        outbox = Outbox(file)
        outbox.put("satu", SENT)
        file.close()  # it is opened again when it is used
        Path(path).write_bytes(b"rusak" * 3000)
        outbox.put("dua", ADDRESS)
        states.agree("b", agreed)
    assert read(path) == {"satu": SENT, "dua": ADDRESS}
    with closing(SyncFile(path)) as file:
        assert SyncState(file).all_agreed("a") == SyncState(file).all_agreed("b") == (agreed,)


def test_two_programs_with_the_same_entry_do_it_once(address: str, opened: OpenArchive) -> None:
    """Two programs with the same entry, as after a kill with another window already open."""
    one, other = opened(address), opened(address)
    one.add("a", HARVEST)
    SENT.do(one)
    SENT.do(other)
    assert len(one.exports("a")) == 2
