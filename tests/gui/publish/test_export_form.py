"""The other forms of an export and the pattern of names, by mouse and keyboard, to the files."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bnews_desk import files
from bnews_desk.exporters.export_formats import ExportFormat
from bnews_desk.exporters.html import write_html
from bnews_desk.exporters.markdown import write_markdown
from bnews_desk.exporters.wordpress import write_wordpress
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.check_service import CheckResult
from bnews_desk.gui.publish.export_choices import ExportChoices, file_forms
from bnews_desk.gui.publish.ready_panel import ExportButton, ReadyPanel
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import LinkButton
from bnews_desk.gui.shared.widgets.fold import FoldButton
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file
from bnews_desk.release import Details, Release

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
HOUSE = load_style_sheet()[0]
READER = FrameReader(HOUSE)
RELEASE = Release.of(
    "Pasar Tani Tegalasri",
    (
        "BLITAR | B-news.id - Dinas Ketahanan Pangan membuka Pasar Tani Tegalasri di Wlingi.",
        "Baca juga: Panen Raya Cabai di Wlingi",
        "Pasar itu ramai. (kmfkabblt/sun)",
        "Editor : Zainul Arifin",
    ),
)._replace(details=Details(publication_date=date(2024, 11, 14)))
STEM = "2024-11-14 pasar-tani-tegalasri"
EVERY = tuple(form.key for form in file_forms())


class Numbers:
    """Answers that a name which is taken shall be numbered; keeps what it was asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        text: str,
        choices: Sequence[tuple[str, str]],
    ) -> str:
        self.texts.append(text)
        return "number"


@pytest.fixture
def numbers() -> Numbers:
    return Numbers()


@pytest.fixture
def forms() -> tuple[str, ...]:
    """The forms that are ticked as the panel is made."""
    return EVERY


@pytest.fixture
def panel(
    qtbot: QtBot, numbers: Numbers, tmp_path: Path, forms: tuple[str, ...]
) -> Iterator[ReadyPanel]:
    panel = ReadyPanel(
        Theme.light(),
        HOUSE,
        ExportChoices(forms, folder=str(tmp_path)),
        ask=numbers,
        clock=lambda: datetime(2024, 11, 14, 10, 58),
    )
    qtbot.addWidget(panel)
    panel.resize(324, 696)
    with qtbot.waitExposed(panel):
        panel.show()
    release = OpenRelease("a", RELEASE)
    revision = release.document.revision
    frame = READER.read(RELEASE.text)
    release.take_check_result(CheckResult("a", revision, release.document.release(), frame, ()))
    panel.show_release(release)
    yield panel
    panel.shut_down()


def box(panel: ReadyPanel, name: str) -> QCheckBox:
    return next(b for b in panel.findChildren(QCheckBox) if b.accessibleName() == name)


def field(panel: ReadyPanel, name: str) -> QLineEdit:
    return next(f for f in panel.findChildren(QLineEdit) if f.accessibleName() == name)


def fold(panel: ReadyPanel) -> FoldButton:
    (found,) = panel.findChildren(FoldButton)
    return found


def export(qtbot: QtBot, panel: ReadyPanel) -> tuple[str, ...]:
    (found,) = panel.findChildren(ExportButton)
    with qtbot.waitSignal(panel.exported, timeout=20_000) as signal:
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    written: tuple[str, ...] = signal.args[0]
    return written


def failure(qtbot: QtBot, panel: ReadyPanel) -> str:
    (found,) = panel.findChildren(ExportButton)
    with qtbot.waitSignal(panel.failed, timeout=20_000) as signal:
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    return str(signal.args[0])


def type_pattern(qtbot: QtBot, panel: ReadyPanel, text: str) -> QLineEdit:
    if not fold(panel).isChecked():
        qtbot.mouseClick(fold(panel), Qt.MouseButton.LeftButton)
    found = field(panel, "Pola nama berkas")
    found.setFocus()
    found.selectAll()
    if text:
        qtbot.keyClicks(found, text)
    else:
        qtbot.keyClick(found, Qt.Key.Key_Backspace)
    return found


