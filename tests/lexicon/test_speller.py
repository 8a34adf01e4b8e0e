"""The speller: what it knows by which layer, what it takes for a slip, what it thinks was meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bnews_desk.lexicon.affixes.analysis import Analysis
from bnews_desk.lexicon.speller import LONGEST, MOST_SUGGESTIONS, Speller, shipped_speller

COUNTS = {
    "yang": 9000,
    "dan": 9000,
    "masyarakat": 3000,
    "kegiatan": 2500,
    "kegiatannya": 60,
    "tersebut": 4000,
    "warga": 3000,
    "anak": 2000,
    "anak-anak": 900,
    "langka": 6,
    "resiko": 0,
    "risiko": 800,
    "bulan": 3000,
    "bukan": 2500,
}


class Affixes:
    """Knows two derived words."""

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        known = {"terebut": Analysis("rebut", ("ter",), (), "terebut")}
        known["menyapu"] = Analysis("sapu", ("meng",), (), "menyapu")
        return (known[word],) if word in known else ()

    def is_well_formed(self, word: str) -> bool:
        return bool(self.analyses(word))

    def family_frequency(self, root: str) -> int:
        return 100 if root in ("sapu", "rebut") else 0

    def root_texts(self) -> tuple[str, ...]:
        return ("rebut", "sapu")


def speller(
    own: frozenset[str] = frozenset(), hunspell: Callable[[str], bool] | None = None
) -> Speller:
    return Speller(COUNTS, own=own, find_analyser=Affixes, find_hunspell=lambda: hunspell)


@pytest.fixture(scope="module")
def shipped() -> Speller:
    return shipped_speller()


def test_each_layer_knows_words_by_itself() -> None:
    assert not Speller(COUNTS).knows("menyapu")
    assert speller().knows("menyapu")
    assert speller(own=frozenset({"jaranan"})).knows("jaranan")
    assert speller(hunspell=lambda word: word == "lontar").knows("lontar")
    assert speller().knows("resiko")


def test_hunspell_is_looked_for_only_when_no_other_layer_knows_a_word() -> None:
    asked: list[str] = []

    def found() -> Callable[[str], bool]:
        asked.append("looked for")
        return lambda word: bool(asked.append(word))

    one = Speller(COUNTS, find_analyser=Affixes, find_hunspell=found)
    assert one.knows("warga")
    assert one.knows("menyapu")
    assert asked == []
    assert not one.knows("zzz")
    assert asked == ["looked for", "zzz"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("masyarkat", "masyarakat"),
        ("masyaraakt", "masyarakat"),
        ("masyarrakat", "masyarakat"),
        ("masyatakat", "masyarakat"),
        ("masayrakatt", "masyarakat"),
        ("kegiatanmya", "kegiatannya"),
        ("wargannya", "warganya"),
        ("danmasyarakat", "dan masyarakat"),
        ("wargayang", "warga yang"),
        ("anakanak", "anak-anak"),
        ("anak-anka", "anak-anak"),
        ("terebut", "tersebut"),
    ],
)
def test_a_slip_is_found_and_what_was_meant_comes_first(typed: str, meant: str) -> None:
    assert speller().is_misspelt(typed)
    assert speller().suggestions(typed)[0] == meant


@pytest.mark.parametrize(
    "word",
    ["warga", "menyapu", "zorvindex", "lanka", "ya", "resiko", "goal-nya", "w" * (LONGEST + 1)],
)
def test_what_is_known_or_near_to_nothing_frequent_is_no_slip(word: str) -> None:
    assert not speller().is_misspelt(word)


def test_a_doubtful_word_needs_a_more_frequent_neighbour() -> None:
    assert speller().is_misspelt("langkah")
    assert not speller().is_misspelt("langkah", 50.0)


def test_a_word_of_a_dictionary_is_known_and_proposed() -> None:
    own = speller(own=frozenset({"jaranan"}))
    assert own.knows("jaranan")
    assert own.suggestions("jarnan")[0] == "jaranan"


def test_what_must_not_be_proposed_is_not() -> None:
    assert "resiko" not in speller().suggestions("resikoo")


def test_suggestions_are_few_and_in_the_case_of_the_word(shipped: Speller) -> None:
    assert shipped.suggestions("Pembagnunan")[0] == "Pembangunan"
    assert shipped.suggestions("PEMBAGNUNAN")[0] == "PEMBANGUNAN"
    assert len(shipped.suggestions("bau")) <= MOST_SUGGESTIONS
    assert shipped.suggestions("x" * (LONGEST + 1)) == ()


def test_the_same_word_is_judged_the_same_way_each_time(shipped: Speller) -> None:
    words = ["pembagnunan", "kegaitan", "memperdagankan"]
    first = [(shipped.is_misspelt(w), shipped.suggestions(w)) for w in words]
    again = [(shipped_speller().is_misspelt(w), shipped_speller().suggestions(w)) for w in words]
    assert first == again


def test_a_slip_in_a_derived_word_that_no_list_has_is_found(shipped: Speller) -> None:
    assert shipped.unseen(frozenset({"memperdebatkannya", "warga"})) == {"memperdebatkannya"}
    assert shipped.is_misspelt("memperdebtakannya")
    assert shipped.suggestions("memperdebtakannya")[0] == "memperdebatkannya"


def test_a_word_that_only_its_parts_account_for_is_proposed_first_or_not_at_all(
    shipped: Speller,
) -> None:
    assert shipped.suggestions("pemeritah") == ("pemerintah",)
    assert shipped.suggestions("lerlindung")[0] == "berlindung"


@pytest.mark.parametrize("typed", ["tuani", "mahasisa", "urinue", "sku", "pueta"])
def test_short_and_rare_words_are_found(shipped: Speller, typed: str) -> None:
    assert shipped.is_misspelt(typed)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [("ke", "giatan", "kegiatan"), ("masyara", "kat", "masyarakat"), ("ke", "desa", "")],
)
def test_a_word_that_a_space_has_parted_is_joined(first: str, second: str, whole: str) -> None:
    assert speller().rejoined(first, second) == whole


@pytest.mark.parametrize(
    "word",
    "biayanya pembuat direbut menari baginya tertanggal sampahnya penimbangan keberlanjutan "
    "terdampak berkomitmen imbuhnya sepekan difabel jaranan menindaklanjuti anak-anaknya".split(),
)
def test_good_words_are_left_alone(shipped: Speller, word: str) -> None:
    assert not shipped.is_misspelt(word)
