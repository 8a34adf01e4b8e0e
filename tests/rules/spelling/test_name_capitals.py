"""Capitals of religions, nations, days and offices."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.spelling import name_capitals, office_titles


@cache
def checker() -> Checker:
    return Checker((*name_capitals.RULES, *office_titles.RULES), load_style_sheet()[0], Lexicon())


def check(text: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, [text]))


def fixes(text: str) -> list[tuple[str, str, bool]]:
    return [(p.text, p.fixes[0].edits[0].new, p.safe_fix is not None) for p in check(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ia belajar bahasa madura.", [("madura", "Madura", True)]),
        (
            "Umat kristen dan katolik hadir.",
            [("kristen", "Kristen", True), ("katolik", "Katolik", True)],
        ),
        ("Warga merayakan natal.", [("natal", "Natal", True)]),
        ("Puasa ramadan tiba.", [("ramadan", "Ramadan", True)]),
        ("Rapat hingga jumat sore.", [("jumat", "Jumat", True)]),
        ("Warga etnis tionghoa hadir.", [("tionghoa", "Tionghoa", True)]),
        ('"Kami semua cinta tanah air indonesia," ujarnya.', [("indonesia", "Indonesia", False)]),
    ],
)
def test_names_get_their_capital(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert fixes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Gula jawa, jeruk bali, kunci inggris, petai cina, dan kacang arab.",
        "Ia mengindonesiakan, mengislamkan, dan kebarat-baratan.",
        "Rapat minggu depan, dua minggu lagi.",
        "Napasnya tinggal senin kamis.",
        "Buka honda-indonesia.com, @islam, #pancasila, dan jajago.indonesia.",
        "Rapat pada rabu (13/11/2024) dan 5 november.",
        "Perawatan prenatal dan natalitas.",
        "Umat Islam belajar bahasa Indonesia.",
    ],
)
def test_kinds_and_derived_words_stay_small(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Warga menyambut bupati Rini Syarifah.", [("bupati", "Bupati", False)]),
        ("Hadir wakil wali kota Blitar.", [("wakil wali kota", "Wakil Wali Kota", False)]),
        ("Hadir Wakil wali kota Blitar.", [("wali kota", "Wali Kota", False)]),
        ("Hadir sekretaris Dinas Sosial.", [("sekretaris", "Sekretaris", False)]),
        ("Hadir presiden Prabowo Subianto.", [("presiden", "Presiden", False)]),
        ("Ia menemui menteri Pertanian.", [("menteri", "Menteri", False)]),
        ("Ia mengundang para Lurah, lalu pulang.", [("Lurah", "lurah", False)]),
        ("Sejumlah Kepala Daerah hadir.", [("Kepala Daerah", "kepala daerah", False)]),
    ],
)
def test_an_office_before_a_name_and_one_in_general(
    text: str, found: list[tuple[str, str, bool]]
) -> None:
    assert fixes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Bupati mengatakan hal itu, Sekda berharap, Gubernur setuju.",
        "Ia calon bupati Blitar, mantan gubernur Jawa Timur, dan eks camat Talun.",
        "Ia menjadi camat Talun; jabatan bupati Blitar kosong.",
        "Presiden klub dan presiden Federasi Sepak Bola Spanyol hadir.",
        "Para Camat Talun, Para Kepala Dinas Kesehatan, dan semua Kepala SMPN 1.",
        "Perdana menteri Israel hadir bersama menteri Israel.",
        "Dilantik bupati Rabu siang oleh camat Senin lalu.",
        "Kepala Rini pusing dan kepala Budi benjol.",
        "Hadir bupati, Rini Syarifah.",
    ],
)
def test_offices_that_are_right_as_they_stand(text: str) -> None:
    assert check(text) == []


def test_the_message_names_an_office_in_full() -> None:
    (finding,) = check("Rapat dibuka kepala Dinas Pendidikan Kota Blitar kemarin.")
    assert "“Kepala Dinas Pendidikan Kota Blitar”" in finding.message


def test_headlines_have_capitals_of_their_own() -> None:
    assert check("Isi.", headline="Para Camat Temui bupati Rini") == []


def test_acting_heads_lose_their_full_stop() -> None:
    assert fixes("Hadir Plt. Bupati Blitar.") == [("Plt.", "", True)]
    assert fixes("Hadir Pj.Sekda Blitar.") == [("Pj.", " ", True)]
    assert fixes("Hadir Plt. Rini Syarifah.") == [("Plt.", "", False)]


@pytest.mark.parametrize(
    "text", ["PLTU Paiton dan PLTA Wlingi.", "Ia hanya Plt. Warga menunggu.", "Hadir Plt Bupati."]
)
def test_power_stations_and_sentence_ends_are_no_acting_heads(text: str) -> None:
    assert check(text) == []
