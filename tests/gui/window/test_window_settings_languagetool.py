"""The settings of LanguageTool: what is missing, chosen, downloaded, stopped."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from fake_java import put_java
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from settings_kit import click, opened, shown, shut, turned
from window_kit import Sitting, Starter

from bnews_desk.gui.settings.languagetool_page import LanguageToolPage
from bnews_desk.gui.settings.settings_dialog import SettingsDialog
from bnews_desk.paths import settings_file
from bnews_desk.settings import read_settings


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
    assert "begitu yang kurang" in dialog.status_text()
    assert read_settings(settings_file()).settings.languagetool == "local"
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
    assert read_settings(settings_file()).settings.languagetool == "off"
    desk.press(Qt.Key.Key_Return, where=page.address)
    assert read_settings(settings_file()).settings.languagetool == "https://api.languagetool.org/v2"
    desk.click(page.modes["off"])
    assert read_settings(settings_file()).settings.languagetool == "off"
    shut(desk)


@pytest.mark.parametrize("address", ["http://server.redaksi.id/v2", "ftp://x", "bukan alamat"])
def test_an_address_in_the_clear_or_none_at_all_is_refused(
    desk: Sitting, lone: Path, address: str
) -> None:
    page = turned(desk, LanguageToolPage)
    desk.click(page.modes["server"])
    desk.type(address)
    desk.click(page.use)
    assert read_settings(settings_file()).settings.languagetool == "off"
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
    desk.wait(lambda: "tidak ada folder LanguageTool" in dialog.status_text())
    desk.wait(page.folder.isEnabled)
    click(desk, page, "Pilih folder")
    desk.wait(lambda: f"LanguageTool 6.6 ({lone / 'LanguageTool-6.6'})" in shown(page))
    assert dialog.status_text() == "LanguageTool 6.6 siap dipakai."
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
    put_java(tmp_path / "kosong")
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


def begin_download(desk: Sitting) -> LanguageToolPage:
    """Click for it and wait until it is half done; the dialog is open at its page."""
    page = turned(desk, LanguageToolPage)
    desk.wait(page.is_known)
    click(desk, page, "Unduh LanguageTool")
    desk.wait(lambda: "1 dari 2 MB" in shown(page))
    return page


def test_a_download_shows_how_far_it_is_and_ends_in_a_tick(
    desk: Sitting, lone: Path, slow_shelf: Event
) -> None:
    page = begin_download(desk)
    assert not page.download.isEnabled()
    slow_shelf.set()
    desk.wait(lambda: "LanguageTool 6.8 (" in shown(page))
    (dialog,) = desk.window.findChildren(SettingsDialog)
    assert dialog.status_text() == "LanguageTool 6.8 siap dipakai."
    assert not page.download.isVisible()
    assert [path.name for path in lone.iterdir()] == ["LanguageTool-6.8"]
    shut(desk)


def test_a_download_can_be_stopped_and_leaves_nothing(
    desk: Sitting, lone: Path, slow_shelf: Event
) -> None:
    page = begin_download(desk)
    click(desk, page, "Batalkan")
    slow_shelf.set()
    (dialog,) = desk.window.findChildren(SettingsDialog)
    desk.wait(lambda: "dibatalkan" in dialog.status_text())
    desk.wait(page.download.isEnabled)
    assert list(lone.iterdir()) == []
    shut(desk)


def test_it_goes_on_when_the_dialog_closes_and_is_told_in_the_window(
    desk: Sitting, lone: Path, slow_shelf: Event
) -> None:
    begin_download(desk)
    shut(desk)
    again = turned(desk, LanguageToolPage)
    assert "1 dari 2 MB" in shown(again)
    shut(desk)
    slow_shelf.set()
    desk.wait(lambda: desk.status_text() == "LanguageTool 6.8 siap dipakai.")


def test_closing_the_window_over_the_dialog_costs_nothing(desk: Sitting, lone: Path) -> None:
    opened(desk)
    desk.close()
