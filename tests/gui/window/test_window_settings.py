"""The settings dialog: by keys and clicks, applied at once, there again tomorrow."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import sys
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from window_kit import CTRL, Sitting, Starter

from bnews_desk.gui.dialogs.dictionary import DictionaryDialog
from bnews_desk.gui.dialogs.settings.dialog import SettingsDialog
from bnews_desk.gui.dialogs.settings.languagetool_page import LanguageToolPage
from bnews_desk.gui.dialogs.settings.looks_page import LooksPage
from bnews_desk.gui.dialogs.settings.page import SettingsPage
from bnews_desk.gui.dialogs.settings.places_page import PlacesPage
from bnews_desk.gui.dialogs.settings.style_page import StylePage
from bnews_desk.gui.dialogs.settings.words_page import WordsPage
from bnews_desk.gui.preferences.preferences import Preferences
from bnews_desk.paths import settings_file
from bnews_desk.settings import peek

Page = TypeVar("Page", bound=SettingsPage)
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="Java tiruannya skrip shell")


def opened(desk: Sitting) -> SettingsDialog:
    """The dialog, by its key."""
    desk.press(Qt.Key.Key_Comma, CTRL)
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert dialog.isVisible()
    return dialog


def turned(desk: Sitting, kind: type[Page]) -> Page:
    """One of its pages, turned to."""
    dialog = opened(desk)
    page = next(page for page in dialog.pages if isinstance(page, kind))
    dialog.show_page(page)
    desk.settle()
    return page


def preferences(desk: Sitting) -> Preferences:
    return desk.program.furnish().preferences


def shut(desk: Sitting) -> None:
    for dialog in desk.window.findChildren(SettingsDialog):
        desk.press(Qt.Key.Key_Escape, where=dialog)


def shown(widget: QWidget) -> str:
    return "\n".join(said.text() for said in widget.findChildren(QLabel) if said.text())


def click(desk: Sitting, page: SettingsPage, words: str) -> None:
    """Press a button by its key: rows that come and go above it would move it from the pointer."""
    button = desk.button(page, words)
    assert button.isEnabled()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space, where=button)


def test_it_opens_and_closes_by_keys_and_is_in_the_palette(desk: Sitting) -> None:
    dialog = opened(desk)
    assert [page.title for page in dialog.pages] == [
        "LanguageTool",
        "Gaya selingkung",
        "Kamus",
        "Jurnal dan arsip",
        "Tampilan",
    ]
    desk.press(Qt.Key.Key_Down, where=dialog)
    assert dialog.stack.currentWidget() is dialog.pages[1]
    desk.press(Qt.Key.Key_Escape, where=dialog)
    assert desk.window.findChildren(SettingsDialog) == [] or not dialog.isVisible()
    assert "Setelan…" in [action.text() for action in desk.program.commands.all]


def test_pressing_the_key_twice_opens_one(desk: Sitting) -> None:
    first = opened(desk)
    assert preferences(desk).show_settings() is first
    shut(desk)
    desk.settle()
    assert opened(desk) is not first
    shut(desk)


def test_every_page_is_reached_by_tab_and_everything_has_a_name(desk: Sitting) -> None:
    dialog = opened(desk)
    for page in dialog.pages:
        dialog.show_page(page)
        desk.settle()
        for button in page.findChildren(QPushButton):
            assert button.text() or button.accessibleName()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    shut(desk)


# Tampilan


def test_the_copy_grows_at_once_and_stays_so(start: Starter) -> None:
    desk = start()
    page = turned(desk, LooksPage)
    page.slider.setFocus()
    desk.press(Qt.Key.Key_Right, where=page.slider)
    assert desk.parts.page.zoom.percent == 106
    assert "106\u00a0%" in shown(page)
    assert peek(settings_file()).settings.zoom == 106
    shut(desk)
    assert start().parts.page.zoom.percent == 106


def test_dark_is_dark_at_once_and_tomorrow(start: Starter) -> None:
    desk = start()
    page = turned(desk, LooksPage)
    desk.click(page.themes["dark"])
    assert desk.program.theme.is_dark
    assert peek(settings_file()).settings.theme == "dark"
    shut(desk)
    again = start()
    assert again.program.theme.is_dark
    page = turned(again, LooksPage)
    assert page.themes["dark"].isChecked()
    desk.click(page.themes["light"])
    assert not again.program.theme.is_dark
    shut(again)


# Gaya selingkung


def test_the_newsroom_gets_a_sheet_of_its_own_and_the_shipped_one_back(start: Starter) -> None:
    desk = start()
    page = turned(desk, StylePage)
    assert "bawaan B-News Desk" in shown(page)
    click(desk, page, "Buat milik redaksi")
    path = desk.program.register.path
    assert Path(path).is_file()
    assert path in shown(page)
    assert peek(settings_file()).settings.house_sheet == path
    click(desk, page, "Pakai bawaan")
    assert desk.program.register.path == ""
    assert Path(path).is_file()
    shut(desk)
    assert start().program.register.path == ""


def test_another_sheet_judges_at_once(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_own()
    assert any(problem.rule == "date-weekday-mismatch" for problem in desk.release.problems)
    sheet = tmp_path / "redaksi.toml"
    sheet.write_text('[severity]\ndate-weekday-mismatch = "off"\n', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(sheet), ""))
    page = turned(desk, StylePage)
    click(desk, page, "Pilih berkas")
    desk.wait_checked()
    desk.wait(lambda: all(p.rule != "date-weekday-mismatch" for p in desk.release.problems))
    assert str(sheet) in shown(page)
    shut(desk)


def test_a_sheet_that_cannot_be_read_changes_nothing_and_says_why(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "rusak.toml"
    sheet.write_text("[rules\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(sheet), ""))
    page = turned(desk, StylePage)
    click(desk, page, "Pilih berkas")
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert "rusak.toml" in dialog.said()
    assert desk.program.register.path == ""
    shut(desk)


def test_it_is_opened_with_the_systems_own_program(desk: Sitting) -> None:
    opened_paths: list[str] = []

    def open_path(path: str) -> bool:
        opened_paths.append(path)
        return False

    preferences(desk).open_path = open_path
    page = turned(desk, StylePage)
    click(desk, page, "Buat milik redaksi")
    click(desk, page, "Buka")
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert opened_paths == [desk.program.register.path]
    assert "tidak mempunyai program" in dialog.said()
    shut(desk)


# Kamus


def test_both_dictionaries_are_shown_and_lead_to_their_window(desk: Sitting) -> None:
    page = turned(desk, WordsPage)
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
    page = turned(desk, StylePage)
    click(desk, page, "Pilih berkas")
    (dialog,) = desk.window.findChildren(SettingsDialog)
    words = next(page for page in dialog.pages if isinstance(page, WordsPage))
    assert str(tmp_path / "kamus-redaksi.txt") in shown(words)
    assert "2 kata" in shown(words)
    shut(desk)


# Jurnal dan arsip


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


# LanguageTool


@pytest.fixture
def lone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without Java and LanguageTool."""
    folder = tmp_path / "languagetool"
    folder.mkdir()
    monkeypatch.setenv("LTP_PATH", str(folder))
    monkeypatch.setenv("PATH", str(tmp_path / "kosong"))
    return folder


