"""Folders and files that may not be written, for a user whom that holds back.

Where the tests run as root the window is begun without root's leave to pass over permissions.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from bad_archive_kit import HARVEST, ROAD, seen, texts
from obedient_window_kit import Desk, Window
from small_disks import AS_ROOT

from bnews_desk.archive.journal.journal import Journal

TITLE, BODY = HARVEST.headline, HARVEST.text.partition("\n")[2]
_DROPPED = "-dac_override,-dac_read_search"
_WITHOUT_LEAVE = ("setpriv", f"--bounding-set={_DROPPED}", f"--inh-caps={_DROPPED}", "--")


@pytest.fixture(scope="module")
def held_back() -> tuple[str, ...]:
    """How a process is begun that permissions hold back."""
    if sys.platform == "win32":
        pytest.skip("not on Windows: permissions are of another kind there")
    if not AS_ROOT:
        return ()
    tried = [*_WITHOUT_LEAVE, "true"]
    if not shutil.which("setpriv") or subprocess.run(tried, check=False).returncode:
        pytest.skip("runs as root, and setpriv cannot take root's leave away")
    return _WITHOUT_LEAVE


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Path]:
    """An archive with one release in it, in a folder of its own."""
    folder = tmp_path / "bersama"
    folder.mkdir()
    path = folder / "arsip.db"
    with seen(path) as vault:
        vault.add("lama", ROAD)
    yield path
    allow(folder)


@pytest.fixture
def desk(tmp_path: Path, archive: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "satu", str(archive))
    yield desk
    allow(desk.home)


def forbid(folder: Path, *, files_too: bool = True) -> None:
    for path in folder.iterdir() if files_too else ():
        path.chmod(0o444)
    folder.chmod(0o555)


def allow(folder: Path) -> None:
    folder.chmod(0o700)
    for path in folder.iterdir():
        path.chmod(0o700 if path.is_dir() else 0o600)


def noted(desk: Desk) -> set[str]:
    """The texts of the journal."""
    with closing(Journal(str(desk.journal))) as journal:
        return {journal.load(one.key).release.text for one in journal.entries()}


def wait_for_notice(window: Window, words: str) -> None:
    window.wait(words, "bar")


@pytest.mark.parametrize("what", ["folder and files", "folder", "file"])
def test_an_archive_that_may_not_be_written_from_the_start(
    desk: Desk, archive: Path, held_back: tuple[str, ...], what: str
) -> None:
    if what == "file":
        archive.chmod(0o444)
    else:
        forbid(archive.parent, files_too=what != "folder")
    before = archive.read_bytes()
    with desk.open(*held_back) as window:
        window.ask("begin", TITLE, BODY)
        wait_for_notice(window, "tidak dapat ditulisi; periksa izin folder")
        text = window.ask("type", " Hasilnya melimpah.")
        assert len(window.ask("notices")) == 1
        assert archive.read_bytes() == before
        allow(archive.parent)
        window.wait([], "notices")
        window.close()
    assert texts(archive) == {text, ROAD.text}


def test_an_archive_that_may_not_be_written_any_more_under_the_window(
    desk: Desk, archive: Path, held_back: tuple[str, ...]
) -> None:
    with desk.open(*held_back) as window:
        window.ask("begin", TITLE, BODY)
        window.wait(ROAD.headline, "meja")
        forbid(archive.parent)
        text = window.ask("type", " Hasilnya melimpah.")
        window.close()
    assert noted(desk) == {text}
    with desk.open(*held_back) as window:
        assert window.ask("text") == text
        text = window.ask("type", " Warga bersyukur.")
        wait_for_notice(window, "tidak dapat ditulisi; periksa izin folder")
        window.close()
    allow(archive.parent)
    with desk.open(*held_back) as window:
        assert window.ask("text") == text
        window.close()
    assert texts(archive) == {text, ROAD.text}


def test_a_profile_that_may_not_be_written(
    desk: Desk, archive: Path, held_back: tuple[str, ...]
) -> None:
    forbid(desk.home)
    with desk.open(*held_back) as window:
        window.ask("begin", TITLE, BODY)
        wait_for_notice(window, "tidak boleh ditulisi")
        text = window.ask("type", " Hasilnya melimpah.")
        window.close()
    allow(desk.home)
    with desk.open(*held_back) as window:
        assert window.ask("text") == text
        wait_for_notice(window, "diambil kembali dari")
        window.close()
    assert noted(desk) == {text}
    assert texts(archive) == {text, ROAD.text}
