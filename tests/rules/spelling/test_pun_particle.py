"""*pun*, apart as a particle and joined in conjunctions."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.lexicon.word_lists import read_list
from bnews_desk.rules.spelling.pun_particle import RULES

ROWS = [row for row in read_list("kata_baku.tsv") if "eyd-pun" in row.notes]
RIGHT = (
    "adapun andaipun ataupun bagaimanapun biarpun jikapun kalaupun kendatipun maupun meskipun"
    " sekalipun sementangpun sungguhpun walaupun"
).split()


TRIAL = Trial(RULES)
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize("form", [row.form for row in ROWS])
def test_each_row_is_safely_parted(form: str) -> None:
    assert fixes(f"Mereka menerima {form} kemarin.") == [(form, f"{form[:-3]} pun", True)]
    assert fixes(f'"Kami menerima {form} kemarin siang," katanya.')[0][2] is False


@pytest.mark.parametrize("word", RIGHT)
def test_the_fourteen_stay_joined_everywhere(word: str) -> None:
    assert check(f"{word.capitalize()} begitu, warga {word} datang.") == []


@pytest.mark.parametrize(
    "word",
    [
        "himpun",
        "menghimpun",
        "dihimpun",
        "terhimpun",
        "rumpun",
        "serumpun",
        "ampun",
        "Latipun",
        "pun",
    ],
)
def test_words_that_end_so_by_nature_stay(word: str) -> None:
    assert check(f"Warga {word} itu kemarin.", f"{word.capitalize()} itu kemarin.") == []


def test_an_unlisted_word_and_a_name_are_only_offered() -> None:
    for text, right in (("embungpun", "embung pun"), ("Rinipun", "Rini pun")):
        (finding,) = check(f"Kemarin {text} hadir.")
        assert finding.severity is Severity.WARNING
        assert finding.safe_fix is None
        assert finding.fixes[0].edits[0].new == right


def test_a_word_in_nya_is_known_by_its_end() -> None:
    assert fixes("Hasilnyapun bagus. Akhirnyapun begitu.") == [
        ("Hasilnyapun", "Hasilnya pun", True),
        ("Akhirnyapun", "Akhirnya pun", True),
    ]


@pytest.mark.parametrize("word", ["TikusAdapun", "cuacamaupun", "x2pun", "walupun"])
def test_what_ran_together_is_no_matter_of_the_particle(word: str) -> None:
    assert check(f"Warga {word} itu.") == []


@pytest.mark.parametrize(
    "stem", "andai atau biar jika kalau kendati meski sementang sungguh walau".split()
)
def test_conjunctions_are_joined(stem: str) -> None:
    assert fixes(f"Warga datang {stem} pun hujan.") == [(f"{stem} pun", f"{stem}pun", True)]
    assert fixes(f"{stem.capitalize()} pun hujan, warga datang.") == [
        (f"{stem.capitalize()} pun", f"{stem.capitalize()}pun", True)
    ]
    assert check(f"Warga datang {stem}, pun hujan.") == []


@pytest.mark.parametrize(
    "text", ["sekali pun", "ada pun", "bagaimana pun", "ia mau pun", "apa pun"]
)
def test_what_has_two_right_forms_is_never_touched(text: str) -> None:
    assert check(f"Warga {text} begitu.") == []


def test_mau_pun_is_a_conjunction_only_behind_baik() -> None:
    assert fixes("Baik warga mau pun camat hadir.") == [("mau pun", "maupun", True)]
    assert check("Hasilnya baik. Ia mau pun tidak bisa.") == []


@pytest.mark.parametrize("text", ["", "\ud800pun", "pun", "-pun", "😀pun pun", "atau \u0000 pun"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_are_all_found() -> None:
    assert len(check("mau pun baik " * 300 + "walau pun " * 3_000)) == 3_299
