"""Words of the region and names of its places."""

from __future__ import annotations

from pathlib import Path

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.gazetteer import shipped_gazetteer
from bnews_desk.lexicon.known_words import local_names, regional_words
from bnews_desk.lexicon.lexicon import Lexicon

LIST = Path(__file__).resolve().parents[2] / "resources" / "lexicon" / "kata_daerah.txt"


@pytest.mark.parametrize("word", ["kenduri", "jaranan", "larung", "musrenbang", "gapoktan"])
def test_words_of_the_region_are_known(word: str) -> None:
    assert word in regional_words()


def test_the_list_is_in_small_letters_and_says_nothing_twice() -> None:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    assert len(listed) == len(set(listed)) == len(regional_words())
    assert all(word == word.casefold() == word.strip() for word in listed)
    assert all(word.replace("-", "").isalpha() for word in listed)


def test_no_word_of_the_region_is_a_form_that_a_list_reports() -> None:
    spellings = Lexicon().spellings
    rows = {word: spellings.row(word) for word in regional_words()}
    assert [word for word, row in rows.items() if row and not row.neighbours] == []


def test_names_of_style_sheet_and_places_are_known_and_no_short_ones() -> None:
    names = local_names(load_style_sheet()[0], shipped_gazetteer())
    assert {"garum", "jugo", "sananwetan", "trenggalek", "arifin", "kominfo", "bnpb"} & names == {
        "garum",
        "jugo",
        "sananwetan",
        "trenggalek",
        "arifin",
        "kominfo",
    }
    assert all(name == name.casefold() and len(name) > 2 for name in names)
    assert not names & {"juga", "bentang"}
