"""Words for people with a disability."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.ethics.disability_words import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Para penyandang cacat hadir.", "Para penyandang disabilitas hadir."),
        ("Anak cacat mental itu dirawat.", "Anak dengan disabilitas mental itu dirawat."),
        ("Ia mengalami cacat fisik.", "Ia mengalami disabilitas fisik."),
        ("Orang gila itu dibawa.", "Orang dengan gangguan jiwa itu dibawa."),
        ("Ia menderita cacat.", "Ia menderita disabilitas."),
    ],
)
def test_the_law_s_word_is_offered(text: str, after: str) -> None:
    (finding,) = check(text)
    (fix,) = finding.fixes
    assert Release.of("", [text]).edited(fix.edits).body == after
    assert not fix.is_safe


@pytest.mark.parametrize(
    "text",
    [
        "Putusan itu cacat formil, cacat hukum, cacat prosedur, dan cacat administrasi.",
        "Sapi kurban tidak boleh cacat fisik.",
        "Barang cacat fisik dikembalikan.",
        "Pekerja cacat tetap dan cacat total mendapat santunan.",
        "Yayasan Penyandang Cacat, Hari Penyandang Cacat, dan UU Penyandang Cacat dibahas.",
        "SLB Tunanetra dan Pertuni bertemu; siswa tunarungu menari.",
        "Harga gila-gilaan, gila kerja, nasi goreng gila, tergila-gila.",
        "Suhu orang normal 36 derajat.",
        '"Mereka bukan orang gila seperti kata orang," katanya.',
    ],
)
def test_law_goods_beasts_and_names_are_silent(text: str) -> None:
    assert check(text) == []
