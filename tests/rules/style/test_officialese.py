"""The language of offices, and leads that begin with it."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.style.officialese import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Lomba digelar dalam rangka menyambut HUT.", "Lomba digelar untuk menyambut HUT."),
        ("Ia datang dalam rangka untuk belajar.", "Ia datang untuk belajar."),
        ("Rapat itu, bertempat di aula, ramai.", "Rapat itu, di aula, ramai."),
    ],
)
def test_a_shorter_word_is_offered(text: str, after: str) -> None:
    (finding,) = check(text)
    (fix,) = finding.fixes
    assert Release.of("", [text]).edited(fix.edits).body == after
    assert not fix.is_safe


@pytest.mark.parametrize(
    "text",
    [
        "Lomba digelar dalam rangka Hari Jadi Blitar.",
        "Lomba digelar dalam rangka peringatan hari jadi.",
        "Lomba digelar dalam rangka berita duka dan dalam rangka Menyambut Fajar.",
        "Mereka bertempat tinggal di Talun.",
        "Rangka mobil itu kuat; dalam, rangka, membuat.",
    ],
)
def test_before_a_noun_or_a_name_nothing_is_said(text: str) -> None:
    assert check(text) == []


def test_the_opening_of_the_lead_is_the_other_rules_matter() -> None:
    (finding,) = check("BLITAR | B-news.id - Dalam rangka memperingati HUT RI, lomba digelar.")
    assert finding.rule == "lead-weak-opener"
    assert finding.text == "Dalam rangka"
