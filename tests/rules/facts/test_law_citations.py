"""The register of laws, and numbers with another law's title: F17."""

from __future__ import annotations

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts.law_citations import RULES

MISMATCH = "law-number-title-mismatch"
LAWS = list(read_rows("peraturan.tsv"))


def check(rule: str, *lines: str) -> list[Finding]:
    checker = Checker(RULES, load_style_sheet()[0], Lexicon())
    return [f for f in checker.check(Release.of("", list(lines))) if f.rule == rule]


def test_each_law_stands_once_and_bears_one_of_its_keywords() -> None:
    assert len({tuple(row[:3]) for row in LAWS}) == len(LAWS)
    for _kind, number, year, title, keywords in LAWS:
        assert number.isdecimal()
        assert len(year) == 4
        assert any(word in title.casefold() for word in keywords.split("|")), title
        assert keywords == keywords.casefold()


def test_each_law_is_silent_under_its_title_and_its_short_titles() -> None:
    lines = [
        f"Hal itu diatur {kind} Nomor {number} Tahun {year} tentang {name} sejak lama."
        for kind, number, year, title, keywords in LAWS
        for name in (title, *(word.upper() for word in keywords.split("|")))
    ]
    assert [f.message for f in check(MISMATCH, *lines)] == []


def test_each_law_is_told_under_the_title_of_another() -> None:
    for kind, number, year, _title, keywords in LAWS:
        others = [row[3] for row in LAWS if not set(keywords.split("|")) & set(row[4].split("|"))]
        other = next(name for name in others if not name.startswith(("Perubahan", "Penetapan")))
        text = f"Hal itu diatur {kind} Nomor {number} Tahun {year} tentang {other} sejak lama."
        assert len(check(MISMATCH, text)) == 1, text


@pytest.mark.parametrize(
    "text",
    [
        "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2002 tentang Terorisme.",
        "Rancangan Undang-Undang Nomor 40 Tahun 1999 tentang Desa.",
        "Perda Kota Blitar Nomor 40 Tahun 1999 tentang Desa.",
        "UU Nomor 28 Tahun 2014 tentang Hak Ciptasecara komprehensif.",
        "Pasal 262 ayat (1) UU Nomor 1 Tahun 2023 tentang pengeroyokan.",
    ],
)
def test_what_is_no_such_law_or_no_title_is_silent(text: str) -> None:
    assert check(MISMATCH, f"Ia dijerat {text}") == []


def test_an_untitled_law_is_offered_the_title_of_the_register() -> None:
    (finding,) = check("law-citation-form", "Itu amanat Perpres Nomor 16 Tahun 2018.")
    assert "tentang Pengadaan Barang/Jasa Pemerintah" in finding.fixes[0].label
    bare = "Itu amanat Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022."
    assert [f.fixes for f in check("law-citation-form", bare)] == [()]
