"""Which reader a file gets."""

from __future__ import annotations

import os
import sys
import types
from pathlib import Path

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import load_reader, read_data, read_file
from bnews_desk.importers.import_formats import (
    FORMATS,
    ImportFormat,
    import_format_by_name,
    readable_endings,
)
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release

READER = FrameReader(load_style_sheet()[0])
TEXT = b"Satu.\nDua."
WORD = b"PK\x03\x04" + b"word/document.xml"


@pytest.fixture(autouse=True)
def word_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Word reader that takes everything: the real one has tests of its own."""

    def read_docx(data: bytes, reader: FrameReader) -> ImportedRelease:
        return ImportedRelease(Release.of("dari Word", ["Satu."]), Receipt())

    stand_in = types.ModuleType("bnews_desk.importers.docx")
    monkeypatch.setattr(stand_in, "read_docx", read_docx, raising=False)
    monkeypatch.setitem(sys.modules, "bnews_desk.importers.docx", stand_in)


@pytest.mark.parametrize("ending", readable_endings())
def test_every_ending_has_a_reader_in_any_case(ending: str) -> None:
    format = import_format_by_name(f"naskah{ending}")
    assert ending in format.endings
    assert import_format_by_name(f"NASKAH{ending.upper()}") == format


def test_no_two_formats_share_a_key_an_ending_or_a_kind_of_content() -> None:
    for shared in (
        [format.key for format in FORMATS],
        list(readable_endings()),
        [kind for format in FORMATS for kind in format.kinds],
    ):
        assert len(shared) == len(set(shared))


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.key)
def test_every_format_has_its_reader(format: ImportFormat) -> None:
    load_reader(format)
    assert callable(getattr(sys.modules[f"bnews_desk.importers.{format.module}"], format.function))


@pytest.mark.parametrize("name", ["naskah.pages", "naskah", "naskah.wpd", ".docx"])
def test_an_unknown_ending_is_told_what_can_be_read(name: str) -> None:
    with pytest.raises(ReadError, match=r"\.docx") as caught:
        import_format_by_name(name)
    assert caught.value.kind == "unknown-format"


def test_a_file_is_read_as_its_ending_says(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_bytes(TEXT)
    (tmp_path / "b.docx").write_bytes(WORD)
    text = read_file(str(tmp_path / "a.TXT"), READER)
    word = read_file(str(tmp_path / "b.docx"), READER)
    assert text.release.text == "\nSatu.\nDua."
    assert word.release.headline == "dari Word"
    assert text.receipt.entry("format") is word.receipt.entry("format") is None


@pytest.mark.parametrize(
    ("promised", "data", "headline", "words"),
    [("txt", WORD, "dari Word", "TXT, tetapi isinya DOCX"), ("docx", TEXT, "", "isinya TXT")],
)
def test_content_wins_over_the_name_and_the_receipt_says_so(
    promised: str, data: bytes, headline: str, words: str
) -> None:
    imported = read_data(data, promised, READER)
    assert imported.release.headline == headline
    entry = next(iter(imported.receipt))
    assert (entry.kind, entry.found, entry.carried) == ("format", 1, 1)
    assert words in entry.note


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04rusak", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", WORD]
)
def test_what_may_be_a_word_file_is_for_the_word_reader_to_judge(data: bytes) -> None:
    assert read_data(data, "docx", READER).release.headline == "dari Word"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b'\n<?xml version="1.0"?><a/>', "XML"),
        (b"Rar!\x1a\x07", "RAR"),
    ],
)
def test_something_else_called_docx_is_refused_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(ReadError, match=name) as caught:
        read_data(data, "docx", READER)
    assert caught.value.kind == "wrong-type"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read_data(TEXT, "pages", READER)
    assert caught.value.kind == "unknown-format"


def test_a_file_that_is_not_there_is_missing_whatever_its_ending(tmp_path: Path) -> None:
    kinds = {"tiada.xyz": "missing", "": "not-a-file", "ada.xyz": "unknown-format"}
    (tmp_path / "ada.xyz").write_bytes(TEXT)
    for name, kind in kinds.items():
        with pytest.raises(ReadError) as caught:
            read_file(os.path.join(tmp_path, name), READER)
        assert caught.value.kind == kind, name
