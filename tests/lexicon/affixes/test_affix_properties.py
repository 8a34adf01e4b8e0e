"""What holds of every word and every root."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.lexicon.affixes.affix_chains import NAME_FRAMES, prefix_chains, suffix_chains
from bnews_desk.lexicon.affixes.analyser import AffixAnalyser, shipped_analyser
from bnews_desk.lexicon.affixes.roots import NAME, PE, Root, shipped_roots
from bnews_desk.lexicon.affixes.word_formation import form_words

ROOTS = shipped_roots()
FORMATIONS = sorted(
    {
        (opening.prefixes, *ending.suffixes)
        for choices in prefix_chains().values()
        for opening in choices
        if not opening.only and len(opening.prefixes) <= 2
        for ends in suffix_chains().values()
        for ending in ends
        if ending.derivation in opening.endings - {"in", "isasi", "nisasi", "wan", "wati"}
        and "pun" not in ending.clitics
    }
)
"""Every chain of prefixes with every suffix chain that goes with it."""
pieces = st.sampled_from(
    "me di ber ter pe per se ke mem men meng meny an kan i nya lah kah pun ku mu - a e ng".split()
)
words = st.one_of(
    st.text(max_size=60),
    st.from_regex(r"[a-z]{1,12}(-[a-z]{1,12})?", fullmatch=True),
    st.lists(st.one_of(pieces, st.sampled_from([r.text for r in ROOTS])), max_size=8).map("".join),
)


@cache
def another() -> AffixAnalyser:
    """A second analyser of the same roots in another order, which has seen other words."""
    return AffixAnalyser(ROOTS[::-1])


@given(words)
def test_any_word_gets_an_answer_always_the_same(word: str) -> None:
    first, second = shipped_analyser().analyses(word), another().analyses(word)
    assert first == second
    assert isinstance(shipped_analyser().root_of(word), str)
    assert shipped_analyser().is_well_formed(word) in (True, False)


@given(words)
def test_the_canonical_form_rests_on_the_same_root(word: str) -> None:
    for analysis in shipped_analyser().analyses(word):
        if " " in analysis.canonical or "-" in analysis.canonical:
            continue
        again = shipped_analyser().analyses(analysis.canonical)
        assert analysis.root in [other.root for other in again], analysis
        assert shipped_analyser().is_well_formed(analysis.canonical)


@given(st.sampled_from(ROOTS), st.sampled_from(FORMATIONS))
def test_what_is_joined_is_read_again(
    root: Root, formation: tuple[tuple[str, ...], *tuple[str, ...]]
) -> None:
    prefixes, *suffixes = formation
    if suffixes[:1] == ["i"] and root.text.endswith("i"):
        return
    if prefixes[-1:] == ("pe",) and PE not in root.traits:
        return
    if NAME in root.traits and prefixes not in NAME_FRAMES:
        return
    for word in form_words(prefixes, root, suffixes):
        if " " in word:
            continue
        found = shipped_analyser().analyses(word)
        assert root.text in [analysis.root for analysis in found], word
        assert shipped_analyser().is_well_formed(word)


def test_a_plain_list_of_roots_will_do() -> None:
    analyser = AffixAnalyser(["sapu", "anak"])
    assert analyser.root_of("menyapukan") == "sapu"
    assert analyser.root_of("anak-anaknya") == "anak"
    assert analyser.root_of("Membaca") == "membaca"
    assert analyser.analyses("membaca") == ()


def test_case_makes_no_difference() -> None:
    assert shipped_analyser().root_of("MENYAPU") == "sapu"
    assert shipped_analyser().is_well_formed("Menyapu")


@pytest.mark.parametrize("word", ["", "-", "--", "a-", "-a", "di-", "a" * 10_000, "\ud800", "é-é"])
def test_odd_words_have_no_reading(word: str) -> None:
    assert shipped_analyser().analyses(word) == ()
    assert shipped_analyser().root_of(word) == word.casefold()


def test_the_parts_of_a_word() -> None:
    best = shipped_analyser().analyses("dipertanggungjawabkannya")[0]
    assert best.root == "tanggung jawab"
    assert best.prefixes == ("di", "per")
    assert best.suffixes == ("kan", "nya")
    assert not best.is_reduplicated
    assert shipped_analyser().analyses("kemerah-merahan")[0].is_reduplicated
    assert shipped_analyser().analyses("menyapu")[0].prefixes == ("meng",)


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bnews_desk.lexicon.affixes.analyser._REMEMBERED", 3)
    analyser = AffixAnalyser(["sapu"])
    for word in ("sapu", "menyapu", "disapu", "sapunya", "tersapu"):
        assert analyser.root_of(word) == "sapu"
    assert len(analyser._remembered) <= 3
