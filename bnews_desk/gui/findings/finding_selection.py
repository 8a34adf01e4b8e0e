"""Selects the findings that the window shows: one per span, the most severe first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from bnews_desk.finding import Finding, Severity

MAX_SHOWN_PER_RULE = 3
"""Findings of one rule that are shown; the others are folded."""
_MISSING = "-missing"
"""Suffix of the ids of rules that flag something missing."""
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.SUGGESTION: 2}


def rank(finding: Finding) -> tuple[int, int]:
    """Sort key that decides which finding gets a span: by severity, then the longer one."""
    return _RANK[finding.severity], finding.start - finding.end


def one_per_span(findings: Iterable[Finding]) -> list[Finding]:
    """``findings`` without those that overlap a more severe or longer one, in text order.

    A finding of something missing has no words of its own: it is always shown and hides no other.
    """
    shown: list[Finding] = []
    taken: list[tuple[int, ...]] = []
    for finding in sorted(findings, key=rank):
        if finding.rule.endswith(_MISSING):
            shown.append(finding)
            continue
        # the spans taken do not overlap: only the nearest matters
        at = bisect_left(taken, (finding.end,))
        if not at or taken[at - 1][1] <= finding.start:
            shown.append(finding)
            taken.insert(at, (finding.start, finding.end))
    return sorted(shown, key=lambda finding: finding.start)


def alike(finding: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The ``findings`` that can be fixed together with ``finding``, itself included; empty when
    there are no others.

    They belong to the same rule and severity, and each has a single fix with the same label.
    """
    if len(finding.fixes) != 1:
        return ()
    found = tuple(
        other
        for other in findings
        if other.rule == finding.rule
        and other.severity is finding.severity
        and [fix.label for fix in other.fixes] == [finding.fixes[0].label]
    )
    return found if len(found) > 1 else ()


def change_between(before: str, after: str) -> tuple[int, int, int]:
    """Where two texts differ: the first position, and how many code points were removed and
    added.
    """
    least = min(len(before), len(after))
    head = _common(least, lambda n: before[:n] == after[:n])
    tail = _common(least - head, lambda n: before[len(before) - n :] == after[len(after) - n :])
    return head, len(before) - head - tail, len(after) - head - tail


def _common(most: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to ``most`` for which ``holds`` is true; it must hold for all smaller
    ones.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """The number of findings of each severity."""
    found = [finding.severity for finding in findings]
    return {severity: found.count(severity) for severity in Severity}
