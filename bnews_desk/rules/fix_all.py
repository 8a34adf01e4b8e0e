"""Applies safe fixes until none is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bnews_desk.finding import Finding, Fix, apply_fixes
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import READY_TO_PUBLISH, CheckOptions

MAX_ROUNDS = 10
"""Most rounds of fixing; a release that still has safe fixes then is left as it is."""


@dataclass(frozen=True, slots=True)
class FixedRelease:
    """A release after bulk fixing: the remaining findings, the applied fixes, the number of rounds.

    ``fixed`` counts the applied fixes by rule id.
    """

    release: Release
    remaining: tuple[Finding, ...]
    fixed: dict[str, int]
    rounds: int


def fix_all(
    release: Release,
    checker: Checker,
    options: CheckOptions = READY_TO_PUBLISH,
    *,
    offered: Iterable[str] = (),
) -> FixedRelease:
    """Apply all safe fixes, and the first fix of each rule in ``offered``, until none is left.

    At most ``MAX_ROUNDS`` rounds. Where rules undo each other's fixes, the result is the text at
    which they begin to repeat themselves, so that a second run changes nothing.
    """
    accepted = frozenset(offered)
    now = FixedRelease(release, tuple(checker.check(release, options)), {}, 0)
    seen = {release.text: now}
    while now.rounds < MAX_ROUNDS:
        after, applied = _fix_round(now, checker, accepted)
        if after.text in seen:
            return seen[after.text]
        fixed = dict(now.fixed)
        for rule in applied:
            fixed[rule] = fixed.get(rule, 0) + 1
        findings = tuple(checker.check(after, options))
        now = seen[after.text] = FixedRelease(after, findings, fixed, now.rounds + 1)
    return now


def _fix_round(
    now: FixedRelease, checker: Checker, accepted: frozenset[str]
) -> tuple[Release, list[str]]:
    """Apply one round of fixes; returns the release and the rules whose fixes were applied."""
    chosen = [
        (fix, p.rule) for p in now.remaining if (fix := _chosen(p, checker, accepted)) is not None
    ]
    after, applied = apply_fixes(now.release, (fix for fix, _ in chosen))
    is_applied = {id(fix) for fix in applied}
    return after, [rule for fix, rule in chosen if id(fix) in is_applied]


def _chosen(finding: Finding, checker: Checker, accepted: frozenset[str]) -> Fix | None:
    if finding.safe_fix is not None:
        return finding.safe_fix
    if finding.rule not in accepted:
        return None
    return next(iter(checker.completed(finding).fixes), None)
