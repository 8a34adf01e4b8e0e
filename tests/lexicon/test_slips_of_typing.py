"""The slips that spelling is measured with: one each, in running words, never another word."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest
from slips_of_typing import LEAST_LETTERS, Planted, Words, beside, planted, slip

from bnews_desk.lexicon.spelling_candidates import one_slip_away

KINDS = {"lost", "needless", "wrong", "exchanged"}
PARAGRAPH = "Warga Kanigoro menanam jagung di ladang-ladang (lihat a.co/jagung) bersama camat."
SEEN = frozenset("menanam jagung bersama camat warga".split())


def drawn(words: Words, count: int, *, seed: int = 1) -> list[Planted]:
    return list(islice(planted([PARAGRAPH], words, Random(seed)), count))  # noqa: S311


@pytest.mark.parametrize(
    ("letter", "keys"),
    [("g", "gfhtyvb"), ("q", "qwa"), ("p", "pol"), ("m", "mnjk"), ("a", "asqwz")],
)
def test_keys_beside_one_are_those_that_touch_it(letter: str, keys: str) -> None:
    assert sorted(beside(letter)) == sorted(keys)


def test_keys_lie_beside_each_other() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert [(one, two) for one in letters for two in beside(one) if one not in beside(two)] == []


def test_a_slip_is_one_slip_at_most_and_of_every_kind() -> None:
    random = Random(7)  # noqa: S311
    slips = [slip("menanam", random) for _ in range(500)]
    assert {kind for _, kind in slips} == KINDS
    assert {typed for typed, _ in slips} <= one_slip_away("menanam") | {"menanam"}
    sizes = {"lost": 6, "needless": 8, "wrong": 7, "exchanged": 7}
    assert all(len(typed) == sizes[kind] for typed, kind in slips)


def test_a_planted_slip_stands_where_the_word_stood() -> None:
    for one in drawn(Words(SEEN, None), 200):
        end = one.start + len(one.typed)
        assert one.paragraph[one.start : end] == one.typed
        assert one.paragraph[: one.start] + one.meant + one.paragraph[end:] == PARAGRAPH
        assert one.typed in one_slip_away(one.meant)
        assert len(one.meant) >= LEAST_LETTERS


def test_names_addresses_parts_and_unknown_words_are_spared() -> None:
    assert {one.meant for one in drawn(Words(SEEN, None), 300)} == SEEN - {"warga"}
    jagung = [one.start for one in drawn(Words(frozenset({"jagung"}), None), 50)]
    assert set(jagung) == {PARAGRAPH.index("jagung")}


def test_a_slip_that_is_a_word_is_none() -> None:
    all_slips = {one.typed for one in drawn(Words(SEEN, None), 400)}
    some = frozenset(sorted(all_slips)[::2])
    assert {one.typed for one in drawn(Words(SEEN | some, None), 400)}.isdisjoint(some)
    by_hunspell = drawn(Words(SEEN, some.__contains__), 400)
    assert {one.typed for one in by_hunspell}.isdisjoint(some)


def test_the_same_seed_plants_the_same_slips() -> None:
    words = Words(SEEN, None)
    assert drawn(words, 50) == drawn(words, 50)
    assert drawn(words, 50) != drawn(words, 50, seed=2)


def test_the_words_beside_a_slip_are_told_unless_a_mark_stands_between() -> None:
    one = Planted("Warga menanma jagung.", 6, "menanma", "menanam", "exchanged")
    assert (one.before, one.after) == ("warga", "jagung")
    alone = Planted("Warga, menanma.", 7, "menanma", "menanam", "exchanged")
    assert (alone.before, alone.after) == ("", "")
