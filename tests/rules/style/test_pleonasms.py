"""Words that say the same twice."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.style.pleonasms import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("Rapat ini adalah merupakan agenda.", ["adalah", "merupakan"]),
        ("Agar supaya lancar, jalan ditutup.", ["Agar", "Supaya"]),
        ("Para bapak-bapak hadir.", ["Para bapak", "Bapak-bapak"]),
        ("Itu bukan hanya sekadar lomba.", ["sekadar", "hanya"]),
        ("Pameran rencananya akan dibuka.", ["rencananya", "akan"]),
        ("Pameran dijadwalkan akan dibuka.", ["dijadwalkan"]),
        ("Jalan direncanakan akan ditutup.", ["direncanakan"]),
        ("Desa berencana akan membangun.", ["berencana"]),
        ("Lomba digelar dengan tujuan untuk melatih.", ["untuk", "dengan tujuan"]),
        ("Itu paling terpenting.", ["terpenting", "paling penting"]),
        ("Mereka saling bantu-membantu.", ["bantu-membantu", "saling membantu"]),
    ],
)
def test_the_ways_out_are_offered_in_order(text: str, news: list[str]) -> None:
    (finding,) = check(text)
    assert [fix.edits[0].new for fix in finding.fixes] == news
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Itu sangat penting sekali.",
        "Hanya dua orang saja hadir.",
        "Banyak rumah-rumah rusak.",
        "Pameran rencananya akan digelar.",
    ],
)
def test_what_is_a_matter_of_taste_is_a_suggestion(text: str) -> None:
    (finding,) = check(text)
    assert finding.severity is Severity.SUGGESTION


@pytest.mark.parametrize(
    "text",
    [
        "Para undang-undang itu, berbagai alun-alun, sejumlah kupu-kupu.",
        "Tahun lalu kemudian menjadi tonggak; pada Mei lalu kemudian hujan.",
        "Ia naik ke atas kapal, maju ke depan panggung, turun ke bawah jembatan.",
        "Rapat digelar pada rentang waktu pukul 08.00 hingga 09.00.",
        "Ia hanya begitu saja; hanya siapa saja yang mau.",
        "Panen itu sangat baik sekali lagi; ia sangat rajin sekali seminggu.",
        "Ia paling terkenal di antara yang paling terpencil.",
        "Lagu Agar Supaya dan grup Demi Untuk Kita tampil.",
        "Banyak anak-anak datang dengan serta merta, dan serta merta pulang.",
        '"Kami datang agar supaya semua warga tahu," katanya.',
    ],
)
def test_what_only_looks_doubled_is_silent(text: str) -> None:
    assert check(text) == []


def test_the_list_knows_no_row_of_another_rule() -> None:
    assert "terdiri dari" not in Lexicon().pleonasms
    assert "agar supaya" in Lexicon().pleonasms
