"""One finding a span, and findings that move with their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.gui.triage import change_between, counts, moved, one_a_span
from bnews_desk.problem import Problem, Severity


def problem(start: int, end: int, severity: Severity = Severity.WARNING) -> Problem:
    return Problem("aturan", severity, start, end, "x" * (end - start), "Pesan.")


def test_the_worse_wins_a_span_then_the_longer() -> None:
    error, long, short = problem(2, 4, Severity.ERROR), problem(3, 9), problem(10, 12)
    longer = problem(9, 14)
    assert one_a_span([long, error, short, longer]) == [error, longer]


def test_touching_findings_are_both_shown() -> None:
    assert one_a_span([problem(0, 3), problem(3, 5)]) == [problem(0, 3), problem(3, 5)]


def test_findings_behind_a_change_move_and_touched_ones_go() -> None:
    before, touched, behind = problem(0, 2), problem(3, 6), problem(9, 11)
    assert moved([before, touched, behind], 4, 1, 3) == [before, problem(11, 13)]


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_a_change_is_where_two_texts_differ(before: str, after: str) -> None:
    start, removed, added = change_between(before, after)
    assert before[:start] + after[start : start + added] + before[start + removed :] == after


def test_counts_name_every_severity() -> None:
    assert counts([problem(0, 1, Severity.ERROR)]) == {
        Severity.ERROR: 1,
        Severity.WARNING: 0,
        Severity.SUGGESTION: 0,
    }
