"""The two releases that a change report compares, and where the original came from."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Protocol

from bnews_desk.release import FactCheck, Release


class ReportedExcerpt(Protocol):
    """Words of a text between what stands beside them."""

    @property
    def before(self) -> str:
        """What stands before them."""

    @property
    def words(self) -> str:
        """The words themselves."""

    @property
    def behind(self) -> str:
        """What stands behind them."""


class ReportedFact(Protocol):
    """A changed fact as the report lists it."""

    @property
    def now(self) -> ReportedExcerpt:
        """Its place in the copy."""

    @property
    def then(self) -> ReportedExcerpt | None:
        """Its place in the original; None where the original has nothing of the kind."""

    @property
    def remark(self) -> str:
        """What else is to be said of it."""

    @property
    def check(self) -> FactCheck | None:
        """Who has checked it; None where nobody has."""


FactGroups = tuple[tuple[str, tuple[ReportedFact, ...]], ...]
"""Changed facts in groups, each under its title."""


class ReportSubject(NamedTuple):
    """The two releases of a report, and what facts they have otherwise.

    ``source`` is the name under which the original came in.
    """

    original: Release
    copy: Release
    source: str
    written: datetime
    facts: FactGroups = ()
