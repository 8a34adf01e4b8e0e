"""Fixing until quiet: bounded, never to and fro, and a second run changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Edit, Mark, Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.fix_all import MAX_ROUNDS, fix_all
from bnews_desk.rules.rule import ParagraphRule, RuleMatch, replacement_fix

HOUSE = load_style_sheet()[0]
RELEASES = Path(__file__).resolve().parents[1] / "fixtures" / "releases"


def swap(rule_id: str, old: str, new: str, safety: Safety = Safety.SAFE) -> ParagraphRule:
    """A rule that wants another word wherever ``old`` stands."""

    def check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        for match in re.finditer(rf"\b{old}\b", paragraph.text):
            fix = replacement_fix(paragraph.text, *match.span(), new, safety)
            yield RuleMatch(*match.span(), {}, (fix,))

    return rule_of(rule_id, check, safety)


def rule_of(
    rule_id: str,
    check: Callable[[ParagraphContext], Iterator[RuleMatch]],
    safety: Safety = Safety.SAFE,
) -> ParagraphRule:
    return ParagraphRule(
        code="G99",
        id=rule_id,
        name="Aturan",
        severity=Severity.WARNING,
        safety=safety,
        why="Ganti.",
        source="Uji",
        bad=(),
        good=(),
        roles=COPY_AND_HEADLINE,
        check=check,
    )


def checker_of(*rules: ParagraphRule) -> Checker:
    return Checker(rules, HOUSE, Lexicon(HOUSE.pairs))


@cache
def everything() -> Checker:
    return checker_of(*all_rules())  # type: ignore[arg-type]


def test_a_quiet_release_is_left_as_it_is() -> None:
    release = Release("\nSatu dua.")
    after = fix_all(release, checker_of(swap("a", "tiga", "3")))
    assert after.release is release
    assert (after.rounds, after.fixed, after.remaining) == (0, {}, ())


def test_one_fix_may_call_for_the_next() -> None:
    checker = checker_of(swap("a", "satu", "dua"), swap("b", "dua", "tiga"))
    after = fix_all(Release("\nsatu dan satu"), checker)
    assert after.release.text == "\ntiga dan tiga"
    assert after.rounds == 2
    assert after.fixed == {"a": 2, "b": 2}


def test_only_safe_fixes_are_applied() -> None:
    checker = checker_of(swap("a", "satu", "1", Safety.OFFERED), swap("b", "dua", "2"))
    after = fix_all(Release("\nsatu dua"), checker)
    assert after.release.text == "\nsatu 2"
    assert [p.rule for p in after.remaining] == ["a"]


def test_an_offered_fix_is_applied_where_its_rule_is_named() -> None:
    checker = checker_of(
        swap("a", "satu", "1", Safety.OFFERED), swap("b", "dua", "2", Safety.OFFERED)
    )
    after = fix_all(Release("\nsatu dua"), checker, offered=["a"])
    assert after.release.text == "\n1 dua"
    assert after.fixed == {"a": 1}


@pytest.mark.parametrize("start", ["satu", "dua"])
def test_two_rules_that_disagree_never_swing_a_text_to_and_fro(start: str) -> None:
    checker = checker_of(swap("a", "satu", "dua"), swap("b", "dua", "satu"))
    once = fix_all(Release(f"\n{start}"), checker)
    assert once.rounds <= 1
    again = fix_all(once.release, checker)
    assert fix_all(again.release, checker).release in (once.release, again.release)


def test_a_second_run_changes_nothing_even_where_two_rules_disagree() -> None:
    checker = checker_of(swap("a", "satu", "dua"), swap("b", "dua", "satu"))
    once = fix_all(Release("\nsatu"), checker).release
    assert fix_all(once, checker).release == once


def test_a_circle_of_three_rules_ends() -> None:
    checker = checker_of(
        swap("a", "satu", "dua"), swap("b", "dua", "tiga"), swap("c", "tiga", "satu")
    )
    assert fix_all(Release("\nsatu"), checker).rounds < 3


def test_a_rule_that_never_has_enough_is_stopped() -> None:
    def check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        if paragraph.text:
            end = len(paragraph.text)
            fix = Fix(Safety.SAFE, "Tambahkan", (Edit(end, end, "", "!"),))
            yield RuleMatch(0, 1, {}, (fix,))

    after = fix_all(Release("\nSatu"), checker_of(rule_of("more", check)))
    assert after.rounds == MAX_ROUNDS
    assert after.release.text == "\nSatu" + "!" * MAX_ROUNDS


def test_a_fix_that_changes_nothing_ends_it() -> None:
    def check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        if paragraph.text:
            yield RuleMatch(0, 4, {}, (replacement_fix(paragraph.text, 0, 4, "Satu", Safety.SAFE),))

    after = fix_all(Release("\nSatu"), checker_of(rule_of("same", check)))
    assert after.rounds == 0


def test_overlapping_fixes_are_both_done_in_the_end() -> None:
    def wide(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        for match in re.finditer(r"satu  dua", paragraph.text):
            yield RuleMatch(
                *match.span(),
                {},
                (replacement_fix(paragraph.text, *match.span(), "satu dua", Safety.SAFE),),
            )

    checker = checker_of(rule_of("wide", wide), swap("inner", "dua", "2"))
    assert fix_all(Release("\nsatu  dua"), checker).release.text == "\nsatu 2"


def test_only_fixes_that_were_applied_are_counted() -> None:
    checker = checker_of(swap("a", "satu dua", "12"), swap("b", "dua", "2"))
    after = fix_all(Release("\nsatu dua"), checker)
    assert after.release.text == "\n12"
    assert after.fixed == {"a": 1}, "the overlapping fix was dropped"


def test_marks_and_everything_else_come_through() -> None:
    release = Release("\nsatu dua tiga", (Mark(10, 14, "bold"),))
    after = fix_all(release, checker_of(swap("a", "satu", "sebuah")))
    assert after.release.marks == (Mark(12, 16, "bold"),)


def test_what_remains_is_what_a_check_finds_then() -> None:
    release = Release((RELEASES / "pasar-desa.txt").read_text(encoding="utf-8"))
    after = fix_all(release, everything())
    assert list(after.remaining) == everything().check(after.release)
    assert all(p.safe_fix is None for p in after.remaining)


@pytest.mark.parametrize("path", sorted(RELEASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_whole_release_settles_and_a_second_run_changes_nothing(path: Path) -> None:
    once = fix_all(Release("\n" + path.read_text(encoding="utf-8")), everything())
    assert once.rounds < MAX_ROUNDS
    again = fix_all(once.release, everything())
    assert again.release is once.release
    assert again.rounds == 0
