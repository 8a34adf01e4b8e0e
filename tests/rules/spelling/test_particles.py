"""*-lah*, *-kah*, *-tah* apart, *per* joined."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.rules.spelling.particles import RULES

TRIAL = Trial(RULES)
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize(
    ("text", "right", "is_safe"),
    [
        ("Apa kah benar", "Apakah", True),
        ("Sudah lah benar", "Sudahlah", True),
        ("Tidak-kah benar", "Tidakkah", True),
        ("Kemarin, Tidak-kah itu", "Tidakkah", True),
        ("Kemarin itu lah yang", "itulah", True),
        ("Kemarin larang-larang lah yang", "larang-laranglah", True),
        ("Kemarin sawah-lah yang", "sawahlah", False),
        ("Kemarin siapa tah yang", "siapatah", True),
        ("Akibat ulah lah keji", "ulahlah", False),
    ],
)
def test_the_particle_is_joined(text: str, right: str, is_safe: bool) -> None:
    assert [found[1:] for found in fixes(f"{text} itu.")] == [(right, is_safe)]


def test_in_speech_it_is_a_warning_and_an_offer() -> None:
    (finding,) = check('"Kami datang saja lah ke kantor camat," katanya.')
    assert finding.severity is Severity.WARNING
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Teuku Lah hadir",
        "Siti Kah hadir",
        "ia menyebut Blitar-lah jawabnya",
        "itu process lah",
        "pada 2027 lah targetnya",
        "ya lah begitu",
        "hujan lah kok deras",
        "pagi, lah siang",
        "CEO lah itu",
        "kata tah itu",
        "data_lah itu",
    ],
)
def test_names_foreign_words_and_talk_are_left_alone(text: str) -> None:
    assert check(f"Kemarin {text}.") == []


@pytest.mark.parametrize("unit", ["orang", "hari", "bulan", "kilogram", "hektare", "kapita"])
def test_per_is_parted_from_what_is_counted(unit: str) -> None:
    assert fixes(f"Harganya naik per{unit} dan per-{unit} lagi.") == [
        (f"per{unit}", f"per {unit}", True),
        (f"per-{unit}", f"per {unit}", True),
    ]
    assert fixes(f"Per{unit} harganya naik.") == [(f"Per{unit}", f"Per {unit}", True)]


@pytest.mark.parametrize(
    "word",
    ["perorangan", "persatuan", "peringkat", "perempatan", "pertiga", "perkotaan", "perunitan"],
)
def test_nouns_with_the_prefix_stay(word: str) -> None:
    assert check(f"Warga membahas {word} kemarin.") == []


def test_one_by_one() -> None:
    assert fixes("Warga maju satu persatu.") == [("persatu", "per satu", True)]
    assert check("Lambang persatu itu.") == []


def test_fractions_are_joined_and_rates_are_not() -> None:
    assert fixes("Dua per tiga warga; tiga per lima warga.") == [
        ("per tiga", "pertiga", True),
        ("per lima", "perlima", False),
    ]
    assert check("Rasio lima per tiga, skor dua per dua, sewa per tiga bulan.") == []


@pytest.mark.parametrize("noun", sorted(n for n in Lexicon().confixed_nouns if n[:3] == "per"))
def test_each_noun_that_was_cut_is_joined_again(noun: str) -> None:
    assert fixes(f"Mereka membahas per {noun[3:]} kemarin.") == [(f"per {noun[3:]}", noun, True)]
    assert check(f"Mereka membahas {noun} kemarin.") == []


@pytest.mark.parametrize(
    "text", ["", "\ud800 lah", "lah", "-lah", "per", "per-", "per \u0000 tiga"]
)
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_take_linear_time() -> None:
    assert len(check("apa kah " * 5_000)) == 5_000
