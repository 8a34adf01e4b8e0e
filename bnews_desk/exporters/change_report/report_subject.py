"""The two releases that a change report compares, and the changed facts."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Protocol

from bnews_desk.release import FactCheck, Release


class ReportedExcerpt(Protocol):
    """An excerpt of a text around some words."""

    @property
    def before(self) -> str:
        """The text before them."""

    @property
    def words(self) -> str:
        """The words."""

    @property
    def behind(self) -> str:
        """The text after them."""


class ReportedFact(Protocol):
    """A changed fact in the report."""

    @property
    def now(self) -> ReportedExcerpt:
        """The excerpt of the copy."""

    @property
    def then(self) -> ReportedExcerpt | None:
        """The excerpt of the original; None when it has no such fact."""

    @property
    def remark(self) -> str:
        """A remark; '' when there is none."""

    @property
    def check(self) -> FactCheck | None:
        """Who checked the fact, and when; None when nobody has."""


def notes_of(fact: ReportedFact) -> tuple[str, ...]:
    """The remark on a fact, and who checked it and when."""
    notes = [fact.remark] if fact.remark else []
    if fact.check is not None:
        when = fact.check.when.astimezone().strftime("%d/%m/%Y %H.%M")
        notes.append(f"✓ Sudah dicek: {', '.join(filter(None, (fact.check.name, when)))}")
    return tuple(notes)


FactGroups = tuple[tuple[str, tuple[ReportedFact, ...]], ...]
"""Changed facts in groups, each with its title."""


class ReportSubject(NamedTuple):
    """The two releases of a report, and the facts that differ.

    ``source`` is the original's file name, ``written`` the time of the report.
    """

    original: Release
    copy: Release
    source: str
    written: datetime
    facts: FactGroups = ()
    same: str = ""
    """How many facts are as in the original, in words; '' when there is none."""
