"""Selects the findings the window shows: one a span, the most severe first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from bnews_desk.finding import Finding, Severity

OPEN_OF_A_RULE = 3
"""Findings of one rule that are shown open; the rest is counted and unfoldable."""
_MISSING = "-missing"
"""How the ids of rules end that flag what is not there."""
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.SUGGESTION: 2}


def rank(finding: Finding) -> tuple[int, int]:
    """The order in which findings win a span: error before warning, then the longer."""
    return _RANK[finding.severity], finding.start - finding.end


def one_a_span(findings: Iterable[Finding]) -> list[Finding]:
    """``findings`` without those that overlap a worse or longer one, in the text's order.

    What is missing has no words of its own: it hides nothing of its kind and is never hidden.
    """
    shown: list[Finding] = []
    taken: list[tuple[int, ...]] = []
    for finding in sorted(findings, key=rank):
        if finding.rule.endswith(_MISSING):
            shown.append(finding)
            continue
        at = bisect_left(taken, (finding.end,))  # what is taken lies apart: the nearest decides
        if not at or taken[at - 1][1] <= finding.start:
            shown.append(finding)
            taken.insert(at, (finding.start, finding.end))
    return sorted(shown, key=lambda finding: finding.start)


def alike(finding: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of ``findings`` that one decision mends together with ``finding``; none if it is alone.

    They are the same rule's, and the only fix of each says the same.
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
    """Where two texts differ: the first position, and how many code points went and came."""
    least = min(len(before), len(after))
    head = _common(least, lambda n: before[:n] == after[:n])
    tail = _common(least - head, lambda n: before[len(before) - n :] == after[len(after) - n :])
    return head, len(before) - head - tail, len(after) - head - tail


def _common(most: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to ``most`` for which ``holds`` is true, all smaller ones being so."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings of each severity."""
    found = [finding.severity for finding in findings]
    return {severity: found.count(severity) for severity in Severity}
