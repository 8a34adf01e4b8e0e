"""Acronyms in capitals and initials with full stops."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.spelling.acronym_forms import RULES

ROWS = [(row[0], row[1]) for row in read_rows("akronim.tsv")]


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, [text]))


def fixes(text: str, headline: str = "") -> list[tuple[str, str, bool]]:
    return [
        (p.text, p.fixes[0].edits[0].new, p.safe_fix is not None) for p in check(text, headline)
    ]


@pytest.mark.parametrize(("form", "right"), ROWS)
def test_each_acronym_is_written_as_the_list_has_it(form: str, right: str) -> None:
    assert fixes(f"Ada {form.upper()} yang baru di sana.") == [(form.upper(), right, True)]
    assert check(f"Ada {right} yang baru di sana.") == []


@pytest.mark.parametrize(("form", "right"), ROWS)
def test_before_a_name_and_at_the_start_each_has_a_capital(form: str, right: str) -> None:
    ((_, new, _),) = fixes(f"Ada {form.upper()} Talun.")
    assert new == right.capitalize()
    ((_, new, _),) = fixes(f"{form.upper()} itu baru.")
    assert new == right.capitalize()


@pytest.mark.parametrize(
    "text",
    [
        "POLRES BLITAR KOTA GELAR OPERASI",
        "Nomor LP/B/12/2025/SPKT/POLRES diterima.",
        "Baca #POLRES, @POLRES, dan POLRES-1.",
        "BPBD, AKP Budi, dan KPK hadir di RSUD.",
    ],
)
def test_shouting_numbers_and_codes_are_left_alone(text: str) -> None:
    assert check(text) == []


def test_what_somebody_says_is_only_offered() -> None:
    assert fixes('"Kami dari POLRES Blitar siap," ujarnya.') == [("POLRES", "Polres", False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pabrik PT. Maju dibuka.", [("PT.", "PT ", True)]),
        ("Usaha CV. Maju dibuka.", [("CV.", "CV ", False)]),
        ("Ia anggota D.P.R.D. yang baru.", [("D.P.R.D.", "DPRD", True)]),
        ("Ia anggota D.P.R.D. Kabupaten Blitar.", [("D.P.R.D.", "DPRD", True)]),
        ("Ia anggota D.P.R.D. Warga senang.", [("D.P.R.D.", "DPRD", False)]),
        ("Ia anggota D.P.R.D.", [("D.P.R.D", "DPRD", True)]),
    ],
)
def test_initials_lose_their_full_stops(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert fixes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ia lulus SMA. Kini ia bekerja di PT. ",
        "Hadir A.H. Nasution, K.H. Ahmad, dan R.A.A. Wiranata.",
        "Hadir Budi, S.I.P., M.B.A., dan Rini, S.K.M.",
        "PT Garuda Tbk. naik, pukul 09.00 WIB.",
        "Didirikan J.R.D. Tata dan B.J. Habibie.",
    ],
)
def test_persons_degrees_and_sentence_ends_keep_theirs(text: str) -> None:
    assert check(text) == []
