"""RTF files made to harm, and broken ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.rtf import parser, read_rtf, reader
from tests.importers.mutations import mutations, outcome

FILE = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}}"
    rb"{\stylesheet{\s1 heading 1;}}{\header k\par}\pard\s1 Judul\par\pard{\listtext 1.\tab}{\b S}"
    rb"\u8211\'96 {\field{\*\fldinst HYPERLINK \"https://a.example\"}{\fldrslt dua}}"
    rb"{\footnote Catatan.}\par\trowd\intbl a\cell b\cell\row\pard{\pict\pngblip 89504e47}{\v x}"
    rb"{\*\shppict{\pict\bin3 abc}}{\shp{\*\shpinst{\shptxt kotak\par}}}\uc2\u233ab}"
)


def kind_of(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_rtf(data)
    return caught.value.kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "empty"), (b"bukan rtf", "damaged"), (b"{\\rtf1" + b"{" * 100_000, "hostile")],
)
def test_what_is_no_sound_file_is_refused(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("module", "name", "least"), [(reader, "MAX_XML_BYTES", 100), (parser, "MAX_LINES", 2)]
)
def test_sizes_are_limited(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, least: int
) -> None:
    monkeypatch.setattr(module, name, least)
    assert kind_of(b"{\\rtf1 " + b"satu\\par " * 100 + b"}") == "too-large"


def test_time_is_limited() -> None:
    with pytest.raises(ReadError) as caught:
        read_rtf(FILE, deadline=ImportDeadline(-1))
    assert caught.value.kind == "too-slow"


@pytest.mark.parametrize("cut", range(0, len(FILE), 7))
def test_a_file_that_is_cut_off_keeps_what_came_before(cut: int) -> None:
    assert outcome(read_rtf, FILE[:cut]) in {"read", "refused"}


def test_what_came_before_the_cut_is_read() -> None:
    assert read_rtf(rb"{\rtf1 Satu.\par Du").release.text == "\nSatu.\nDu"


def test_a_length_that_lies_takes_no_more_than_there_is() -> None:
    assert read_rtf(rb"{\rtf1 Satu{\pict\bin999999999 abc}}").release.text == "\nSatu"
    assert read_rtf(rb"{\rtf1\uc99999 a\u233 b\bin-5 c}").release.text == "\naéc"


def test_three_thousand_broken_files_end_in_a_release_or_a_sentence() -> None:
    seen = {outcome(read_rtf, data) for data in mutations(FILE, 3_000)}
    assert seen == {"read", "refused"}


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_release_or_a_sentence(data: bytes) -> None:
    assert outcome(read_rtf, b"{\\rtf1" + data) in {"read", "refused"}
