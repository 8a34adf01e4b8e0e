"""Foreign words."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.style.foreign_words import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, body))


def test_a_term_is_shown_once_a_release_where_it_is_first_used_freely() -> None:
    findings = check(
        'Ia berkata, "Para netizen kita itu ramai sekali."',
        "Sebagian netizen diam.",
        "Netizen lain menonton siaran daring.",
    )
    (finding,) = findings
    assert finding.text == "netizen"
    assert finding.start > len('Ia berkata, "Para netizen kita itu ramai sekali."')
    assert finding.severity is Severity.SUGGESTION
    assert finding.message == "“Netizen” ada padanannya: “warganet”."


def test_every_equivalent_is_offered() -> None:
    (finding,) = check("Event itu ramai.")
    assert [fix.edits[0].new for fix in finding.fixes] == ["Acara", "Kegiatan"]
    assert finding.safe_fix is None


def test_the_explained_form_comes_first_where_the_list_says_so() -> None:
    (finding,) = check("Kita menuju net zero emission.")
    assert [fix.edits[0].new for fix in finding.fixes] == [
        "emisi nol bersih (net zero emission)",
        "emisi nol bersih",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ia terjerat judi online dan pinjaman online.",
        "Program Blitar Smart City dan Kediri Event Nusantara.",
        "Event Jazz Gunung digelar lagi.",
        "Acara itu disebut 'launching' atau \"launching\".",
        "Pemengaruh (influencer) itu datang.",
        "Warganet atau netizen ramai.",
        "Para netizen (warganet) ramai.",
        "Kecerdasan buatan ( artificial intelligence ) dipakai.",
        "Konsep supply chain dan wearable device.",
        "Laman event.id dan @event.",
        "Sub-event itu ramai; event/acara juga.",
        "EVENT besar itu ramai.",
    ],
)
def test_names_glosses_and_english_phrases_are_silent(text: str) -> None:
    assert check(text) == []


def test_the_headline_is_left_alone() -> None:
    assert check("Isi berita.", headline="Event Nasional Digelar") == []
