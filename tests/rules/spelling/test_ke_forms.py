"""*ke*: joined where it is a preposition, split off where it is a prefix."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_list
from bnews_desk.rules.spelling.ke_forms import RULES

PREPOSITIONS = [
    row.form
    for row in read_list("kata_baku.tsv")
    if "eyd-kata-depan" in row.notes and row.form.startswith("k") and " " not in row.form
]


TRIAL = Trial(RULES)
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize("form", PREPOSITIONS)
def test_each_joined_preposition_is_an_error_and_safely_parted(form: str) -> None:
    (finding,) = check(f"Mereka pergi {form} kemarin.")
    assert (finding.rule, finding.text) == ("ke-preposition-joined", form)
    assert finding.severity is Severity.ERROR
    assert finding.safe_fix is not None
    assert check(f"Mereka menonton film {form.capitalize()} kemarin.") == []


@pytest.mark.parametrize(
    "text",
    ["keluar kota", "keluar negeri", "keluar daerah", "keluar pulau"],
)
def test_leaving_and_going_abroad_look_alike_and_are_only_offered(text: str) -> None:
    (finding,) = check(f"Mereka pergi {text} kemarin.")
    assert finding.severity is Severity.WARNING
    assert finding.safe_fix is None
    assert check(f"Mereka pergi {text} Blitar kemarin.") == []
    assert check(f"Mereka pergi {text.title()} Blitar kemarin.") == []


def test_places_are_parted_with_their_capital_and_unknown_ones_offered() -> None:
    assert fixes("Ia pergi keBlitar, kekademangan, dan keSumberjati.") == [
        ("keBlitar", "ke Blitar", True),
        ("kekademangan", "ke Kademangan", True),
        ("keSumberjati", "ke Sumberjati", False),
    ]


@pytest.mark.parametrize(
    "word",
    ["kediri", "ketuban", "keluar", "kemari", "kepada", "kedalaman", "keseluruhan", "kehutanan"],
)
def test_words_that_only_begin_like_the_preposition_stay(word: str) -> None:
    assert check(f"Mereka membahas {word} kemarin.", f"{word.capitalize()} dibahas.") == []


@pytest.mark.parametrize("noun", sorted(n for n in Lexicon().confixed_nouns if n[:2] == "ke"))
def test_each_noun_that_was_cut_is_joined_again(noun: str) -> None:
    assert fixes(f"Mereka membahas ke {noun[2:]} kemarin.") == [(f"ke {noun[2:]}", noun, True)]
    assert check(f"Mereka membahas {noun} kemarin.") == []
    assert check(f"Mereka pergi ke {noun[2:].capitalize()} kemarin.") == []


def test_a_clitic_stays_on_the_noun_and_the_capital_of_a_sentence_on_its_first_letter() -> None:
    assert fixes("Ke hadirannya ditunggu. Ia bangga akan ke-hadirannya.") == [
        ("Ke hadirannya", "Kehadirannya", True),
        ("ke-hadirannya", "kehadirannya", True),
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("ke dua belah pihak sepakat", "kedua"),
        ("menang untuk ke tiga kalinya", "ketiga"),
        ("itu anak yang ke empat.", "keempat"),
        ("anak yang ke lima itu", "kelima"),
    ],
)
def test_ordinals_are_joined_where_nothing_is_counted(text: str, right: str) -> None:
    assert [new for _, new, _ in fixes(f"Hari itu {text}")] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "pergi ke dua desa",
        "bantuan yang ke tiga desa itu",
        "naik dari dua ke tiga",
        "ke, dua belah",
    ],
)
def test_a_direction_to_counted_things_is_no_ordinal(text: str) -> None:
    assert check(f"Hari itu {text} batal.") == []


def test_a_headline_only_offers() -> None:
    assert fixes("Isi.", headline="Ke Giatan Desa Meriah") == [("Ke Giatan", "Kegiatan", False)]
    assert fixes("Isi.", headline="Warga Pergi Kesana") == [("Kesana", "ke Sana", False)]


@pytest.mark.parametrize("text", ["", "\ud800", "ke \ud800", "ke", "ke-", "😀 ke giatan\u0000"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert all(finding.text for finding in check(text, headline=text))


def test_many_on_one_line_take_linear_time() -> None:
    assert check("ke " * 20_000) == []


def test_security_may_be_meant_where_nobody_asks_the_way() -> None:
    assert fixes("Tata kelola kemana yang baik. Kemana warga pergi?") == [
        ("kemana", "ke mana", False),
        ("Kemana", "Ke mana", True),
    ]