@pytest.mark.parametrize("forms", [("headline",)])
def test_a_new_format_is_offered_and_written(
    headline_format: ExportFormat, qtbot: QtBot, panel: ReadyPanel, tmp_path: Path
) -> None:
    assert box(panel, f"{headline_format.title} JUDUL").isChecked()
    with qtbot.waitSignal(panel.status_message) as said:
        (written,) = export(qtbot, panel)
    assert written == str(tmp_path / f"{STEM}.judul")
    assert Path(written).read_text("utf-8") == "# Pasar Tani Tegalasri"
    assert "JUDUL" in said.args[0]


def test_every_form_is_written_as_its_writer_has_it(
    qtbot: QtBot, panel: ReadyPanel, tmp_path: Path
) -> None:
    with qtbot.waitSignal(panel.status_message) as said:
        written = export(qtbot, panel)
    assert written == tuple(str(tmp_path / (STEM + form.ending)) for form in file_forms())
    made = {form.key: Path(path) for form, path in zip(file_forms(), written, strict=True)}
    assert made["html"].read_text("utf-8") == write_html(RELEASE)
    assert made["wordpress"].read_text("utf-8") == write_wordpress(RELEASE)
    assert made["markdown"].read_text("utf-8") == write_markdown(RELEASE)
    assert json.loads(made["ninjs"].read_bytes())
    assert made["pdf"].read_bytes().startswith(b"%PDF-")
    for key in ("docx", "txt", "odt"):
        assert read_file(str(made[key]), READER).release.text == RELEASE.text
    *shorts, last = [form.short for form in file_forms()]
    told = f"{', '.join(shorts)}, dan {last}"
    assert said.args[0] == f"Tersimpan: {told} di folder “{tmp_path.name}”."
    links = [link for link in panel.findChildren(LinkButton) if link.isVisible()]
    assert [link.text() for link in links[:3]] == ["DOCX", "TXT", "HTML"]
    assert links[-1].accessibleName() == "Buka folder"
    assert len(links) == len(file_forms()) + 1


def test_one_name_that_is_taken_numbers_all_files(
    qtbot: QtBot, panel: ReadyPanel, numbers: Numbers, tmp_path: Path
) -> None:
    old = tmp_path / f"{STEM}.wordpress.html"
    old.write_text("lama")
    written = export(qtbot, panel)
    assert all(Path(path).name.startswith(f"{STEM} (2).") for path in written)
    assert old.read_text() == "lama"
    assert old.name in numbers.texts[0]


@pytest.mark.parametrize(
    ("refused", "told"), [(errno.ENOSPC, "ruang disk habis"), (errno.EACCES, "tidak boleh")]
)
@pytest.mark.parametrize("forms", [(key,) for key in EVERY], ids=EVERY)
def test_a_disk_that_refuses_any_form_leaves_none_of_it(
    qtbot: QtBot,
    panel: ReadyPanel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    refused: int,
    told: str,
) -> None:
    def refuse(descriptor: int, _data: bytes) -> None:
        os.close(descriptor)  # as it does on every failure
        raise OSError(refused, os.strerror(refused))

    monkeypatch.setattr(files, "_fill", refuse)
    said = failure(qtbot, panel)
    assert told in said
    assert STEM in said
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    assert len(export(qtbot, panel)) == 1


