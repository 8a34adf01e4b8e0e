"""What is remembered of the watched folder's files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bnews_desk.gui.inbox import inbox_file_memory as memories
from bnews_desk.gui.inbox.inbox_file_memory import InboxFileMemory
from bnews_desk.gui.inbox.inbox_folder import InboxFolderFile


def file_of(path: Path) -> InboxFolderFile:
    found = path.stat()
    return InboxFolderFile(str(path), found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def test_decisions_and_digests_outlast_the_day(tmp_path: Path) -> None:
    store, rilis = str(tmp_path / "ingatan.json"), tmp_path / "rilis.txt"
    rilis.write_bytes(b"Isi rilis.")
    memory = InboxFileMemory(store)
    digest = memory.digest(file_of(rilis))
    assert digest == hashlib.sha256(b"Isi rilis.").hexdigest()
    memory.ignore([digest, "lain"])
    memory.heed(["lain", "tak dikenal"])
    memory.take(digest)
    memory.fail("rusak", "Berkas ini rusak.")
    memory.save()
    again = InboxFileMemory(store)
    assert again.knows(file_of(rilis))
    assert again.is_ignored(digest)
    assert not again.is_ignored("lain")
    assert again.is_done(file_of(rilis))
    assert again.failure("rusak") == "Berkas ini rusak."
    assert again.failure(digest) == ""


def test_what_came_in_is_done_where_it_lay_and_no_longer_a_failure(tmp_path: Path) -> None:
    rilis, copy = tmp_path / "rilis.txt", tmp_path / "salinan.txt"
    memory = InboxFileMemory(str(tmp_path / "ingatan.json"))
    rilis.write_bytes(b"Isi rilis.")
    digest = memory.digest(file_of(rilis))
    memory.fail(digest, "Berkas ini sedang dipakai.")
    memory.take(digest)
    copy.write_bytes(b"Isi rilis.")
    assert memory.is_done(file_of(rilis))
    assert not memory.is_done(file_of(copy))
    assert memory.failure(digest) == ""
    memory.finish(digest, str(copy))
    assert memory.is_done(file_of(copy))


def test_what_is_moved_keeps_what_was_done_and_what_is_copied_does_not(tmp_path: Path) -> None:
    store = str(tmp_path / "ingatan.json")
    rilis, moved = tmp_path / "rilis.txt", tmp_path / "selesai.txt"
    rilis.write_bytes(b"Isi rilis.")
    first = file_of(rilis)
    memory = InboxFileMemory(store)
    memory.take(memory.digest(first))
    memory.save()
    rilis.rename(moved)
    there = file_of(moved)._replace(arrived=first.arrived + 5)
    again = InboxFileMemory(store)
    again.miss([there])
    again.digest(there)
    assert again.is_done(there)
    assert again.since(there) == first.arrived
    again.keep_only([there])
    again.save()
    last = InboxFileMemory(store)
    assert last.since(there) == first.arrived
    copy = there._replace(path=str(tmp_path / "salinan.txt"))
    Path(copy.path).write_bytes(b"Isi rilis.")
    last.miss([there, copy])
    assert not last.is_done(copy)
    assert last.since(copy) == copy.arrived


def test_a_file_of_a_clock_that_is_ahead_came_when_it_was_seen_first(tmp_path: Path) -> None:
    rilis, store = tmp_path / "rilis.txt", str(tmp_path / "ingatan.json")
    rilis.write_bytes(b"Isi rilis.")
    ahead = file_of(rilis)._replace(arrived=500)
    memory = InboxFileMemory(store, lambda: 100)
    memory.digest(ahead)
    assert memory.since(ahead) == 100
    memory.save()
    assert InboxFileMemory(store, lambda: 200).since(ahead) == 100
    assert InboxFileMemory(str(tmp_path / "baru.json"), lambda: 600).since(ahead) == 500


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    rilis, memory = tmp_path / "rilis.txt", InboxFileMemory(str(tmp_path / "ingatan.json"))
    rilis.write_bytes(b"Isi rilis.")
    first = memory.digest(file_of(rilis))
    rilis.write_bytes(b"Isi rilis yang lain.")
    assert memory.digest(file_of(rilis)) != first
    memory.keep_only([file_of(rilis)])
    memory.save()
    assert (tmp_path / "ingatan.json").read_text().count("rilis.txt") == 1


def test_a_file_that_cannot_be_read_has_a_mark_of_its_own(tmp_path: Path) -> None:
    gone = InboxFolderFile(str(tmp_path / "hilang.txt"), 3, 17, 17)
    assert InboxFileMemory(str(tmp_path / "x.json")).digest(gone) == "3-17-hilang.txt"


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"{",
        b"[]",
        b'{"version": 9}',
        b'{"version": 2, "ignored": 3}',
        b'{"version": 2, "ignored": [], "done": [], "failed": 3}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, stored: bytes) -> None:
    path = tmp_path / "ingatan.json"
    path.write_bytes(stored)
    memory = InboxFileMemory(str(path))
    memory.ignore(["a"])
    memory.save()
    assert InboxFileMemory(str(path)).is_ignored("a")


def test_where_it_cannot_be_written_work_goes_on(tmp_path: Path) -> None:
    memory = InboxFileMemory(str(tmp_path / "tidak" / "ada" / "ingatan.json"))
    memory.ignore(["a"])
    memory.save()
    assert memory.is_ignored("a")


def test_the_oldest_decisions_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memories, "MOST", 3)
    memory = InboxFileMemory(str(tmp_path / "x.json"))
    memory.ignore("abcd")
    assert [memory.is_ignored(one) for one in "abcd"] == [False, True, True, True]
