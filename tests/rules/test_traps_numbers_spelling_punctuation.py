"""Sentences made to trap careless rules on numbers, spelling and punctuation, and faulty ones.

``traps/numbers_spelling_punctuation/`` holds one case a line. Clean copy must stay as it is and
hold no error or warning; in faulty copy the rule that is named must find something, and its first
fixes mend what they can.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bnews_desk.finding import Severity, apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.rule import RuleGroup

TRAPS = Path(__file__).parent / "traps" / "numbers_spelling_punctuation"
RELEASES = sorted((Path(__file__).parents[1] / "fixtures" / "releases").glob("*.txt"))
HEADLINE = "Warga Menunggu Kabar"
BODY = "Warga menunggu kabar itu sejak pagi."


@cache
def checker(*, with_frame: bool = False) -> Checker:
    """All rules as shipped; those of the frame only on request, for a sentence has none."""
    house = load_style_sheet()[0]
    rules = [rule for rule in all_rules() if with_frame or rule.group is not RuleGroup.A]
    return Checker(rules, house, Lexicon(house.pairs))


def lines(name: str) -> list[str]:
    text = (TRAPS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("# ")]


def rows(name: str) -> list[tuple[str, str, str]]:
    return [(rule, bad, good) for rule, bad, good in (line.split("\t") for line in lines(name))]


def in_body(sentence: str) -> Release:
    return Release(f"{HEADLINE}\n{sentence}")


def as_headline(headline: str) -> Release:
    return Release(f"{headline}\n{BODY}")


def assert_clean(release: Release) -> None:
    found = checker().check(release)
    assert [(p.rule, p.text) for p in found if p.severity is not Severity.SUGGESTION] == []
    assert fix_all(release, checker()).release == release


def assert_found(release: Release, rule: str, mended: Release | None) -> None:
    findings = [p for p in checker().check(release) if p.rule == rule]
    assert findings, "nothing found"
    if mended is not None:
        fixes = [finding.fixes[0] for finding in findings if finding.fixes]
        assert apply_fixes(release, fixes)[0].text == mended.text


@pytest.mark.parametrize("sentence", lines("clean.txt"))
def test_a_clean_sentence_holds_neither_error_nor_warning_and_stays_as_it_is(sentence: str) -> None:
    assert_clean(in_body(sentence))


@pytest.mark.parametrize("headline", lines("clean_headlines.txt"))
def test_a_clean_headline_holds_neither_error_nor_warning_and_stays_as_it_is(headline: str) -> None:
    assert_clean(as_headline(headline))


@pytest.mark.parametrize(("rule", "bad", "good"), rows("faulty.tsv"))
def test_what_is_wrong_in_a_sentence_is_found_and_mended(rule: str, bad: str, good: str) -> None:
    assert_found(in_body(bad), rule, in_body(good) if good else None)


@pytest.mark.parametrize(("rule", "bad", "good"), rows("faulty_headlines.tsv"))
def test_what_is_wrong_in_a_headline_is_found_and_mended(rule: str, bad: str, good: str) -> None:
    assert_found(as_headline(bad), rule, as_headline(good) if good else None)


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_a_release_that_was_fixed_is_not_changed_again(path: Path) -> None:
    every = checker(with_frame=True)
    fixed = fix_all(read_file(str(path), every.reader).release, every).release
    assert fix_all(fixed, every).release == fixed
