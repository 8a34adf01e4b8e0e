"""The protocol of the word index; both databases give the same answers."""

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
"""Versions of what each database's ``put`` writes; a change causes the index to be rebuilt. It must
be changed when a word's family or the list of frequent words changes.
"""
HEADLINE_WEIGHT = 4.0
"""Factor for a word in the headline when the best matches come first."""
BEST_AMONG = 2_000
"""The newest matches that are ranked when the best come first. Older ones are not ranked, so that a
word of every release is answered as quickly as a rare one.
"""


class IndexScope(NamedTuple):
    """The releases that are searched: those that meet some conditions on rows of ``releases``.

    Their numbers are between two limits; an upper limit of 0 means no limit.
    """

    conditions: Sequence[ColumnElement[bool]]
    first: int = 0
    last: int = 0


class WordIndex(Protocol):
    """Tokens are stored and matched as they are: the index neither folds nor stems."""

    def put(self, db: Connection, number: int, document: IndexedDocument) -> None:
        """Index a release, replacing its earlier entry."""

    def drop(self, db: Connection, numbers: Iterable[int]) -> None:
        """Delete releases from the index."""

    def clear(self, db: Connection) -> None:
        """Empty the index."""

    def tidy(self, db: Connection) -> None:
        """Merge recent entries into their fastest place; may take a second."""

    def numbers(self, db: Connection) -> set[int]:
        """The numbers of the indexed releases."""

    def expression(
        self,
        terms: Iterable[QueryTerm],
        unwanted: Iterable[QueryTerm] = (),
        *,
        is_any: bool = False,
    ) -> str:
        """The database's expression for releases that match all of the terms, or any of them.

        Releases that match an unwanted term are excluded.
        """

    releases: str
    """The table of releases with a hint to the index that covers what lists query."""

    def newest(
        self, db: Connection, searches: Sequence[Iterable[QueryTerm]], most: int
    ) -> list[list[int]]:
        """For each search, at most ``most`` of the newest releases that match all of its terms."""

    def lacking(
        self, db: Connection, unwanted: str, among: IndexScope, page: ResultPage
    ) -> list[int]:
        """One page of the releases that do not match an expression, newest first."""

    def found(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """One page of the releases that match an expression, newest first."""

    def best(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """The same, best first, of the newest ``BEST_AMONG`` matches."""


def page_of_numbers(chosen: _Chosen, page: ResultPage) -> _Chosen:
    """The query limited to one page."""
    return chosen.limit(max(0, page.limit)).offset(max(0, page.offset))


def newest_of_each(db: Connection, one: str, asked: Sequence[str], most: int) -> list[list[int]]:
    """The results of several searches, in one query to the database."""
    if not asked:
        return []
    wanted = text(" UNION ALL ".join(one.format(n=n) for n in range(len(asked))))
    bound = {f"terms{n}": terms for n, terms in enumerate(asked)}
    rows = db.execute(wanted, {**bound, "most": most}).all()
    answers: dict[int, str | None] = {row[0]: row[1] for row in rows}
    joined = (answers[n] or "" for n in range(len(asked)))
    return [[int(number) for number in one.split(",")] if one else [] for one in joined]
