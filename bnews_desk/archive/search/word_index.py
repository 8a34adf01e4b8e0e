"""The index of words in each database; which one asks makes no difference to the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, text
from sqlalchemy.sql.selectable import GenerativeSelect

from bnews_desk.archive.repository.archive_values import ResultPage
from bnews_desk.archive.search.index_tokens import IndexedDocument
from bnews_desk.archive.search.search_query import QueryTerm

_Chosen = TypeVar("_Chosen", bound=GenerativeSelect)
LAYOUTS = {"sqlite": ".2", "postgresql": ".3"}
"""Of what each database's ``put`` writes; where it changes all is indexed anew, so too
where a word gets another family or becomes a frequent one."""
HEADLINE_WEIGHT = 4.0
"""How much more a word in the headline counts when the best is asked for first."""
BEST_AMONG = 2_000
"""Releases of which the best come first: the newest that were found. Older ones are not weighed,
so that a word of every release is answered as quickly as a rare one."""


class IndexScope(NamedTuple):
    """Which releases are looked at: those of some conditions on rows of ``releases``.

    They lie between two numbers; 0 as the last is that of all releases.
    """

    conditions: Sequence[ColumnElement[bool]]
    first: int = 0
    last: int = 0


class WordIndex(Protocol):
    """Tokens go in as they are and come out as they are: nothing is folded or stemmed here."""

    def put(self, db: Connection, number: int, document: IndexedDocument) -> None:
        """Index a release anew."""

    def drop(self, db: Connection, numbers: Iterable[int]) -> None:
        """Forget releases."""

    def clear(self, db: Connection) -> None:
        """Forget everything."""

    def tidy(self, db: Connection) -> None:
        """Put in its place what was put in since the last time; may take a second."""

    def numbers(self, db: Connection) -> set[int]:
        """The releases that are indexed."""

    def expression(
        self,
        terms: Iterable[QueryTerm],
        unwanted: Iterable[QueryTerm] = (),
        *,
        is_any: bool = False,
    ) -> str:
        """What asks the database for releases that have all of the terms, or any of them.

        And none of those that are unwanted.
        """

    releases: str
    """The table of releases, read by the index that has in brief what lists ask of it."""

    def newest(
        self, db: Connection, searches: Sequence[Iterable[QueryTerm]], most: int
    ) -> list[list[int]]:
        """For each search the newest releases that have all of its terms, at most so many."""

    def lacking(
        self, db: Connection, unwanted: str, among: IndexScope, page: ResultPage
    ) -> list[int]:
        """One page of the releases that an expression does not ask for, newest first."""

    def found(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """One page of the releases that an expression asks for, newest first."""

    def best(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """The same, the best first, of the newest ``BEST_AMONG`` that were found."""


def page_of_numbers(chosen: _Chosen, page: ResultPage) -> _Chosen:
    """That part of an answer."""
    return chosen.limit(max(0, page.limit)).offset(max(0, page.offset))


def newest_of_each(db: Connection, one: str, asked: Sequence[str], most: int) -> list[list[int]]:
    """The answers to all that is asked, in one question to the database."""
    if not asked:
        return []
    wanted = text(" UNION ALL ".join(one.format(n=n) for n in range(len(asked))))
    bound = {f"terms{n}": terms for n, terms in enumerate(asked)}
    rows = db.execute(wanted, {**bound, "most": most}).all()
    answers: dict[int, str | None] = {row[0]: row[1] for row in rows}
    joined = (answers[n] or "" for n in range(len(asked)))
    return [[int(number) for number in one.split(",")] if one else [] for one in joined]
