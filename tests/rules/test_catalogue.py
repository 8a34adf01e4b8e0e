"""What every rule of the catalogue must hold to, whatever it looks for."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from known_headlines import KnownHeadlines

from bnews_desk.finding import Finding, Safety, apply_fixes
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Mark, Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.rule import Example, ReleaseRule, Rule

RULES = all_rules()
TRAPS = Path(__file__).parent / "traps"
HOUSE: HouseStyle = load_style_sheet()[0]
LEXICON = Lexicon(HOUSE.pairs)
EVERY = Checker(RULES, HOUSE, LEXICON)


def only(rule: Rule) -> Checker:
    """A checker with one rule, on whatever it is shipped as."""
    severities = {rule.id: rule.severity}
    officials = rule.officials if isinstance(rule, ReleaseRule) else ()
    return Checker([rule], replace(HOUSE, severities=severities, officials=officials), LEXICON)


def release_of(text: str, marks: tuple[Mark, ...] = ()) -> Release:
    return Release(text if "\n" in text else "\n" + text, marks)


def options_of(rule: Rule, example: Example | None = None) -> CheckOptions:
    date = example.publication_date if example else None
    if not isinstance(rule, ReleaseRule):
        return CheckOptions(date)
    return CheckOptions(
        date,
        is_in_window=rule.is_window_only,
        original=earlier_state(example and example.original),
        archive=KnownHeadlines(rule.earlier) if rule.earlier else None,
        published=earlier_state(example and example.published),
    )


def earlier_state(text: str | None) -> Release | None:
    """What came in or went out in an example, where it says so."""
    return None if text is None else release_of(text)


def bad_examples() -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(rule.bad)
    ]


def good_examples() -> list[object]:
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, text in enumerate(rule.good)
    ]


@pytest.mark.parametrize(("rule", "example"), bad_examples())
def test_a_bad_example_is_found_and_its_first_fix_mends_it(rule: Rule, example: Example) -> None:
    release = release_of(example.bad, example.marks)
    checker = only(rule)
    findings = [*map(checker.completed, checker.check(release, options_of(rule, example)))]
    assert findings, "nothing found"
    for finding in findings:
        assert_well_formed(finding, release)
    fixes = [finding.fixes[0] for finding in findings if finding.fixes]
    if example.good is None:
        return
    assert fixes, "no fix"
    mended = apply_fixes(release, fixes)[0]
    assert mended.text == release_of(example.good).text


@pytest.mark.parametrize(("rule", "text"), good_examples())
def test_a_good_example_is_silent(rule: Rule, text: str) -> None:
    assert only(rule).check(release_of(text), options_of(rule)) == []


@pytest.mark.parametrize(("rule", "example"), bad_examples())
def test_safe_fixes_silence_their_rule(rule: Rule, example: Example) -> None:
    checker = only(rule)
    options, release = options_of(rule, example), release_of(example.bad, example.marks)
    is_fixed = any(finding.safe_fix for finding in checker.check(release, options))
    fixed = fix_all(release, checker, options)
    if is_fixed:
        assert checker.check(fixed.release, options) == []
    else:
        assert fixed.release == release


@pytest.mark.parametrize(("rule", "example"), bad_examples())
def test_all_safe_fixes_together_settle(rule: Rule, example: Example) -> None:
    settled = fix_all(release_of(example.bad, example.marks), EVERY)
    again = fix_all(settled.release, EVERY)
    assert again.release == settled.release
    assert again.rounds == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_record_is_complete(rule: Rule) -> None:
    assert rule.bad, "a rule needs examples that must be found"
    assert rule.good, "a rule needs examples that must not"
    assert re.fullmatch(r"[A-G]\d\d", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", rule.id)
    assert rule.source
    for template in (rule.why, *rule.other_messages.values()):
        assert template[0].isupper() or template[0] in "“{"
        assert template.endswith((".", "?", "”"))
    if rule.safety is Safety.NONE:
        checker = only(rule)
        for example in rule.bad:
            found = checker.check(release_of(example.bad, example.marks), options_of(rule, example))
            assert all(fix.safety is not Safety.SAFE for p in found for fix in p.fixes)


def test_codes_and_ids_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)


def assert_well_formed(finding: Finding, release: Release) -> None:
    text = release.text
    assert 0 <= finding.start < finding.end <= len(text)
    assert finding.text == text[finding.start : finding.end]
    assert finding.message
    assert "{" not in finding.message
    for fix in finding.fixes:
        assert fix.edits
        assert fix.label
        assert fix.safety is not Safety.NONE
        for edit in fix.edits:
            assert text[edit.start : edit.end] == edit.old
            assert edit.old != edit.new
        release.edited(fix.edits)


def test_names_are_unique_and_short() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() or name[0] == "“" for name in names)
    assert max(map(len, names)) <= 32


@pytest.mark.parametrize("path", sorted(TRAPS.rglob("*.t*")), ids=lambda path: path.stem)
def test_no_trap_is_an_example_of_a_rule_again(path: Path) -> None:
    own = {example.bad.strip("\n") for rule in RULES for example in rule.bad}
    own |= {text.strip("\n") for rule in RULES for text in rule.good}
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [cells[min(1, len(cells) - 1)].replace("\\n", "\n").strip("\n") for cells in rows]
    assert [text for text in texts if text and text in own] == []
    assert len({*map(tuple, rows)}) == len(rows)
