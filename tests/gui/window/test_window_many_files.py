"""Many files at once: each on its own, progress, cancel, and one report at the end."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import process_control
import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton
from window_kit import Sitting

from bnews_desk.gui.imports import import_notices
from bnews_desk.gui.shared.reading_dialog import ReadingDialog

COPY = "BLITAR | B-news.id - Warga {0} memanen kopi. (kmfkabblt/sun)\nEditor : Zainul Arifin"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Five files, the third of which is damaged."""
    folder = tmp_path / "kiriman"
    folder.mkdir()
    paths = [folder / f"{n}-rilis.txt" for n in range(5)]
    for number, path in enumerate(paths):
        path.write_text(COPY.format(f"Desa {'ABCDE'[number]}"), encoding="utf-8")
    paths[2] = paths[2].rename(folder / "2-rusak.docx")
    paths[2].write_bytes(b"PK\x03\x04 word/ bukan arsip")
    return [str(path) for path in paths]


def wait_for(desk: Sitting, count: int) -> None:
    desk.wait(lambda: len(desk.program.desk.releases) == count)
    desk.wait(lambda: not desk.program.importing.is_busy)
    desk.settle()


def report(desk: Sitting) -> str:
    """The row that tells what became of all."""
    (text,) = desk.parts.notice.texts
    return text


def details(desk: Sitting) -> str:
    """What *Rincian…* shows."""
    desk.click(desk.button(desk.parts.notice, "Rincian"))
    (dialog,) = desk.window.findChildren(ReadingDialog)
    text = dialog.text.toPlainText()
    dialog.close()
    desk.settle()
    return text


def test_a_bad_file_among_those_dropped_stops_nothing(desk: Sitting, files: list[str]) -> None:
    desk.drop(desk.parts.empty_page, *files)
    wait_for(desk, 4)
    assert report(desk) == "4 dari 5 berkas terbaca; yang tidak: 2-rusak.docx."
    said = details(desk)
    assert "Tidak dapat diimpor (1)" in said
    assert "Sudah dibaca (4)" in said
    assert "0-rilis.txt" in said
    assert "DOCX" in said or "Word" in said  # why, and what to do


def test_a_folder_comes_in_from_the_menu(
    desk: Sitting, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(Path(files[0]).parent)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folder)
    desk.program.commands["folder"].trigger()
    wait_for(desk, 4)
    assert "4 dari 5 berkas terbaca" in report(desk)
    assert desk.program.release_controller.intake.folder == folder


def test_all_well_is_one_word_in_the_status_line(desk: Sitting, files: list[str]) -> None:
    desk.drop(desk.parts.empty_page, *files[:2])
    wait_for(desk, 2)
    assert desk.status_text() == "2 berkas dibaca, semuanya dapat diimpor."
    assert desk.parts.notice.texts == ()


def test_a_file_that_comes_alone_says_itself_what_is_wrong(desk: Sitting, files: list[str]) -> None:
    desk.drop(desk.parts.empty_page, files[2])
    desk.wait(lambda: any(t.startswith("2-rusak.docx: ") for t in desk.parts.notice.texts))
    desk.wait(lambda: len(desk.parts.notice.texts) == 1)  # that of the progress has gone
    assert not [b for b in desk.parts.notice.findChildren(QPushButton) if "Rincian" in b.text()]


def test_cancel_midway_keeps_what_came_and_tells_what_did_not(
    desk: Sitting, files: list[str]
) -> None:
    importing = desk.program.importing
    went = [files[0], files[1]]

    def stop(path: str, *_: object) -> None:
        if path == files[1]:  # the worker hangs from here on
            for child in multiprocessing.active_children():
                if child.name == "bnews-import" and child.pid:
                    process_control.stop(child.pid)

    importing.imported.connect(stop)
    desk.drop(desk.parts.empty_page, *went, files[3], files[4])
    wait_cancel = "Mengimpor 3 dari 4 …"
    desk.wait(lambda: wait_cancel in desk.parts.notice.texts)
    desk.click(desk.button(desk.parts.notice, "Batalkan"))
    wait_for(desk, 2)
    assert report(desk) == (
        "Impor dibatalkan: 2 dari 4 berkas terbaca, yang lain tidak: 3-rilis.txt, 4-rilis.txt."
    )
    importing.imported.disconnect(stop)
    desk.drop(desk.parts.page, files[3])  # the window and a fresh worker go on
    wait_for(desk, 3)


def test_files_from_the_clipboard(desk: Sitting, files: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in files[:2]])
    QGuiApplication.clipboard().setMimeData(data)
    desk.program.release_controller.intake.paste()
    wait_for(desk, 2)


def test_many_files_do_not_fill_the_tabs(
    desk: Sitting, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_notices, "MOST_TABS", 2)
    desk.drop(desk.parts.empty_page, *files)
    desk.wait(lambda: len(desk.rows()) == 4)
    desk.wait(lambda: not desk.program.importing.is_busy)
    assert len(desk.program.desk.releases) == 2
    assert "Desa E" in desk.text