def test_pages_that_cannot_be_laid_out_cost_one_sentence(
    qtbot: QtBot, panel: ReadyPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bnews_desk.errors import WriteError
    from bnews_desk.gui.publish import print_painting

    def fail(_document: object) -> bytes:
        raise WriteError("failed", "Halaman tidak dapat disusun.")

    monkeypatch.setattr(print_painting, "make_pdf", fail)
    assert failure(qtbot, panel) == "Halaman tidak dapat disusun."
    assert list(tmp_path.iterdir()) == []


def test_many_other_forms_are_folded_and_counted(panel: ReadyPanel) -> None:
    others = len(file_forms()) - 2  # besides DOCX and TXT, which are never folded
    assert fold(panel).text() == f"Bentuk lain: {others} dicentang"
    assert not box(panel, "OpenDocument ODT").isVisible()


@pytest.mark.parametrize("forms", [("docx", "odt", "pdf")])
def test_few_other_forms_are_told_by_name(qtbot: QtBot, panel: ReadyPanel) -> None:
    assert fold(panel).text() == "Bentuk lain: ODT, PDF"
    qtbot.mouseClick(fold(panel), Qt.MouseButton.LeftButton)
    assert fold(panel).text() == "Bentuk lain…"
    assert box(panel, "OpenDocument ODT").isVisible()
    with qtbot.waitSignal(panel.choices_changed) as signal:
        qtbot.keyClick(box(panel, "OpenDocument ODT"), Qt.Key.Key_Space)
    assert signal.args[0].files == ("docx", "pdf")


def test_in_a_low_window_what_unfolds_comes_into_sight(qtbot: QtBot, panel: ReadyPanel) -> None:
    panel.resize(324, 480)
    fold(panel).click()
    last = box(panel, "Halaman cetak PDF")
    qtbot.waitUntil(lambda: panel.rect().contains(last.mapTo(panel, last.rect().bottomLeft())))
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())


def test_names_follow_the_pattern_and_it_is_remembered(
    qtbot: QtBot, panel: ReadyPanel, tmp_path: Path
) -> None:
    with qtbot.waitSignal(panel.choices_changed):
        type_pattern(qtbot, panel, "{tempat} {judul}")
    assert panel.choices.pattern == "{tempat} {judul}"
    assert field(panel, "Nama").text() == "blitar pasar-tani-tegalasri"
    written = export(qtbot, panel)
    assert written[0] == str(tmp_path / "blitar pasar-tani-tegalasri.docx")


def test_a_pattern_that_cannot_be_is_told_and_the_one_before_holds(
    qtbot: QtBot, panel: ReadyPanel
) -> None:
    found = type_pattern(qtbot, panel, "{tempat} {jdul}")
    assert found.property("state") == "err"
    assert "{jdul}" in panel._form._fault.text()
    assert panel._form._fault.isVisible()
    assert panel.choices.pattern == "{tempat}"  # the last that could be, as it was typed
    assert field(panel, "Nama").text() == "blitar"
    type_pattern(qtbot, panel, "")
    assert not panel._form._fault.isVisible()
    assert panel.choices.pattern == "{tanggal} {judul}"
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert found.text() == "{tanggal} {judul}"
    assert field(panel, "Nama").text() == STEM


def test_a_typed_name_is_left_alone_by_a_new_pattern(qtbot: QtBot, panel: ReadyPanel) -> None:
    name = field(panel, "Nama")
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "kabar")
    type_pattern(qtbot, panel, "{judul}")
    assert name.text() == "kabar"


@pytest.mark.parametrize("forms", [("txt",)])
def test_a_text_file_has_the_line_breaks_of_windows_where_that_is_ticked(
    qtbot: QtBot, panel: ReadyPanel
) -> None:
    usual = Path(export(qtbot, panel)[0]).read_bytes()
    assert not panel.choices.crlf
    ticked = box(panel, "TXT dengan akhir baris Windows (CRLF)")
    assert not ticked.isVisible()
    qtbot.mouseClick(fold(panel), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.choices_changed):
        ticked.click()
    assert panel.choices.crlf
    asked = Path(export(qtbot, panel)[0]).read_bytes()
    assert b"\r" not in usual
    assert asked == usual.replace(b"\n", b"\r\n")


def test_a_name_that_windows_refuses_is_put_right_and_that_is_said(
    qtbot: QtBot, panel: ReadyPanel
) -> None:
    name = field(panel, "Nama")
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "berita: pasar?")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    assert name.text() == "berita pasar"
    said = (
        "Nama diubah menjadi “berita pasar” karena nama berkas di Windows tidak boleh memuat “:”."
    )
    (told,) = (label for label in panel.findChildren(QLabel) if label.text() == said)
    assert told.isVisible()
    qtbot.keyClicks(name, "x")
    assert not told.isVisible()
