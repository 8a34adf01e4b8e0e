"""The settings of archive and watched folder: remembered, refused in words, nothing is lost."""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from settings_kit import click, shown, shut, turned
from window_kit import Sitting, Starter

from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncedState, SyncState
from bnews_desk.credentials import stored_password
from bnews_desk.gui.settings.storage_page import StoragePage
from bnews_desk.log import last_lines, start_logging
from bnews_desk.paths import passwords_file, settings_file, sync_file
from bnews_desk.settings import Settings, read_settings, save_settings


def test_a_detailed_log_begins_at_once_and_is_remembered(start: Starter, tmp_path: Path) -> None:
    log = logging.getLogger("bnews_desk.test")
    end = start_logging(str(tmp_path))
    desk = start()
    page = turned(desk, StoragePage)
    log.debug("before it")
    page.detailed_log.setFocus()
    desk.press(Qt.Key.Key_Space, where=page.detailed_log)
    log.debug("while it is on")
    assert read_settings(settings_file()).settings.detailed_log
    shut(desk)
    page = turned(start(), StoragePage)
    assert page.detailed_log.isChecked()
    page.detailed_log.click()
    log.debug("after it")
    end()
    assert not read_settings(settings_file()).settings.detailed_log
    told = last_lines(str(tmp_path))
    assert "while it is on" in told
    assert "before it" not in told
    assert "after it" not in told


def test_another_archive_is_remembered_for_the_next_start(desk: Sitting, tmp_path: Path) -> None:
    page = turned(desk, StoragePage)
    before = page.archive.text()
    assert before.endswith("arsip.db")
    assert not page.usual.isEnabled()
    page.archive.setFocus()
    page.archive.selectAll()
    desk.type(str(tmp_path / "bersama.db"))
    desk.press(Qt.Key.Key_Tab, where=page.archive)
    assert read_settings(settings_file()).settings.archive == str(tmp_path / "bersama.db")
    assert f"Sekarang masih: {before}" in shown(page)
    desk.click(page.usual)
    assert read_settings(settings_file()).settings.archive == ""
    assert "Sekarang masih" not in shown(page)
    shut(desk)


def test_another_archive_gets_what_is_on_the_desk_and_nobody_speaks_of_a_loss(
    start: Starter, tmp_path: Path
) -> None:
    def keys() -> set[str]:
        held: list[set[str]] = []
        desk.program.archive.begin()
        desk.program.archive.ask(
            lambda archive: {summary.key for summary in archive.list_releases()},
            held.append,
        )
        desk.wait(lambda: bool(held))
        return held[0]

    desk = start()
    desk.open_own()
    desk.program.archive.begin()
    key = desk.release.key
    desk.wait(lambda: key in keys())
    page = turned(desk, StoragePage)
    page.archive_changed.emit(str(tmp_path / "bersama.db"))
    assert not (tmp_path / "bersama.db").exists()
    shut(desk)
    desk = start()
    assert desk.release.key == key
    desk.wait(lambda: key in keys())
    assert (tmp_path / "bersama.db").exists()
    assert desk.parts.notice.texts == ()
    assert [release.key for release in desk.program.desk.releases] == [key]


@pytest.mark.parametrize(
    "place", ["arsip.db", "https://redaksi.id/arsip", "/tidak/ada/folder/arsip.db"]
)
def test_what_cannot_be_an_archive_is_refused_in_words(desk: Sitting, place: str) -> None:
    page = turned(desk, StoragePage)
    page.archive.setFocus()
    page.archive.selectAll()
    desk.type(place)
    desk.press(Qt.Key.Key_Tab, where=page.archive)
    assert read_settings(settings_file()).settings.archive == ""
    assert "rsip" in shown(page).rpartition("satu arsip.")[2]
    shut(desk)


def test_a_password_is_neither_shown_nor_in_the_settings_nor_lost(desk: Sitting) -> None:
    page = turned(desk, StoragePage)
    page.archive.setFocus()
    page.archive.selectAll()
    desk.type("postgresql://meja:rahasia@server/redaksi")
    desk.press(Qt.Key.Key_Tab, where=page.archive)
    assert page.archive.text() == "postgresql://meja@server/redaksi"
    desk.wait(lambda: "sandi-arsip.json" in shown(page))
    assert read_settings(settings_file()).settings.archive == "postgresql://meja@server/redaksi"
    page.archive.setFocus()
    page.archive.end(False)
    desk.type("2")
    desk.press(Qt.Key.Key_Tab, where=page.archive)
    chosen = read_settings(settings_file()).settings.archive
    assert chosen == "postgresql://meja@server/redaksi2"
    assert stored_password(chosen) == "rahasia"
    assert b"rahasia" not in Path(settings_file()).read_bytes()
    page.archive_changed.emit("")
    shut(desk)


def test_a_password_that_can_be_kept_nowhere_costs_no_setting(
    desk: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = turned(desk, StoragePage)
    Path(passwords_file()).mkdir()
    page.archive_changed.emit("postgresql://meja:rahasia@server/redaksi")
    desk.wait(lambda: "sandi-arsip.json" in shown(page))
    assert "tidak dapat disimpan" in shown(page)
    assert "rahasia" not in shown(page)
    assert read_settings(settings_file()).settings.archive == ""
    shut(desk)


def test_a_password_of_before_is_moved_out_of_the_settings(start: Starter) -> None:
    address = "postgresql://meja:rahasia@127.0.0.1:1/redaksi"
    bare = "postgresql://meja@127.0.0.1:1/redaksi"
    save_settings(settings_file(), Settings(archive=address))
    agreed = SyncedState(7, "teks", "baru")
    with closing(SyncFile(sync_file(), bare)) as file:
        SyncState(file).agree("a", agreed)
    desk = start()
    desk.program.finish_parts()
    desk.wait(lambda: read_settings(settings_file()).settings.archive == bare)
    assert stored_password(bare) == "rahasia"
    assert b"rahasia" not in Path(settings_file()).read_bytes()
    assert SyncState(desk.program.sync_file).all_agreed("a") == (agreed,)
    shut(desk)


def test_the_watched_folder_begins_and_ends_here(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    page = turned(desk, StoragePage)
    assert not page.inbox_end.isEnabled()
    click(desk, page, "Pilih folder")
    assert str(folder) in shown(page)
    assert read_settings(settings_file()).settings.inbox == str(folder)
    click(desk, page, "Jangan pantau")
    assert read_settings(settings_file()).settings.inbox == ""
    shut(desk)
