"""The frame of a whole release: what each paragraph is, and the JSON of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bnews_desk.frame.release_frame import COPY, FrameReader, Role
from bnews_desk.house.style_sheet import load_style_sheet

READER = FrameReader(load_style_sheet()[0])

WHOLE = (
    "Petani Wates Panen Raya\n"
    "BLITAR | B-news.id - Petani memulai panen raya.\n"
    "Camat meninjau lumbung.\n"
    "Baca juga: Pasar Garum Ramai Lagi\n"
    "\n"
    "Hasil panen disimpan. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)


def roles(text: str) -> list[str]:
    return [part.role.value for part in READER.read(text).parts]


def test_every_part_of_a_whole_release_has_its_role() -> None:
    assert roles(WHOLE) == ["headline", "lead", "body", "related", "blank", "body", "credit"]


def test_the_copy_is_what_is_left_without_the_frame() -> None:
    copies = [part.copy.within(part.text) for part in READER.read(WHOLE).parts]
    assert copies == [
        "Petani Wates Panen Raya",
        "Petani memulai panen raya.",
        "Camat meninjau lumbung.",
        "",
        "",
        "Hasil panen disimpan.",
        "",
    ]


def test_the_frame_in_json_has_exactly_these_keys() -> None:
    assert READER.read(WHOLE).as_json() == {
        "headline": "Petani Wates Panen Raya",
        "dateline": {"place": "BLITAR", "site": "B-news.id"},
        "related": ["Pasar Garum Ramai Lagi"],
        "source_tag": {"source": "kmfkabblt", "initials": ["sun"]},
        "credit": {"editor": "Zainul Arifin"},
    }


@pytest.mark.parametrize("text", ["\n", "\n\n", "\nPetani memulai panen raya."])
def test_a_part_that_is_absent_is_null(text: str) -> None:
    assert READER.read(text).as_json() == {
        "headline": None,
        "dateline": None,
        "related": [],
        "source_tag": None,
        "credit": None,
    }


def test_a_dateline_without_site_has_a_null_site() -> None:
    frame = READER.read("\nBLITAR – Petani memulai panen raya.")
    assert frame.as_json()["dateline"] == {"place": "BLITAR", "site": None}


def test_an_empty_release_has_neither_lead_nor_last_paragraph() -> None:
    frame = READER.read("\n")
    assert frame.lead is frame.last_body is frame.dateline is None


def test_the_lead_is_the_first_paragraph_below_the_furniture() -> None:
    text = "\nSIARAN PERS\nNomor: 12/SP/2024\nPetani memulai panen raya.\nCamat hadir."
    assert roles(text) == ["headline", "leftover", "leftover", "lead", "body"]


def test_a_headline_that_came_in_as_body_does_not_become_the_lead() -> None:
    text = "\nPetani Wates Panen Raya\nBLITAR | B-news.id - Petani memulai panen raya."
    assert roles(text) == ["headline", "body", "lead"]


def test_a_later_paragraph_with_a_route_does_not_become_the_lead() -> None:
    text = "\nJalan rusak parah.\nBlitar - Tulungagung macet.\nWarga mengeluh."
    assert roles(text)[1] == "lead"


def test_a_dateline_far_below_makes_no_lead() -> None:
    text = "\nSatu.\nDua.\nTiga.\nBLITAR | B-news.id - Empat."
    assert roles(text) == ["headline", "lead", "body", "body", "body"]


def test_a_letterhead_goes_on_over_its_offices() -> None:
    text = (
        "\nPEMERINTAH KABUPATEN BLITAR\nDINAS KOMUNIKASI DAN INFORMATIKA\n"
        "Jl. Kusuma Bangsa 60 Telp. 801201\nPetani memulai panen raya."
    )
    assert roles(text) == ["headline", "leftover", "leftover", "leftover", "lead"]


def test_a_closing_block_goes_on_over_short_lines_and_empty_ones() -> None:
    text = "\nPetani memulai panen raya.\nHormat kami,\n\nKepala Dinas\nRina Wulandari"
    assert roles(text) == ["headline", "lead", "leftover", "blank", "leftover", "leftover"]


def test_a_sentence_ends_a_closing_block() -> None:
    text = "\nPanen raya.\nNarahubung:\nRina Wulandari\nCamat menutup acara itu.\nWarga Desa"
    assert roles(text) == ["headline", "lead", "leftover", "leftover", "body", "body"]


def test_the_lines_above_a_staff_number_are_its_signature() -> None:
    text = "\nPanen raya dimulai.\nKepala Dinas Pertanian\nRina Wulandari\nNIP. 19700101 199503"
    assert roles(text) == ["headline", "lead", "leftover", "leftover", "leftover"]


def test_a_listed_name_below_a_bare_label_is_the_credit() -> None:
    assert roles("\nPanen raya.\nEditor:\nZainul Arifin") == [
        "headline",
        "lead",
        "credit",
        "credit",
    ]
    assert roles("\nPanen raya.\nEditor:\nRina Wulandari")[-1] == "body"


def test_the_headline_is_never_read_as_a_part_of_the_frame() -> None:
    frame = READER.read("Baca juga: Pasar Garum\nPanen raya.")
    assert frame.headline == "Baca juga: Pasar Garum"
    assert frame.related == ()


def test_parts_glued_to_one_paragraph_are_all_seen() -> None:
    frame = READER.read("\nBLITAR – Panen raya. (kmfkabblt/sun) Editor: Zainul Arifin")
    lead = frame.lead
    assert lead is not None
    assert lead.copy.within(lead.text) == "Panen raya."
    assert [part.role for part in frame.parts] == [Role.HEADLINE, Role.LEAD]
    assert frame.tagged == frame.credited == (lead,)


def test_tags_in_a_row_are_all_read_and_none_is_copy() -> None:
    lead = READER.read("\nPanen raya. (kmfkabblt/sun) (kmfkabblt/sun)").lead
    assert lead is not None
    assert lead.tag is not None
    assert len(lead.further_tags) == 1
    assert lead.copy.within(lead.text) == "Panen raya."


def test_a_senders_mark_is_not_copy() -> None:
    lead = READER.read("\nPanen raya dimulai. (Humas)").lead
    assert lead is not None
    assert lead.sender_mark is not None
    assert lead.copy.within(lead.text) == "Panen raya dimulai."


@pytest.mark.parametrize(
    "line",
    [
        "BLITAR | B-news.id - Panen.",
        "Baca juga: Pasar",
        "Editor: Zainul Arifin",
        "(kmfkabblt/sun)",
        "Panen raya. (kmfkabblt/sun)",
    ],
)
def test_a_line_of_the_frame_is_known_alone(line: str) -> None:
    assert READER.is_frame(line)


@pytest.mark.parametrize(
    "line", ["", "Panen raya.", "Blitar - Tulungagung macet.", "Editor film itu hadir."]
)
def test_a_line_of_copy_is_no_frame(line: str) -> None:
    assert not READER.is_frame(line)


PIECES = st.sampled_from(
    (
        "BLITAR | B-news.id - |Blitar – |Panen raya.|Baca juga: |Pasar|(kmfkabblt/sun)|(Humas)"
        "|Editor: |Zainul Arifin|\n|\n\n|Narahubung:|SIARAN PERS|***| |\u00a0|🎉|مرحبا|\ud800|*|(|/"
    ).split("|")
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_stands_there_each_paragraph_has_one_role_and_copy_inside_it(text: str) -> None:
    frame = READER.read(text)
    assert "\n".join(part.text for part in frame.parts) == text
    for part in frame.parts:
        assert 0 <= part.copy.start <= part.copy.end <= len(part.text)
        if part.role not in COPY | {Role.HEADLINE}:
            assert part.copy == (0, 0)
    assert sum(part.role is Role.LEAD for part in frame.parts) <= 1
