"""Nobody is called guilty before the verdict."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.ethics.presumption_of_innocence import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, body))


@pytest.mark.parametrize(
    ("body", "news"),
    [
        (("Polisi menangkap pelaku, AS (30).",), ["terduga pelaku"]),
        (
            ("Pelaku berinisial AS ditahan.", "AS ditetapkan sebagai tersangka."),
            ["Terduga pelaku", "Tersangka"],
        ),
        (
            ("Pelaku Budi Santoso (30) hadir.", "Dalam sidang itu jaksa membacakan dakwaan."),
            ["Terduga pelaku", "Terdakwa"],
        ),
        (("Warga menangkap maling bernama Budi.",), ["terduga maling"]),
    ],
)
def test_the_right_word_is_offered(body: tuple[str, ...], news: list[str]) -> None:
    (finding,) = check(*body)
    assert [fix.edits[0].new for fix in finding.fixes] == news
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "body",
    [
        ("Pelaku UMKM, pelaku Usaha Mikro, dan pelaku IKM hadir.",),
        ("Pelaku sejarah Budi Santoso bercerita tentang pembunuhan itu.",),
        ("Pelaku masih diburu; pelaku itu lari ke Talun.",),
        ("Terduga pelaku, AS (30), dan diduga pelaku berinisial BD ditahan.",),
        ("Pelaku, AS (30), ditahan.", "Hakim memvonisnya; ia divonis dua tahun."),
        ('"Kami sudah menangkap pelaku, AS (30), tadi pagi," kata Rina.',),
        ("Bandar Lampung (5) dan Bandar Udara Dhoho dibuka.",),
        ("Polisi menangkap pelaku pembunuhan Riky Saputra (31).",),
        ("Korban (30) bertemu pelaku.",),
    ],
)
def test_trades_verdicts_and_speech_are_silent(body: tuple[str, ...]) -> None:
    assert check(*body) == []
