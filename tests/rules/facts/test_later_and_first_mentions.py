"""Rules of fact that are shipped off: shares, acronyms, later and first mentions, terms, verbs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bnews_desk.finding import apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts import (
    acronym_letters,
    first_mentions,
    later_person_mentions,
    shares_above_whole,
    wrong_quotation_verbs,
)
from bnews_desk.rules.rule import Rule
from bnews_desk.rules.spelling import comma_after_degree
from bnews_desk.rules.word_rule_matcher import shipped_word_rules

RULES: tuple[Rule, ...] = (
    *acronym_letters.RULES,
    *first_mentions.RULES,
    *later_person_mentions.RULES,
    *shares_above_whole.RULES,
    *wrong_quotation_verbs.RULES,
    *(rule for rule in shipped_word_rules() if rule.id == "term-variant"),
    *comma_after_degree.RULES,
)
Check = Callable[[str], tuple[set[str], str]]


@pytest.fixture(scope="module")
def check() -> Check:
    house = replace(load_style_sheet()[0], severities={rule.id: rule.severity for rule in RULES})
    checker = Checker(RULES, house, Lexicon())

    def checked(sentence: str) -> tuple[set[str], str]:
        release = Release.of("", [sentence])
        findings = checker.check(release)
        mended = apply_fixes(release, [p.fixes[0] for p in findings if p.fixes])[0]
        return {p.rule for p in findings}, mended.text[1:]

    return checked


@pytest.mark.parametrize(
    ("bad", "rule", "good"),
    [
        (
            "Warga memilih Satu (55 persen), Dua 30 persen, 20 persen, dan 15,5 persen.",
            "",
            "",
        ),
        ("Warga terbagi 40, 40, dan 30 persen.", "percent-over-100", ""),
        ("Dinas Pekerjaan Umum (DPK) hadir.", "acronym-letters-mismatch", ""),
        ("Rapat Forkopimdaa.", "acronym-variant-spelling", "Rapat Forkopimda."),
        (
            "Camat Budi Santoso, S.Sos. hadir. Menurut Budi Santoso, S.Sos., acara usai.",
            "name-later-with-degrees",
            "Camat Budi Santoso, S.Sos. hadir. Menurut Budi Santoso, acara usai.",
        ),
        (
            "Warga mengutip UU Pers dalam rapat itu.",
            "law-citation-bare",
            "Warga mengutip Undang-Undang Nomor 40 Tahun 1999 tentang Pers dalam rapat itu.",
        ),
        ("Warga mengutip UU Informasi dan Transaksi Elektronik.", "law-citation-bare", ""),
        ("Bagi dia, jalan itu penting.", "pronoun-no-antecedent", ""),
        (
            "Guru PPPK hadir, guru P3K pulang, guru PPPK lain menunggu.",
            "term-variant",
            "Guru PPPK hadir, guru PPPK pulang, guru PPPK lain menunggu.",
        ),
        (
            '"Kami siap membantu semua warga," tambahnya.',
            "attribution-verb-fit",
            '"Kami siap membantu semua warga," ujarnya.',
        ),
        (
            "Camat Budi Santoso, S.Sos., M.Si., meninjau pasar.",
            "degree-comma-after",
            "Camat Budi Santoso, S.Sos., M.Si. meninjau pasar.",
        ),
    ],
)
def test_what_is_wrong_is_found_and_mended(check: Check, bad: str, rule: str, good: str) -> None:
    assert check(bad) == ({rule} if rule else set(), good or bad)


@pytest.mark.parametrize(
    "clean",
    [
        "Realisasi pajak mencapai 104 persen dari target.",
        "Nilai warga naik 60, 30, dan 20 persen.",
        "Kapal itu diperiksa Kantor Kesyahbandaran dan Otoritas Pelabuhan (KSOP).",
        "Mantan Camat Budi Santoso kini menjadi Lurah, kata Camat Rini Lestari.",
        "Kitab Undang-Undang Hukum Pidana dan Rancangan Undang-Undang Haji dibahas.",
        "UU Nomor 40 Tahun 1999 tentang Pers dan UU Pers dibahas.",
        "Bupati Rini Syarifah hadir, lalu ia pulang.",
        "Guru PPPK menerima kotak obat.",
        '"Kami siap membantu semua warga," kata Rini. "Ayo kita mulai," pungkasnya.',
        "Camat Budi Santoso, S.Sos., bersama lurah meninjau pasar.",
    ],
)
def test_what_is_right_is_silent(check: Check, clean: str) -> None:
    assert check(clean) == (set(), clean)
