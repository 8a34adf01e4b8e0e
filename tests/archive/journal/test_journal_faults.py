"""Whatever fails, the work goes on, the editor is told, and nothing is lost in memory."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from journal_kit import BROKEN, BUSY, FULL, READONLY, Faults, ReportRecorder, Time, begin, release
from small_disks import AS_ROOT, make_writable, small_disk

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.journal.journal_tables import MIGRATIONS
from bnews_desk.archive.sqlite_connection import BUSY_SECONDS, connect
from bnews_desk.errors import ReadError
from bnews_desk.receipt import Receipt
from bnews_desk.release import Photo, Release


def note_all(journal: Journal) -> None:
    """A write with every kind of statement in it."""
    journal.put_picture("d" * 64, b"gambar")
    journal.put_original("a", "a.docx", b"PK", Receipt())
    journal.note("a", Release("Judul\nIsi", photos=(Photo("d" * 64, 0),)), 3)
    journal.note("b", release("dibuang"))
    journal.remove("b")
    journal.set_open(["a"], "a")


def assert_all_is_there(path: Path) -> None:
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    journal = begin(path, ReportRecorder(), Time())
    noted = journal.load("a")
    assert (noted.release.text, noted.caret) == ("Judul\nIsi", 3)
    assert noted.pictures == {"d" * 64: b"gambar"}
    assert journal.original("a") is not None
    assert [(e.key, e.is_current) for e in journal.entries()] == [("a", True)]
    assert [e.key for e in journal.removed()] == ["b"]
    journal.close()


def steps_of_a_life(tmp_path: Path) -> tuple[int, int]:
    """How many statements opening takes, and opening and writing together."""
    counter = Faults(FULL)
    journal = begin(tmp_path / "hitung" / "j.db", ReportRecorder(), Time(), counter.connect)
    opening = counter.count
    note_all(journal)
    journal.close()
    return opening, counter.count


def test_a_failure_at_any_statement_is_told_and_mended(
    tmp_path: Path,
) -> None:
    opening, every = steps_of_a_life(tmp_path)
    assert every >= opening + 8
    for at in range(1, every + 1):
        path = tmp_path / str(at) / "jurnal.db"
        recorder, time = ReportRecorder(), Time()
        faults = Faults(BROKEN, at)
        journal = begin(path, recorder, time, faults.connect)
        note_all(journal)
        time.advance(2)
        fails = at != opening  # the last statement of opening only tidies up
        assert len(recorder.troubles) == fails, at
        assert all("belum tersimpan" in trouble for trouble in recorder.troubles)
        assert journal.load("a").release.text == "Judul\nIsi"
        time.advance(3)
        assert recorder.mended == fails, at
        assert journal.is_safe
        assert journal.close()
        assert recorder.notices == []
        assert_all_is_there(path)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FULL, "ruang disk habis"),
        (READONLY, "tidak boleh ditulisi"),
        (BUSY, "dipakai jendela atau program lain"),
        (BROKEN, "disk menolak"),
        (OSError(28, "No space left on device"), "ruang disk habis"),
        (PermissionError(13, "Permission denied"), "tidak boleh ditulisi"),
        (MemoryError(), "tidak dapat ditulis"),
    ],
)
def test_a_trouble_that_lasts_is_told_again_until_it_is_mended(
    error: Exception, said: str, path: Path, recorder: ReportRecorder, time: Time
) -> None:
    faults = Faults(error, at=10**9, lasting=True)
    journal = begin(path, recorder, time, faults.connect)
    faults.at = faults.count + 1
    journal.note("a", release("satu"))
    time.advance(1)
    assert len(recorder.troubles) == 1
    assert said in recorder.troubles[0]
    for number in range(29):
        journal.note("a", release(str(number)))
        time.advance(3)
    assert len(recorder.troubles) == 3
    assert not journal.flush()
    assert not journal.is_safe
    assert journal.load("a").release == release("28")
    assert journal.last_saved("a") is None
    faults.mend()
    time.advance(3)
    assert recorder.mended == 1
    assert journal.is_safe
    assert recorder.saved == ["a"]
    assert journal.close()


def test_an_old_failed_state_never_covers_a_newer_one(
    path: Path, recorder: ReportRecorder, time: Time
) -> None:
    faults = Faults(FULL, lasting=True)
    journal = begin(path, recorder, time, faults.connect)
    faults.at = faults.count + 1
    journal.note("a", release("lama"))
    journal.note("b", release("tetap"))
    journal.remove("c")
    time.advance(2)
    journal.note("a", release("baru"))
    faults.mend()
    time.advance(3)
    assert journal.close()
    again = begin(path, recorder)
    assert again.load("a").release == release("baru")
    assert again.load("b").release == release("tetap")
    again.close()


def test_a_journal_that_cannot_be_closed_says_so(
    path: Path, recorder: ReportRecorder, time: Time
) -> None:
    faults = Faults(FULL, lasting=True)
    journal = begin(path, recorder, time, faults.connect)
    faults.at = faults.count + 1
    journal.note("a", release())
    assert not journal.close()


@pytest.mark.parametrize(
    "noise",
    [
        random.Random(5).randbytes(5000),  # noqa: S311
        b"bukan jurnal",
        b"SQLite format 3\x00" + bytes(4080),
        bytes(9000),
    ],
    ids=["noise", "text", "header", "zeros"],
)
def test_a_journal_of_noise_is_kept_aside_and_a_new_one_begun(
    noise: bytes, path: Path, recorder: ReportRecorder
) -> None:
    path.parent.mkdir()
    path.write_bytes(noise)
    journal = begin(path, recorder)
    assert recorder.troubles == []
    assert len(recorder.notices) == 1
    assert "rusak" in recorder.notices[0]
    journal.note("a", release())
    assert journal.close()
    (aside,) = path.parent.glob("jurnal-rusak-*.db")
    assert aside.read_bytes() == noise
    assert str(aside) in recorder.notices[0]


def filled(path: Path, count: int = 40) -> None:
    journal = begin(path, ReportRecorder())
    for number in range(count):
        journal.note(str(number), release(f"naskah {number} " + "kata " * 400))
    journal.set_open([str(number) for number in range(count)])
    assert journal.close()


def test_a_truncated_journal_is_kept_aside_and_what_can_be_read_is_taken_over(
    path: Path, recorder: ReportRecorder
) -> None:
    filled(path)
    size = path.stat().st_size
    os.truncate(path, size * 6 // 10 + 123)
    journal = begin(path, recorder)
    assert len(recorder.notices) == 1
    saved = journal.entries()
    assert f"{len(saved)} naskah terselamatkan" in recorder.notices[0]
    assert len(saved) >= 15
    for entry in saved:
        assert journal.load(entry.key).release.body.startswith(f"naskah {entry.key} ")
    assert journal.close()


def test_a_journal_with_a_broken_page_is_kept_aside(path: Path, recorder: ReportRecorder) -> None:
    filled(path)
    data = bytearray(path.read_bytes())
    for page in range(3, 9):
        data[page * 4096 : page * 4096 + 100] = os.urandom(100)
    path.write_bytes(data)
    journal = begin(path, recorder)
    assert len(recorder.notices) == 1
    assert len(journal.entries()) >= 10
    assert journal.close()


def break_in_half(path: Path) -> None:
    """Overwrite pages of an open journal behind its back."""
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))


def test_damage_met_while_working_costs_nothing_that_is_open(path: Path, time: Time) -> None:
    recorder = ReportRecorder()
    filled(path, 3)
    journal = begin(path, recorder, time)
    journal.note("0", release("dibuka"))
    journal.note("baru", release("baru"))
    journal.set_open(["0", "baru"], "baru")
    time.advance(2)
    if sys.platform != "win32":  # where nobody can remove it meanwhile
        os.remove(f"{path}-wal")
    break_in_half(path)
    journal.note("baru", release("lanjut"))
    time.advance(2)
    time.advance(3)
    assert journal.close()
    again = begin(path, recorder)
    assert again.load("0").release == release("dibuka")
    assert again.load("baru").release == release("lanjut")
    assert [e.key for e in sorted(again.entries(), key=lambda e: e.order or 0) if e.is_open] == [
        "0",
        "baru",
    ]
    again.close()
    assert len(recorder.notices) == 1


def test_damage_met_while_reading_is_mended_too(path: Path, recorder: ReportRecorder) -> None:
    filled(path, 3)
    journal = begin(path, recorder)
    journal.note("baru", release("baru"))
    journal.set_open(["baru"])
    assert journal.flush()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    break_in_half(path)
    with pytest.raises(ReadError):
        journal.load("2")
    assert len(recorder.notices) == 1
    assert [e.key for e in journal.entries()] == ["baru"]
    assert journal.load("baru").release == release("baru")
    assert journal.close()


def test_listing_the_releases_opens_no_file(path: Path, time: Time) -> None:
    filled(path, 3)
    opened: list[str] = []

    def counting(address: str) -> sqlite3.Connection:
        opened.append(address)
        return connect(address)

    journal = begin(path, ReportRecorder(), time, counting)
    journal.note("a", release("baru"))
    journal.note("0", release("lain"))
    journal.set_open(["a"], "a")
    journal.remove("1")
    time.advance(2)
    journal.set_open([])
    time.advance(2)
    opened.clear()
    entries, removed = journal.entries(), journal.removed()
    assert {e.key: e.opening.split()[0] for e in entries} == {
        "a": "baru",
        "0": "lain",
        "2": "naskah",
    }
    assert [e.key for e in removed] == ["1"]
    assert opened == []
    assert journal.close()
    again = begin(path, ReportRecorder(), time)
    assert (again.entries(), again.removed()) == (entries, removed)
    again.close()


def test_a_journal_that_cannot_be_read_at_first_is_listed_later(path: Path, time: Time) -> None:
    filled(path, 2)
    is_refused = True

    def refusing(address: str) -> sqlite3.Connection:
        if is_refused:
            raise BROKEN
        return connect(address)

    recorder = ReportRecorder()
    journal = begin(path, recorder, time, refusing)
    journal.note("a", release())
    assert [e.key for e in journal.entries()] == ["a"]
    is_refused = False
    time.advance(3)
    assert recorder.mended == 1
    assert {e.key for e in journal.entries()} == {"a", "0", "1"}
    assert journal.close()


def test_the_list_says_since_when_a_release_says_what_it_does(path: Path, time: Time) -> None:
    filled(path, 1)
    journal = begin(path, ReportRecorder(), time)
    (before,) = journal.entries()
    time.seconds += 1e9
    same = journal.load("0").release
    journal.note("0", same)
    time.advance(2)
    assert [e.changed for e in journal.entries()] == [before.changed]
    assert journal.close()


@pytest.mark.posix("an open file cannot be deleted")
def test_a_journal_that_is_deleted_under_our_hands_is_made_again(
    path: Path, recorder: ReportRecorder, time: Time
) -> None:
    journal = begin(path, recorder, time)
    journal.put_picture("d" * 64, b"gambar")
    journal.note("a", Release("Judul\nIsi", photos=(Photo("d" * 64, 0),)))
    journal.set_open(["a"], "a")
    time.advance(2)
    shutil.rmtree(path.parent)
    journal.note("b", release())
    time.advance(2)
    assert "terhapus" in recorder.notices[0]
    assert journal.close()
    again = begin(path, recorder)
    assert {e.key for e in again.entries()} == {"a", "b"}
    assert again.load("a").pictures == {"d" * 64: b"gambar"}
    again.close()


def test_a_later_versions_journal_is_read_and_never_written(path: Path, time: Time) -> None:
    filled(path, 1)
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    before = path.read_bytes()
    recorder = ReportRecorder()
    journal = begin(path, recorder, time)
    assert "versi yang lebih baru" in recorder.troubles[0]
    assert journal.load("0").release.headline == "Petani Panen"
    journal.note("a", release())
    time.advance(3)
    time.advance(30)
    assert len(recorder.troubles) == 2
    assert journal.load("a").release == release()
    assert not journal.close()
    assert path.read_bytes() == before


def test_another_programs_database_is_kept_aside_untouched(
    path: Path, recorder: ReportRecorder
) -> None:
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE film (judul TEXT)")
    db.close()
    before = path.read_bytes()
    journal = begin(path, recorder)
    assert journal.close()
    (aside,) = path.parent.glob("jurnal-rusak-*.db")
    db = sqlite3.connect(aside)
    assert db.execute("SELECT * FROM film").fetchall() == []
    db.close()
    assert len(before) <= aside.stat().st_size


def test_a_process_that_holds_the_journal_is_named_and_waited_for(
    path: Path, recorder: ReportRecorder, time: Time
) -> None:
    assert BUSY_SECONDS >= 2
    journal = begin(path, recorder, time, quick)
    other = connect(str(path))
    other.execute("BEGIN IMMEDIATE")
    journal.note("a", release())
    time.advance(2)
    assert "dipakai jendela atau program lain" in recorder.troubles[0]
    other.execute("ROLLBACK")
    other.close()
    time.advance(3)
    assert recorder.mended == 1
    assert journal.close()


def quick(path: str) -> sqlite3.Connection:
    db = connect(path)
    db.execute("PRAGMA busy_timeout = 50")
    return db


def test_a_disk_that_is_really_full(tmp_path: Path, recorder: ReportRecorder, time: Time) -> None:
    with small_disk(tmp_path / "disk", "size=1m") as disk:
        journal = begin(disk / "jurnal.db", recorder, time)
        journal.note("a", release("awal"))
        time.advance(2)
        filler = disk / "penuh"
        with pytest.raises(OSError, match="space"):
            filler.write_bytes(bytes(2_000_000))
        journal.note("a", release("kata " * 100_000))
        time.advance(2)
        assert "ruang disk habis" in recorder.troubles[0]
        assert journal.load("a").release == release("kata " * 100_000)
        filler.unlink()
        journal.note("a", release("kata " * 10_000))
        time.advance(3)
        assert recorder.mended == 1
        assert journal.close()
        again = begin(disk / "jurnal.db", recorder)
        assert again.load("a").release == release("kata " * 10_000)
        again.close()
        assert recorder.notices == []


def test_a_journal_begins_on_a_disk_that_is_full_and_is_mended(
    tmp_path: Path, recorder: ReportRecorder, time: Time
) -> None:
    with small_disk(tmp_path / "disk", "size=1m") as disk:
        with pytest.raises(OSError, match="space"):
            (disk / "penuh").write_bytes(bytes(2_000_000))
        journal = begin(disk / "jurnal.db", recorder, time)
        assert "ruang disk habis" in recorder.troubles[0]
        journal.note("a", release())
        assert journal.entries()[0].key == "a"
        (disk / "penuh").unlink()
        time.advance(3)
        assert journal.close()
        assert recorder.mended == 1


def test_a_folder_that_is_really_read_only(
    tmp_path: Path, recorder: ReportRecorder, time: Time
) -> None:
    with small_disk(tmp_path / "disk", "size=4m") as disk:
        filled(disk / "jurnal.db", 2)
        make_writable(disk, is_so=False)
        journal = begin(disk / "jurnal.db", recorder, time)
        assert "tidak boleh ditulisi" in recorder.troubles[0]
        assert len(journal.entries()) == 2
        assert journal.load("1").release.body.startswith("naskah 1 ")
        journal.note("a", release())
        time.advance(3)
        make_writable(disk, is_so=True)
        time.advance(3)
        assert recorder.mended == 1
        assert journal.close()


def test_a_read_only_folder_with_a_log_left_by_a_kill_is_read_whole(
    tmp_path: Path, recorder: ReportRecorder, time: Time
) -> None:
    with small_disk(tmp_path / "disk", "size=4m") as disk:
        live = begin(tmp_path / "hidup.db", ReportRecorder())
        live.note("a", release("dari log"))
        assert live.flush()
        shutil.copyfile(tmp_path / "hidup.db", disk / "jurnal.db")
        shutil.copyfile(tmp_path / "hidup.db-wal", disk / "jurnal.db-wal")
        live.close()
        make_writable(disk, is_so=False)
        journal = begin(disk / "jurnal.db", recorder, time)
        assert journal.load("a").release == release("dari log")
        journal.close()


@pytest.mark.posix("modes")
@pytest.mark.skipif(AS_ROOT, reason="needs a user whom modes hold back")
def test_a_folder_without_permission(path: Path, recorder: ReportRecorder, time: Time) -> None:
    path.parent.mkdir(mode=0o500)
    journal = begin(path, recorder, time)
    assert "tidak boleh ditulisi" in recorder.troubles[0]
    journal.note("a", release())
    path.parent.chmod(0o700)
    time.advance(3)
    assert journal.close()
