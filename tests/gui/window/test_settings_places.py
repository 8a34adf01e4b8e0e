"""The settings of archive and watched folder: remembered, refused in words, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from settings_kit import click, shown, shut, turned
from window_kit import Sitting, Starter

from bnews_desk.gui.dialogs.settings.places_page import PlacesPage
from bnews_desk.paths import settings_file
from bnews_desk.settings import peek


def test_another_archive_is_remembered_for_the_next_start(desk: Sitting, tmp_path: Path) -> None:
    page = turned(desk, PlacesPage)
    before = page.archive.text()
    assert before.endswith("arsip.db")
    assert not page.usual.isEnabled()
    page.archive.setFocus()
    page.archive.selectAll()
    desk.type(str(tmp_path / "bersama.db"))
    desk.press(Qt.Key.Key_Tab, where=page.archive)
    assert peek(settings_file()).settings.archive == str(tmp_path / "bersama.db")
    assert f"Sekarang masih: {before}" in shown(page)
    desk.click(page.usual)
    assert peek(settings_file()).settings.archive == ""
    assert "Sekarang masih" not in shown(page)
    shut(desk)


def test_another_archive_gets_what_is_on_the_desk_and_nobody_speaks_of_a_loss(
    start: Starter, tmp_path: Path
) -> None:
    def keys() -> set[str]:
        held: list[set[str]] = []
        desk.program.archive.begin()
        desk.program.archive.ask(
            lambda archive: {summary.key for summary in archive.listed()},
            held.append,
        )
        desk.wait(lambda: bool(held))
        return held[0]

    desk = start()
    desk.open_own()
    desk.program.archive.begin()
    key = desk.release.key
    desk.wait(lambda: key in keys())
    page = turned(desk, PlacesPage)
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
    page = turned(desk, PlacesPage)
    page.archive.setFocus()
    page.archive.selectAll()
    desk.type(place)
    desk.press(Qt.Key.Key_Tab, where=page.archive)
    assert peek(settings_file()).settings.archive == ""
    assert "rsip" in shown(page).rpartition("satu arsip.")[2]
    shut(desk)


def test_a_password_is_not_shown_and_not_lost(desk: Sitting) -> None:
    page = turned(desk, PlacesPage)
    page.archive_changed.emit("postgresql://meja:rahasia@server/redaksi")
    assert page.archive.text() == "postgresql://meja:•••@server/redaksi"
    page.archive.setFocus()
    page.archive.end(False)
    desk.type("2")
    desk.press(Qt.Key.Key_Tab, where=page.archive)
    assert peek(settings_file()).settings.archive == "postgresql://meja:rahasia@server/redaksi2"
    page.archive_changed.emit("")
    shut(desk)


def test_the_watched_folder_begins_and_ends_here(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    page = turned(desk, PlacesPage)
    assert not page.inbox_end.isEnabled()
    click(desk, page, "Pilih folder")
    assert str(folder) in shown(page)
    assert peek(settings_file()).settings.inbox == str(folder)
    click(desk, page, "Jangan pantau")
    assert peek(settings_file()).settings.inbox == ""
    shut(desk)
