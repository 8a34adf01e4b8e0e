"""Traps and faults of rules that speak seldom, or only where a newsroom switches them on.

``traps/quiet_clean.tsv`` and ``traps/quiet_faulty.tsv`` have a rule and a text a line; ``\\n``
parts paragraphs, the first of which is the headline where there are three or an empty one leads.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker

TRAPS = Path(__file__).resolve().parent / "traps"
RULES = {rule.id: rule for rule in all_rules()}


def rows(name: str) -> list[tuple[str, str]]:
    lines = (TRAPS / name).read_text(encoding="utf-8").splitlines()
    return [(rule, text) for rule, _, text in (line.partition("\t") for line in lines)]


@cache
def checker(rule: str) -> Checker:
    house = replace(load_style_sheet()[0], severities={rule: RULES[rule].severity})
    return Checker([RULES[rule]], house, Lexicon())


def check(rule: str, text: str) -> list[Finding]:
    headline, *body = text.split("\\n")
    is_body = headline and len(body) < 2
    release = Release.of("", [headline, *body]) if is_body else Release.of(headline, body)
    return checker(rule).check(release)


@pytest.mark.parametrize(("rule", "text"), rows("quiet_clean.tsv"))
def test_what_is_right_is_silent(rule: str, text: str) -> None:
    assert [(p.text, p.message) for p in check(rule, text)] == []


@pytest.mark.parametrize(("rule", "text"), rows("quiet_faulty.tsv"))
def test_what_is_wrong_is_found_and_left_to_the_editor(rule: str, text: str) -> None:
    found = check(rule, text)
    assert found
    assert all(finding.fixes == () for finding in found)
