"""Whatever happens to the archive, the work goes on, the bar says it once, and nothing is lost."""

from __future__ import annotations

import contextlib
import json
import os
import random
import sqlite3
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from bad_archive_kit import (
    HARVEST,
    ROAD,
    WAIT_MS,
    begin,
    notices,
    seen,
    wait_until_there,
    write,
)
from pytestqt.qtbot import QtBot
from small_disks import make_writable, small_disk

from bnews_desk.archive.recovery.backups import list_backups, make_backup
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.gui.app import Program
from bnews_desk.gui.archive import archive_features, maintenance

OpenAt = Callable[[Path], Program]
pytestmark = pytest.mark.usefixtures("brisk")
DICE = random.Random(11)  # noqa: S311


def in_archive_at(home: Path, place: Path) -> None:
    """Say in the settings that the archive is elsewhere: the journal's disk is a good one."""
    home.mkdir()
    (home / "pengaturan.json").write_text(json.dumps({"archive": str(place)}))


def carry_over(path: Path) -> None:
    """Have everything in the file itself, as it is after some hours."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def cut(path: Path) -> None:
    carry_over(path)
    os.truncate(path, 5_000)


def overwrite(path: Path) -> None:
    carry_over(path)
    with path.open("r+b") as file:
        file.write(DICE.randbytes(path.stat().st_size))


@pytest.mark.parametrize("damage", [cut, overwrite])
def test_damage_under_the_window_opens_the_newest_copy_and_the_rest_comes_from_the_journal(
    damage: Callable[[Path], None], tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    path = tmp_path / "profil" / "arsip.db"
    program = open_at(tmp_path / "profil")
    release = begin(program, HARVEST)
    wait_until_there(qtbot, path, HARVEST.text)
    make_backup(str(path), date(2026, 11, 26))
    begin(program, ROAD)
    wait_until_there(qtbot, path, ROAD.text)
    damage(path)
    text = write(release, " Hasilnya melimpah.")
    qtbot.waitUntil(lambda: "cadangan 26/11/2026 dibuka" in notices(program), timeout=WAIT_MS)
    wait_until_there(qtbot, path, text, ROAD.text)
    (aside,) = path.parent.glob("arsip-rusak-*.db")
    assert str(aside) in notices(program)
    assert len(program.window.parts.notice.texts) == 1
    assert program.finish_parts().archive_features.sync_controller.conflicts == {}
    program.window.close()
    with seen(path) as vault:
        assert vault.faults() == []


def test_noise_over_what_the_log_still_has_costs_nothing(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    path = tmp_path / "profil" / "arsip.db"
    program = open_at(tmp_path / "profil")
    release = begin(program, HARVEST)
    wait_until_there(qtbot, path, HARVEST.text)
    with path.open("r+b") as file:
        file.write(DICE.randbytes(path.stat().st_size))
    text = write(release, " Hasilnya melimpah.")
    wait_until_there(qtbot, path, text)
    assert notices(program) == ""
    with seen(path) as vault:
        assert vault.faults() == []
        assert [one.reason for one in vault.versions(release.key)] == ["impor"]


@pytest.mark.posix("an open file cannot be deleted there")
def test_an_archive_deleted_under_the_window_is_written_back(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    path = tmp_path / "profil" / "arsip.db"
    program = open_at(tmp_path / "profil")
    release = begin(program, HARVEST)
    wait_until_there(qtbot, path, HARVEST.text)
    path.unlink()
    text = write(release, " Hasilnya melimpah.")
    wait_until_there(qtbot, path, text)
    assert "ditulis kembali" in notices(program)
    with seen(path) as vault:
        assert [one.reason for one in vault.versions(release.key)] == ["impor"]


def test_an_archive_of_noise_at_the_start_is_begun_anew_with_what_the_desk_has(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    path = tmp_path / "profil" / "arsip.db"
    program = open_at(tmp_path / "profil")
    begin(program, HARVEST)
    program.finish_parts().archive_features.sync_controller.save_changes()
    wait_until_there(qtbot, path, HARVEST.text)
    program.window.close()
    for part in ("-wal", "-shm"):
        Path(f"{path}{part}").unlink(missing_ok=True)
    path.write_bytes(DICE.randbytes(40_000))
    again = open_at(tmp_path / "profil")
    qtbot.waitUntil(lambda: "arsip baru dimulai" in notices(again), timeout=WAIT_MS)
    wait_until_there(qtbot, path, HARVEST.text)


def test_a_newer_archive_is_not_touched_and_the_window_works_with_the_journal(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    home = tmp_path / "profil"
    home.mkdir()
    with seen(home / "arsip.db") as vault:
        vault.add("a", ROAD)
    with contextlib.closing(sqlite3.connect(home / "arsip.db")) as db, db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (home / "arsip.db").read_bytes()
    program = open_at(home)
    release = begin(program, HARVEST)
    qtbot.waitUntil(lambda: "versi yang lebih baru" in notices(program), timeout=WAIT_MS)
    write(release, " Hasilnya melimpah.")
    qtbot.wait(500)
    assert len(program.window.parts.notice.texts) == 1
    program.window.close()
    assert (home / "arsip.db").read_bytes() == before
    again = open_at(home)
    assert again.desk.current.document.release().text.endswith("melimpah.")


def test_a_read_only_folder_is_told_once_and_taken_in_later(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    home = tmp_path / "profil"
    with small_disk(tmp_path / "disk", "size=8m") as disk:
        path = disk / "arsip.db"
        in_archive_at(home, path)
        make_writable(disk, is_so=False)
        program = open_at(home)
        release = begin(program, HARVEST)
        qtbot.waitUntil(lambda: "tidak dapat ditulisi" in notices(program), timeout=WAIT_MS)
        text = write(release, " Hasilnya melimpah.")
        qtbot.wait(500)
        assert len(program.window.parts.notice.texts) == 1
        make_writable(disk, is_so=True)
        wait_until_there(qtbot, path, text)
        qtbot.waitUntil(lambda: notices(program) == "", timeout=WAIT_MS)
        program.window.close()


def test_a_full_disk_is_told_once_and_taken_in_later(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    home = tmp_path / "profil"
    with small_disk(tmp_path / "disk", "size=3m") as disk:
        path = disk / "arsip.db"
        in_archive_at(home, path)
        program = open_at(home)
        release = begin(program, HARVEST)
        wait_until_there(qtbot, path, HARVEST.text)
        filler = disk / "penuh"
        with pytest.raises(OSError, match="space"):
            filler.write_bytes(bytes(4_000_000))
        text = write(release, "\nSatu paragraf yang panjang sekali." * 3_000)
        qtbot.waitUntil(lambda: "Ruang disk habis" in notices(program), timeout=WAIT_MS)
        qtbot.wait(1_000)
        assert len(program.window.parts.notice.texts) == 1, "and it does not come and go"
        filler.unlink()
        wait_until_there(qtbot, path, text)
        qtbot.waitUntil(lambda: notices(program) == "", timeout=WAIT_MS)
        program.window.close()


def test_the_archive_is_copied_by_itself_once_a_day(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maintenance, "FIRST_MS", 50)
    path = tmp_path / "profil" / "arsip.db"
    program = open_at(tmp_path / "profil")
    begin(program, HARVEST)
    qtbot.waitUntil(lambda: len(list_backups(str(path))) == 1, timeout=WAIT_MS)
    assert notices(program) == ""


def test_a_copy_that_meets_damage_leads_to_the_recovery(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maintenance, "FIRST_MS", 1_500)
    path = tmp_path / "profil" / "arsip.db"
    program = open_at(tmp_path / "profil")
    begin(program, HARVEST)
    wait_until_there(qtbot, path, HARVEST.text)
    carry_over(path)
    with path.open("r+b") as file:
        file.seek(8_192)
        file.write(DICE.randbytes(path.stat().st_size - 8_192))
    qtbot.waitUntil(lambda: "disimpan sebagai" in notices(program), timeout=WAIT_MS)
    wait_until_there(qtbot, path, HARVEST.text)


def test_an_archive_that_hangs_is_not_waited_for_twice_as_the_window_closes(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_features, "FINISH_SECONDS", 0.2)
    program = open_at(tmp_path / "profil")
    begin(program, HARVEST)
    wait_until_there(qtbot, tmp_path / "profil" / "arsip.db", HARVEST.text)
    goes_on = threading.Event()
    hung: list[Archive] = []
    asked: list[float] = []
    end = program.archive.shut_down

    def hang(archive: Archive) -> None:
        hung.append(archive)
        goes_on.wait(WAIT_MS / 1000)

    def end_soon(seconds: float) -> None:
        asked.append(seconds)
        end(seconds)

    monkeypatch.setattr(program.archive, "shut_down", end_soon)
    program.archive.ask(hang)
    program.window.close()
    goes_on.set()
    assert asked == [archive_features.LEAST_SECONDS]
    qtbot.waitUntil(lambda: not any(t.name == "bnews-arsip" for t in threading.enumerate()))
    hung[0].close()
