"""Paper and PDF from the window."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from window_kit import CTRL, Sitting

from bnews_desk import files
from bnews_desk.gui.publish import print_job
from bnews_desk.gui.publish.print_commands import PrintCommands
from bnews_desk.release import Release


def printing(desk: Sitting) -> PrintCommands:
    found = desk.program.findChild(PrintCommands) or desk.window.findChild(PrintCommands)
    assert isinstance(found, PrintCommands)
    return found


@pytest.fixture
def written(desk: Sitting) -> Sitting:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.type("Panen Kopi")
    return desk


def test_the_release_in_front_becomes_a_pdf(written: Sitting, tmp_path: Path) -> None:
    target = tmp_path / "panen.pdf"
    proposals: list[str] = []

    def choose(proposed: str) -> str:
        proposals.append(proposed)
        return str(target)

    act = printing(written)
    act.choose = choose
    act.save_pdf()
    written.wait(lambda: "panen.pdf" in written.status_text())
    assert target.read_bytes().startswith(b"%PDF-")
    assert proposals[0].endswith(" panen-kopi.pdf")
    assert f"di folder “{tmp_path.name}”" in written.status_text()


def test_nothing_is_written_where_the_editor_thinks_again(written: Sitting, tmp_path: Path) -> None:
    act = printing(written)
    act.choose = lambda _proposed: ""
    act.save_pdf()
    assert not list(tmp_path.glob("*.pdf"))


def test_a_full_disk_is_told_above_the_page(
    written: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, _data: bytes) -> None:
        os.close(descriptor)
        raise OSError(errno.ENOSPC, "full")

    act = printing(written)
    act.choose = lambda _proposed: str(tmp_path / "panen.pdf")
    monkeypatch.setattr(files, "_fill", full)
    act.save_pdf()
    written.wait(lambda: any("panen.pdf" in told for told in written.parts.notice.texts))
    assert not list(tmp_path.glob("*.pdf"))


def test_the_preview_shows_the_pages(written: Sitting) -> None:
    printing(written).print_release()
    written.wait(lambda: written.window.findChild(QPrintPreviewDialog) is not None)
    preview = written.window.findChild(QPrintPreviewDialog)
    assert isinstance(preview, QPrintPreviewDialog)
    assert preview.isVisible()
    pages = preview.findChild(QPrintPreviewWidget)
    assert isinstance(pages, QPrintPreviewWidget)
    written.wait(lambda: pages.pageCount() == 1)  # drawn once we have returned to the event loop
    preview.reject()


def test_without_a_release_there_is_nothing_to_print(desk: Sitting) -> None:
    act = printing(desk)
    act.print_release()
    act.save_pdf()
    assert desk.window.findChild(QPrintPreviewDialog) is None


@pytest.fixture
def long(desk: Sitting) -> Sitting:
    """A release of some dozen pages."""
    line = "Warga desa membersihkan saluran air sejak pagi dan memanen padi di sawahnya. "
    desk.program.desk.open_new(Release("\n".join(["Panen Padi", *[line * 6] * 150])))
    desk.settle()
    return desk


def test_a_long_pdf_is_made_beside_the_typing_and_tells_its_page(
    long: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_job, "NOTICE_DELAY_MS", 0)
    report, is_told = print_job.PrintJob._report, threading.Event()

    def slowly(work: print_job.PrintJob, number: int, count: int) -> None:
        report(work, number, count)
        is_told.wait(20)  # no machine is so fast that its first page is never told

    monkeypatch.setattr(print_job.PrintJob, "_report", slowly)
    target = tmp_path / "padi.pdf"
    act = printing(long)
    act.choose = lambda _proposed: str(target)
    act.save_pdf()
    assert not target.exists()
    long.wait(lambda: any("Menyimpan PDF: halaman" in t for t in long.parts.notice.texts))
    is_told.set()
    long.place_caret(0)
    long.type("Warga ")
    long.wait(lambda: "padi.pdf" in long.status_text())
    assert long.text.startswith("Warga Panen Padi\n")
    assert target.read_bytes().startswith(b"%PDF-")
    assert long.parts.notice.texts == ()


def test_it_can_be_stopped_and_leaves_no_file(
    long: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_job, "NOTICE_DELAY_MS", 0)
    report = print_job.PrintJob._report

    def slowly(work: print_job.PrintJob, number: int, count: int) -> None:
        if number > 1:  # the second page takes until the editor has had enough
            work._is_cancelled.wait(20)
        report(work, number, count)

    monkeypatch.setattr(print_job.PrintJob, "_report", slowly)
    act = printing(long)
    act.choose = lambda _proposed: str(tmp_path / "padi.pdf")
    act.save_pdf()
    long.wait(lambda: any("Menyimpan PDF" in text for text in long.parts.notice.texts))
    long.click(long.button(long.parts.notice, "Batalkan"))
    long.wait(lambda: long.parts.notice.texts == ())
    assert list(tmp_path.glob("*.pdf")) == []
    assert "padi.pdf" not in long.status_text()


def test_one_at_a_time_is_made(long: Sitting, tmp_path: Path) -> None:
    act = printing(long)
    act.choose = lambda _proposed: str(tmp_path / "padi.pdf")
    act.save_pdf()
    act.save_pdf()
    assert "masih disimpan" in long.status_text()
    long.wait(lambda: "padi.pdf" in long.status_text())


def test_closing_the_window_lets_the_file_come_to_its_end(long: Sitting, tmp_path: Path) -> None:
    target = tmp_path / "padi.pdf"
    act = printing(long)
    act.choose = lambda _proposed: str(target)
    act.save_pdf()
    long.close()
    assert target.read_bytes().rstrip().endswith(b"%%EOF")


def test_the_preview_of_a_long_release_has_all_its_pages(long: Sitting) -> None:
    printing(long).print_release()
    long.wait(lambda: long.window.findChild(QPrintPreviewDialog) is not None)
    preview = long.window.findChild(QPrintPreviewDialog)
    assert isinstance(preview, QPrintPreviewDialog)
    pages = preview.findChild(QPrintPreviewWidget)
    assert isinstance(pages, QPrintPreviewWidget)
    long.wait(lambda: pages.pageCount() > 10)
    preview.reject()
