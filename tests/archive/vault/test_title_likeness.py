"""When a title is a headline, when nearly, and when it is another story's."""

from __future__ import annotations

import pytest

from bnews_desk.archive.vault.title_likeness import is_headline, nearest
from bnews_desk.earlier import Earlier

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
    other = Earlier("Pasar Murah Digelar di Garum")
    assert nearest(title, [other, Earlier(MARKET)]) == Earlier(MARKET)


@pytest.mark.parametrize("title", FAR)
def test_another_story_is_not(title: str) -> None:
    assert nearest(title, [Earlier(MARKET)]) is None


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
    assert nearest(one, [Earlier(other)]) is None


def test_the_nearest_is_taken() -> None:
    exact = Earlier(MARKET.upper().title())
    assert nearest(MARKET + " Ini", [Earlier("Pasar Murah"), Earlier(MARKET), exact]) is not None
    assert nearest(MARKET.lower(), [Earlier(MARKET[:40]), Earlier(MARKET)]) == Earlier(MARKET)


def test_marks_and_white_space_are_not_letters() -> None:
    assert is_headline("“Doa”  untuk Negeri.", '"Doa" untuk Negeri')
    assert not is_headline("Doa untuk Negeri", "Doa Untuk Negeri")
