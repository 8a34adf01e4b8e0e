"""The word index in SQLite, on FTS5."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_lowercase, digits
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    func,
    literal_column,
    select,
    text,
)

from bnews_desk.archive.repository.archive_values import ResultPage
from bnews_desk.archive.search.index_tokens import IndexedDocument
from bnews_desk.archive.search.search_query import QueryTerm
from bnews_desk.archive.search.word_index import (
    BEST_AMONG,
    HEADLINE_WEIGHT,
    IndexScope,
    newest_of_each,
    page_of_numbers,
)

_FIELDS = frozenset({"place", "source", "editor"})
_ALPHABET = digits + ascii_lowercase
"""The characters of tokens."""
_KEY: ColumnElement[int] = literal_column("search.rowid", BigInteger)
_MATCHES = text("search MATCH :asked")


class SqliteIndex:
    """An FTS5 table with a column for each kind of token."""

    releases = "releases INDEXED BY releases_in_brief"

    def put(self, db: Connection, number: int, document: IndexedDocument) -> None:
        """Index a release, replacing its earlier entry."""
        self.drop(db, (number,))
        values = {name: " ".join(tokens) for name, tokens in document._asdict().items()}
        columns = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        insert = f"INSERT INTO search (rowid, {columns}) VALUES (:number, {places})"  # noqa: S608
        db.execute(text(insert), {"number": number, **values})

    def drop(self, db: Connection, numbers: Iterable[int]) -> None:
        """Delete releases from the index."""
        for number in numbers:
            db.execute(text("DELETE FROM search WHERE rowid = :number"), {"number": number})

    def clear(self, db: Connection) -> None:
        """Empty the index."""
        db.execute(text("DELETE FROM search"))

    def tidy(self, db: Connection) -> None:
        """Does nothing: FTS5 merges with every insertion."""

    def numbers(self, db: Connection) -> set[int]:
        """The numbers of the indexed releases."""
        return set(db.scalars(text("SELECT rowid FROM search")))

    def expression(
        self,
        terms: Iterable[QueryTerm],
        unwanted: Iterable[QueryTerm] = (),
        *,
        is_any: bool = False,
    ) -> str:
        """The terms in FTS5's query language, every token a quoted string."""
        asked = (" OR " if is_any else " AND ").join(f"({self._term(term)})" for term in terms)
        out = " OR ".join(f"({self._term(term)})" for term in unwanted)
        return f"({asked}) NOT ({out})" if out else asked

    def newest(
        self, db: Connection, searches: Sequence[Iterable[QueryTerm]], most: int
    ) -> list[list[int]]:
        """For each search, at most ``most`` of the newest releases that match all of its terms."""
        one = (
            "SELECT {n} AS search, group_concat(number) FROM (SELECT rowid AS number FROM search"
            " WHERE search MATCH :terms{n} ORDER BY rowid DESC LIMIT :most)"
        )
        return newest_of_each(db, one, [self.expression(terms) for terms in searches], most)

    def lacking(
        self, db: Connection, unwanted: str, among: IndexScope, page: ResultPage
    ) -> list[int]:
        """One page of the releases that do not match an expression, newest first.

        Both lists are sorted and merged step by step; NOT IN would first collect all matches.
        """
        number: ColumnElement[int] = literal_column("releases.number", BigInteger)
        others = select(_KEY).select_from(text("search")).where(_MATCHES)
        if among.last:
            others = others.where(_KEY.between(among.first, among.last))
        chosen = select(number).select_from(text(self.releases)).where(*among.conditions)
        left = chosen.except_(others).order_by(literal_column("1").desc())
        return list(db.scalars(page_of_numbers(left, page), {"asked": unwanted}))

    def found(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """One page of the matching releases, newest first."""
        return list(
            db.scalars(page_of_numbers(self._chosen(_KEY, among=among), page), {"asked": asked})
        )

    def best(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """One page of the matching releases, best first by Okapi BM25, which FTS5
        returns negated.
        """
        weights = (HEADLINE_WEIGHT, 1.0, HEADLINE_WEIGHT, 1.0)
        fitness: ColumnElement[float] = func.bm25(literal_column("search"), *weights)
        columns = (_KEY.label("number"), fitness.label("fitness"))
        newest = self._chosen(*columns, among=among).limit(BEST_AMONG).subquery()
        number: ColumnElement[int] = newest.c.number
        weighed = select(number).order_by(newest.c.fitness, number.desc())
        return list(db.scalars(page_of_numbers(weighed, page), {"asked": asked}))

    def _chosen(self, *columns: ColumnElement[Any], among: IndexScope) -> Select[Any]:
        """A query that walks the index from its end and stops when it has enough."""
        both = text(f"search CROSS JOIN {self.releases}")
        joined = text("search.rowid = releases.number")
        chosen = select(*columns).select_from(both).where(joined, _MATCHES, *among.conditions)
        if among.last:
            chosen = chosen.where(_KEY.between(among.first, among.last))
        return chosen.order_by(_KEY.desc())

    def _term(self, term: QueryTerm) -> str:
        columns = self._columns(term)
        quoted = [f'"{token}"' for token in term.tokens]
        if term.kind == "roots":
            return " AND ".join(f"{columns} : {token}" for token in quoted)
        if term.kind == "phrase":
            return f"{columns} : {' + '.join(quoted)}"
        *before, _ = quoted
        return " OR ".join(
            f"{columns} : {' + '.join([*before, end])}" for end in _beginnings(term.tokens[-1])
        )

    def _columns(self, term: QueryTerm) -> str:
        if term.field in _FIELDS:
            return f"{{{term.field}}}"
        suffix = "roots" if term.kind == "roots" else "words"
        return f"{{head_{suffix}}}" if term.field else f"{{head_{suffix} body_{suffix}}}"


def _beginnings(token: str) -> list[str]:
    """The FTS5 expressions for a prefix.

    FTS5 has indexes for prefixes of two to four letters; for a single letter it would first collect
    all positions of all its words. That letter followed by any second one finds the same words.
    """
    if len(token) > 1:
        return [f'"{token}" *']
    return [f'"{token}"', *(f'"{token}{letter}" *' for letter in _ALPHABET)]
