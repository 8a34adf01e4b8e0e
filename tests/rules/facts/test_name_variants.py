"""Two spellings of one person's name."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts.name_spellings import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, body))


def edits(*body: str, headline: str = "") -> list[tuple[str, str]]:
    return [
        (p.fixes[0].edits[0].old, p.fixes[0].edits[0].new) for p in check(*body, headline=headline)
    ]


def test_the_rarer_spelling_is_the_wrong_one() -> None:
    assert edits(
        "Sekda Izul Marrom hadir.", "Menurut Izul Marom, desa maju.", "Kata Izul Marom, ayo."
    ) == [("Marrom", "Marom")]


def test_short_mentions_support_a_spelling() -> None:
    body = ('"Ayo," kata Rini Sarifah.', "Menurut Rini Syarifah, desa maju. Syarifah pulang.")
    assert edits(*body) == [("Sarifah", "Syarifah")]


@pytest.mark.parametrize(
    "wrong", ["Syarifa", "Syarfiah", "Sjarifah", "Sarifah", "Syarrifah", "Syarivah"]
)
def test_old_spellings_and_slips_are_seen(wrong: str) -> None:
    body = (
        "Bupati Rini Syarifah hadir.",
        "Kata Rini Syarifah, desa maju.",
        f"Kata Rini {wrong}, ayo.",
    )
    assert edits(*body) == [(wrong, "Syarifah")]


def test_a_headline_and_a_short_mention_are_compared() -> None:
    body = ("Sekda Bambang Sutrisno hadir.", "Kata Bambang Sutrisno, desa maju.")
    assert edits(*body, headline="Bambang Sutrisna Hadiri Panen") == [("Sutrisna", "Sutrisno")]
    assert edits(*body, '"Ayo," kata Sutrisna.') == [("Sutrisna", "Sutrisno")]


@pytest.mark.parametrize(
    "body",
    [
        ("Kata Siti Aminah, ayo. Menurut Sari Aminah, jangan.",),
        ("Kata Siti Aminah dan Siti Aminuh, ayo.",),
        ("Bupati Blitar hadir.", "Kata Bupati Blora, ayo."),
        ("Kata warga Desa Sukorejo, ayo.", "Kata warga Desa Sukoreno, ayo."),
        ("Kata Budi Santoso, ayo.", "Kata Budi, ayo. Santoso pulang."),
        ("Laga Real Madrid dan Rea Madrid.", "Pasar Legi Baru dan Pasar Lege Baru."),
        ("Kata Budi Santoso, ayo.", "Kunjungi https://x.id/Budi-Santosa."),
    ],
)
def test_other_people_and_places_are_silent(body: tuple[str, ...]) -> None:
    assert check(*body) == []
