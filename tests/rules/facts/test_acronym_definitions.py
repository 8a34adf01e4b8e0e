"""Acronyms that are explained twice, or not used."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bnews_desk.finding import Finding, apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts.acronym_definitions import RULES


@cache
def checker(rule: str) -> Checker:
    chosen = [r for r in RULES if r.id == rule]
    house = replace(load_style_sheet()[0], severities={rule: chosen[0].severity})
    return Checker(chosen, house, Lexicon())


def twice(*body: str, headline: str = "") -> list[Finding]:
    return checker("acronym-defined-twice").check(Release.of(headline, body))


def unused(*body: str) -> list[Finding]:
    return checker("acronym-not-used-after").check(Release.of("", body))


def test_only_the_words_that_spell_the_acronym_go() -> None:
    release = Release.of(
        "",
        [
            "Kepala Badan Pusat Statistik (BPS) hadir.",
            "Kepala Badan Pusat Statistik (BPS) pulang.",
        ],
    )
    findings = checker("acronym-defined-twice").check(release)
    mended = apply_fixes(release, [finding.fixes[0] for finding in findings])[0]
    assert mended.body == "Kepala Badan Pusat Statistik (BPS) hadir.\nKepala BPS pulang."


def test_each_later_definition_is_shown() -> None:
    body = "Dinas Lingkungan Hidup (DLH) hadir."
    assert len(twice(body, body, body)) == 2


@pytest.mark.parametrize(
    "body",
    [
        ("Badan Pusat Statistik (BPS) hadir.", "Bank Perkreditan Sejahtera (BPS) hadir."),
        ("Badan Pusat Statistik (BPS) hadir.", '"Di Badan Pusat Statistik (BPS) ada," katanya.'),
        ("Andi (A) dan Andi (A) hadir.",),
        ("Kata (K) itu. Badan (B) itu.",),
        ("BPS (BPS) dan BPS (BPS).",),
        ("(BPS) (BPS) (BPS)",),
        ("Bantuan. Pangan. Sosial (BPS) dan Bantuan. Pangan. Sosial (BPS).",),
    ],
)
def test_other_words_in_brackets_are_silent(body: tuple[str, ...]) -> None:
    assert twice(*body) == []


def test_a_headline_explains_nothing() -> None:
    assert twice("Badan Pusat Statistik (BPS) hadir.", headline="Badan Pusat Statistik (BPS)") == []


def test_the_long_form_is_replaced_where_it_stands_again() -> None:
    (finding,) = unused("Badan Pusat Statistik (BPS) hadir.", "Data Badan Pusat Statistik akurat.")
    assert finding.fixes[0].edits[0].new == "BPS"
    assert (
        unused("Badan Pusat Statistik (BPS) hadir.", '"Badan Pusat Statistik itu ada," katanya.')
        == []
    )
    assert unused("Badan Pusat Statistik hadir.", "Badan Pusat Statistik (BPS) pulang.") == []
