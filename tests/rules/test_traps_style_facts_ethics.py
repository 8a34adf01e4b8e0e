"""Invented texts that trip a careless rule of style, facts or ethics, and some it must find.

``traps/clean.txt`` has one text a line, ``traps/faulty.tsv`` the rule and its text; ``\\n`` parts
paragraphs, and the first of them is the headline where there are several.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bnews_desk.finding import Safety, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.rule import RuleGroup

TRAPS = Path(__file__).resolve().parent / "traps"
JUDGED = {rule.id for rule in all_rules() if rule.group in (RuleGroup.E, RuleGroup.F, RuleGroup.G)}


@cache
def checker() -> Checker:
    house = load_style_sheet()[0]
    return Checker(all_rules(), house, Lexicon(house.pairs))


def lines(name: str) -> list[str]:
    return (TRAPS / name).read_text(encoding="utf-8").splitlines()


def release_of(line: str) -> Release:
    text = line.replace("\\n", "\n")
    return Release(text if "\n" in text else f"\n{text}")


def faulty() -> list[tuple[str, str]]:
    return [
        (rule, text) for rule, _, text in (line.partition("\t") for line in lines("faulty.tsv"))
    ]


@pytest.mark.parametrize("text", lines("clean.txt"))
def test_clean_copy_gets_no_error_or_warning(text: str) -> None:
    findings = [p for p in checker().check(release_of(text)) if p.rule in JUDGED]
    assert [(p.rule, p.text) for p in findings if p.severity is not Severity.SUGGESTION] == []


@pytest.mark.parametrize(("rule", "text"), faulty())
def test_what_is_wrong_is_found_and_nothing_of_it_is_changed_unasked(rule: str, text: str) -> None:
    found = [p for p in checker().check(release_of(text)) if p.rule == rule]
    assert found
    if rule != "repeated-word":
        assert all(fix.safety is not Safety.SAFE for p in found for fix in p.fixes)
