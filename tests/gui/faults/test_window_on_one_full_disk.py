"""Journal, archive and copies on one small disk that fills up, as they are on most computers."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from bad_archive_kit import HARVEST, WAIT_MS, begin, notices, seen, wait_until_there, write
from pytestqt.qtbot import QtBot
from small_disks import small_disk

from bnews_desk.archive.journal.journal_rescue import rescue_journal
from bnews_desk.archive.recovery.backups import list_backups
from bnews_desk.gui.app import Program
from bnews_desk.gui.archive import maintenance
from bnews_desk.gui.desk.open_release import OpenRelease

OpenAt = Callable[[Path], Program]
pytestmark = pytest.mark.usefixtures("brisk", "hurried")
DICE = random.Random(4)  # noqa: S311
LONG = "\n".join(DICE.randbytes(60).hex() for _ in range(3_000))
"""So much, and so various, that it fits into nothing that has been reserved."""


def fill(disk: Path) -> Path:
    """Write until nothing more goes in; the file that has to go again."""
    filler = disk / "penuh"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4_096)):
            pass
    return filler


def fill_under(qtbot: QtBot, program: Program, home: Path) -> tuple[OpenRelease, Path]:
    """Fill a window's disk while more is written than it can take: the release, the filler."""
    release = begin(program, HARVEST)
    wait_until_there(qtbot, home / "arsip.db", HARVEST.text)
    filler = fill(home)
    write(release, LONG)
    qtbot.waitUntil(lambda: "ruang disk habis" in notices(program), timeout=WAIT_MS)
    return release, filler


def test_work_goes_on_and_is_everywhere_once_there_is_room_again(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    with small_disk(tmp_path / "disk", "size=6m") as home:
        path = home / "arsip.db"
        program = open_at(home)
        release, filler = fill_under(qtbot, program, home)
        program.finish_parts().archive_features.sync_controller.keep_version(release.key, "rapikan")
        text = write(release, " Lalu hujan turun.")
        qtbot.wait(500)
        assert release.document.release().text == text
        assert len(program.window.parts.notice.texts) == 1, "the journal speaks for both"
        filler.unlink()
        wait_until_there(qtbot, path, text)
        qtbot.waitUntil(lambda: notices(program) == "", timeout=WAIT_MS)
        program.window.close()
        with seen(path) as vault:
            assert vault.faults() == []
            assert "rapikan" in {one.reason for one in vault.versions(release.key)}
        assert [one.release.text for one in rescue_journal(str(home / "jurnal.db")).releases] == [
            text
        ]


def test_a_window_closed_on_a_full_disk_has_everything_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    with small_disk(tmp_path / "disk", "size=6m") as home:
        path = home / "arsip.db"
        program = open_at(home)
        release, filler = fill_under(qtbot, program, home)
        text = release.document.release().text
        program.window.close()
        again = open_at(home)
        opened = again.desk.current
        assert opened is not None
        assert opened.document.release().text == text, "left in a refuge and taken back from it"
        filler.unlink()
        wait_until_there(qtbot, path, text)
        again.window.close()


def test_copies_that_find_no_room_are_told_and_made_later(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maintenance, "FIRST_MS", 500)
    monkeypatch.setattr(maintenance, "AGAIN_MS", 200)
    home = tmp_path / "profil"
    home.mkdir()
    path = home / "arsip.db"
    with small_disk(home / "cadangan", "size=64k") as copies:
        program = open_at(home)
        release = begin(program, HARVEST)
        wait_until_there(qtbot, path, HARVEST.text)
        qtbot.waitUntil(lambda: "tidak dapat dibuat" in notices(program), timeout=WAIT_MS)
        text = write(release, " Hasilnya melimpah.")
        wait_until_there(qtbot, path, text)
        assert list_backups(str(path)) == []
        assert list(copies.iterdir()) == []
        subprocess.run(["mount", "-o", "remount,size=16m", str(copies)], check=True)
        qtbot.waitUntil(lambda: len(list_backups(str(path))) == 1, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: notices(program) == "", timeout=WAIT_MS)
        program.window.close()
