"""Words written twice: with a figure, a space, or a hyphen between spaces."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.rule import ParagraphRule
from bnews_desk.rules.spelling.reduplication import (
    REDUP_SPACE,
    REDUP_SPACE_AROUND_HYPHEN,
    RULES,
)
from bnews_desk.rules.spelling.reduplication_figure_two import REDUP_2

WORDS = Lexicon().reduplications
LETTERS = sorted({word[0] for word in WORDS})


TRIAL = Trial(RULES)
check, fixes = TRIAL.check, TRIAL.fixes


def only(rule: ParagraphRule, text: str) -> list[Finding]:
    return Checker([rule], load_style_sheet()[0], Lexicon()).check(Release.of("", [text]))


def words_in(letter: str) -> list[tuple[str, str, str]]:
    return [(w, *w.split("-", 1)) for w in sorted(WORDS) if w[0] == letter]  # type: ignore[misc]


@pytest.mark.parametrize("letter", LETTERS)
def test_each_word_is_found_apart(letter: str) -> None:
    listed = words_in(letter)
    found = check(*(f"Mereka {first} {second} kemarin." for _, first, second in listed))
    assert {p.rule for p in found} == {"redup-space"}
    assert {p.severity for p in found} == {Severity.ERROR}
    assert [p.fixes[0].edits[0].new for p in found] == [word for word, _, _ in listed]
    assert [p.safe_fix is None for p in found] == [WORDS[word] for word, _, _ in listed]


@pytest.mark.parametrize("letter", LETTERS)
def test_each_word_is_found_around_a_spaced_hyphen(letter: str) -> None:
    listed = words_in(letter)
    found = check(*(f"Mereka {first} - {second} kemarin." for _, first, second in listed))
    assert {p.rule for p in found} == {"redup-space-around-hyphen"}
    assert [p.safe_fix.edits[0].new for p in found if p.safe_fix] == [w for w, _, _ in listed]


@pytest.mark.parametrize("letter", LETTERS)
def test_each_word_is_left_alone_where_it_is_right_or_a_name(letter: str) -> None:
    for pattern in ("Mereka {0} kemarin.", "Mereka {1}, {2} kemarin.", "Grup {3} {4} hadir."):
        body = [
            pattern.format(word, first, second, first.title(), second.title())
            for word, first, second in words_in(letter)
            if word != "undang-undang"
        ]
        assert check(*body) == []


def test_a_slip_may_also_be_dropped() -> None:
    (finding,) = only(REDUP_SPACE, "Warga melihat gedung gedung kemarin.")
    assert [fix.edits[0].new for fix in finding.fixes] == ["gedung-gedung", "gedung"]
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Anak2 bermain", "Anak-anak"),
        ("Kemarin masing2 pulang", "masing-masing"),
        ("Kemarin ber-sama2 pulang", "bersama-sama"),
        ("Kemarin sehari2 pulang", "sehari-hari"),
        ("Kemarin orang2nya pulang", "orang-orangnya"),
        ("Kemarin buah2an itu", "buah-buahan"),
        ("Kemarin teman² itu", "teman-teman"),
        ("Tahun 2025, bintang2 itu", "bintang-bintang"),
        ("Rancangan Undang2 itu", "Undang-undang"),
    ],
)
def test_a_figure_two_is_spelled_out(text: str, right: str) -> None:
    (finding,) = only(REDUP_2, f"{text}.")
    assert finding.fixes[0].edits[0].new == right
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "m2",
        "km2",
        "CO2",
        "SMPN2",
        "BP2MI",
        "TP2ID",
        "120 orang2",
        "emas2 gram",
        "sederhana2 lantai",
        "http2",
        "Anak2 itu",
        "anak2_blitar",
        "akun @anak2",
        "anak22",
        "anak-2",
        "liga2.",
        "makalah2.",
    ],
)
def test_units_names_and_glued_numbers_are_no_doublings(text: str) -> None:
    assert only(REDUP_2, f"Warga melihat {text}") == []


def test_clitics_and_capitals() -> None:
    assert fixes("Orang orangnya ramah. Masing masing pulang.") == [
        ("Orang orangnya", "Orang-orangnya", True),
        ("Masing masing", "Masing-masing", True),
    ]
    assert fixes("Isi.", headline="Anak Anak Desa Juara") == [("Anak Anak", "Anak-Anak", False)]
    assert fixes("Rancangan Undang Undang dibahas.") == [("Undang Undang", "Undang-Undang", True)]


@pytest.mark.parametrize(
    "text",
    [
        "anak anak anak",
        "gotong royong",
        "dua dua",
        "di di",
        "kupu-kupu",
        "benar, benar",
        "tahun 2 2",
    ],
)
def test_other_repetitions_are_not_this_rules(text: str) -> None:
    assert only(REDUP_SPACE, f"Warga melihat {text} kemarin.") == []


@pytest.mark.parametrize("gap", [" - ", " -", "- ", "–", " – ", "– "])
def test_any_wrong_hyphen_is_put_right(gap: str) -> None:
    (finding,) = check(f"Warga melihat anak{gap}anak kemarin.")
    assert finding.fixes[0].edits[0].new == "anak-anak"


def test_an_unlisted_word_around_a_spaced_hyphen_is_offered() -> None:
    (finding,) = check("Warga membawa payung - payung kemarin.")
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Blitar - Blitar",
        "kami - kami",
        "a - a",
        "2 - 2",
        "payung — payung",
        "payung – payung",
        "di-di",
    ],
)
def test_dashes_between_other_words_stay(text: str) -> None:
    assert only(REDUP_SPACE_AROUND_HYPHEN, f"Warga melihat {text} kemarin.") == []


@pytest.mark.parametrize("text", ["", "\ud800", "2", "anak \ud800 anak", "- -", "😀😀", "a\u0000a"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_take_linear_time() -> None:
    assert len(check("anak anak, " * 3_000)) == 3_000
    assert check("anak " * 20_000) == []
