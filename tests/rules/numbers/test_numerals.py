"""Figures in running text, and numbers in letters."""

from __future__ import annotations

import pytest

from bnews_desk.frame.release_frame import Role
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.counted_nouns import counted_nouns, measures
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.number_words import number_in_letters, number_value
from bnews_desk.rules.numbers.numerals import Numeral, nearby_sentence, numerals
from bnews_desk.text import Span


def paragraph_of(text: str) -> ParagraphContext:
    return ParagraphContext(text, Role.BODY, Span(0, len(text)), load_style_sheet()[0], Lexicon())


def only(text: str) -> Numeral:
    (numeral,) = numerals(paragraph_of(text))
    return numeral


def test_a_figure_knows_the_words_beside_it() -> None:
    numeral = only("sebanyak 1.720 orang hadir")
    assert numeral.text == "1.720"
    assert numeral.before is not None
    assert numeral.before.text == "sebanyak"
    assert numeral.behind is not None
    assert numeral.behind.text == "orang"
    assert numeral.is_plain
    assert not numeral.is_whole


@pytest.mark.parametrize("text", ["P3K", "ke3", "CB150", "tidak ada angka"])
def test_figures_behind_letters_are_no_number(text: str) -> None:
    assert numerals(paragraph_of(text)) == ()


@pytest.mark.parametrize(
    "text", ["Rp25.000 tunai", "5kg beras", "pukul 9:00", "RT 1/2", "10-15 orang"]
)
def test_what_is_tied_to_something_is_not_plain(text: str) -> None:
    assert not numerals(paragraph_of(text))[0].is_plain


def test_marks_part_a_figure_from_the_words_beside_it() -> None:
    numeral = only("warga (46), sehat")
    assert numeral.before is None
    assert numeral.behind is None
    assert numeral.is_plain


def test_the_sentence_around_a_place_is_cut_to_its_reach() -> None:
    paragraph = paragraph_of("Satu. Dua tiga empat. Lima.")
    assert nearby_sentence(paragraph, 7) == Span(6, 21)
    assert nearby_sentence(paragraph, 10, 2) == Span(8, 12)
    assert nearby_sentence(paragraph, 5) is None


@pytest.mark.parametrize("number", [*range(130), 200, 315, 999, 1000, 1100, 2024, 9999])
def test_letters_and_figures_agree(number: int) -> None:
    assert number_value(number_in_letters(number).split()) == number


@pytest.mark.parametrize(
    ("letters", "value"),
    [
        ("dua puluh lima ribu", 25000),
        ("seratus juta", 100_000_000),
        ("dua tiga", None),
        ("puluh", None),
        ("dua ekor", None),
        ("", None),
    ],
)
def test_other_words_are_read_or_refused(letters: str, value: int | None) -> None:
    assert number_value(letters.split()) == value


def test_numbers_out_of_reach_have_no_letters() -> None:
    assert number_in_letters(-1) == number_in_letters(10_000) == ""


def test_nouns_and_measures_are_folded_and_apart() -> None:
    assert not counted_nouns() & measures()
    assert all(word == word.casefold() for word in counted_nouns() | measures())
    assert {"orang", "desa"} <= counted_nouns()
    assert {"meter", "km"} <= measures()
