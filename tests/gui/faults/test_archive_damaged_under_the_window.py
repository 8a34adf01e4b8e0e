"""Another program damages the archive, or a part of it, under the open window: nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from bad_archive_kit import HARVEST, ROAD, WAIT_MS, begin, notices, seen, texts, write
from pytestqt.qtbot import QtBot

from bnews_desk.archive.recovery.backups import make_backup
from bnews_desk.gui.app import Program
from bnews_desk.gui.archive import sync_controller
from bnews_desk.release import Release

OpenAt = Callable[[Path], Program]
pytestmark = [
    pytest.mark.usefixtures("brisk"),
    pytest.mark.posix("an open file cannot be overwritten there"),
]
_NOISE = "import os, random; noise = random.Random(3).randbytes"
_OPENED = f"{_NOISE}; file = open(path, 'r+b'); size = os.path.getsize(path)"
_HALF = f"{_OPENED}; file.seek(size // 3)"
_CARRIED = "import sqlite3; sqlite3.connect(path).execute('PRAGMA wal_checkpoint(TRUNCATE)')"


class Damage(NamedTuple):
    """What another program does to one part of an archive."""

    part: str
    does: str
    """Python, in which ``path`` is the part's."""
    told: str = "cadangan 26/11/2026 dibuka"
    """What the editor is told at the next start at the latest."""
    is_carried: bool = True
    """Whether the log has been brought into the file before."""

    def happens(self, path: Path) -> None:
        if self.is_carried:
            _run(_CARRIED, path)
        _run(self.does, Path(f"{path}{self.part}"))


def logged(part: str, does: str) -> Damage:
    """What happens while the log still has everything: it may not even be noticed."""
    return Damage(part, does, told="", is_carried=False)


DAMAGES = {
    "deleted": Damage("", "import os; os.unlink(path)", told="ditulis kembali"),
    "emptied": Damage("", "import os; os.truncate(path, 0)"),
    "cut in a page": Damage("", "import os; os.truncate(path, os.path.getsize(path) // 2 + 99)"),
    "cut below the log": logged("", "import os; os.truncate(path, 5000)"),
    "noise at the beginning": Damage("", f"{_OPENED}; file.write(noise(4096))"),
    "noise in the middle": Damage("", f"{_HALF}; file.write(noise(size // 2))"),
    "noise behind the first page": Damage(
        "", f"{_OPENED}; file.seek(4096); file.write(noise(size))"
    ),
    "noise below the log": logged("", f"{_OPENED}; file.write(noise(size))"),
    "noise in the log": logged("-wal", f"{_HALF}; file.write(noise(size // 2))"),
    "noise over the log": logged("-wal", f"{_OPENED}; file.write(noise(size))"),
    "the log deleted": logged("-wal", "import os; os.unlink(path)"),
    "the log emptied": logged("-wal", "import os; os.truncate(path, 0)"),
    "noise in the log's index": logged("-shm", f"{_OPENED}; file.write(noise(size))"),
    "the log's index deleted": logged("-shm", "import os; os.unlink(path)"),
}


def _run(does: str, path: Path) -> None:
    """In another process: no lock of this one is lost by it."""
    code = f"import sys; path = sys.argv[1]; {does}"
    subprocess.run([sys.executable, "-ISc", code, str(path)], check=True, timeout=60)


STILL_READ = {"deleted", "noise at the beginning"}
"""Where even what another desk has done since the last copy can be read."""
FLOOD = Release.of("Banjir di Sutojayan", ["Warga mengungsi ke balai desa."])
TRIED = list(DAMAGES)[:: 1 if "BNEWS_DESK_FAULT_ROUNDS" in os.environ else 2]
"""All of them where there is time, as in ``make faults``."""


@pytest.mark.parametrize("name", TRIED)
def test_whatever_part_is_damaged_everything_is_there_in_the_end(
    name: str, tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    path = tmp_path / "profil" / "arsip.db"
    program = open_at(tmp_path / "profil")
    release = begin(program, HARVEST)
    qtbot.waitUntil(lambda: HARVEST.text in texts(path), timeout=WAIT_MS)
    make_backup(str(path), date(2026, 11, 26))
    begin(program, ROAD)
    qtbot.waitUntil(lambda: ROAD.text in texts(path), timeout=WAIT_MS)
    with seen(path) as vault:
        vault.add("lain", FLOOD)
    damage = DAMAGES[name]
    damage.happens(path)
    text = write(release, " Hasilnya melimpah.")
    program.finish_parts().archive_features.sync_controller.save_changes()
    program.archive.flush()
    qtbot.wait(300)
    text = write(release, " Warga bersyukur.")
    qtbot.waitUntil(lambda: program.journal.is_safe, timeout=WAIT_MS)
    said = notices(program)
    program.window.close()
    again = open_at(tmp_path / "profil")
    again.finish_parts()
    qtbot.waitUntil(lambda: again.archive.is_open, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not again.archive.unsent_notices, timeout=WAIT_MS)
    said += notices(again)
    again.window.close()
    assert texts(path) >= {text, ROAD.text}
    if name in STILL_READ:
        assert FLOOD.text in texts(path), "it lay neither in the copy nor on this desk"
    assert damage.told in said
    for aside in path.parent.glob("arsip-rusak-*.db"):
        assert f"disimpan sebagai “{aside}”" in said
    with seen(path) as vault:
        assert vault.faults() == []


def test_what_is_met_while_the_window_closes_is_told_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "profil" / "arsip.db"
    program = open_at(tmp_path / "profil")
    release = begin(program, HARVEST)
    qtbot.waitUntil(lambda: HARVEST.text in texts(path), timeout=WAIT_MS)
    monkeypatch.setattr(sync_controller, "QUIET_MS", WAIT_MS)
    monkeypatch.setattr(program.archive, "check_for_changes", lambda: None)
    program.archive.flush()
    DAMAGES["noise at the beginning"].happens(path)
    write(release, " Hasilnya melimpah.")
    program.window.close()
    (aside,) = path.parent.glob("arsip-rusak-*.db")
    for is_told in (True, False):
        again = open_at(tmp_path / "profil")
        again.finish_parts()
        assert (f"disimpan sebagai “{aside}”" in notices(again)) is is_told
        again.window.close()
