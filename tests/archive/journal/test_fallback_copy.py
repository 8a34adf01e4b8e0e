"""What a journal that cannot be written leaves elsewhere, and takes back at the next start."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from journal_kit import release
from small_disks import AS_ROOT

from bnews_desk.archive.journal.fallback_copy import FallbackCopy
from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.release_progress import Progress
from bnews_desk.archive.sqlite_connection import connect
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Photo

PICTURE = b"gambar"
DIGEST = sha256(PICTURE).hexdigest()


def refusing(address: str) -> sqlite3.Connection:
    """A disk that cannot be written."""
    if address.endswith("?mode=ro"):
        return connect(address)
    raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "profil" / "jurnal.db")


@pytest.fixture
def refuge_of(tmp_path: Path) -> Callable[[Journal], FallbackCopy]:
    (tmp_path / "rumah").mkdir()
    missing = tmp_path / "berkas"
    missing.write_bytes(b"bukan folder")
    return lambda journal: FallbackCopy(journal, ["", str(missing), str(tmp_path / "rumah")])


def left(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "rumah").iterdir())


def unwritable(path: str) -> Journal:
    return Journal(path, connect=refusing)


def test_everything_that_waits_comes_back(
    path: str, refuge_of: Callable[[Journal], FallbackCopy], tmp_path: Path
) -> None:
    text = release()._replace(photos=(Photo(DIGEST, 0),))
    journal = unwritable(path)
    journal.put_picture(DIGEST, PICTURE)
    journal.put_original(
        "a", "rilis.docx", b"asli", Receipt((ReceiptEntry("note", 1, 0, 1, (), ""),))
    )
    journal.note("a", text, 5, Progress(published="x"))
    journal.note("b", release("Lain"))
    journal.set_open(["b", "a"], "a")
    written = refuge_of(journal).write()
    assert Path(written).parent == left(tmp_path)[0]
    journal.close()
    again = Journal(path)
    said = refuge_of(again).restore_into_journal()
    assert said[0].startswith("2 naskah yang belum masuk jurnal saat jendela ditutup")
    noted = again.load("a")
    assert (noted.release, noted.caret, noted.progress) == (text, 5, Progress(published="x"))
    assert noted.pictures == {DIGEST: PICTURE}
    assert again.original("a").data == b"asli"
    open_now = sorted((e for e in again.entries() if e.is_open), key=lambda e: e.order)
    assert [(e.key, e.is_current) for e in open_now] == [("b", False), ("a", True)]
    assert left(tmp_path) == []
    assert again.close()
    once_more = Journal(path)
    assert refuge_of(once_more).restore_into_journal() == ()
    once_more.close()


def test_what_the_journal_has_in_a_newer_state_stays(
    path: str, refuge_of: Callable[[Journal], FallbackCopy]
) -> None:
    journal = Journal(path, clock=lambda: 100.0, connect=refusing)
    journal.note("a", release("Lama"))
    assert refuge_of(journal).write()
    journal.close()
    newer = Journal(path, clock=lambda: 200.0)
    newer.note("a", release("Baru"))
    assert newer.flush()
    assert refuge_of(newer).restore_into_journal() == ()
    assert newer.load("a").release == release("Baru")
    newer.close()


def test_left_again_while_the_journal_still_fails_it_is_the_newest_state(
    path: str, refuge_of: Callable[[Journal], FallbackCopy]
) -> None:
    for words in ("Satu", "Dua", "Tiga"):
        journal = unwritable(path)
        refuge_of(journal).restore_into_journal()
        journal.note("a", release(words))
        assert refuge_of(journal).write()
        journal.close()
    again = Journal(path)
    refuge_of(again).restore_into_journal()
    assert again.load("a").release == release("Tiga")
    again.close()


def test_another_desks_releases_are_left_alone(
    path: str, refuge_of: Callable[[Journal], FallbackCopy], tmp_path: Path
) -> None:
    journal = unwritable(path)
    journal.note("a", release())
    assert refuge_of(journal).write()
    journal.close()
    other = Journal(str(tmp_path / "lain" / "jurnal.db"))
    assert refuge_of(other).restore_into_journal() == ()
    assert other.entries() == []
    other.close()


def test_without_any_folder_that_takes_it_nothing_is_promised(path: str, tmp_path: Path) -> None:
    journal = unwritable(path)
    journal.note("a", release())
    blocked = tmp_path / "berkas"
    blocked.write_bytes(b"bukan folder")
    assert FallbackCopy(journal, [str(blocked)]).write() == ""
    journal.close()


def as_link(place: Path, elsewhere: Path) -> None:
    place.symlink_to(elsewhere, target_is_directory=True)


def as_open_folder(place: Path, elsewhere: Path) -> None:
    elsewhere.rename(place)
    place.chmod(0o777)


def as_anothers_folder(place: Path, elsewhere: Path) -> None:
    if not AS_ROOT:
        pytest.skip("only root can give a folder away")
    elsewhere.rename(place)
    os.chown(place, 12345, -1)


@pytest.mark.posix("nobody else writes into a user's folder for temporary files on Windows")
@pytest.mark.parametrize("put", [as_link, as_open_folder, as_anothers_folder])
def test_what_others_can_put_at_the_name_is_not_used(
    path: str,
    refuge_of: Callable[[Journal], FallbackCopy],
    tmp_path: Path,
    put: Callable[[Path, Path], None],
) -> None:
    journal = unwritable(path)
    journal.note("a", release())
    written = Path(refuge_of(journal).write())
    journal.close()
    elsewhere = written.parent.rename(tmp_path / "elsewhere")
    put(written.parent, elsewhere)
    again = Journal(path)
    assert refuge_of(again).restore_into_journal() == ()
    again.note("b", release())
    left_there = next(tmp_path.rglob("B-News*/jurnal.db"), elsewhere / "jurnal.db")
    before = left_there.read_bytes()
    assert refuge_of(again).write() == ""
    assert left_there.read_bytes() == before
    again.close()


def test_a_damaged_one_is_told_and_kept(
    path: str, refuge_of: Callable[[Journal], FallbackCopy], tmp_path: Path
) -> None:
    journal = unwritable(path)
    journal.note("a", release())
    written = Path(refuge_of(journal).write())
    journal.close()
    written.write_bytes(b"rusak" * 1000)
    again = Journal(path)
    (said,) = refuge_of(again).restore_into_journal()
    assert "bnews-desk rescue --journal" in said
    assert written.exists()
    again.close()
