"""Text files of every origin, and what only calls itself text."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers import txt
from bnews_desk.importers.file_kind import detect_file_kind
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.txt import read_txt
from bnews_desk.text_form import text_form

READER = FrameReader(load_style_sheet()[0])
TEXT = "“Panen raya” di Désa Sumberagung\nWarga menanam 1.200 bibit – semua tumbuh…"


def read(data: bytes) -> ImportedRelease:
    return read_txt(data, READER)


def note(imported: ImportedRelease, kind: str) -> str:
    entry = imported.receipt.entry(kind)
    return entry.note if entry else ""


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode("utf-8"), "UTF-8."),
        (TEXT.encode("utf-8-sig"), "UTF-8 dengan BOM."),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "UTF-16 LE."),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16 BE."),
        (TEXT.encode("utf-16-le"), "ditebak: UTF-16 LE;"),
        (TEXT.encode("utf-16-be"), "ditebak: UTF-16 BE;"),
        (TEXT.encode("utf-32"), "UTF-32."),
        (TEXT.encode("cp1252"), "ditebak: Windows-1252;"),
    ],
)
def test_every_encoding_gives_the_same_text_and_is_named(data: bytes, name: str) -> None:
    imported = read(data)
    assert imported.release.text == "\n" + TEXT
    assert name in note(imported, "encoding")
    assert imported.receipt.entry("damaged-character") is None


def test_one_broken_byte_does_not_make_utf8_something_else() -> None:
    imported = read(TEXT.encode().replace("é".encode(), b"\xc3"))
    assert imported.release.text == "\n" + TEXT.replace("é", "\ufffd")
    entry = imported.receipt.entry("damaged-character")
    assert entry is not None
    assert (entry.found, entry.carried, entry.left_out) == (1, 0, 1)
    assert "1 karakter" in entry.note


def test_text_cut_in_mid_character_is_still_read() -> None:
    assert read(TEXT.encode()[:-1]).release.text == "\n" + TEXT[:-1] + "\ufffd"
    assert read(TEXT.encode("utf-16")[:-1]).release.text == "\n" + TEXT[:-1] + "\ufffd"


def test_a_replacement_character_of_the_sender_is_not_damage() -> None:
    assert read("Nama\ufffd itu".encode()).receipt.entry("damaged-character") is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_end_a_paragraph(end: str) -> None:
    imported = read(end.join(["Satu.", "Dua.", ""]).encode())
    assert imported.release.text == "\nSatu.\nDua."
    assert imported.receipt.entry("line-break") is None


@pytest.mark.parametrize("end", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_unusual_line_breaks_end_a_paragraph_and_are_counted(end: str) -> None:
    imported = read(f"Satu.{end}Dua.{end}Tiga.".encode())
    assert imported.release.text == "\nSatu.\nDua.\nTiga."
    entry = imported.receipt.entry("line-break")
    assert entry is not None
    assert entry.carried == 2


def test_one_final_line_break_is_dropped_and_empty_lines_stay() -> None:
    assert read(b"Satu.\n\n\nDua.\n\n").release.text == "\nSatu.\n\n\nDua.\n"


def test_a_headline_takes_its_empty_line_with_it() -> None:
    release = read(b"\n\nPanen Raya Desa\n\nSatu.\n\nDua.").release
    assert release.text == "Panen Raya Desa\nSatu.\n\nDua."


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\x00" + b"lembar/isi.xml" * 9, "arsip ZIP"),
        (b"PK\x03\x04\x14\x00" + b"word/document.xml" * 9, "Word"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "Office lama"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"{\\rtf1\\ansi Panen raya}", "RTF"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (bytes(range(256)) * 4, "biner"),
        (b"\x00" * 100, "biner"),
        (b"\x01\x02", "biner"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(ReadError, match=name) as caught:
        read(data)
    assert caught.value.kind == "wrong-type"


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b"\xff\xfe\n\x00", b"\xc2\xa0"]
)
def test_a_file_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.kind == "empty"


def test_a_text_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(txt, "MAX_TEXT_BYTES", 10)
    with pytest.raises(ReadError) as caught:
        read(b"sebelas bita")
    assert caught.value.kind == "too-large"


def test_a_few_control_characters_do_not_make_text_binary() -> None:
    text = "Warga\x07 menanam bibit di lereng\x00 Gunung Kelud sejak pagi hari."
    assert read(text.encode()).release.body == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refused = ""
    try:
        imported = read(data)
    except ReadError as error:
        refused = error.kind
    else:
        assert "\r" not in imported.release.text
    assert refused in {"", "empty", "wrong-type"}


LINE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"),
    max_size=20,
)


@given(st.lists(LINE, max_size=8), LINE.filter(lambda line: bool(line.strip())))
def test_a_text_file_comes_back_as_it_was(lines: list[str], last: str) -> None:
    """Unless a headline took empty lines above it or white space below it."""
    text = "\n".join([*lines, last])
    assume(detect_file_kind(text.encode()) is None)  # "<body" is a web page
    release = read(text.encode()).release
    written = text_form(release)
    assert written == text or release.headline
    assert read(written.encode()).release == release


def test_one_stray_nul_does_not_make_a_short_text_wide() -> None:
    imported = read(b"abc\x00def\x1b[31mred\n")
    assert imported.release.text.startswith("\nabc")
    assert "red" in imported.release.text
