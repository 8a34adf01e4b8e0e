"""Kotak masuk in the window: seen, imported, ignored, by keys and clicks alone."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from window_kit import CTRL, SHIFT, Sitting, Starter

from bnews_desk.gui.archive import archive_features
from bnews_desk.gui.inbox import inbox_folder as folders
from bnews_desk.gui.inbox import inbox_watch as inboxes
from bnews_desk.gui.inbox.inbox_controller import InboxController
from bnews_desk.gui.inbox.inbox_file_model import ITEM
from bnews_desk.gui.inbox.inbox_page import InboxPage
from bnews_desk.paths import settings_file

COPY = "Warga Sumberagung Panen Kopi {0}\n\nBLITAR | B-news.id - Warga memanen kopi ke-{0}.\n"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor who rests after a moment, files that are whole after another."""
    monkeypatch.setattr(archive_features, "REST_MS", 20)
    monkeypatch.setattr(folders, "QUIET_SECONDS", 0.2)
    for name, value in (("WAITING_MS", 60), ("STIR_MS", 20), ("ASK_AGAIN_MS", 50)):
        monkeypatch.setattr(inboxes, name, value)


@pytest.fixture
def put(tmp_path: Path) -> Callable[[int], Path]:
    """Puts a release of long ago into the watched folder."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    Path(settings_file()).parent.mkdir(parents=True, exist_ok=True)
    Path(settings_file()).write_text(json.dumps({"inbox": str(folder)}), encoding="utf-8")

    def put(number: int) -> Path:
        path = folder / f"rilis-{number}.txt"
        path.write_text(COPY.format(number))
        moment = time.time() - 1000 - number
        os.utime(path, (moment, moment))
        return path

    return put


def inbox_controller(desk: Sitting) -> InboxController:
    return desk.program.finish_parts().desk_features.inbox


def page_of(desk: Sitting) -> InboxPage:
    return inbox_controller(desk).page


def shown(desk: Sitting) -> list[str]:
    rows = page_of(desk).rows
    return [rows.index(row).data() for row in range(rows.rowCount())]


def opened(desk: Sitting, count: int) -> None:
    """Go to Kotak masuk by key and wait until so many files are there."""
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    desk.wait(lambda: len(shown(desk)) == count)


def click_button(desk: Sitting, row: int) -> None:
    """Click the button at the right end of a row."""
    page = page_of(desk)
    index = page.rows.index(row)
    button = page.delegate.button(page.view.visualRect(index), index.data(ITEM))
    desk.click(page.view.viewport(), button.center())


def told(desk: Sitting, row: int = 0) -> str:
    """What a row says below the name, '' where there is none."""
    page = page_of(desk)
    item = page.rows.index(row).data(ITEM)
    return page.rows.file_description(item) if item else ""


def test_the_foot_of_meja_counts_and_leads_there(
    home: Path, put: Callable[[int], Path], start: Starter
) -> None:
    put(2)
    put(1)
    desk = start()
    row = inbox_controller(desk).row
    desk.wait(lambda: row.accessibleName() == "Kotak masuk: 2")
    desk.click(row)
    assert inbox_controller(desk).is_shown
    assert shown(desk) == ["rilis-1.txt", "rilis-2.txt"]
    desk.press(Qt.Key.Key_Escape)
    assert not inbox_controller(desk).is_shown


def test_enter_imports_what_is_chosen(
    home: Path, put: Callable[[int], Path], start: Starter
) -> None:
    for number in (3, 2, 1):
        put(number)
    desk = start()
    opened(desk, 3)
    desk.press(Qt.Key.Key_Return)
    desk.wait_checked()
    assert desk.value.headline == "Warga Sumberagung Panen Kopi 1"
    assert not inbox_controller(desk).is_shown
    desk.wait(lambda: inbox_controller(desk).row.accessibleName() == "Kotak masuk: 2")
    opened(desk, 2)
    desk.press(Qt.Key.Key_A, CTRL)
    assert page_of(desk).take.text() == "Impor (2)"
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: len(desk.program.desk.releases) == 3)
    desk.wait(lambda: inbox_controller(desk).row.accessibleName() == "Kotak masuk")
    again = start()
    again.wait(lambda: not inbox_controller(again).inbox.is_reading)
    assert inbox_controller(again).inbox.count == 0


def test_one_click_imports_one_file(home: Path, put: Callable[[int], Path], start: Starter) -> None:
    put(2)
    put(1)
    desk = start()
    opened(desk, 2)
    click_button(desk, 1)
    desk.wait_checked()
    assert desk.value.headline == "Warga Sumberagung Panen Kopi 2"


def test_what_is_ignored_goes_and_can_come_back(
    home: Path, put: Callable[[int], Path], start: Starter
) -> None:
    put(1)
    desk = start()
    opened(desk, 1)
    desk.press(Qt.Key.Key_Delete)
    assert shown(desk) == []
    assert desk.status_text() == "“rilis-1.txt” diabaikan."
    desk.settle()  # the message has its place by then
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    assert shown(desk) == ["rilis-1.txt"]
    page_of(desk).view.setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.click(page_of(desk).all, QPoint(8, 8))
    assert "diabaikan" in page_of(desk).rows.file_description(inbox_controller(desk).inbox.items[0])
    page_of(desk).view.selectAll()
    desk.click(desk.button(page_of(desk), "Jangan abaikan"))
    assert inbox_controller(desk).inbox.count == 1


def test_a_file_that_cannot_be_read_says_why_and_can_be_tried_again(
    home: Path, put: Callable[[int], Path], start: Starter
) -> None:
    path = put(1).rename(put(2).with_suffix(".docx"))
    path.with_suffix(".txt").unlink()
    path.write_bytes(b"PK\x03\x04 rusak")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    desk = start()
    opened(desk, 1)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: "rilis-2.docx" in "".join(desk.parts.notice.texts))
    desk.wait(lambda: shown(desk) == ["rilis-2.docx"])
    why = told(desk)
    assert "rusak" in why
    assert page_of(desk).take.text() == "Coba lagi"
    assert why in inbox_controller(desk).panel.state.text()
    assert inbox_controller(desk).row.accessibleName() == "Kotak masuk: 1"
    again = start()
    opened(again, 1)
    assert told(again) == why, "it is remembered over the days"
    document = Document()
    document.add_paragraph("Warga Sumberagung memanen kopi.")
    document.save(str(path.with_suffix(".tmp")))
    path.with_suffix(".tmp").replace(path)
    again.wait(lambda: "dokumen Word" in told(again))
    click_button(again, 0)
    again.wait(lambda: "memanen kopi" in again.text if again.program.desk.current else False)


def test_the_same_file_sent_anew_says_what_it_came_in_as_and_opens_it(
    home: Path, put: Callable[[int], Path], start: Starter
) -> None:
    first = put(1)
    desk = start()
    opened(desk, 1)
    desk.press(Qt.Key.Key_Return)
    desk.wait_checked()
    key = desk.release.key
    desk.wait(lambda: inbox_controller(desk).inbox.count == 0)
    desk.program.release_controller.close_current()
    first.with_name("kiriman-kedua.txt").write_bytes(first.read_bytes())
    opened(desk, 1)
    assert shown(desk) == ["kiriman-kedua.txt"]
    desk.wait(lambda: told(desk).startswith("sudah ada di arsip: “Warga Sumberagung Panen Kopi 1”"))
    assert inbox_controller(desk).row.accessibleName() == "Kotak masuk"
    assert page_of(desk).take.text() == "Buka"
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.release.key == key
    assert len(desk.program.desk.releases) == 1
    again = start()
    opened(again, 0)
    assert shown(again) == []


def test_it_may_be_imported_all_the_same(
    home: Path, put: Callable[[int], Path], start: Starter
) -> None:
    first = put(1)
    desk = start()
    opened(desk, 1)
    desk.press(Qt.Key.Key_Return)
    desk.wait_checked()
    desk.wait(lambda: inbox_controller(desk).inbox.count == 0)
    first.with_name("kiriman-kedua.txt").write_bytes(first.read_bytes())
    opened(desk, 1)
    desk.wait(lambda: told(desk).startswith("sudah ada di arsip"))
    panel = inbox_controller(desk).panel
    assert panel.open.isVisible()
    desk.click(desk.button(panel, "Impor lagi"))
    desk.wait(lambda: len(desk.program.desk.releases) == 2)
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    desk.wait(lambda: shown(desk) == [])


def test_beside_it_stands_the_chosen_file_and_not_the_former_release(
    home: Path, put: Callable[[int], Path], start: Starter
) -> None:
    put(2)
    path = put(1)
    deep = path.parent / "Kominfo" / "Senin"
    deep.mkdir(parents=True)
    path.rename(deep / path.name)
    desk = start()
    desk.open_own()
    opened(desk, 2)
    panel = inbox_controller(desk).panel
    assert desk.window.right.currentWidget() is panel
    assert not desk.parts.findings.isVisible()
    assert panel.name.text().replace("\N{ZERO WIDTH SPACE}", "") == "rilis-1.txt"
    assert panel.facts.fact("Jenis") == "teks biasa"
    desk.wait(lambda: "Warga memanen kopi ke-1." in panel.text.text())
    desk.press(Qt.Key.Key_Down)
    assert panel.text.text() == ""
    desk.wait(lambda: "Warga memanen kopi ke-2." in panel.text.text())
    desk.press(Qt.Key.Key_Up)
    assert "Warga memanen kopi ke-1." in panel.text.text(), "it is at hand"
    assert panel.facts.fact("Subfolder") == os.path.join("Kominfo", "Senin")
    desk.press(Qt.Key.Key_A, CTRL)
    assert panel.name.text().startswith("2 berkas")
    page_of(desk).view.clearSelection()
    assert panel.title.text() == "Tentang kotak masuk"
    desk.press(Qt.Key.Key_Escape)
    assert desk.parts.findings.isVisible()


def test_a_folder_is_chosen_in_the_window_and_remembered(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "unduhan"
    folder.mkdir()
    (folder / "rilis.txt").write_text(COPY.format(7))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    desk = start()
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert page_of(desk).hint.text().startswith("Pilih folder tempat rilis biasa datang")
    assert QApplication.focusWidget() is page_of(desk).choose
    desk.press(Qt.Key.Key_Space)
    desk.wait(lambda: shown(desk) == ["rilis.txt"])
    assert json.loads(Path(settings_file()).read_text(encoding="utf-8"))["inbox"] == str(folder)


def test_a_folder_that_is_gone_is_said_calmly(
    home: Path, put: Callable[[int], Path], start: Starter, tmp_path: Path
) -> None:
    put(1)
    desk = start()
    opened(desk, 1)
    (tmp_path / "masuk").rename(tmp_path / "dicabut")
    inbox_controller(desk).inbox.look()
    desk.wait(lambda: "tidak ditemukan" in page_of(desk).hint.text())
    assert desk.parts.notice.texts == ()
    assert inbox_controller(desk).row.accessibleName() == "Kotak masuk"
    (tmp_path / "dicabut").rename(tmp_path / "masuk")
    desk.click(desk.button(page_of(desk), "Coba lagi"))
    desk.wait(lambda: shown(desk) == ["rilis-1.txt"])


def test_enter_on_the_first_button_asks_for_the_folder(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(*_: object, **__: object) -> str:
        asked.append("folder")
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: asked == ["folder"])


def test_of_a_file_that_came_in_before_it_was_whole_the_editor_is_told(
    home: Path, put: Callable[[int], Path], start: Starter
) -> None:
    path = put(1)
    path.write_text(COPY.format(1) + "Panen itu berlangsung sejak Sel")
    desk = start()
    opened(desk, 1)
    desk.press(Qt.Key.Key_Return)
    desk.wait_checked()
    desk.wait(lambda: inbox_controller(desk).inbox.count == 0)
    path.with_suffix(".baru").write_text(COPY.format(1) + "Panen itu berlangsung sejak Selasa.\n")
    path.with_suffix(".baru").replace(path)
    notice = desk.parts.notice
    desk.wait(lambda: any("belum selesai disalin" in text for text in notice.texts))
    opened(desk, 1)
    assert told(desk).startswith("bertambah panjang sejak diimpor")
    remedy = notice._rows[f"bertambah {path}"]._remedy
    assert remedy is not None
    desk.click(remedy)
    desk.wait(lambda: desk.value.text.endswith("Selasa."))
    desk.wait(lambda: not any("belum selesai disalin" in text for text in notice.texts))
