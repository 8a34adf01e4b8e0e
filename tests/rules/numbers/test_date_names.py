"""Misspelt months and days."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.numbers.date_names import RULES
from bnews_desk.rules.numbers.written_dates import NONSTANDARD_MONTHS


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def fixes(text: str) -> list[tuple[str, str, bool]]:
    return [
        (p.text, p.fixes[0].edits[0].new, p.safe_fix is not None)
        for p in checker().check(Release.of("", [text]))
    ]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("lahir 26 Pebruari 2021", "Pebruari", "Februari"),
        ("sejak Nopember lalu", "Nopember", "November"),
        ("Jalan rusak sejak 10 Nopember 2023", "Nopember", "November"),
        ("pada 3 maret", "maret", "Maret"),
        ("pada bulan mei", "mei", "Mei"),
        ("sejak mei 2023", "mei", "Mei"),
        ("5 August 2024", "August", "Agustus"),
        ("13 NOPEMBER 2024", "NOPEMBER", "NOVEMBER"),
        ("hari rabu", "rabu", "Rabu"),
        ("hari minggu", "minggu", "Minggu"),
        ("salat jum'at", "jum'at", "Jumat"),
        ("Saptu (16/11/2024)", "Saptu", "Sabtu"),
        ("Senin dan kamis", "kamis", "Kamis"),
        ("pada ahad (17/11/2024)", "ahad", "Ahad"),
    ],
)
def test_the_standard_name_is_put_in(text: str, old: str, new: str) -> None:
    assert fixes(f"Kegiatan itu {text} di Blitar.") == [(old, new, True)]


@pytest.mark.parametrize("wrong", sorted(NONSTANDARD_MONTHS))
def test_each_nonstandard_month_is_mended_in_a_date(wrong: str) -> None:
    ((old, _, is_safe),) = fixes(f"Rapat digelar 13 {wrong.capitalize()} 2024.")
    assert (old, is_safe) == (wrong.capitalize(), True)


@pytest.mark.parametrize(
    "text",
    [
        "Institut Teknologi Sepuluh Nopember berdiri.",
        "Mereka berkumpul di Tugu 10 Nopember.",
        "Jalan 10 Nopember 1945 ditutup.",
        "Nopember Simanjuntak dan Juny Astuti hadir.",
        "Dua minggu depan, seminggu, dan tiga minggu (13/11/2024).",
        "Pasar Senen dan Pasar Rebo ramai.",
        "Haji Jum'at hadir.",
        "Arsip bertanggal Monday 23 January 2023.",
        "Skor 3.5 may berubah.",
    ],
)
def test_names_and_weeks_are_silent(text: str) -> None:
    assert fixes(text) == []


def test_an_english_month_without_a_year_is_only_offered() -> None:
    assert fixes("Konser 5 July di Blitar.") == [("July", "Juli", False)]


def test_speech_is_changed_by_click_only() -> None:
    assert fixes('"Kami datang lagi pada hari rabu," katanya.') == [("rabu", "Rabu", False)]
