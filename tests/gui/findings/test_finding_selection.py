"""One finding a span, and findings that move with their words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.finding import Finding, Fix, Safety, Severity
from bnews_desk.gui.findings.finding_selection import alike, change_between, counts, one_per_span
from bnews_desk.gui.findings.tracked_findings import moved


def finding(start: int, end: int, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("aturan", severity, start, end, "x" * (end - start), "Pesan.")


def test_the_worse_wins_a_span_then_the_longer() -> None:
    error, long, short = finding(2, 4, Severity.ERROR), finding(3, 9), finding(10, 12)
    longer = finding(9, 14)
    assert one_per_span([long, error, short, longer]) == [error, longer]


def test_what_is_missing_at_one_place_is_counted_each_and_hides_nothing() -> None:
    word = finding(3, 9)
    credit = replace(word, rule="credit-missing", severity=Severity.ERROR)
    tag = replace(credit, rule="source-tag-missing")
    assert sorted(p.rule for p in one_per_span([word, credit, tag])) == [
        "aturan",
        "credit-missing",
        "source-tag-missing",
    ]


def test_touching_findings_are_both_shown() -> None:
    assert one_per_span([finding(0, 3), finding(3, 5)]) == [finding(0, 3), finding(3, 5)]


def test_findings_behind_a_change_move_and_touched_ones_go() -> None:
    before, touched, behind = finding(0, 2), finding(3, 6), finding(9, 11)
    assert list(moved([before, touched, behind], 4, 1, 3)) == [before, finding(11, 13)]


def test_findings_follow_one_edit_after_another() -> None:
    first, second, third = finding(0, 2), finding(4, 6), finding(9, 11)
    found = moved(moved([first, second, third], 3, 0, 1), 8, 0, 2)
    assert list(found) == [first, finding(5, 7), finding(12, 14)]
    assert (len(found), found[-1], found[1:]) == (3, finding(12, 14), tuple(found)[1:])
    assert found[1] is found[1]


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), max_size=5),
    st.lists(st.tuples(st.integers(0, 25), st.integers(0, 4), st.integers(0, 4)), max_size=4),
)
def test_findings_that_no_edit_touches_keep_to_their_words(
    gaps: list[tuple[int, int]], edits: list[tuple[int, int, int]]
) -> None:
    plain: list[Finding] = []
    for gap, length in gaps:
        at = (plain[-1].end if plain else 0) + gap
        plain.append(finding(at, at + length))
    found = moved(plain, 99, 0, 0)
    for start, removed, added in edits:
        found = moved(found, start, removed, added)
        plain = [
            p if p.end < start else p.shifted(added - removed)
            for p in plain
            if p.end < start or p.start > start + removed
        ]
        assert list(found) == plain


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_a_change_is_where_two_texts_differ(before: str, after: str) -> None:
    start, removed, added = change_between(before, after)
    assert before[:start] + after[start : start + added] + before[start + removed :] == after


def test_counts_name_every_severity() -> None:
    assert counts([finding(0, 1, Severity.ERROR)]) == {
        Severity.ERROR: 1,
        Severity.WARNING: 0,
        Severity.SUGGESTION: 0,
    }


def mendable(start: int, *labels: str) -> Finding:
    fixes = tuple(Fix(Safety.OFFERED, label, ()) for label in labels)
    return Finding("aturan", Severity.ERROR, start, start + 1, "x", "Pesan.", {}, fixes)


def test_alike_are_those_of_one_rule_whose_only_fix_says_the_same() -> None:
    one, two, other = mendable(0, "Hapus"), mendable(5, "Hapus"), mendable(9, "Ganti")
    several = mendable(12, "Hapus", "Ganti")
    found = [one, two, other, several, finding(20, 22)]
    assert alike(one, found) == (one, two)
    assert alike(other, found) == ()
    assert alike(several, found) == ()
    assert alike(finding(20, 22), found) == ()
