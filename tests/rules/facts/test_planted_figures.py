"""Planted contradictions of figures: how many are found, and that the right figures are silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions

PLANTED = Path(__file__).with_name("planted_figures.tsv")
PUBLISHED = CheckOptions(date(2025, 11, 20))
RULES = frozenset(
    "figure-share figure-product counted-list duration-mismatch age-mismatch figure-total"
    " figure-conflict percent-over-100 figure-direction".split()
)
WANTED = 0.8


class Row(NamedTuple):
    """A text with a place for a wrong and for a right figure."""

    half: str
    kind: str
    wrong: str
    right: str
    text: str

    def release(self, figure: str) -> Release:
        """The text with one of its figures."""
        lines = self.text.replace("{}", figure).replace("⇥", "\t").split(" ¶ ")
        has_headline = lines[0].startswith("# ")
        return Release.of(lines[0][2:], lines[1:]) if has_headline else Release.of("", lines)


def rows() -> Iterator[Row]:
    for line in PLANTED.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield Row(*line.split("\t"))


@cache
def checker() -> Checker:
    house = load_style_sheet()[0]
    rules = [rule for rule in all_rules() if rule.id in RULES]
    on = {rule.id: rule.severity for rule in rules}
    return Checker(rules, replace(house, severities=on), Lexicon(house.pairs))


def check(row: Row, figure: str) -> list[Finding]:
    return checker().check(row.release(figure), PUBLISHED)


@pytest.mark.parametrize("half", sorted({row.half for row in rows()}))
def test_most_planted_contradictions_are_found(half: str) -> None:
    planted = [row for row in rows() if row.half == half]
    missed = [row.text for row in planted if not check(row, row.wrong)]
    assert 1 - len(missed) / len(planted) >= WANTED, "\n".join(missed)


def test_the_right_figures_are_silent() -> None:
    assert [(f.message, row.text) for row in rows() for f in check(row, row.right)] == []
