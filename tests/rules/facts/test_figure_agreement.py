"""Figures that contradict each other: directions and totals."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts import contradictory_rises_and_falls, wrong_totals
from bnews_desk.rules.facts.amounts import format_number, make_amount


@cache
def checker() -> Checker:
    return Checker(
        (*contradictory_rises_and_falls.RULES, *wrong_totals.RULES),
        load_style_sheet()[0],
        Lexicon(),
    )


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


@pytest.mark.parametrize(
    "text",
    [
        "Angkanya turun dari 1,5 persen menjadi 2,5 persen.",
        "Dana itu berkurang dari Rp900 ribu menjadi Rp1 juta.",
        "Jarak itu bertambah dari 2 kilometer menjadi 900 meter.",
        "Pemkab menurunkan kemiskinan dari 8 persen pada 2022 menjadi 9 persen.",
        "Jumlahnya dari 1.720 orang turun menjadi 1.800 orang.",
        "Produksi naik 10 persen dari 100 ton menjadi 150 ton.",
        "Luasnya naik dari 5 hektare ke 3 hektare.",
    ],
)
def test_a_direction_that_the_figures_deny_is_found(text: str) -> None:
    (finding,) = check(text)
    assert finding.rule == "figure-direction"
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Angkanya turun dari 2,5 persen menjadi 1,5 persen.",
        "Dana itu berkurang dari Rp1 juta menjadi Rp900 ribu.",
        "Jarak itu bertambah dari 900 meter menjadi 2 kilometer.",
        "Posisinya naik dari 5 menjadi 3, peringkatnya naik dari 10 ke 2.",
        "Angkanya tidak naik dari 5 persen menjadi 4 persen.",
        "Suhu turun dari 5 derajat menjadi minus 7 derajat.",
        "Layanan meningkat. Waktunya dipangkas dari 9 hari menjadi 3 hari.",
        "Harga naik dari Rp5.000 per kg menjadi 4 juta per ton.",
        "Ia naik kereta dari peron 3 ke peron 1 dan turun dari 5 anak tangga.",
        "Jumlahnya turun dari 9 ton menjadi 12 ekor.",
        "Produksi naik 50 persen dari 100 ton menjadi 150 ton.",
        "Harganya naik dari 5 menjadi 5.",
    ],
)
def test_a_direction_that_may_be_right_is_silent(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hadir 120 peserta terdiri atas 40 lurah, 60 kades, dan 15 camat.", "115, bukan 120"),
        ("Hadir 40 lurah, 60 kades, dan 15 camat, total 120 orang.", "115, bukan 120"),
        ("Panen 1.720 ton padi, yakni 900 ton sawah dan 800 ton ladang.", "1.700, bukan 1.720"),
        ("Dana Rp2,5 miliar, yaitu Rp1,5 miliar untuk jalan dan Rp0,5 miliar untuk air.", "bukan"),
    ],
)
def test_parts_that_do_not_make_the_total_are_found(text: str, said: str) -> None:
    (finding,) = check(text)
    assert finding.rule == "figure-total"
    assert said in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Hadir 115 peserta terdiri atas 40 lurah, 60 kades, dan 15 camat.",
        "Hadir 120 peserta, antara lain 40 lurah, 60 kades, dan 15 camat.",
        "Hadir 120 peserta terdiri atas 40 lurah, 60 kades, 15 camat, dan lima bidan.",
        "Hadir 120 peserta, yakni 40 lurah, 60 kades, dan sisanya camat.",
        "Hadir 12 regu terdiri atas 8 pemain dan 2 pelatih.",
        "Sebanyak 72 anggota hadir, 52 setuju, 15 tidak, dan 5 abstain.",
        "Ada 3 kasus pada 2023, yakni 2 pencurian dan 4 penipuan.",
        "Panen 5 ton, yakni 3.000 kg sawah dan 1.500 kg ladang.",
        "Skornya 21-15, 18-21, total 39 poin, jumlah 36 poin.",
        "Sebanyak 9 orang, yakni 20 warga dan 30 siswa.",
    ],
)
def test_parts_that_may_be_right_are_silent(text: str) -> None:
    assert [p.message for p in check(text)] == []


def test_amounts_have_one_unit_a_kind() -> None:
    assert (
        make_amount(None, "1,5", None, "ton").value == make_amount(None, "1.500", None, "kg").value
    )
    assert make_amount("Rp", "2", "miliar", None).value == 2_000_000_000
    assert not make_amount("Rp", "2", None, None).compares_with(
        make_amount(None, "2", None, "orang")
    )


@pytest.mark.parametrize(
    ("value", "text"), [(1720, "1.720"), (2.5, "2,5"), (12345.56, "12.345,56")]
)
def test_values_are_written_as_indonesian_does(value: float, text: str) -> None:
    assert format_number(value) == text
