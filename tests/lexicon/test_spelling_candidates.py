"""Words one or two slips away, and what a slip costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.lexicon.spelling_candidates import (
    LetterGrams,
    NearWords,
    TypingCosts,
    one_slip_away,
)

WORDS = st.text("abcdeknr", min_size=1, max_size=9)


@given(WORDS)
def test_every_string_one_slip_away_is_just_that(word: str) -> None:
    assert {slip_distance(word, near, 2) for near in one_slip_away(word)} <= {1}


@given(WORDS, WORDS)
def test_none_is_left_out(word: str, other: str) -> None:
    assert (other in one_slip_away(word)) == (slip_distance(word, other, 1) == 1)


@given(st.lists(st.text("kenart", min_size=7, max_size=12), max_size=12), st.data())
def test_two_slips_are_found_as_by_comparing_with_all(
    known: list[str], data: st.DataObject
) -> None:
    word = data.draw(st.text("kenart", min_size=9, max_size=12))
    found = set(NearWords(dict.fromkeys(known, 1)).within_two(word))
    assert found == {k for k in known if k[0] == word[0] and slip_distance(word, k, 2) == 2}


@given(st.text("kenart", min_size=4, max_size=9), st.data())
def test_what_stood_there_before_a_slip_is_among_the_mended(word: str, data: st.DataObject) -> None:
    slip = data.draw(st.sampled_from(sorted(one_slip_away(word))))
    assert word in set(LetterGrams([word]).mended(slip)) or slip == word


@pytest.mark.parametrize(
    ("likelier", "rarer", "meant"),
    [
        ("hanta", "hanqa", "hanya"),  # a key beside, one far away
        ("menganggu", "menggnggu", "mengganggu"),
        ("himabu", "himbazu", "himbau"),
        ("efektivitas", "efektiqitas", "efektifitas"),
        ("wargga", "wargqa", "warga"),
        ("menghidari", "xenghindari", "menghindari"),
    ],
)
def test_fingers_and_ears_make_some_slips_sooner(likelier: str, rarer: str, meant: str) -> None:
    costs = TypingCosts()
    assert costs.cost(likelier, meant) < costs.cost(rarer, meant)


@given(WORDS)
def test_no_slip_costs_nothing(word: str) -> None:
    assert TypingCosts().cost(word, word) == 0.0
