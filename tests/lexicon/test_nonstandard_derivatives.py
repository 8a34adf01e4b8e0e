"""Derived words of roots that are not standard get the standard root's own form."""

from __future__ import annotations

import pytest

from bnews_desk.lexicon.nonstandard_derivatives import NonstandardDerivatives, shipped_derivatives
from bnews_desk.lexicon.word_lists import row_of


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("memperdulikan", "memedulikan"),
        ("memperdulikannya", "memedulikannya"),
        ("memproklamirkan", "memproklamasikan"),
        ("menginventarisir", "menginventarisasi"),
        ("dilokalisir", "dilokalisasi"),
        ("beraktifitas", "beraktivitas"),
        ("menciderai", "mencederai"),
        ("kerapihan", "kerapian"),
    ],
)
def test_the_standard_root_is_formed_anew(typed: str, right: str) -> None:
    assert shipped_derivatives().standard(typed) == right


@pytest.mark.parametrize(
    "word",
    "air memperlihatkan pemikiran membanjiri menghadirkan melahirkan mengalirkan berakhir dihutang"
    " dipikirkan penyair diparkirkan mengukir dihadang menghadang menganalisakan ☃☃☃☃☃☃☃☃".split(),
)
def test_words_of_standard_roots_are_left(word: str) -> None:
    assert shipped_derivatives().standard(word) == ""


def test_a_row_with_a_choice_or_of_another_rule_forms_nothing() -> None:
    rows = [row_of("resiko", "risiko | bahaya"), row_of("kordinasi", "koordinasi", "rule: C20")]
    assert NonstandardDerivatives(rows, {}).standard("mengkordinasikan") == ""
    assert (
        NonstandardDerivatives([row_of("resiko", "risiko")], {"berisiko": 3}).standard("beresiko")
        == "berisiko"
    )
