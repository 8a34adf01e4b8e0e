"""Commas between names and degrees."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.spelling import degree_commas, degree_forms

DOTTED = [
    form
    for row in read_rows("gelar.tsv")
    if "belakang" in row[2].split("|")
    for form in row[1].split(" | ")
    if "." in form.rstrip(".") and " " not in form and "-" not in form
]


@cache
def checker() -> Checker:
    return Checker((*degree_commas.RULES, *degree_forms.RULES), load_style_sheet()[0], Lexicon())


def commas(text: str) -> list[Finding]:
    findings = checker().check(Release.of("", [text]))
    return [p for p in findings if p.rule == "degree-comma"]


def settled(text: str) -> str:
    return fix_all(Release.of("", [text]), checker()).release.body


@pytest.mark.parametrize("form", DOTTED)
def test_each_dotted_degree_is_missed_its_comma(form: str) -> None:
    (finding,) = commas(f"Hadir Izul Marom {form} di aula.")
    assert finding.fixes[0].edits[0].new == ","
    assert commas(f"Hadir Izul Marom, {form} di aula.") == []


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Hadir Budi, SE MM di aula.", "Hadir Budi, S.E., M.M. di aula."),
        ("Hadir Budi Utomo S.Pd, M.Pd di aula.", "Hadir Budi Utomo, S.Pd., M.Pd. di aula."),
        ("Hadir Budi Utomo,S.Pd. di aula.", "Hadir Budi Utomo, S.Pd. di aula."),
        ("Hadir Budi, S.E.M.M. di aula.", "Hadir Budi, S.E., M.M. di aula."),
        ("Hadir Rini, S.Kep.Ns. di aula.", "Hadir Rini, S.Kep., Ns. di aula."),
        ("Hadir Drs., Izul Marom di aula.", "Hadir Drs. Izul Marom di aula."),
    ],
)
def test_names_and_degrees_are_parted(text: str, good: str) -> None:
    assert settled(text) == good
    assert settled(good) == good


def test_letters_that_may_be_initials_are_offered_or_left() -> None:
    (finding,) = commas("Hadir Siti Khadijah M.A. di aula.")
    assert finding.safe_fix is None
    assert commas("Hadir Siti M.A. Rahman di aula.") == []
    assert commas("Novel S.H. Mintardja dan Soe S.H. Mintardja dibaca.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Gelar S.Pd. diraihnya; lulusan M.Sc. dicari.",
        "Hadir Prof. Dr. Ir. Budi, S.T., M.T., dan K.H. Ahmad.",
        "Hadir Dr. dr. Rahayu Ningtyas, Sp.A., di RSUD.",
        "Ia menempuh Program M.Si. di Malang.",
        "Superior Spa. Itu namanya; Tokubetsu Shi.",
    ],
)
def test_right_forms_and_degrees_alone_are_left(text: str) -> None:
    assert commas(text) == []
