"""The watched folder behind the window: what is new in it, with the archive's knowledge."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.repository.archive_errors import ArchiveError, UnusableArchiveError
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.inbox import inbox_folder as folders
from bnews_desk.gui.inbox import inbox_watch as inboxes
from bnews_desk.gui.inbox.inbox_file_memory import InboxFileMemory
from bnews_desk.gui.inbox.inbox_folder import InboxFolder, InboxFolderListing
from bnews_desk.gui.inbox.inbox_watch import InboxWatch
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release

PATIENCE_MS = 20_000


class Desk:
    """A folder, an archive, and what watches both."""

    def __init__(self, above: Path, qtbot: QtBot) -> None:
        self.folder = above / "masuk"
        self.folder.mkdir()
        self._above, self._qtbot = above, qtbot
        self.service = ArchiveService(self._open)
        self.inbox = self.new_inbox(str(self.folder))

    def _open(self) -> Archive:
        return open_archive(str(self._above / "arsip.db"), FrameReader(load_style_sheet(None)[0]))

    def new_inbox(self, folder: str) -> InboxWatch:
        return InboxWatch(
            folder, lambda: InboxFileMemory(str(self._above / "ingatan.json")), self.service
        )

    def put(self, name: str, data: bytes, age: float = 3600.0) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        moment = time.time() - age
        os.utime(path, (moment, moment))
        return path

    def begin(self) -> None:
        self.service.begin()
        self.wait(lambda: not self.inbox.is_reading)

    def wait(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def new(self) -> list[str]:
        return sorted(item.file.name for item in self.inbox.items if item.is_new)

    def end(self) -> None:
        self.inbox.shut_down()
        self.service.shut_down()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(folders, "QUIET_SECONDS", 0.2)
    for name, value in (("WAITING_MS", 60), ("STIR_MS", 20), ("ASK_AGAIN_MS", 50)):
        monkeypatch.setattr(inboxes, name, value)
    desk = Desk(tmp_path, qtbot)
    yield desk
    desk.end()


def put_in_place(path: Path, data: bytes) -> None:
    """Write another file of that name: the system tells of files that come, not of their bytes."""
    path.with_suffix(".baru").write_bytes(data)
    path.with_suffix(".baru").replace(path)


def test_new_files_are_told_and_known_ones_are_not(desk: Desk) -> None:
    desk.put("lama.txt", b"Sudah pernah masuk.")
    desk.put("baru.txt", b"Belum pernah masuk.")
    original = OriginalNote("surat.txt", b"Sudah pernah masuk.", Receipt(), time.time() + 5)
    desk.service.ask(lambda archive: archive.add("a", Release.of("Judul", ["Isi."]), original))
    desk.begin()
    assert desk.new() == ["baru.txt"]
    assert desk.inbox.count == 1
    (known,) = (item for item in desk.inbox.items if not item.is_new)
    assert (known.file.name, known.is_taken) == ("lama.txt", True)


def test_nothing_is_looked_at_before_the_window_rests(desk: Desk) -> None:
    desk.put("baru.txt", b"Isi.")
    assert desk.inbox.is_reading
    assert desk.inbox.items == ()
    assert not [t for t in threading.enumerate() if t.name == "bnews-kotak"]


def test_a_file_that_comes_is_seen_by_itself(desk: Desk) -> None:
    desk.begin()
    assert desk.inbox.count == 0
    desk.put("baru.txt", b"Isi.", age=0)
    desk.wait(lambda: desk.new() == ["baru.txt"])
    (desk.folder / "baru.txt").unlink()
    desk.wait(lambda: desk.inbox.count == 0)


def test_a_file_that_grows_is_told_when_it_is_whole(desk: Desk) -> None:
    desk.begin()
    path = desk.folder / "unduhan.txt"
    seen: list[int] = []
    desk.inbox.changed.connect(
        lambda: seen.extend(item.file.size for item in desk.inbox.items if item.is_new)
    )
    written: list[float] = []
    with path.open("wb", buffering=0) as file:
        for _ in range(10):
            file.write(b"bagian ")
            written.append(time.monotonic())
            desk.wait(lambda: time.monotonic() > written[-1] + 0.05)
    desk.wait(lambda: desk.inbox.count == 1)
    quiet = folders.QUIET_SECONDS * 0.9  # where the machine stood still, it was whole for a while
    rests = {7 * n for n, (a, b) in enumerate(pairwise(written), 1) if b - a > quiet}
    assert 70 in seen
    assert set(seen) - {70} <= rests


def test_an_ignored_file_is_not_told_again_and_may_come_back(desk: Desk) -> None:
    desk.put("iklan.txt", b"Bukan rilis.")
    desk.begin()
    digests = [item.digest for item in desk.inbox.items]
    desk.inbox.ignore(digests)
    assert desk.inbox.count == 0
    desk.inbox.shut_down()
    desk.inbox = desk.new_inbox(str(desk.folder))
    desk.inbox.look()
    desk.wait(lambda: not desk.inbox.is_reading)
    assert [item.is_ignored for item in desk.inbox.items] == [True]
    desk.inbox.heed(digests)
    desk.wait(lambda: desk.new() == ["iklan.txt"])


def test_what_comes_in_by_this_window_is_no_news_before_the_archive_knows(desk: Desk) -> None:
    desk.put("a.txt", b"Rilis satu.")
    desk.begin()
    desk.inbox.take(b"Rilis satu.")
    desk.wait(lambda: desk.inbox.count == 0)


def test_what_another_window_imports_is_no_news_here(desk: Desk) -> None:
    desk.put("a.txt", b"Rilis satu.")
    desk.begin()
    original = OriginalNote("a.txt", b"Rilis satu.", Receipt(), time.time() + 5)
    desk.service.ask(lambda archive: archive.add("a", Release.of("Judul", ["Isi."]), original))
    desk.wait(lambda: desk.inbox.count == 0)


@pytest.mark.wine("a_file_has_no_time_of_creation")
def test_what_came_in_long_ago_is_sent_anew(desk: Desk) -> None:
    original = OriginalNote("a.txt", b"Rilis satu.", Receipt(), time.time() - 3600)
    desk.service.ask(lambda archive: archive.add("a", Release.of("Judul", ["Isi."]), original))
    desk.put("salinan.txt", b"Rilis satu.", age=7200)  # a copy with its old time
    desk.begin()
    (again,) = desk.inbox.items
    assert (again.is_again, again.is_new, again.is_taken) == (True, False, False)
    assert again.origin is not None
    assert again.origin.summary.headline == "Judul"
    desk.inbox.finish(again)
    desk.wait(lambda: [item.is_taken for item in desk.inbox.items] == [True])


def test_another_text_under_the_same_name_is_news_and_another_name_is_not(desk: Desk) -> None:
    path = desk.put("a.txt", b"Rilis satu.")
    desk.begin()
    desk.inbox.take(b"Rilis satu.")
    desk.wait(lambda: desk.inbox.count == 0)
    put_in_place(path, b"Rilis dua.")
    desk.wait(lambda: desk.new() == ["a.txt"])
    path.rename(path.with_name("b.txt"))
    desk.wait(lambda: desk.new() == ["b.txt"])
    assert desk.inbox.count == 1


def test_a_file_that_goes_on_behind_what_came_in_is_offered_again(desk: Desk) -> None:
    path = desk.put("a.txt", b"Rilis satu. Paragraf")
    desk.put("b.txt", b"Rilis dua.")
    desk.begin()
    for taken in (b"Rilis satu. Paragraf", b"Rilis dua."):
        desk.inbox.take(taken)
    desk.wait(lambda: desk.inbox.count == 0)
    put_in_place(path, b"Rilis satu. Paragraf kedua.")
    put_in_place(path.with_name("b.txt"), b"Rilis lain yang lebih panjang.")
    desk.wait(lambda: desk.inbox.count == 2)
    grown = {item.file.name: item.has_grown for item in desk.inbox.items}
    assert grown == {"a.txt": True, "b.txt": False}
    desk.inbox.take(b"Rilis satu. Paragraf kedua.")
    desk.wait(lambda: desk.new() == ["b.txt"])


def test_what_was_moved_stays_in_its_place_and_what_is_of_tomorrow_is_not_always_first(
    desk: Desk,
) -> None:
    def shown() -> list[str]:
        return [item.file.name for item in desk.inbox.items]

    for name in ("a.txt", "b.txt"):
        desk.put(name, name.encode())
        time.sleep(0.02)  # a file's time goes in steps of some milliseconds
    desk.begin()
    assert shown() == ["b.txt", "a.txt"]
    (desk.folder / "selesai").mkdir()
    (desk.folder / "a.txt").rename(desk.folder / "selesai" / "a.txt")
    desk.wait(lambda: "selesai" in [item.place for item in desk.inbox.items])
    assert shown() == ["b.txt", "a.txt"]
    desk.put("besok.txt", b"Jam yang maju.", age=-86_400)
    desk.wait(lambda: shown() == ["besok.txt", "b.txt", "a.txt"])
    assert desk.inbox.items[0].since <= time.time_ns()
    desk.put("c.txt", b"Rilis berikutnya.", age=0)
    desk.wait(lambda: shown() == ["c.txt", "besok.txt", "b.txt", "a.txt"])


@pytest.mark.wine("a_file_has_no_time_of_creation")
def test_what_is_put_away_in_a_subfolder_is_no_news(desk: Desk) -> None:
    path = desk.put("a.txt", b"Rilis satu.")
    desk.begin()
    original = OriginalNote("a.txt", b"Rilis satu.", Receipt(), time.time())
    desk.service.ask(lambda archive: archive.add("a", Release.of("Judul", ["Isi."]), original))
    desk.wait(lambda: [item.is_taken for item in desk.inbox.items] == [True])
    done = desk.folder / "selesai"
    done.mkdir()
    path.rename(done / "a.txt")
    desk.wait(lambda: [item.place for item in desk.inbox.items] == ["selesai"])
    assert [item.is_taken for item in desk.inbox.items] == [True]
    desk.put("a.txt", b"Rilis satu.")
    desk.wait(lambda: [item.is_again for item in desk.inbox.items] == [True, False])


def test_a_failure_is_told_until_the_file_is_another_or_has_come_in(desk: Desk) -> None:
    path = desk.put("a.txt", b"Rilis satu.")
    desk.begin()

    def failures() -> list[str]:
        return [item.failure for item in desk.inbox.items]

    desk.inbox.fail(str(path), "Berkas ini rusak.")
    assert failures() == ["Berkas ini rusak."]
    desk.inbox.look()
    desk.wait(lambda: failures() == ["Berkas ini rusak."])
    put_in_place(path, b"Rilis dua.")
    desk.wait(lambda: failures() == [""])
    put_in_place(path, b"Rilis satu.")
    desk.wait(lambda: failures() == ["Berkas ini rusak."])
    desk.inbox.take(b"Rilis satu.")
    desk.wait(lambda: failures() == [""])


def test_without_an_archive_files_are_told_all_the_same(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_desk: Desk) -> Archive:
        raise UnusableArchiveError("Arsip tidak terbuka.")

    monkeypatch.setattr(Desk, "_open", refuse)
    desk = Desk(tmp_path, qtbot)
    desk.put("a.txt", b"Rilis satu.")
    desk.begin()
    assert desk.new() == ["a.txt"]
    assert issubclass(UnusableArchiveError, ArchiveError)
    desk.end()


def test_a_folder_that_goes_is_told_and_comes_back_by_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inboxes, "POLL_MS", 60)
    desk.put("a.txt", b"Rilis satu.")
    desk.begin()
    away = desk.folder.rename(desk.folder.with_name("dicabut"))
    desk.wait(lambda: "tidak ditemukan" in desk.inbox.trouble)
    away.rename(desk.folder)
    desk.wait(lambda: not desk.inbox.trouble and desk.new() == ["a.txt"])


def test_a_folder_that_does_not_answer_is_told_and_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()

    def hang(_folder: InboxFolder) -> InboxFolderListing:
        answers.wait(10)
        return InboxFolderListing(())

    monkeypatch.setattr(InboxFolder, "look", hang)
    desk.inbox.set_folder("")
    desk.inbox._patience.setInterval(50)
    desk.inbox.set_folder(str(desk.folder))
    desk.wait(lambda: "belum menjawab" in desk.inbox.trouble)
    answers.set()
    desk.wait(lambda: desk.inbox.trouble == "")


def test_another_folder_is_another_list(desk: Desk, tmp_path: Path) -> None:
    desk.put("a.txt", b"Rilis satu.")
    desk.begin()
    desk.inbox.set_folder(str(tmp_path / "lain"))
    assert desk.inbox.items == ()
    desk.wait(lambda: bool(desk.inbox.trouble))
    desk.inbox.set_folder("")
    assert (desk.inbox.count, desk.inbox.trouble, desk.inbox.is_reading) == (0, "", False)


def test_thousands_of_files_are_read_piece_by_piece(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inboxes, "PIECE", 50)
    for number in range(500):
        desk.put(f"{number}.txt", f"Rilis {number}.".encode())
    counts: list[int] = []
    desk.inbox.changed.connect(lambda: counts.append(desk.inbox.count))
    desk.begin()
    desk.wait(lambda: desk.inbox.count == 500)
    assert len(set(counts)) > 3
