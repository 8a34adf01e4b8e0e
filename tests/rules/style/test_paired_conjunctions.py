"""Pairs: bukan … melainkan, tidak hanya … tetapi juga."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.style.paired_conjunctions import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Ini bukan beban, tetapi tugas.", "melainkan"),
        ("Ini bukan untuk dijual, tapi untuk dimakan.", "melainkan"),
        ("Jalan tidak ditutup, melainkan dialihkan.", "tetapi"),
        ("Tak hanya tari, namun musik juga tampil.", "tetapi"),
        ("Tidak sekadar tari, melainkan juga musik.", "tetapi"),
        ("Bukan hanya tari, namun juga musik.", "melainkan"),
    ],
)
def test_the_wrong_half_is_changed_alone(text: str, new: str) -> None:
    (finding,) = check(text)
    (fix,) = finding.fixes
    (edit,) = fix.edits
    assert edit.new == new
    assert finding.severity is Severity.WARNING
    assert not fix.is_safe


def test_a_pair_that_most_people_write_is_a_suggestion() -> None:
    (finding,) = check("Ini bukan hanya pasar, tetapi juga taman.")
    assert finding.severity is Severity.SUGGESTION


@pytest.mark.parametrize(
    "text",
    [
        "Ini bukan rahasia, tetapi warga belum tahu.",
        "Ia bukan warga sini, tetapi mereka mengenalnya.",
        "Jika bukan hari libur, tetapi hujan, acara batal.",
        "Desa tidak lagi sebatas objek, tetapi sebagai subjek.",
        "Tidak ada jalan melainkan bekerja; tidak lain melainkan doa.",
        "Ia tidak pergi, bukan karena takut, melainkan karena lelah.",
        "Tidak hanya itu, panitia menyiapkan hadiah, namun hujan turun.",
        "Ia tidak hanya menari, ia pun menyanyi, namun lelah.",
        "Ini bukan sekadar pasar.",
        "Tidak hanya tari. Namun, musik batal.",
        '"Ini bukan beban kita semua, tetapi tugas," katanya.',
        "Ini bukan apel, jeruk, tetapi pisang? Entahlah.",
    ],
)
def test_other_clauses_are_silent(text: str) -> None:
    assert check(text) == []
