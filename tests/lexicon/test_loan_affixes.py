"""Words of learning made of known ones, and pairs of which neither is meant for the other."""

from __future__ import annotations

import pytest

from bnews_desk.lexicon.loan_affixes import are_opposed, is_formed_with_loan_affix
from bnews_desk.lexicon.speller import Speller, shipped_speller

KNOWN = frozenset(
    "relevan industrialisasi birokrat birokratis ekonomi sosial lakukan melati sekolah".split()
)


@pytest.mark.parametrize("word", ["deindustrialisasi", "birokratik", "mikroekonomi"])
def test_borrowed_prefixes_and_endings_make_words(word: str) -> None:
    assert is_formed_with_loan_affix(word, KNOWN.__contains__, KNOWN.__contains__)
    assert shipped_speller().knows(word)


@pytest.mark.parametrize("word", ["delakukan", "melatik", "desekolah", "kosekolah", "i", ""])
def test_a_slip_in_a_native_prefix_makes_none(word: str) -> None:
    assert not is_formed_with_loan_affix(word, KNOWN.__contains__, KNOWN.__contains__)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("irelevan", "relevan"),
        ("deindustrialisasi", "reindustrialisasi"),
        ("hipotensi", "hipertensi"),
        ("mikroekonomi", "makroekonomi"),
        ("nonaktif", "aktif"),
        ("inkonsisten", "konsisten"),
    ],
)
def test_words_that_differ_in_what_turns_them_are_opposed(one: str, other: str) -> None:
    assert are_opposed(one, other)
    assert are_opposed(other, one)
    speller = Speller({other: 5_000, "yang": 9_000})
    assert not speller.is_misspelt(one)
    assert other not in speller.suggestions(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("relevn", "relevan"), ("desikapi", "disikapi"), ("kelompk", "kelompok"), ("a", "a")],
)
def test_a_slip_is_no_opposite(one: str, other: str) -> None:
    assert not are_opposed(one, other)


@pytest.mark.parametrize(
    "word",
    "menegasikan tecermin provisi teller rektorat napak muasal probiotik birokratik kesemuanya"
    " dimarahin nulis kebeli antarmahasiswa fotovoltaik".split(),
)
def test_words_that_were_taken_for_slips_are_known(word: str) -> None:
    assert not shipped_speller().is_misspelt(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kegaitan", "kegiatan"),
        ("masayrakat", "masyarakat"),
        ("provnsi", "provinsi"),
        ("realiasi", "realisasi"),
        ("terulis", "tertulis"),
        ("pemasalahan", "permasalahan"),
    ],
)
def test_slips_are_still_found(typed: str, meant: str) -> None:
    speller = shipped_speller()
    assert speller.is_misspelt(typed)
    assert speller.suggestions(typed)[0] == meant
