"""Source tags read: by the register or by the house form, and never in plain brackets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bnews_desk.frame.source_tag import SourceTagReader, fold_code
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.text import Span

STYLE = load_style_sheet()[0].source_tag
READER = SourceTagReader(STYLE)
COPY = "Hasil panen disimpan di lumbung."


@pytest.mark.parametrize(
    "tag",
    [
        "(kmfkabblt/sun)",
        "(KMFKABBLT / Sun)",
        "[kmfkabblt-sun]",
        "{kmfkabblt|sun}",
        "(kmf kabblt/sun)",
        "(sun/kmfkabblt)",
        "kmfkabblt/sun",
        "<kmfkabblt/sun>",
        "(kmfkabblt, sun)",
    ],
)
def test_a_registered_tag_is_read_in_any_form(tag: str) -> None:
    text = f"{COPY} {tag}"
    found = READER.read(text)
    assert found is not None
    assert (found.source, found.initials) == ("kmfkabblt", ("sun",))
    assert found.span.within(text) == tag
    assert found.outer == Span(len(COPY), len(text))
    assert READER.house_form(found) == "(kmfkabblt/sun)"


def test_several_initials_are_all_read() -> None:
    style = replace(STYLE, initials={"sun": "", "rin": "Rina"})
    found = SourceTagReader(style).read(f"{COPY} (kmfkabblt/sun/RIN)")
    assert found is not None
    assert found.initials == ("sun", "rin")


def test_house_form_behind_a_sentence_is_a_tag_though_nobody_registered_it() -> None:
    found = READER.read(f"{COPY} (humaskotablt/abc)")
    assert found is not None
    assert not READER.is_known_source(found)
    assert READER.unknown_initials(found) == ("abc",)


def test_what_surrounds_a_tag_belongs_to_its_outer_span() -> None:
    text = f"{COPY}  *(kmfkabblt/sun)*.  "
    found = READER.read(text)
    assert found is not None
    assert found.outer == Span(len(COPY), len(text))


def test_a_tag_is_read_before_a_position_as_well() -> None:
    text = f"{COPY} (kmfkabblt/sun) (kmfkabblt/sun)"
    found = READER.read(text, len(COPY) + 16)
    assert found is not None
    assert found.span == Span(len(COPY) + 1, len(COPY) + 16)


@pytest.mark.parametrize(
    "text",
    [
        "",
        COPY,
        "Lomba diikuti siswa (putra/putri)",
        "Lomba diikuti siswa. (putra/putri) Mereka senang.",
        "Rapat membahas anggaran rumah tangga (AD/ART).",
        "Warga membawa kartu (KTP/SIM)",
        "Kecepatan dibatasi (40 km/jam).",
        "Acara pukul (08.00/09.00)",
        "Panen berlangsung siang/malam",
        "Dinas Pemberdayaan Masyarakat dan Desa (PMD)",
        "Kode kmfkabblt/sun dipakai redaksi.",
        "(" * 400,
        "a/" * 400,
    ],
)
def test_this_ends_with_no_tag(text: str) -> None:
    assert READER.read(text) is None


@pytest.mark.parametrize(
    "mark", ["(Humas)", "(*)", "(***)", "(red)", "(Kominfo Kabupaten Blitar)", "(adv)", "( ANT )."]
)
def test_a_senders_mark_is_seen(mark: str) -> None:
    text = f"{COPY} {mark}"
    found = READER.foreign_tag(text)
    assert found is not None
    assert found.start == len(COPY) + 1


@pytest.mark.parametrize(
    "text",
    [COPY, "Rapat dipimpin kepala bagian (Kabag)", "Warga (humas) itu hadir.", "Lampu(red)"],
)
def test_other_brackets_are_no_senders_mark(text: str) -> None:
    assert READER.foreign_tag(text) is None


def test_codes_compare_by_letters_and_digits() -> None:
    assert fold_code("KMF Kab-Blt.") == fold_code("kmfkabblt")


def test_another_newsrooms_tag_has_initials_only() -> None:
    style = replace(STYLE, form="[{initials}]", sources={}, initials={"red": "", "dn": ""})
    reader = SourceTagReader(style)
    found = reader.read(f"{COPY} (RED)")
    assert found is not None
    assert (found.source, found.initials) == ("", ("red",))
    assert reader.house_form(found) == "[red]"
    assert reader.is_known_source(found)
    assert reader.read(f"{COPY} (PMD)") is None


@pytest.mark.parametrize(
    "tag",
    [
        "(Kominfo Kabupaten Blitar/sun)",
        "(kominfo kab. blitar/sun)",
        "(Diskominfo Kab. Blitar / Sun)",
    ],
)
def test_an_office_of_the_register_is_its_code(tag: str) -> None:
    found = READER.read(f"{COPY} {tag}")
    assert found is not None
    assert READER.house_form(found) == "(kmfkabblt/sun)"
    assert READER.is_known_source(found)


def test_a_source_that_nobody_registered_stays_as_it_is_written() -> None:
    found = READER.read(f"{COPY} (Humas  Dispertapa / SUN)")
    assert found is not None
    assert READER.house_form(found) == "(Humas Dispertapa/sun)"
    assert not READER.is_known_source(found)


@pytest.mark.parametrize(
    "mark",
    [
        *("(sun)", "(kmf)", "(kmfkabblt)", "(Humas Dispertapa/kmf)", "(Dispertapa/kmf)", "(red)"),
        *("(*)", "(EM)", "(RIZ – Dishubkominfo)", "(Nurul/Kominfo)", "(tim ikp)", "[sis]", "/dn"),
        *("//RED", "(Tim Liputan Kominfo)"),
    ],
)
def test_a_senders_mark_is_known_by_its_place(mark: str) -> None:
    text = f"{COPY} {mark}"
    found = READER.foreign_tag(text)
    assert found is not None
    assert found.within(text) == mark
    assert READER.foreign_tag(mark) == (0, len(mark))


@pytest.mark.parametrize(
    "text",
    [
        *("Lomba diikuti siswa (putra/putri)", "Rapat membahas (AD/ART)", "Ia membawa kartu (ktp)"),
        *("Modal itu milik Chandra International Pte. Ltd. (CMI).", "Rapat di kantor RT/RW"),
    ],
)
def test_brackets_inside_a_sentence_are_no_mark(text: str) -> None:
    assert READER.foreign_tag(text) is None
