"""Paper and PDF from the window."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from window_kit import CTRL, Sitting

from bnews_desk import files
from bnews_desk.gui.printing.printing import Printing


def printing(desk: Sitting) -> Printing:
    found = desk.program.findChild(Printing) or desk.window.findChild(Printing)
    assert isinstance(found, Printing)
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
    assert target.read_bytes().startswith(b"%PDF-")
    assert proposals[0].endswith(" panen-kopi.pdf")
    assert str(target) in written.said()


def test_nothing_is_written_where_the_editor_thinks_again(written: Sitting, tmp_path: Path) -> None:
    act = printing(written)
    act.choose = lambda _proposed: ""
    act.save_pdf()
    assert not list(tmp_path.glob("*.pdf"))


def test_a_full_disk_is_told_above_the_page(
    written: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    act = printing(written)
    act.choose = lambda _proposed: str(tmp_path / "panen.pdf")
    monkeypatch.setattr(files, "_fill", full)
    act.save_pdf()
    assert not list(tmp_path.glob("*.pdf"))
    assert any("panen.pdf" in told for told in written.parts.notice.texts)


def test_the_preview_shows_the_pages(written: Sitting) -> None:
    printing(written).print_release()
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
