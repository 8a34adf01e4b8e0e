"""Fictional releases in the shapes that real ones have: their parts are told, in TXT and DOCX."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from release_parts import RELEASES, WANTED, Told, measured, shares, told, wanted_kinds

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_data
from bnews_desk.release import Release

TEXTS = sorted(RELEASES.glob("*.txt"))
READER = FrameReader(load_style_sheet()[0])


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def word_file(path: Path) -> bytes:
    """A Word file as offices write them: no empty lines, its looks put on by hand."""
    document = docx.Document()
    for kind, line in zip(
        [kind for kind, _ in wanted_kinds(path.with_suffix(".tsv")) if kind != "sender-dateline"],
        filter(None, lines_of(path)),
        strict=True,
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(line).bold = kind in ("headline", "letterhead", "release-mark")
        if kind in ("headline", "letterhead"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def without_gaps(path: Path) -> Release:
    return Release.of("", [line for line in lines_of(path) if line])


def with_gaps_everywhere(path: Path) -> Release:
    return Release.of("", [piece for line in lines_of(path) if line for piece in (line, "")])


def from_word(path: Path) -> Release:
    return read_data(word_file(path), "docx", READER).release


def measured_as(read: Callable[[Path], Release], paths: list[Path]) -> Iterator[Told]:
    for path in paths:
        yield from told(path.stem, wanted_kinds(path.with_suffix(".tsv")), read(path))


def test_there_are_releases_of_every_kind_of_sender() -> None:
    assert len(TEXTS) >= 30
    assert {kind for kind, (count, _) in shares(measured(RELEASES)).items() if count >= 10} >= {
        "letterhead", "release-mark", "release-number", "release-date", "addressee", "headline",
        "sender-dateline", "body", "caption", "greeting", "signature", "contact", "carbon-copy",
        "attachment-list", "page-mark",
    }  # fmt: skip


def test_at_least_95_percent_of_every_kind_are_told_right_in_text_files() -> None:
    for kind, (wanted, right) in shares(measured(RELEASES)).items():
        assert right >= WANTED * wanted, kind


def test_a_third_of_them_is_told_right_as_word_files_too() -> None:
    found = shares(measured_as(from_word, TEXTS[::3]))
    assert found["all"][0] > 150
    assert found["all"][1] >= WANTED * found["all"][0]


@pytest.mark.parametrize("read", [without_gaps, with_gaps_everywhere])
def test_parts_are_told_right_when_empty_lines_say_nothing(
    read: Callable[[Path], Release],
) -> None:
    wanted, right = shares(measured_as(read, TEXTS))["all"]
    assert right >= WANTED * wanted
