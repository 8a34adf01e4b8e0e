"""Details, origins and rumours (G06, G08, G10), which are shipped off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker

RULES = tuple(rule for rule in all_rules() if rule.code in {"G06", "G08", "G10"})


def found(*body: str) -> set[str]:
    house = replace(load_style_sheet()[0], severities={rule.id: rule.severity for rule in RULES})
    return {p.rule for p in Checker(RULES, house, Lexicon()).check(Release.of("", body))}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Mayatnya membusuk di kebun.", "graphic-detail"),
        ("Tersangka, pemuda keturunan Rimba, ditahan.", "sara-discrimination"),
        ("Polisi menertibkan para waria di taman.", "sara-discrimination"),
        ("Informasi yang dihimpun, jalan itu ambles.", "unverified-source"),
        ("Kata sumber yang enggan disebut namanya, dana itu hilang.", "unverified-source"),
    ],
)
def test_each_is_pointed_at(text: str, rule: str) -> None:
    assert found(text) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "Pasien patah tulang itu dirawat.",
        "Pelaku wisata menyambut tamu keturunan Tionghoa.",
        '"Beredar kabar bahwa sekolah kita diliburkan," katanya.',
    ],
)
def test_what_is_plain_is_silent(text: str) -> None:
    assert found(text) == set()


def test_a_rumour_that_somebody_denies_is_news() -> None:
    rumour = "Beredar kabar bahwa jembatan itu ditutup."
    assert found(rumour) == {"unverified-source"}
    assert found(rumour, "Kapolsek membantah kabar itu.") == set()
