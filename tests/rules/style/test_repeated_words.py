"""Doubled words."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.style.repeated_words import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


@pytest.mark.parametrize(
    "word", ["di", "ke", "dari", "yang", "dan", "pada", "untuk", "dengan", "adalah", "akan"]
)
def test_function_words_are_mended_in_bulk(word: str) -> None:
    release = Release.of("", [f"Warga itu {word} {word}  {word} sana."])
    assert fix_all(release, checker()).release.body == f"Warga itu {word} sana."


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("Warga membawa payung payung.", ["payung-payung", "payung"]),
        ("Ia menjadi menjadi juara.", ["menjadi", "menjadi-menjadi"]),
        ("Itu belum belum selesai.", ["belum", "belum-belum"]),
    ],
)
def test_other_words_offer_both_ways(text: str, news: list[str]) -> None:
    (finding,) = check(text)
    assert [fix.edits[0].new for fix in finding.fixes] == news
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Ayu Ting Ting, Gili Gili, dan Bora Bora.",
        "Masing-masing, sana sini, yang-yang itu.",
        "Kami membagikan kepada masing masing warga.",
        "Skor satu satu dan 12 12.",
        "Ia menyanyi la la la dan ha ha.",
        '"Jangan jangan dia lupa," katanya.',
        "Ia di, di mana pun. Sana. Sana lagi.",
        "Pulau di Di Angelo.",
        "A a a b b.",
    ],
)
def test_names_cries_and_lists_are_silent(text: str) -> None:
    assert check(text) == []


def test_speech_is_changed_by_click_only() -> None:
    (finding,) = check('"Kami tinggal di di Kanigoro sejak dulu," katanya.')
    assert finding.safe_fix is None
    assert finding.fixes
