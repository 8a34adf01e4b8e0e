"""What the journal promises on a good day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from journal_kit import NOON, ReportRecorder, Time, begin, release
from test_journal_format import RELEASES

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.journal.journal_store import KEPT_SECONDS
from bnews_desk.errors import ReadError
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Photo, Release

PICTURE = b"GIF89a\x00\xff gambar"
DIGEST = sha256(PICTURE).hexdigest()
RECEIPT = Receipt((ReceiptEntry("footnote", 2, 1, 1, ("kaki 🎉",), "Satu catatan kaki."),))


@pytest.fixture
def journal(path: Path, recorder: ReportRecorder, time: Time) -> Iterator[Journal]:
    journal = begin(path, recorder, time)
    yield journal
    journal.close()
    assert recorder.troubles == []


def contents(path: Path) -> dict[str, bytes]:
    """What a stranger reads in the file."""
    db = sqlite3.connect(path)
    try:
        return dict(db.execute("SELECT key, content FROM release"))
    finally:
        db.close()


def test_a_note_is_in_the_file_within_two_seconds(
    journal: Journal, path: Path, time: Time, recorder: ReportRecorder
) -> None:
    journal.note("a", release("Panen"), 7)
    assert contents(path) == {}
    assert journal.last_saved("a") is None
    assert not journal.is_safe
    time.advance(1.9)
    assert b"Panen" in contents(path)["a"]
    assert journal.last_saved("a") == NOON + 1.9
    assert recorder.saved == ["a"]
    assert journal.is_safe


def test_typing_without_a_pause_is_written_all_the_same(
    journal: Journal, path: Path, time: Time
) -> None:
    for second in range(100):
        journal.note("a", release(f"huruf {second}"))
        time.advance(0.1)
        if second > 20:
            kept = contents(path)["a"].decode()
            newest = int(kept.partition("huruf ")[2].partition("\\")[0].partition('"')[0])
            assert second - newest < 20


def test_many_notes_are_one_write(journal: Journal, time: Time, recorder: ReportRecorder) -> None:
    for number in range(200):
        journal.note("a", release(str(number)))
    time.advance(2)
    assert recorder.saved == ["a"]
    assert journal.load("a").release == release("199")


def test_what_is_noted_is_loaded_before_it_is_written(journal: Journal) -> None:
    journal.note("a", release(), 5)
    journal.put_original("a", "rilis.docx", b"PK", RECEIPT)
    noted = journal.load("a")
    assert noted.release == release()
    assert noted.caret == 5
    assert noted.receipt == RECEIPT
    assert [e.headline for e in journal.entries()] == ["Petani Panen"]


def test_everything_is_there_when_the_journal_is_opened_again(
    path: Path, recorder: ReportRecorder
) -> None:
    photographed = Release.of("Judul", ("Isi 🎉 \ud800",), ())
    photographed = Release(photographed.text, photos=(Photo(DIGEST, 1, "a.gif", "Panen"),))
    first = begin(path, recorder)
    first.put_picture(DIGEST, PICTURE)
    first.put_original("a", "rilis \udcff.docx", b"\x00PK", RECEIPT)
    first.note("a", photographed, 9)
    first.note("b", release(), 3)
    first.set_open(["b", "a"], "a")
    assert first.close()
    second = begin(path, recorder)
    noted = second.load("a")
    assert (noted.release, noted.caret) == (photographed, 9)
    assert noted.pictures == {DIGEST: PICTURE}
    assert noted.receipt == RECEIPT
    original = second.original("a")
    assert original is not None
    assert (original.name, original.data) == ("rilis \udcff.docx", b"\x00PK")
    open_ones = {e.key: (e.order, e.is_current) for e in second.entries() if e.is_open}
    assert open_ones == {"b": (0, False), "a": (1, True)}
    assert second.picture("0" * 64) is None
    assert second.original("b") is None
    second.close()
    assert recorder.troubles == recorder.notices == []


def test_entries_stand_last_changed_first_and_a_moved_caret_is_no_change(
    journal: Journal, time: Time
) -> None:
    journal.note("a", release("satu"))
    time.advance(10)
    journal.note("b", release("dua", ""))
    time.advance(10)
    journal.note("a", release("satu"), 4)
    time.advance(10)
    journal.flush()
    assert [(e.key, e.headline, e.caret) for e in journal.entries()] == [
        ("b", "", 0),
        ("a", "Petani Panen", 4),
    ]
    assert journal.entries()[1].changed == NOON
    assert journal.entries()[0].opening == "dua Hasilnya disimpan di lumbung desa."
    assert not journal.entries()[0].is_open


def test_a_caret_behind_the_text_is_brought_back(journal: Journal) -> None:
    journal.note("a", Release("ab\n"), 99)
    assert journal.load("a").caret == 3


def test_a_removed_release_is_kept_thirty_days_and_can_come_back(
    path: Path, recorder: ReportRecorder, time: Time
) -> None:
    journal = begin(path, recorder, time)
    journal.note("a", release())
    journal.remove("a")
    assert journal.entries() == []
    time.advance(2)
    assert journal.entries() == []
    assert [e.key for e in journal.removed()] == ["a"]
    journal.close()
    time.seconds = KEPT_SECONDS - 60
    journal = begin(path, recorder, time)
    assert journal.load("a").release == release()
    journal.restore("a")
    journal.flush()
    assert [e.key for e in journal.entries()] == ["a"]
    journal.remove("a")
    journal.note("a", release("lagi"))
    journal.flush()
    assert [e.key for e in journal.entries()] == ["a"]
    journal.close()


def test_after_thirty_days_it_goes_with_its_pictures_and_no_other(
    path: Path, recorder: ReportRecorder, time: Time
) -> None:
    journal = begin(path, recorder, time)
    journal.put_picture(DIGEST, PICTURE)
    journal.put_picture("f" * 64, b"milik b")
    journal.note("a", Release("\n", photos=(Photo(DIGEST, 0),)))
    journal.note("b", Release("\n", photos=(Photo("f" * 64, 0),)))
    journal.put_original("a", "a.docx", b"PK", Receipt())
    journal.remove("a")
    journal.close()
    time.seconds = KEPT_SECONDS + 60
    journal = begin(path, recorder, time)
    assert journal.removed() == []
    assert [e.key for e in journal.entries()] == ["b"]
    assert journal.picture(DIGEST) is None
    assert journal.picture("f" * 64) == b"milik b"
    assert journal.original("a") is None
    journal.close()


def test_a_release_that_there_is_not_is_told(journal: Journal) -> None:
    with pytest.raises(ReadError) as caught:
        journal.load("x")
    assert caught.value.kind == "missing"


def test_a_callback_that_fails_does_not_end_the_writing(path: Path, time: Time) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("sudah ditutup")

    journal = Journal(str(path), time.clock, fail, on_saved=fail, pace=time)
    journal.note("a", release("satu"))
    time.advance(2)
    journal.note("a", release("dua"))
    time.advance(2)
    assert b"dua" in contents(path)["a"]
    assert journal.close()


def test_threads_may_note_at_once(journal: Journal) -> None:
    def type_in(key: str) -> None:
        for number in range(100):
            journal.note(key, release(f"{key} {number}"))

    threads = [Thread(target=type_in, args=(key,)) for key in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.flush()
    assert {e.key: journal.load(e.key).release for e in journal.entries()} == {
        key: release(f"{key} 99") for key in "abcd"
    }


def test_two_journals_on_one_file_keep_what_both_note(path: Path) -> None:
    recorder = ReportRecorder()
    one, two = begin(path, recorder), begin(path, recorder)
    for number in range(20):
        one.note("a", release(f"satu {number}"))
        two.note("b", release(f"dua {number}"))
        assert one.flush()
        assert two.flush()
    assert one.close()
    assert two.close()
    third = begin(path, recorder)
    assert {e.key for e in third.entries()} == {"a", "b"}
    assert third.load("b").release == release("dua 19")
    third.close()
    assert recorder.troubles == recorder.notices == []


def test_closed_releases_are_not_held_in_memory(journal: Journal, time: Time) -> None:
    for number in range(50):
        journal.put_picture(DIGEST, PICTURE)
        journal.note(str(number), Release(f"{number}\n", photos=(Photo(DIGEST, 0),)))
        journal.set_open([str(number)], str(number))
        time.advance(2)
    journal.set_open([])
    time.advance(2)
    assert not journal._held.notes
    assert not journal._held.pictures
    assert len(journal.entries()) == 50


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RELEASES)
def test_any_release_comes_back_from_the_file(
    tmp_path_factory: pytest.TempPathFactory, any_release: Release
) -> None:
    path = tmp_path_factory.mktemp("jurnal") / "jurnal.db"
    first = begin(path, ReportRecorder())
    first.note("a", any_release)
    assert first.close()
    second = begin(path, ReportRecorder())
    assert second.load("a").release == any_release
    assert second.entries()[0].headline == any_release.headline
    second.close()


def test_threads_that_wait_for_the_file_at_once_do_not_keep_it_from_being_written(
    journal: Journal,
) -> None:
    results: list[bool] = []
    for number in range(100):
        journal.note("a", release(f"Panen {number}"), number)
        threads = [Thread(target=lambda: results.append(journal.flush())) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert results == [True] * 300
