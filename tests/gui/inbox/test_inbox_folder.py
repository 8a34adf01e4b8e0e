"""What of a watched folder is shown, and when."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from bnews_desk.gui.inbox import inbox_folder as folders
from bnews_desk.gui.inbox.inbox_folder import QUIET_SECONDS, InboxFolder, InboxFolderError


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def names(folder: InboxFolder) -> list[str]:
    return [file.name for file in folder.look().files]


def put(path: Path, data: bytes = b"Isi rilis.", age: float = 3600.0) -> Path:
    path.write_bytes(data)
    moment = time.time() - age
    os.utime(path, (moment, moment))
    return path


def test_copy_is_shown_and_nothing_else(tmp_path: Path, clock: Clock) -> None:
    put(tmp_path / "rilis.docx", age=7200)
    put(tmp_path / "SURAT.TXT", age=3600)
    for name in (".tersembunyi.txt", "~$rilis.docx", "foto.jpg", "unduhan.docx.part", "arsip.zip"):
        put(tmp_path / name)
    put(tmp_path / "kosong.txt", b"")
    (tmp_path / "map.txt").mkdir()
    assert names(InboxFolder(str(tmp_path), clock)) == ["SURAT.TXT", "rilis.docx"]


def test_an_empty_file_of_tomorrow_is_not_waited_for(tmp_path: Path, clock: Clock) -> None:
    put(tmp_path / "kosong.txt", b"", age=-86_400)
    assert InboxFolder(str(tmp_path), clock).look().waiting == 0


def test_a_file_waits_until_nobody_writes_to_it(tmp_path: Path, clock: Clock) -> None:
    folder = InboxFolder(str(tmp_path), clock)
    assert folder.look() == ((), 0, 0, (str(tmp_path),))
    path = put(tmp_path / "rilis.txt", b"Isi", age=0)
    assert (names(folder), folder.look().waiting) == ([], 1)
    clock.now += QUIET_SECONDS - 0.1
    put(path, b"Isi yang lebih panjang", age=0)
    assert names(folder) == []
    clock.now += QUIET_SECONDS
    assert names(folder) == ["rilis.txt"]
    assert not folder.look().waiting


def test_what_was_there_long_before_is_whole_at_once_and_what_came_just_now_is_not(
    tmp_path: Path, clock: Clock
) -> None:
    put(tmp_path / "lama.txt")
    put(tmp_path / "baru.txt", age=1)
    folder = InboxFolder(str(tmp_path), clock)
    assert names(folder) == ["lama.txt"]
    put(tmp_path / "lama-disalin.txt")  # a copy with its old time, perhaps not whole
    assert names(folder) == ["lama.txt"]


@pytest.mark.parametrize("uptime", [10.1, 1_000.1, 5_000.1, 60_000.1, 1_000_000.1, 10_000_000.1])
def test_what_was_there_long_before_is_whole_however_long_the_computer_is_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uptime: float
) -> None:
    monkeypatch.setattr(folders, "QUIET_SECONDS", 0.2)  # which no difference of floats need be
    put(tmp_path / "lama.txt")
    assert names(InboxFolder(str(tmp_path), lambda: uptime)) == ["lama.txt"]


def test_folders_in_it_are_looked_into_but_not_for_ever(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path
    for depth, name in enumerate(("Kominfo", "Senin", "Pagi", "Dalam"), start=1):
        place = place / name
        place.mkdir()
        put(place / f"{depth}.txt")
    put(tmp_path / "Kominfo" / "berita.html")
    for hidden in (".git", "Kominfo/berita_files", "Kominfo/berita_berkas"):
        (tmp_path / hidden).mkdir()
        put(tmp_path / hidden / "iklan.html")
    found = names(InboxFolder(str(tmp_path), clock))
    assert sorted(found) == ["1.txt", "2.txt", "3.txt", "berita.html"]
    look = InboxFolder(str(tmp_path), clock).look()
    assert look.folders[:2] == (str(tmp_path), str(tmp_path / "Kominfo"))
    monkeypatch.setattr(folders, "MAX_FOLDERS", 2)
    assert sorted(names(InboxFolder(str(tmp_path), clock))) == ["1.txt", "berita.html"]


def test_what_is_moved_is_whole_at_once(tmp_path: Path, clock: Clock) -> None:
    path = put(tmp_path / "rilis.txt")
    folder = InboxFolder(str(tmp_path), clock)
    assert names(folder) == ["rilis.txt"]
    path.rename(tmp_path / "rilis kominfo.txt")
    assert names(folder) == ["rilis kominfo.txt"]


def test_an_empty_file_is_waited_for_only_as_long_as_it_may_grow(
    tmp_path: Path, clock: Clock
) -> None:
    put(tmp_path / "kosong.txt", b"", age=0)
    assert InboxFolder(str(tmp_path), clock).look().waiting == 1
    later = InboxFolder(str(tmp_path), clock, lambda: time.time() + folders.OLD_SECONDS + 1)
    assert later.look() == ((), 0, 0, (str(tmp_path),))


@pytest.mark.posix("no pipe lies in a folder there")
def test_links_out_of_the_folder_and_pipes_are_no_files_of_it(tmp_path: Path, clock: Clock) -> None:
    inside, outside = tmp_path / "masuk", tmp_path / "masuk-lain"
    inside.mkdir()
    outside.mkdir()
    put(outside / "rahasia.txt")
    put(inside / "rilis.txt")
    (inside / "luar.txt").symlink_to(outside / "rahasia.txt")
    (inside / "putus.txt").symlink_to(inside / "tidak-ada.txt")
    (inside / "sama.txt").symlink_to(inside / "rilis.txt")
    os.mkfifo(inside / "pipa.txt")
    assert sorted(names(InboxFolder(str(inside), clock))) == ["rilis.txt", "sama.txt"]


def test_a_folder_that_is_gone_is_said_in_one_sentence(tmp_path: Path) -> None:
    folder = InboxFolder(str(tmp_path / "jaringan"))
    with pytest.raises(InboxFolderError, match="sambungkan lagi"):
        folder.look()
    (tmp_path / "jaringan").mkdir()
    assert folder.look().files == ()
    put(tmp_path / "berkas.txt")
    with pytest.raises(InboxFolderError, match="tidak terjangkau"):
        InboxFolder(str(tmp_path / "berkas.txt")).look()


def test_a_folder_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folders.os, "scandir", refuse)
    with pytest.raises(InboxFolderError, match="tidak boleh dibaca"):
        InboxFolder(str(tmp_path)).look()


def test_of_too_many_the_newest_are_shown(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MAX_FILES", 3)
    for number in range(5):
        put(tmp_path / f"{number}.txt", age=3600 - 100 * number)
    look = InboxFolder(str(tmp_path), clock).look()
    assert [file.name for file in look.files] == ["4.txt", "3.txt", "2.txt"]
    assert look.more == 2


def test_ten_thousand_files_are_looked_at_fast(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"rilis-{number}.txt").touch()
    folder = InboxFolder(str(tmp_path))
    begun = time.process_time()
    assert folder.look().waiting
    assert time.process_time() - begun < 3.0  # 0.06 s on an idle machine
