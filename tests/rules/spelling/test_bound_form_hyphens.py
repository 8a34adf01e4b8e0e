"""The hyphen of bound forms; *Maha*."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.rules.spelling.bound_form_hyphens import BOUND_FORM_HYPHEN

TRIAL = Trial([BOUND_FORM_HYPHEN])
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize(
    ("text", "right", "is_safe"),
    [
        ("non-aktif", "nonaktif", True),
        ("antar-pihak", "antarpihak", True),
        ("pasca-panen", "pascapanen", True),
        ("non-teknisnya", "nonteknisnya", True),
        ("multi-kanal", "multikanal", False),
        ("pra-rilis", "prarilis", False),
        ("nonASN", "non-ASN", True),
        ("antarOPD", "antar-OPD", True),
        ("pascaPemilu", "pasca-Pemilu", False),
    ],
)
def test_the_hyphen_goes_or_comes(text: str, right: str, is_safe: bool) -> None:
    assert fixes(f"Warga membahas {text} kemarin.") == [(text, right, is_safe)]
    (finding,) = check(f"Warga membahas {text} kemarin.")
    assert finding.severity is Severity.WARNING


def test_the_start_of_a_sentence_keeps_its_capital() -> None:
    assert fixes("Non-tunai itu mudah.") == [("Non-tunai", "Nontunai", True)]
    assert check("Komunitas Non-tunai hadir.") == []


@pytest.mark.parametrize(
    "text",
    [
        "non-ASN",
        "non-performing",
        "non-muslim",
        "non-muslimnya",
        "multi-stakeholder",
        "anti-mainstream",
        "pasca-2024",
        "pasca-Idulfitri",
        "pasca-menjalani",
        "antar-jemput",
        "antarAl",
        "antariksa",
        "pra-",
        "swa-a",
        "sub-x-y",
        "data_non-aktif",
    ],
)
def test_capitals_numbers_and_foreign_words_keep_theirs(text: str) -> None:
    assert check(f"Warga membahas {text} kemarin.") == []


def test_a_headline_only_offers() -> None:
    assert fixes("Isi.", headline="Sinergi Antar-Pihak Menguat") == [
        ("Antar-Pihak", "Antarpihak", False)
    ]


@pytest.mark.parametrize("text", ["", "\ud800", "non-", "non-\u0000aktif", "antar-😀"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_are_all_found() -> None:
    assert len(check("non-aktif, " * 3_000)) == 3_000
