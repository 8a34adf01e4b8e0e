"""The settings of style sheet and dictionaries: judged by at once, refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from settings_kit import click, settings_controller, shown, shut, turned
from window_kit import Sitting, Starter

from bnews_desk.gui.settings.dictionaries_page import DictionariesPage
from bnews_desk.gui.settings.dictionary_dialog import DictionaryDialog
from bnews_desk.gui.settings.settings_dialog import SettingsDialog
from bnews_desk.gui.settings.style_sheet_page import StyleSheetPage
from bnews_desk.paths import settings_file
from bnews_desk.settings import read_settings


def test_the_newsroom_gets_a_sheet_of_its_own_and_the_shipped_one_back(start: Starter) -> None:
    desk = start()
    page = turned(desk, StyleSheetPage)
    assert "bawaan B-News Desk" in shown(page)
    click(desk, page, "Buat milik redaksi")
    path = desk.program.register.path
    assert Path(path).is_file()
    assert path in shown(page)
    assert read_settings(settings_file()).settings.house_sheet == path
    click(desk, page, "Pakai bawaan")
    assert desk.program.register.path == ""
    assert Path(path).is_file()
    shut(desk)
    assert start().program.register.path == ""


def test_another_sheet_judges_at_once(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_own()
    assert any(finding.rule == "date-weekday-mismatch" for finding in desk.release.findings)
    sheet = tmp_path / "redaksi.toml"
    sheet.write_text('[severity]\ndate-weekday-mismatch = "off"\n', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(sheet), ""))
    page = turned(desk, StyleSheetPage)
    click(desk, page, "Pilih berkas")
    desk.wait_checked()
    desk.wait(lambda: all(p.rule != "date-weekday-mismatch" for p in desk.release.findings))
    assert str(sheet) in shown(page)
    shut(desk)


def test_a_sheet_that_cannot_be_read_changes_nothing_and_says_why(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "rusak.toml"
    sheet.write_text("[rules\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(sheet), ""))
    page = turned(desk, StyleSheetPage)
    click(desk, page, "Pilih berkas")
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert "rusak.toml" in dialog.status_text()
    assert desk.program.register.path == ""
    shut(desk)


def test_it_is_opened_with_the_systems_own_program(desk: Sitting) -> None:
    opened_paths: list[str] = []

    def open_path(path: str) -> bool:
        opened_paths.append(path)
        return False

    settings_controller(desk).open_path = open_path
    page = turned(desk, StyleSheetPage)
    click(desk, page, "Buat milik redaksi")
    click(desk, page, "Buka")
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert opened_paths == [desk.program.register.path]
    assert "tidak mempunyai program" in dialog.status_text()
    shut(desk)


def test_both_dictionaries_are_shown_and_lead_to_their_window(desk: Sitting) -> None:
    page = turned(desk, DictionariesPage)
    assert "Kamus saya" in shown(page)
    assert "kamus-redaksi.txt" in shown(page)
    assert "0 kata" in shown(page)
    click(desk, page, "Buka kamus")
    (words,) = desk.window.findChildren(DictionaryDialog)
    assert words.isVisible()
    desk.press(Qt.Key.Key_Escape, where=words)


def test_another_sheet_has_the_newsrooms_words_beside_it(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "redaksi.toml"
    sheet.write_text("", encoding="utf-8")
    (tmp_path / "kamus-redaksi.txt").write_text("kentrung\njaranan\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(sheet), ""))
    page = turned(desk, StyleSheetPage)
    click(desk, page, "Pilih berkas")
    (dialog,) = desk.window.findChildren(SettingsDialog)
    words = next(page for page in dialog.pages if isinstance(page, DictionariesPage))
    assert str(tmp_path / "kamus-redaksi.txt") in shown(words)
    assert "2 kata" in shown(words)
    shut(desk)
