"""Meskipun … tetapi, karena … maka, baik … dan."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.style.doubled_conjunctions import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


def test_either_conjunction_may_go() -> None:
    text = "Meski hujan deras, namun warga hadir."
    (finding,) = check(text)
    release = Release.of("", [text])
    assert [release.edited(fix.edits).body for fix in finding.fixes] == [
        "Meski hujan deras, warga hadir.",
        "Hujan deras, namun warga hadir.",
    ]


def test_a_comma_behind_the_second_goes_with_it() -> None:
    text = "Meski hujan, namun, menurut dia, warga hadir."
    (finding,) = check(text)
    after = Release.of("", [text]).edited(finding.fixes[0].edits).body
    assert after == "Meski hujan, menurut dia, warga hadir."


@pytest.mark.parametrize(
    "text",
    [
        "Ia menyebutkan meski hujan, tetapi warga hadir.",
        "Walaupun harga Rp1.500,50 per butir, namun warga membeli.",
        "Menurut dia, karena hujan, maka acara ditunda.",
        "Supaya lancar, maka jalan ditutup.",
    ],
)
def test_a_clause_behind_an_introduction_counts(text: str) -> None:
    (finding,) = check(text)
    assert finding.rule == "double-conjunction"


@pytest.mark.parametrize(
    "text",
    [
        "Warga hadir, meski hujan, tetapi panggung ambruk.",
        "Ia merasa bangga, meski kalah, namun pulang.",
        "Meski kecil, lincah, tetapi kuat.",
        "Karena itu, maka dari itu, warga hadir.",
        "Karena deras sehingga banjir, warga mengungsi.",
        "Bila hujan, maka acara ditunda.",
    ],
)
def test_a_main_clause_before_it_is_silent(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Baik di desa atau di kota, warga hadir.", "Baik di desa maupun di kota, warga hadir."),
        ("Warga, baik tua dan muda, hadir.", "Warga, baik tua maupun muda, hadir."),
        ("Tim, baik itu putra ataupun putri, siap.", "Tim, baik itu putra maupun putri, siap."),
        ("Warga, baik warga kota atau pun desa.", "Warga, baik warga kota maupun desa."),
    ],
)
def test_baik_wants_maupun(text: str, after: str) -> None:
    (finding,) = check(text)
    assert Release.of("", [text]).edited(finding.fixes[0].edits).body == after


@pytest.mark.parametrize(
    "text",
    [
        "Perencanaan yang baik di tingkat desa dan kota.",
        "Hubungannya baik dengan warga dan camat.",
        "Niat baik itu dicatat dan dipuji.",
        "Kelakuannya, baik dan sopan, dipuji.",
        "Baik putra dan putri maupun tamu hadir.",
        "Ia menyambut baik di desa dan di kota.",
        "Udara baik bagi kulit dan paru-paru.",
    ],
)
def test_baik_that_means_good_is_silent(text: str) -> None:
    assert check(text) == []
