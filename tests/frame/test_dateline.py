"""Datelines read: what each variant says, and what is none."""

from __future__ import annotations

import pytest

from bnews_desk.frame.dateline import Dateline, DatelineReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.text import Span

READER = DatelineReader(load_style_sheet()[0].dateline)
COPY = "Petani memulai panen raya."


def read(dateline: str, copy: str = COPY) -> Dateline | None:
    return READER.read(dateline + copy)


def test_the_house_form_is_read_whole() -> None:
    text = f"BLITAR | B-news.id - {COPY}"
    found = READER.read(text)
    assert found == Dateline(Span(0, 21), "BLITAR", Span(0, 6), "B-news.id", "", is_sure=True)
    assert READER.is_canonical(text, found)


@pytest.mark.parametrize(
    ("dateline", "place", "site"),
    [
        ("Blitar, B-NEWS.ID – ", "Blitar", "B-NEWS.ID"),
        ("(WLINGI) Bnews – ", "WLINGI", "Bnews"),
        ("B-news.id, Kediri - ", "Kediri", "B-news.id"),
        ("Palangka  Raya | B-news.id - ", "Palangka  Raya", "B-news.id"),
        ("KAB. BLITAR – ", "BLITAR", None),
        ("Kota Blitar | B-news.id – ", "Blitar", "B-news.id"),
        ("KOTA BLITAR | B-news.id - ", "BLITAR", "B-news.id"),
        ("Kawedusan, B-news.id – ", "Kawedusan", "B-news.id"),
        ("BLITAR – ", "BLITAR", None),
    ],
)
def test_a_variant_says_place_and_site_and_where_the_copy_begins(
    dateline: str, place: str, site: str | None
) -> None:
    found = read(dateline)
    assert found is not None
    assert (found.place, found.site) == (place, site)
    assert found.is_sure
    assert found.place_span.within(dateline) == place
    assert (dateline + COPY)[found.span.end :] == COPY
    assert not READER.is_canonical(dateline + COPY, found)


@pytest.mark.parametrize(
    ("dateline", "extra"),
    [
        ("BLITAR, Kominfo - ", "Kominfo"),
        ("Blitar (Diskominfo) – ", "Diskominfo"),
        ("BLITAR, 12 November 2024 - ", "12 November 2024"),
        ("BLITAR, Selasa (12/11/2024), B-news.id - ", "Selasa (12/11/2024"),
        ("BLITAR, JAWA TIMUR – ", "JAWA TIMUR"),
    ],
)
def test_what_else_stands_in_a_dateline_is_kept_apart(dateline: str, extra: str) -> None:
    found = read(dateline)
    assert found is not None
    assert found.extra == extra
    assert found.place.upper() == "BLITAR"


@pytest.mark.parametrize("opening", ['"', "“", "‘", "(", ""])
def test_a_dateline_stands_before_speech_too(opening: str) -> None:
    found = read("BLITAR – ", f"{opening}Panen tahun ini baik.")
    assert found is not None
    assert found.span == Span(0, 9)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "BLITAR",
        "Blitar",
        "Blitar menjadi tuan rumah lomba.",
        "Blitar, kota kecil di Jawa Timur, merayakan hari jadi.",
        "Blitar dan Kediri - dua kota bertetangga - bekerja sama.",
        "Blitar - Tulungagung macet total.",
        "Blitar – Malang ditempuh dua jam.",
        "Blitar–Malang ditempuh dua jam.",
        "Blitar-Kediri terhubung jalan baru.",
        "BLITAR-KEDIRI terhubung jalan baru.",
        "Blitar: kota kecil dengan sejarah panjang.",
        "Blitar, B-news.id menggelar pelatihan menulis.",
        "Batu - batu besar menutup jalan.",
        "Pare - pare segar dijual murah.",
        "Blitarian - sebutan bagi warga Blitar.",
        "Desa Kawedusan - salah satu desa di Ponggok - panen raya.",
        "Pemkab Blitar | B-news.id",
        "12 November 2024 - Petani memulai panen raya.",
        "- " * 500,
        "BLITAR " * 500,
        "\ud800 - \ud800",
    ],
)
def test_this_opens_with_no_dateline(text: str) -> None:
    assert READER.read(text) is None


@pytest.mark.parametrize(
    "text",
    ["BLITAR - TULUNGAGUNG macet total.", "BLITAR-Petani memulai panen raya."],
)
def test_what_may_be_a_route_is_never_sure(text: str) -> None:
    found = READER.read(text)
    assert found is None or not found.is_sure


def test_listed_places_are_known_whatever_their_case_and_spaces() -> None:
    assert READER.is_known("blitar")
    assert READER.is_known("Palangka   Raya")
    assert not READER.is_known("Atlantis")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Warga Kecamatan Wlingi dan Garum panen raya.", "WLINGI"),
        ("Wisata pantai di Palangka Raya dibuka.", "PALANGKA RAYA"),
        ("warga wlingi panen raya", None),
        ("Blitarian berkumpul.", None),
        ("", None),
    ],
)
def test_the_first_place_named_with_a_capital_is_found(text: str, place: str | None) -> None:
    assert READER.first_place(text) == place


def test_spaced_letters_are_a_listed_place_but_no_house_form() -> None:
    text = f"B L I T A R | B-news.id - {COPY}"
    found = READER.read(text)
    assert found is not None
    assert found.place == "BLITAR"
    assert found.place_span.within(text) == "B L I T A R"
    assert text[found.span.end :] == COPY
    assert not READER.is_canonical(text, found)
    assert READER.read(f"X Y Z | B-news.id - {COPY}") is None


def test_an_underscore_behind_a_place_is_a_mark_of_the_carrier() -> None:
    found = READER.read(f"_BLITAR_ | B-news.id - {COPY}")
    assert found is not None
    assert found.place == "BLITAR"


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("BLITAR, ", "BLITAR"),
        ("Blitar: ", "BLITAR"),
        ("Kab. Blitar. ", "BLITAR"),
        ("BLITAR | B-news.id, ", "BLITAR"),
        ("B-news.id: ", ""),
        ("B-news.id - ", ""),
    ],
)
def test_a_loose_opening_stands_where_a_dateline_should(opening: str, place: str) -> None:
    assert READER.loose_opening(opening + COPY) == (place, len(opening))


@pytest.mark.parametrize(
    "text",
    [
        COPY,
        "Blitar, kota kecil itu, ramai.",
        "Blitar, Kediri, dan Malang menggelar panen.",
        "Blitar menggelar panen.",
        "B-news.id menggelar pelatihan.",
    ],
)
def test_a_sentence_is_no_loose_opening(text: str) -> None:
    assert READER.loose_opening(text) is None
