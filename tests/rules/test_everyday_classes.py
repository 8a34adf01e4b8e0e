"""The classes that Badan Bahasa's own editor knows, each with the shapes in which it is met.

``traps/everyday_classes.tsv``: class, rule, what is wrong, what the rule's first fixes make of it
(nothing where an editor has to say).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bnews_desk.finding import apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker

ROWS = Path(__file__).resolve().parent / "traps" / "everyday_classes.tsv"
ABOVE = "Warga Menunggu Kabar"


@cache
def checker() -> Checker:
    house = load_style_sheet()[0]
    return Checker(all_rules(), house, Lexicon(house.pairs))


def cases() -> Iterator[tuple[str, ...]]:
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        yield tuple(line.split("\t"))


@pytest.mark.parametrize(("kind", "rule", "bad", "good"), list(cases()))
def test_each_shape_of_a_class_is_found_and_mended(
    kind: str, rule: str, bad: str, good: str
) -> None:
    release = Release.of(ABOVE, [bad])
    findings = [p for p in checker().check(release) if p.rule == rule]
    assert findings, kind
    if good:
        fixes = [finding.fixes[0] for finding in findings if finding.fixes]
        assert apply_fixes(release, fixes)[0] == Release.of(ABOVE, [good])
