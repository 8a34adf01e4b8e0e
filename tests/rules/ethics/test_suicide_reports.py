"""Reports of a suicide."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.ethics.suicide_reports import HELP, RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, body))


def test_a_method_in_the_headline_is_an_error() -> None:
    finding = check("Polisi datang.", headline="Warga Talun Gantung Diri")[0]
    assert finding.severity is Severity.ERROR
    assert finding.text == "Gantung Diri"


def test_where_help_is_comes_before_the_last_paragraph() -> None:
    body = ("Seorang pria diduga bunuh diri.", "Polisi memeriksa. (kmfkabblt/sun)")
    (finding,) = check(*body)
    after = Release.of("", body).edited(finding.fixes[0].edits).body.split("\n")
    assert after == [body[0], HELP, body[1]]
    assert check(*after) == []


def test_a_method_in_the_copy_counts_even_where_help_is_named() -> None:
    (finding,) = check("Seorang pria ditemukan tewas gantung diri.", "Hubungi psikolog terdekat.")
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Gol bunuh diri seorang bek diduga menentukan.",
        "Serangan bom bunuh diri menewaskan seorang warga.",
        "Langkah itu bunuh diri politik seorang kepala desa.",
        "Pada Hari Pencegahan Bunuh Diri Sedunia, seorang dokter ditemukan menangis.",
        "Sebanyak 3 orang melakukan bunuh diri setiap hari.",
        "Novel itu berkisah tentang seorang pria yang mencoba bunuh diri.",
        "Cara dia mengakhiri hidup lawannya ditemukan seorang pemain.",
        "Ia menenggak racun tikus? Tidak, itu jamu.",
    ],
)
def test_figures_of_speech_counts_and_prevention_are_silent(text: str) -> None:
    assert check(text) == []
