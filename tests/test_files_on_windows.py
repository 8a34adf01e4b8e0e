"""Files that other programs hold, long paths and odd names, on Windows itself."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from open_file_holder import SHARE_ALL, SHARE_NOTHING, SHARE_READING, Holder, held_by_another
from unusual_paths import LONGEST_SHORT_PATH, PathsAsked

from bnews_desk import files
from bnews_desk.errors import ReadError, WriteError
from bnews_desk.files import (
    flush_to_disk,
    is_held_by_other_program,
    read_bytes,
    set_file_wait,
    system_path,
    write_atomically,
)
from bnews_desk.gui.imports.import_worker import importable_files_in

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="only Windows keeps open files")

OLD, NEW = b"naskah lama", b"naskah baru"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "berita „é市📰.docx"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def impatient() -> Iterator[None]:
    set_file_wait(0.05)
    yield
    set_file_wait(files.WAIT_SECONDS)


@pytest.fixture
def on_third_pause(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Callable[[], object]], list[float]]:
    """Does something as the program waits for the third time; the pauses are given."""

    def do(act: Callable[[], object]) -> list[float]:
        pauses: list[float] = []

        def sleep(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 3:
                act()

        monkeypatch.setattr(time, "sleep", sleep)
        return pauses

    return do


def test_a_file_that_is_held_for_a_moment_is_read(
    target: Path, on_third_pause: Callable[..., list[float]]
) -> None:
    with held_by_another(str(target)) as holder:
        pauses = on_third_pause(holder.let_go)
        assert read_bytes(str(target), 100) == OLD
        assert len(pauses) == 3
        assert pauses == sorted(pauses)


@pytest.mark.parametrize("share", [SHARE_NOTHING, SHARE_READING])
def test_a_file_that_is_held_for_a_moment_is_replaced(
    share: int, target: Path, on_third_pause: Callable[..., list[float]]
) -> None:
    with held_by_another(str(target), share) as holder:
        on_third_pause(holder.let_go)
        write_atomically(str(target), NEW)
    assert target.read_bytes() == NEW
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_scanner_that_holds_what_was_just_written_is_waited_for(
    overwrite: bool,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    on_third_pause: Callable[..., list[float]],
) -> None:
    scanners: list[Holder] = []
    fill = files._fill

    def let_go() -> None:
        scanners[0].let_go()

    def scanned(descriptor: int, data: bytes) -> None:
        fill(descriptor, data)
        (name,) = (name for name in os.listdir(target.parent) if name.endswith(".tmp"))
        scanners.append(Holder(str(target.parent / name), SHARE_READING))

    monkeypatch.setattr(files, "_fill", scanned)
    pauses = on_third_pause(let_go)
    path = target if overwrite else target.parent / "baru.docx"
    try:
        write_atomically(str(path), NEW, overwrite=overwrite)
    finally:
        scanners[0].end()
    assert len(pauses) == 3
    assert path.read_bytes() == NEW
    assert set(os.listdir(target.parent)) == {target.name, path.name}


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("share", [SHARE_NOTHING, SHARE_READING])
def test_a_file_that_stays_open_in_word_is_told_and_untouched(share: int, target: Path) -> None:
    with held_by_another(str(target), share):
        assert is_held_by_other_program(str(target))
        with pytest.raises(WriteError, match="Word atau program lain; tutup dulu") as caught:
            write_atomically(str(target), NEW)
    assert caught.value.kind == "in-use"
    assert str(target) in str(caught.value)
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == [target.name]
    assert not is_held_by_other_program(str(target))


@pytest.mark.usefixtures("impatient")
def test_a_file_that_nobody_else_may_read_is_told(target: Path) -> None:
    with held_by_another(str(target)), pytest.raises(ReadError, match="dipakai Word") as caught:
        read_bytes(str(target), 100)
    assert caught.value.kind == "in-use"


def test_who_is_being_read_may_be_renamed_and_deleted(target: Path) -> None:
    descriptor = files._opened_shared(str(target))
    try:
        os.rename(target, target.parent / "lain.docx")
        os.unlink(target.parent / "lain.docx")
        assert os.read(descriptor, 100) == OLD
    finally:
        os.close(descriptor)


def test_a_file_that_others_have_open_and_share_is_read(target: Path) -> None:
    with held_by_another(str(target), SHARE_ALL):
        assert read_bytes(str(target), 100) == OLD


@pytest.fixture
def deep(tmp_path: Path) -> str:
    """A folder whose path is longer than Windows takes without being asked for more."""
    folder = os.path.join(tmp_path, *(name * 60 for name in "abcde"))
    os.makedirs(system_path(folder))
    return folder


def test_a_long_path_is_written_and_read(deep: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = os.path.join(deep, "berita.txt")
    asked: list[Any] = []
    for name in ("open", "stat", "replace", "rename", "unlink", "access"):
        monkeypatch.setattr(os, name, _noted(asked, getattr(os, name)))
    write_atomically(path, OLD, overwrite=False)
    write_atomically(path, NEW)
    assert read_bytes(path, 100) == NEW
    flush_to_disk(path)
    with pytest.raises(WriteError, match="sudah ada"):
        write_atomically(path, OLD, overwrite=False)
    assert asked
    assert all(str(given).startswith("\\\\?\\") for given in asked)


def _noted(asked: list[Any], call: Callable[..., Any]) -> Callable[..., Any]:
    def noted(path: Any, *given: Any, **named: Any) -> Any:
        asked.append(path)
        return call(path, *given, **named)

    return noted


def test_only_long_paths_are_given_in_their_long_form() -> None:
    long = "x" * 250
    assert system_path("C:\\a\\b.txt") == "C:\\a\\b.txt"
    assert system_path(f"C:\\a\\..\\{long}") == f"\\\\?\\C:\\{long}"
    assert system_path(f"//server/share/{long}") == f"\\\\?\\UNC\\server\\share\\{long}"
    assert system_path(f"\\\\?\\C:\\{long}") == f"\\\\?\\C:\\{long}"
    assert system_path(long) == "\\\\?\\" + os.path.join(os.getcwd(), long)
    assert system_path("") == ""


@pytest.mark.parametrize(
    "name",
    [
        *("CON", "nul.docx", "Aux .txt", "com1.txt", "LPT³.txt", "conin$"),
        *("a<b.txt", "a|b.txt", "a?.txt", "a*.txt", 'a".txt', "berita: dua.txt", "a\x01.txt"),
        *("berita.", "berita ", "berita.txt "),
    ],
)
def test_a_name_that_windows_refuses_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="ganti namanya") as caught:
        write_atomically(f"{tmp_path}\\{name}", NEW)
    assert caught.value.kind == "failed"
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["NUL", "CON", "COM1", "nul.docx"])
def test_no_device_is_read(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(name, 100)
    assert caught.value.kind in {"not-a-file", "missing"}


def test_a_name_relative_to_a_drive_is_written_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = f"{tmp_path.drive}berita.txt"
    write_atomically(name, NEW)
    assert read_bytes(name, 100) == NEW
    assert os.listdir(tmp_path) == ["berita.txt"]


def test_another_case_is_the_same_file(target: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write_atomically(str(target.parent / target.name.upper()), NEW, overwrite=False)
    assert caught.value.kind == "exists"
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("place", ["Q:\\", "\\\\tiada-server\\bagian\\"])
def test_a_drive_and_a_share_that_are_not_there_are_told(place: str) -> None:
    with pytest.raises(WriteError) as written:
        write_atomically(f"{place}berita.txt", NEW)
    assert written.value.kind == "no-folder"
    with pytest.raises(ReadError) as read:
        read_bytes(f"{place}berita.txt", 100)
    assert read.value.kind == "missing"


def test_copy_in_a_deep_folder_is_found_and_read(tmp_path: Path, deep: str) -> None:
    path = os.path.join(deep, "rilis.txt")
    write_atomically(path, OLD)
    asked = PathsAsked()
    found = importable_files_in(str(tmp_path)).paths
    assert found == (path,)
    assert read_bytes(found[0], 100) == OLD
    long = {name for name in asked.stop() if len(name) > LONGEST_SHORT_PATH}
    assert all(name.startswith("\\\\?\\") for name in long)
    assert long
