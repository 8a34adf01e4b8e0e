"""Texts that were left out come back to where they stood, marks and all, in one edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.parts.copy_selection import default_choices, take_parts
from bnews_desk.importers.parts.part_recognition import recognise_parts
from bnews_desk.importers.parts.text_restoring import is_in_copy, restoring_edit
from bnews_desk.receipt import Receipt
from bnews_desk.release import Edit, Mark, Release

READER = FrameReader(load_style_sheet()[0])
LEAD = "BLITAR – Warga Desa Tegalasri memanen padi di sawah milik desa, Senin (4/3/2024)."
MORE = "Panen itu dua kali lebih banyak daripada musim yang lalu, kata kepala desa."
LAST = "Hasilnya disimpan di lumbung desa dan dibagikan kepada warga yang membutuhkan."
HEADLINE = "Warga Tegalasri Panen Padi"
WHOLE = Release.of(
    "",
    [
        "PEMERINTAH KABUPATEN BLITAR",
        "KECAMATAN WLINGI",
        "SIARAN PERS",
        "",
        HEADLINE,
        "",
        LEAD,
        "Foto: warga memanen padi",
        MORE,
        LAST,
        "",
        "Narahubung: Rina (0812-0000-0304)",
    ],
)
COPY = take_parts(
    ImportedRelease(WHOLE, Receipt()), default_choices(recognise_parts(WHOLE, READER), WHOLE)
).release
LETTERHEAD = "PEMERINTAH KABUPATEN BLITAR\nKECAMATAN WLINGI"
CONTACT = "Narahubung: Rina (0812-0000-0304)"


def back(text: str, copy: Release = COPY, whole: Release | None = WHOLE) -> list[str]:
    return copy.edited([restoring_edit(text, copy, whole)]).text.split("\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (LETTERHEAD, [HEADLINE, *LETTERHEAD.split("\n"), LEAD, MORE, LAST]),
        ("SIARAN PERS", [HEADLINE, "SIARAN PERS", LEAD, MORE, LAST]),
        ("Foto: warga memanen padi", [HEADLINE, LEAD, "Foto: warga memanen padi", MORE, LAST]),
        (CONTACT, [HEADLINE, LEAD, MORE, LAST, CONTACT]),
    ],
)
def test_it_comes_to_stand_where_it_stood(text: str, lines: list[str]) -> None:
    assert back(text) == lines


def test_it_is_found_again_though_the_copy_was_edited_since() -> None:
    at = COPY.text.index("memanen padi")
    copy = COPY.edited([Edit(at, at + 12, "memanen padi", "memetik padi")])
    assert back("Foto: warga memanen padi", copy)[2] == "Foto: warga memanen padi"


def test_it_comes_above_what_was_added_in_the_house() -> None:
    end = len(COPY.text)
    copy = COPY.edited([Edit(end, end, "", "\nEditor : Zainul Arifin")])
    assert back(CONTACT, copy)[-2:] == [CONTACT, "Editor : Zainul Arifin"]


def test_one_part_after_the_other_comes_back_in_order() -> None:
    copy = COPY
    for text in ("SIARAN PERS", LETTERHEAD):
        copy = copy.edited([restoring_edit(text, copy, WHOLE)])
    assert copy.text.split("\n")[1:4] == [*LETTERHEAD.split("\n"), "SIARAN PERS"]


def test_without_an_original_or_a_place_in_it_it_comes_to_the_end() -> None:
    assert back(CONTACT, whole=None)[-1] == CONTACT
    assert back("Sebuah komentar")[-1] == "Sebuah komentar"


def test_it_fills_an_empty_copy() -> None:
    assert back(CONTACT, Release()) == ["", CONTACT]


def test_its_marks_come_with_it() -> None:
    start = WHOLE.text.index("KECAMATAN")
    whole = WHOLE._replace(marks=(Mark(start, start + 9, "bold"),))
    copy = COPY.edited([restoring_edit(LETTERHEAD, COPY, whole)])
    assert [copy.text[m.start : m.end] for m in copy.marks] == ["KECAMATAN"]


def test_what_stands_in_the_copy_is_known_there() -> None:
    assert not is_in_copy(LETTERHEAD, COPY)
    assert is_in_copy(LETTERHEAD, COPY.edited([restoring_edit(LETTERHEAD, COPY, WHOLE)]))


@given(st.text(max_size=60).filter(lambda text: "\n" not in text), st.text(max_size=200))
def test_any_text_comes_into_any_copy(text: str, copy: str) -> None:
    release = Release(copy)
    made = release.edited([restoring_edit(text, release, WHOLE)])
    assert is_in_copy(text, made)
