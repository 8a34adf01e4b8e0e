"""A paragraph is asked every rule that finds something in it (``ParagraphRule.needs``)."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import ParagraphRule
from bnews_desk.rules.rule_selection import RuleSelection

RULES = tuple(rule for rule in all_rules() if isinstance(rule, ParagraphRule))
NEEDY = tuple(rule for rule in RULES if rule.needs is not None)


@cache
def paragraphs() -> tuple[ParagraphContext, ...]:
    """The paragraphs of every rule's examples."""
    house = load_style_sheet()[0]
    checker = Checker((), house, Lexicon(house.pairs))
    texts = {e.bad for rule in all_rules() for e in rule.bad}
    texts |= {good for rule in all_rules() for good in rule.good}
    releases = [Release(t) if "\n" in t else Release.of("", [t]) for t in sorted(texts)]
    contexts = [checker.context(r, checker.reader.read(r.text)) for r in releases]
    return tuple(paragraph for context in contexts for paragraph in context.paragraphs)


@pytest.mark.parametrize("rule", NEEDY, ids=lambda rule: rule.id)
def test_where_a_rule_is_not_asked_it_finds_nothing(rule: ParagraphRule) -> None:
    selection = RuleSelection([rule])
    of_role = [p for p in paragraphs() if p.role in rule.roles]
    unasked = [p for p in of_role if not selection.rules_for(p)]
    assert 0 < len(unasked) < len(of_role)
    assert [p.text for p in unasked if list(rule.check(p))] == []


def test_the_rules_keep_their_order() -> None:
    selection = RuleSelection(RULES)
    for paragraph in paragraphs()[:200]:
        asked = selection.rules_for(paragraph)
        assert asked == [rule for rule in RULES if rule in asked]
        assert all(rule in asked for rule in RULES if rule.needs is None)
