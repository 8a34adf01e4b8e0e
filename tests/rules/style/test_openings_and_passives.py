"""Rules of style that are shipped off: openings, passives, light verbs, attribution, roll calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bnews_desk.finding import apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.rule import Rule
from bnews_desk.rules.style import (
    attendance_lists,
    light_verbs,
    repeated_attributions,
    sentence_openings,
    wrong_passives,
)

RULES: tuple[Rule, ...] = (
    *repeated_attributions.RULES,
    *light_verbs.RULES,
    *sentence_openings.RULES,
    *wrong_passives.RULES,
    *attendance_lists.RULES,
)
Check = Callable[[str], tuple[set[str], str]]
ABOVE = "Acara usai."


@pytest.fixture(scope="module")
def check() -> Check:
    house = replace(load_style_sheet()[0], severities={rule.id: rule.severity for rule in RULES})
    checker = Checker(RULES, house, Lexicon())

    def checked(sentence: str) -> tuple[set[str], str]:
        release = Release.of("", [ABOVE, sentence])
        findings = checker.check(release)
        mended = apply_fixes(release, [p.fixes[0] for p in findings if p.fixes])[0]
        return {p.rule for p in findings}, mended.text.split("\n")[-1]

    return checked


@pytest.mark.parametrize(
    ("bad", "rule", "good"),
    [
        (
            "Petugas akan melakukan pengecekan terhadap pasar.",
            "light-verb-noun",
            "Petugas akan mengecek pasar.",
        ),
        (
            "Mereka mengadakan kunjungan ke Doko.",
            "light-verb-noun",
            "Mereka berkunjung ke Doko.",
        ),
        (
            "Hujan reda. Sehingga warga pulang.",
            "sentence-initial-conjunction",
            "Hujan reda sehingga warga pulang.",
        ),
        (
            "Melalui kegiatan ini meningkatkan gizi warga.",
            "subject-lost-preposition",
            "Kegiatan ini meningkatkan gizi warga.",
        ),
        (
            "Dengan adanya bantuan itu menjadikan warga mandiri.",
            "subject-lost-preposition",
            "Bantuan itu menjadikan warga mandiri.",
        ),
        ("Hal itu kita akan buktikan.", "passive-agent-form", "Hal itu akan kita buktikan."),
        (
            "Menurut Camat Talun, jalan itu rusak, kata dia.",
            "menurut-double-attribution",
            "Menurut Camat Talun, jalan itu rusak.",
        ),
    ],
)
def test_what_is_wrong_is_found_and_mended(check: Check, bad: str, rule: str, good: str) -> None:
    assert check(bad) == ({rule}, good)


@pytest.mark.parametrize(
    "clean",
    [
        "Petugas melakukan pemeriksaan kesehatan gratis.",
        "Melakukan itu pemeriksaan namanya.",
        "Hujan deras? Sehingga begitu pun jalan tetap dibuka.",
        "Dalam kesempatan itu dibagikan bibit.",
        "Dengan adanya bantuan itu warga senang.",
        "Kami akan datang dan kami sudah pergi.",
        "Jalan itu diaspal oleh Pemkab Blitar.",
        "Menurut Camat Talun, jalan itu rusak. Warga, kata dia, menunggu.",
        "Turut hadir para camat, para lurah, sejumlah guru, seluruh kades, dan warga.",
        "Hadir dalam acara itu Bupati, Wabup, Sekda, dan camat.",
    ],
)
def test_what_is_right_is_silent(check: Check, clean: str) -> None:
    found, text = check(clean)
    assert found - {"sentence-initial-conjunction"} == set()
    assert text == clean


def test_the_third_time_is_too_much(check: Check) -> None:
    found, text = check('"Siap," jelasnya. "Ayo," jelasnya. "Mari," jelasnya.')
    assert found == {"attribution-monotony"}
    assert text.endswith('"Mari," ujarnya.')
    found, _ = check('"Siap," katanya. "Ayo," katanya. "Mari," katanya.')
    assert found == set()


def test_speech_is_left_alone(check: Check) -> None:
    said = '"Kami akan laksanakan itu. Sehingga warga senang melakukan pengecekan," katanya.'
    assert check(said) == (set(), said)
