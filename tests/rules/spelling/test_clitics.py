"""Pronouns split off, affixes at acronyms and names."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.rules.spelling.clitics import RULES

TRIAL = Trial(RULES)
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize(
    ("text", "right", "is_safe"),
    [
        ("ban nya", "bannya", True),
        ("SK nya", "SK-nya", True),
        ("SKnya", "SK-nya", True),
        ("P3Knya", "P3K-nya", True),
        ("STNK ku", "STNK-ku", True),
        ("SIM mu", "SIM-mu", True),
        ("SIMmu", "SIM-mu", False),
        ("KEPERCAYAAN nya", "KEPERCAYAAN-nya", False),
        ("smartphone nya", "smartphone-nya", False),
        ("race nya", "race-nya", False),
        ("Kementerian Perhubungan nya", "Perhubungannya", False),
    ],
)
def test_the_pronoun_is_joined(text: str, right: str, is_safe: bool) -> None:
    assert [found[1:] for found in fixes(f"Warga membawa {text} kemarin.")] == [(right, is_safe)]


def test_what_somebody_says_is_only_offered() -> None:
    assert fixes('"Kami sudah membawa KTPnya kemarin," katanya.') == [("KTPnya", "KTP-nya", False)]


@pytest.mark.parametrize(
    "text",
    [
        "KTP-nya",
        "bannya",
        "jalan-Nya",
        "rahmat Nya",
        "rumah ku",
        "hati mu",
        "nilai 2 nya",
        "kata, nya",
        '"Villa" nya',
        "tuh nya",
        "kopi_nya",
        "OKU",
        "MAKMU",
    ],
)
def test_what_is_right_or_no_pronoun_is_left_alone(text: str) -> None:
    assert check(f"Warga membawa {text} kemarin.") == []


@pytest.mark.parametrize(
    ("text", "right", "is_safe"),
    [
        ("se Kabupaten Blitar", "se-Kabupaten", True),
        ("se kabupaten Blitar", "se-Kabupaten", False),
        ("se kecamatan ini", "sekecamatan", True),
        ("se-kecamatan ini", "sekecamatan", False),
        ("se-indonesia ini", "se-Indonesia", True),
        ("se Indonesia ini", "se-Indonesia", True),
        ("se indonesia ini", "se-Indonesia", False),
        ("seIndonesia ini", "se-Indonesia", True),
        ("seWonosobo ini", "se-Wonosobo", False),
        ("se-antero Jawa", "seantero", False),
        ("di PHK massal", "di-PHK", True),
        ("diPHK massal", "di-PHK", True),
        ("ber KTP Blitar", "ber-KTP", True),
        ("berKTP Blitar", "ber-KTP", True),
        ("mem PHK buruh", "mem-PHK", True),
        ("memPHK buruh", "mem-PHK", True),
    ],
)
def test_the_affix_gets_its_hyphen(text: str, right: str, is_safe: bool) -> None:
    assert [found[1:] for found in fixes(f"Kemarin warga {text}.")] == [(right, is_safe)]


@pytest.mark.parametrize(
    "text",
    [
        "di DPRD",
        "di RSUD",
        "di SK Bupati",
        "di OTT",
        "diKPK",
        "sekabupaten",
        "se-Kabupaten Blitar",
        "se-dovish itu",
        "per se Indonesia",
        "SE Bupati",
        "Ter Stegen",
        "iPhone",
        "BerITA",
        "PeMDa",
        "#diPHK",
        "di-PHK",
        "SeaWorld",
    ],
)
def test_prepositions_names_and_right_forms_stay(text: str) -> None:
    assert check(f"Kemarin warga membahas {text} lagi.") == []


def test_the_severities_are_error_and_warning() -> None:
    nya, phk = check("Warga membawa KTPnya, lalu buruh diPHK.")
    assert (nya.severity, phk.severity) == (Severity.ERROR, Severity.WARNING)


@pytest.mark.parametrize(
    "text", ["", "\ud800 nya", "nya", "se", "di", "se-", "SK \u0000nya", "😀nya"]
)
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_take_linear_time() -> None:
    assert len(check("SK nya " * 5_000)) == 5_000
