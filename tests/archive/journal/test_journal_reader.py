"""What is read of a journal without opening it for work, whole or damaged."""

from __future__ import annotations

import os
import random
import shutil
import tracemalloc
from hashlib import sha256
from pathlib import Path

import pytest
from journal_kit import ReportRecorder, begin, release

from bnews_desk.archive.journal.journal_rescue import rescue_journal
from bnews_desk.archive.recovery.sqlite_carving import carve_rows
from bnews_desk.errors import ReadError
from bnews_desk.receipt import Receipt
from bnews_desk.release import Photo, Release

PICTURE = bytes(range(256)) * 300
DIGEST = sha256(PICTURE).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with short and long releases, a picture, and one removed."""
    path = tmp_path / "jurnal.db"
    journal = begin(path, ReportRecorder())
    journal.put_picture(DIGEST, PICTURE)
    for number in range(12):
        body = f"naskah {number} \ud800🎉 " + "kata " * (10 ** (number % 5))
        text = f"Judul {number}\n{body}"
        journal.note(str(number), Release(text, photos=(Photo(DIGEST, 0),)))
        journal.put_original(str(number), "a.docx", bytes(number * 999), Receipt())
    journal.remove("3")
    journal.set_open(["1", "2"], "2")
    journal.close()
    return path


def test_every_release_is_read_with_its_pictures(path: Path) -> None:
    found = rescue_journal(str(path))
    assert not found.is_damaged
    assert {one.key for one in found.releases} == {str(number) for number in range(12)}
    assert [one.key for one in found.releases if one.is_removed] == ["3"]
    assert all(one.pictures == {DIGEST: PICTURE} for one in found.releases)


def test_a_journal_in_use_is_read_too(path: Path) -> None:
    journal = begin(path, ReportRecorder())
    journal.note("baru", release())
    journal.flush()
    assert "baru" in {one.key for one in rescue_journal(str(path)).releases}
    journal.close()


def test_reading_page_by_page_finds_what_the_database_holds(path: Path) -> None:
    carved = carve_rows(str(path))
    whole = {one.key: one.release for one in rescue_journal(str(path)).releases}
    assert set(carved.releases) == set(whole)
    assert set(carved.pictures) == {DIGEST}
    assert len(carved.originals) == 12
    assert [(tab.key, tab.place, tab.is_current) for tab in carved.desk] == [
        ("1", 0, 0),
        ("2", 1, 1),
    ]


def test_what_only_the_log_holds_is_found_page_by_page(path: Path, tmp_path: Path) -> None:
    journal = begin(path, ReportRecorder())
    journal.note("baru", release("kata " * 5000))
    journal.note("1", release("lebih baru"))
    journal.flush()
    copy = tmp_path / "salinan.db"
    shutil.copyfile(path, copy)
    shutil.copyfile(f"{path}-wal", f"{copy}-wal")
    journal.close()
    with open(copy, "r+b") as file:
        file.write(os.urandom(4096))
    found = rescue_journal(str(copy))
    releases = {one.key: one.release for one in found.releases}
    assert releases["baru"] == release("kata " * 5000)
    assert releases["1"] == release("lebih baru")


def test_without_its_first_page_the_rest_is_read(path: Path) -> None:
    with open(path, "r+b") as file:
        file.write(os.urandom(4096))
    found = rescue_journal(str(path))
    assert found.is_damaged
    assert len(found.releases) == 12


@pytest.mark.parametrize("seed", range(8))
def test_damage_anywhere_never_gives_a_wrong_release(path: Path, seed: int) -> None:
    before = {one.key: one.release for one in rescue_journal(str(path)).releases}
    dice = random.Random(seed)  # noqa: S311
    data = bytearray(path.read_bytes())
    for _ in range(dice.randrange(1, 30)):
        at = dice.randrange(len(data))
        data[at : at + 50] = dice.randbytes(50)
    del data[len(data) - dice.randrange(len(data) // 2) :]
    path.write_bytes(data)
    carved = carve_rows(str(path))
    for one in rescue_journal(str(path)).releases:
        assert before[one.key] == one.release
        assert set(one.pictures.values()) <= {PICTURE}
    assert set(carved.releases) <= set(before)


NOISE = random.Random(5).randbytes(50_000)  # noqa: S311


@pytest.mark.parametrize(
    "data",
    [b"", b"x", NOISE[:100], NOISE, b"\x0d" * 9000],
    ids=["empty", "one", "short", "long", "pages"],
)
def test_noise_gives_nothing_and_no_failure(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "derau.db"
    path.write_bytes(data)
    assert rescue_journal(str(path)).releases == ()


@pytest.mark.parametrize("pages", [2_000, 50_000], ids=["of the file", "beyond it"])
def test_a_chain_of_pages_that_bites_its_tail_is_not_followed_round(
    pages: int, tmp_path: Path
) -> None:
    size, local = 4096, 489
    length = local + pages * (size - 4)
    varint = bytes(0x80 | length >> shift & 0x7F for shift in (28, 21, 14, 7))
    cell = varint + bytes([length & 0x7F, 1]) + bytes(local) + (3).to_bytes(4, "big")
    header = b"SQLite format 3\0" + size.to_bytes(2, "big")
    leaf = b"\x0d\0\0\0\x01" + bytes(3) + (2000).to_bytes(2, "big")
    overflow = (3).to_bytes(4, "big") + b"x" * (size - 4)
    path = tmp_path / "jurnal.db"
    first_pages = header.ljust(size, b"\0") + (leaf.ljust(2000, b"\0") + cell).ljust(size, b"\0")
    path.write_bytes(first_pages + overflow + bytes(9_000_000))
    assert copied(path) < 1_000_000


def copied(path: Path) -> int:
    """Most bytes held while a journal is carved, beyond the file itself."""
    tracemalloc.start()
    try:
        assert carve_rows(str(path)).releases == {}
        return tracemalloc.get_traced_memory()[1] - path.stat().st_size
    finally:
        tracemalloc.stop()


def test_a_journal_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="tidak ditemukan"):
        rescue_journal(str(tmp_path / "tidak-ada.db"))
