"""When a title is a headline, when nearly, and when it is another story's."""

from __future__ import annotations

import pytest

from bnews_desk.archive.search.title_similarity import is_headline, nearest
from bnews_desk.earlier_headlines import EarlierHeadline

MARKET = "Pemkab Blitar Gelar Pasar Murah di Tujuh Kecamatan Jelang Ramadan"
NEAR = [
    "Pemkab Blitar Gelar Pasar Murah di Tujuh Kecamatan jelang Ramadan",
    "Pemkab Blitar Menggelar Pasar Murah di Tujuh Kecamatan Jelang Ramadan",
    "Pemkab Blitar Gelar Pasar Murah di Tujuh Kecamatan Jelang Ramadhan",
    "Pemkab Blitar Gelar Pasar Murah di Tujuh Kecamtan Jelang Ramadan",
    "Pemkab Gelar Pasar Murah di Tujuh Kecamatan Jelang Ramadan",
    "Pemkab Blitar Gelar Pasar Murah",
    "Pemkab Blitar Gelar Pasar Murah ditujuh Kecamatan Jelang Ramadan",
    "Jelang Ramadan, Pemkab Blitar Gelar Pasar Murah di Tujuh Kecamatan",
]
FAR = [
    "Pemkab Malang Gelar Pasar Murah di Tujuh Kecamatan Jelang Ramadan",
    "Pemkab Blitar Gelar Pasar Murah di Lima Kecamatan Jelang Ramadan",
    "Pemkab Blitar Batal Gelar Pasar Murah di Tujuh Kecamatan Jelang Ramadan",
    "Pasar Murah",
    "",
    "🎉",
]


@pytest.mark.parametrize("title", NEAR)
def test_a_title_that_has_slipped_is_near(title: str) -> None:
    other = EarlierHeadline("Pasar Murah Digelar di Garum")
    assert nearest(title, [other, EarlierHeadline(MARKET)]) == EarlierHeadline(MARKET)


@pytest.mark.parametrize("title", FAR)
def test_another_story_is_not(title: str) -> None:
    assert nearest(title, [EarlierHeadline(MARKET)]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SK untuk 1.720 P3K Diserahkan", "SK untuk 1.270 P3K Diserahkan"),
        ("Harga Cabai di Pasar Wlingi Naik Lagi", "Harga Cabai di Pasar Wlingi Turun Lagi"),
        ("Musrenbang Kecamatan Wates Digelar", "Musrenbang Kecamatan Garum Digelar"),
        (
            "Gunung Kelud Erupsi, Abu Sampai Blitar",
            "Gunung Kelud Erupsi Dua Kali, Abu Sampai Blitar",
        ),
        ("Jalan Srengat Diperbaiki", "Jembatan Srengat Diperbaiki"),
    ],
)
def test_headlines_of_a_series_are_not_taken_for_each_other(one: str, other: str) -> None:
    assert nearest(one, [EarlierHeadline(other)]) is None


def test_the_nearest_is_taken() -> None:
    exact = EarlierHeadline(MARKET.upper().title())
    assert (
        nearest(MARKET + " Ini", [EarlierHeadline("Pasar Murah"), EarlierHeadline(MARKET), exact])
        is not None
    )
    assert nearest(
        MARKET.lower(), [EarlierHeadline(MARKET[:40]), EarlierHeadline(MARKET)]
    ) == EarlierHeadline(MARKET)


def test_marks_and_white_space_are_not_letters() -> None:
    assert is_headline("“Doa”  untuk Negeri.", '"Doa" untuk Negeri')
    assert not is_headline("Doa untuk Negeri", "Doa Untuk Negeri")