def test_it_says_what_is_missing_and_what_to_do(desk: Sitting, lone: Path) -> None:
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    assert "Java tidak ada" in shown(page)
    assert "Java 17" in shown(page)
    assert "LanguageTool belum ada" in shown(page)
    assert "250 MB" in shown(page)
    assert page.download.isVisible()
    shut(desk)


def test_one_that_is_there_is_told_and_needs_no_download(desk: Sitting, lone: Path) -> None:
    release = lone / "LanguageTool-6.8"
    release.mkdir()
    (release / "languagetool-server.jar").write_bytes(b"jar")
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    assert f"LanguageTool 6.8 ({release})" in shown(page)
    assert not page.download.isVisible()
    shut(desk)


def test_local_is_chosen_at_once_and_remembered(start: Starter, lone: Path) -> None:
    desk = start()
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    assert page.modes["off"].isChecked()
    desk.click(page.modes["local"])
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert "begitu yang kurang" in dialog.said()
    assert peek(settings_file()).settings.languagetool == "local"
    assert "tidak meninggalkan komputer ini" in shown(page)
    shut(desk)
    page = turned(start(), LanguageToolPage)
    assert page.modes["local"].isChecked()
    shut(start.sittings[-1])


def test_a_server_is_asked_only_after_a_yes(desk: Sitting, lone: Path) -> None:
    page = turned(desk, LanguageToolPage)
    desk.click(page.modes["server"])
    assert page.address.hasFocus()
    desk.type("https://api.languagetool.org/v2")
    assert "dikirim lewat internet ke api.languagetool.org" in shown(page)
    assert "Kalimat berbahasa asing" in shown(page)
    page.indonesian.click()
    assert "Seluruh isi naskah dikirim lewat internet" in shown(page)
    assert "diembargo tidak pernah dikirim" in shown(page)
    assert peek(settings_file()).settings.languagetool == "off"
    desk.press(Qt.Key.Key_Return, where=page.address)
    assert peek(settings_file()).settings.languagetool == "https://api.languagetool.org/v2"
    desk.click(page.modes["off"])
    assert peek(settings_file()).settings.languagetool == "off"
    shut(desk)


