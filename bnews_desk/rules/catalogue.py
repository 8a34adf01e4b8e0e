"""All rules, in the order of their codes."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from bnews_desk.house.style import HouseStyle
from bnews_desk.rules.rule import Rule

_TOPICS: tuple[str, ...] = (
    "frame.missing_dateline",
    "frame.datelines",
    "frame.related_lines",
    "frame.source_tags",
    "frame.credits",
    "frame.leftovers",
    "frame.headlines",
    "numbers.dates",
    "numbers.date_names",
    "numbers.money",
    "spelling.prepositions",
    "spelling.bound_forms",
    "spelling.compounds",
    "spelling.standard_words",
    "spelling.degrees",
    "punctuation.white_space",
    "punctuation.spacing",
    "punctuation.marks",
    "punctuation.pairs",
    "punctuation.quote_marks",
    "punctuation.attribution",
    "punctuation.dialogue",
    "style.foreign",
    "style.repetition",
    "facts.acronyms",
)
"""The modules that hold rules, below :mod:`bnews_desk.rules`; each has a tuple ``RULES``."""


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, those that are shipped off included."""
    rules: list[Rule] = []
    for topic in _TOPICS:
        rules += import_module(f"bnews_desk.rules.{topic}").RULES
    return tuple(sorted(rules, key=lambda rule: rule.code))


def unknown_ids(ids: Iterable[str], rules: Iterable[Rule]) -> list[str]:
    """Those of ``ids`` that no rule has."""
    known = {rule.id for rule in rules}
    return [rule_id for rule_id in ids if rule_id not in known]


def misnamed_severities(house: HouseStyle, rules: Iterable[Rule]) -> list[str]:
    """The ids in a style sheet's table of severities that no rule has."""
    return unknown_ids(house.severities, rules)
