"""Fixing until nothing safe is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bnews_desk.problem import Fix, Problem, apply_round, compatible
from bnews_desk.release import Release
from bnews_desk.rules.checker import AS_READY, Checker, Occasion

MAX_ROUNDS = 10
"""Rounds of fixing; a release that is not quiet by then is left as it is."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A release after bulk fixing: what remains, what was fixed, in how many rounds.

    ``fixed`` counts the fixes that were applied, by rule id.
    """

    release: Release
    remaining: tuple[Problem, ...]
    fixed: dict[str, int]
    rounds: int


def settle(
    release: Release,
    checker: Checker,
    occasion: Occasion = AS_READY,
    *,
    offered: Iterable[str] = (),
) -> Settled:
    """Apply all safe fixes, and the first fix of each rule named in ``offered``, until quiet.

    At most :data:`MAX_ROUNDS` rounds; a text that has been seen before ends it, so that two
    rules can never swing a text to and fro. A second run changes nothing.
    """
    accepted = frozenset(offered)
    fixed: dict[str, int] = {}
    seen = {release.text}
    rounds = 0
    problems = checker.check(release, occasion)
    while rounds < MAX_ROUNDS:
        chosen = [(fix, p.rule) for p in problems if (fix := _chosen(p, accepted)) is not None]
        applied = compatible(fix for fix, _ in chosen)
        after = apply_round(release, applied)
        if after.text in seen:
            break
        rounds += 1
        seen.add(after.text)
        kept = {id(fix) for fix in applied}
        for rule in (rule for fix, rule in chosen if id(fix) in kept):
            fixed[rule] = fixed.get(rule, 0) + 1
        release = after
        problems = checker.check(release, occasion)
    return Settled(release, tuple(problems), fixed, rounds)


def _chosen(problem: Problem, accepted: frozenset[str]) -> Fix | None:
    if problem.safe_fix is not None:
        return problem.safe_fix
    return problem.fixes[0] if problem.fixes and problem.rule in accepted else None
