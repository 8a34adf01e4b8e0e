"""Fixtures of the tests of number rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions

Check = Callable[..., list[Finding]]
"""Check copy with one rule, named by its id."""


@pytest.fixture(scope="session")
def check() -> Check:
    """A check with one rule on: ``check(id, text, published=…, headline=…)``."""
    checkers: dict[str, Checker] = {}

    def run(
        rule_id: str, text: str, *, published: date | None = None, headline: str = ""
    ) -> list[Finding]:
        if rule_id not in checkers:
            (rule,) = [rule for rule in all_rules() if rule.id == rule_id]
            house = replace(load_style_sheet()[0], severities={rule.id: rule.severity})
            checkers[rule_id] = Checker([rule], house, Lexicon())
        return checkers[rule_id].check(Release.of(headline, [text]), CheckOptions(published))

    return run
