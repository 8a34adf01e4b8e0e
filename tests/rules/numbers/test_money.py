"""Rupiah and large numbers."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.numbers.money import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def settled(text: str) -> str:
    return fix_all(Release.of("", [text]), checker(), offered={"large-number-word"}).release.body


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Rp 25.000.000", "Rp25.000.000"),
        ("Rp\u00a025 juta", "Rp25 juta"),
        ("Rp. 1.720.000,-", "Rp1.720.000"),
        ("Rp1.720.000,- per unit", "Rp1.720.000 per unit"),
        ("RP 5.000 dan rp5.000", "Rp5.000 dan Rp5.000"),
        ("Rp 5 juta rupiah", "Rp5 juta"),
        ("Rp 2,5 milyar rupiah", "Rp2,5 miliar"),
        ("Rp 1,5 M", "Rp1,5 miliar"),
        ("Rp25jt", "Rp25 juta"),
        ("Rp 10-15 jt", "Rp10-15 juta"),
        ("2 Trilyun", "2 triliun"),
        ("Rp.500rb", "Rp500 ribu"),
    ],
)
def test_sums_are_brought_into_form(text: str, good: str) -> None:
    assert settled(f"Dananya {text}.") == f"Dananya {good}."


@pytest.mark.parametrize(
    "text",
    [
        "Rp5.000,00",
        "Rp10.000-Rp15.000",
        "5 juta rupiah",
        "kurs USD/IDR 16.000",
        "kode GRP 12 dan KRp 5",
        "Rp5 m.t. dan Rp",
        "para miliarder",
        "Pak Milyar",
        "Rp5 Tunai",
        "rupiah 25",
    ],
)
def test_what_is_right_or_no_sum_is_silent(text: str) -> None:
    assert checker().check(Release.of("", [f"Dananya {text} saja."])) == []


def test_a_foreign_code_is_only_offered() -> None:
    (finding,) = checker().check(Release.of("", ["Dananya IDR 2 miliar."]))
    assert finding.safe_fix is None
    assert finding.message == "Rupiah ditulis tanpa titik dan tanpa spasi: Rp2 miliar."


def test_a_headline_may_be_short_of_room() -> None:
    (finding,) = checker().check(Release.of("Pemkab Terima Rp2 M", ["Isi."]))
    assert finding.severity is Severity.SUGGESTION


def test_words_that_stay_are_not_touched() -> None:
    (finding,) = checker().check(Release.of("", ["Ia menerima Rp5 juta rupiah."]))
    assert [(e.old, e.new) for e in finding.fixes[0].edits] == [(" rupiah", "")]