@pytest.mark.parametrize("address", ["http://server.redaksi.id/v2", "ftp://x", "bukan alamat"])
def test_an_address_in_the_clear_or_none_at_all_is_refused(
    desk: Sitting, lone: Path, address: str
) -> None:
    page = turned(desk, LanguageToolPage)
    desk.click(page.modes["server"])
    desk.type(address)
    desk.click(page.use)
    assert peek(settings_file()).settings.languagetool == "off"
    assert "https://" in shown(page)
    shut(desk)


def test_one_that_is_in_a_folder_is_taken(
    desk: Sitting, lone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = tmp_path / "alat" / "LanguageTool-6.6"
    release.mkdir(parents=True)
    (release / "languagetool-server.jar").write_bytes(b"jar")
    chosen = [str(tmp_path / "kosong"), str(release.parent)]
    (tmp_path / "kosong").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: chosen.pop(0))
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    (dialog,) = desk.window.findChildren(SettingsDialog)
    click(desk, page, "Pilih folder")
    desk.wait(lambda: "tidak ada folder LanguageTool" in dialog.said())
    desk.wait(page.folder.isEnabled)
    click(desk, page, "Pilih folder")
    desk.wait(lambda: f"LanguageTool 6.6 ({lone / 'LanguageTool-6.6'})" in shown(page))
    assert dialog.said() == "LanguageTool 6.6 siap dipakai."
    shut(desk)


def test_one_that_is_in_a_zip_is_taken(
    desk: Sitting, lone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "LanguageTool-6.8.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("LanguageTool-6.8/languagetool-server.jar", "jar")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    click(desk, page, "Pilih ZIP")
    desk.wait(lambda: f"LanguageTool 6.8 ({lone / 'LanguageTool-6.8'})" in shown(page))
    shut(desk)


@pytest.fixture
def slow_shelf(lone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A server that gives a release piece by piece, the last ones when it is let; a Java."""
    java = tmp_path / "kosong" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"21.0.1\"' >&2\n")
    java.chmod(0o755)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("LanguageTool-6.8/languagetool-server.jar", os.urandom(2_000_000))
    data, may_end = buffer.getvalue(), Event()

    class Shelf(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()

        def do_GET(self) -> None:
            self.do_HEAD()
            with contextlib.suppress(OSError):
                self.wfile.write(data[:1_200_000])
                may_end.wait(20)
                self.wfile.write(data[1_200_000:])

        def log_message(self, *_arguments: object) -> None:
            """Be silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    thread = Thread(target=server.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/"
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("LTP_DOWNLOAD_HOST_NEW_RELEASES", address)
    monkeypatch.setenv("LTP_DOWNLOAD_SHA256", hashlib.sha256(data).hexdigest())
    yield may_end
    may_end.set()
    server.shutdown()
    thread.join()
    server.server_close()


@needs_shell
def test_a_download_shows_how_far_it_is_and_ends_in_a_tick(
    desk: Sitting, lone: Path, slow_shelf: Event
) -> None:
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    click(desk, page, "Unduh LanguageTool")
    desk.wait(lambda: "1 dari 2 MB" in shown(page))
    assert not page.download.isEnabled()
    slow_shelf.set()
    desk.wait(lambda: "LanguageTool 6.8 (" in shown(page))
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert dialog.said() == "LanguageTool 6.8 siap dipakai."
    assert not page.download.isVisible()
    assert [path.name for path in lone.iterdir()] == ["LanguageTool-6.8"]
    shut(desk)


@needs_shell
def test_a_download_can_be_stopped_and_leaves_nothing(
    desk: Sitting, lone: Path, slow_shelf: Event
) -> None:
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    click(desk, page, "Unduh LanguageTool")
    desk.wait(lambda: "1 dari 2 MB" in shown(page))
    click(desk, page, "Batalkan")
    slow_shelf.set()
    (dialog,) = desk.window.findChildren(SettingsDialog)
    desk.wait(lambda: "dibatalkan" in dialog.said())
    desk.wait(page.download.isEnabled)
    assert list(lone.iterdir()) == []
    shut(desk)


@needs_shell
def test_it_goes_on_when_the_dialog_closes_and_is_told_in_the_window(
    desk: Sitting, lone: Path, slow_shelf: Event
) -> None:
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    click(desk, page, "Unduh LanguageTool")
    desk.wait(lambda: "1 dari 2 MB" in shown(page))
    shut(desk)
    again = turned(desk, LanguageToolPage)
    assert "1 dari 2 MB" in shown(again)
    shut(desk)
    slow_shelf.set()
    desk.wait(lambda: desk.said() == "LanguageTool 6.8 siap dipakai.")


def test_closing_the_window_over_the_dialog_costs_nothing(desk: Sitting, lone: Path) -> None:
    opened(desk)
    desk.close()
