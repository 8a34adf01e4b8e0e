"""Plain text going out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.exporters.export_formats import write_release
from bnews_desk.exporters.exported_file import ExportedFile
from bnews_desk.exporters.txt import with_crlf, write_txt
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_data
from bnews_desk.release import Mark, Release


def test_text_is_utf8_without_mark_and_final_line_break() -> None:
    release = Release.of("Judul", ["“Satu”", "Dua 🌾"], [Mark(6, 9, "bold")])
    assert write_txt(release) == "Judul\n\n“Satu”\nDua 🌾".encode()


def test_lone_surrogates_become_replacement_characters() -> None:
    assert write_txt(Release.of("", ["a\ud83cb"])) == "a\ufffdb".encode()


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    write_txt(Release(text)).decode("utf-8")


def test_line_breaks_of_windows_only_where_they_are_asked_for() -> None:
    release = Release.of("Judul", ["Satu", "Dua 🌾"])
    reader = FrameReader(load_style_sheet()[0])
    usual = write_release(release, {}, "txt", reader).data
    asked = write_release(release, {}, "txt", reader, crlf=True).data
    assert b"\r" not in usual
    assert asked == "Judul\r\n\r\nSatu\r\nDua 🌾".encode()
    assert write_release(release, {}, "html", reader, crlf=True).data.count(b"\r") == 0


@given(st.lists(st.text("abc “”é🌾 ."), min_size=1), st.sampled_from(["", "Judul"]))
def test_windows_line_breaks_are_read_as_the_same_release(body: list[str], headline: str) -> None:
    reader = FrameReader(load_style_sheet()[0])
    data = write_txt(Release.of(headline, ["Isi.", *body]))
    crlf = with_crlf(ExportedFile(data)).data
    assert crlf.replace(b"\r\n", b"\n") == data
    assert read_data(crlf, "txt", reader).release == read_data(data, "txt", reader).release
