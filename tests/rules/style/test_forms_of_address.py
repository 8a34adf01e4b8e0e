"""Honorifics, and the newsroom that says we."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.style.forms_of_address import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("Acara dibuka Bapak Bupati Rini.", ["Bupati"]),
        ("Hadir pula Bpk. Camat.", ["Camat"]),
        ("Pak Lurah hadir.", ["Lurah"]),
        ("Beliau hadir.", ["Ia"]),
        ("Warga menunggu karena beliau terlambat.", ["ia", "dia"]),
        ("Warga datang bersama beliau.", ["dia"]),
    ],
)
def test_what_news_says_is_offered(text: str, news: list[str]) -> None:
    (finding,) = check(text)
    assert [fix.edits[0].new for fix in finding.fixes] == news
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Ibu Kota Nusantara, Bapak Pramuka, Ibu Tini, dan Pak Slamet.",
        "Rasulullah dan sahabat beliau hijrah.",
        '"Kami menunggu Pak Bupati dan beliau hadir," katanya.',
        "Bapak, Bupati hadir.",
        "Seorang ibu kepala dusun hadir.",
    ],
)
def test_names_and_speech_keep_theirs(text: str) -> None:
    assert check(text) == []


def test_we_is_marked_once_a_sentence() -> None:
    findings = check("Kami hadir dan kami senang. Program kita jalan.")
    assert [finding.text for finding in findings] == ["Kami", "kita"]


@pytest.mark.parametrize(
    "text",
    [
        "Film Kami Bersama dan aplikasi Kita Bisa diluncurkan.",
        'Mottonya "Kami Siap". Kata dia, "Kita akan datang bersama-sama."',
        'Ia berkata, "Kami akan datang besok pagi',
        "“Kami akan datang besok,” katanya.",
    ],
)
def test_speech_and_names_may_say_we(text: str) -> None:
    assert check(text) == []
