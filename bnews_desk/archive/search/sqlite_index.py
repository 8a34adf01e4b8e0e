"""The index of words in SQLite: FTS5."""

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
"""What tokens are made of."""
_KEY: ColumnElement[int] = literal_column("search.rowid", BigInteger)
_MATCHES = text("search MATCH :asked")


class SqliteIndex:
    """FTS5: a column for each kind of token."""

    releases = "releases INDEXED BY releases_in_brief"

    def put(self, db: Connection, number: int, document: IndexedDocument) -> None:
        """Index a release anew."""
        self.drop(db, (number,))
        values = {name: " ".join(tokens) for name, tokens in document._asdict().items()}
        columns = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        insert = f"INSERT INTO search (rowid, {columns}) VALUES (:number, {places})"  # noqa: S608
        db.execute(text(insert), {"number": number, **values})

    def drop(self, db: Connection, numbers: Iterable[int]) -> None:
        """Forget releases."""
        for number in numbers:
            db.execute(text("DELETE FROM search WHERE rowid = :number"), {"number": number})

    def clear(self, db: Connection) -> None:
        """Forget everything."""
        db.execute(text("DELETE FROM search"))

    def tidy(self, db: Connection) -> None:
        """Nothing: FTS5 does so with every release."""

    def numbers(self, db: Connection) -> set[int]:
        """The releases that are indexed."""
        return set(db.scalars(text("SELECT rowid FROM search")))

    def expression(
        self,
        terms: Iterable[QueryTerm],
        unwanted: Iterable[QueryTerm] = (),
        *,
        is_any: bool = False,
    ) -> str:
        """The terms in FTS5's language, every token a quoted string."""
        asked = (" OR " if is_any else " AND ").join(f"({self._term(term)})" for term in terms)
        out = " OR ".join(f"({self._term(term)})" for term in unwanted)
        return f"({asked}) NOT ({out})" if out else asked

    def newest(
        self, db: Connection, searches: Sequence[Iterable[QueryTerm]], most: int
    ) -> list[list[int]]:
        """For each search the newest releases that have all of its terms, at most so many."""
        one = (
            "SELECT {n} AS search, group_concat(number) FROM (SELECT rowid AS number FROM search"
            " WHERE search MATCH :terms{n} ORDER BY rowid DESC LIMIT :most)"
        )
        return newest_of_each(db, one, [self.expression(terms) for terms in searches], most)

    def lacking(
        self, db: Connection, unwanted: str, among: IndexScope, page: ResultPage
    ) -> list[int]:
        """One page of the releases that an expression does not ask for, newest first.

        Both lie in order and are gone through side by side; for NOT IN all that are asked for
        would be gathered first.
        """
        number: ColumnElement[int] = literal_column("releases.number", BigInteger)
        others = select(_KEY).select_from(text("search")).where(_MATCHES)
        if among.last:
            others = others.where(_KEY.between(among.first, among.last))
        chosen = select(number).select_from(text(self.releases)).where(*among.conditions)
        left = chosen.except_(others).order_by(literal_column("1").desc())
        return list(db.scalars(page_of_numbers(left, page), {"asked": unwanted}))

    def found(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """One page of the releases that are asked for, newest first."""
        return list(
            db.scalars(page_of_numbers(self._chosen(_KEY, among=among), page), {"asked": asked})
        )

    def best(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """The same, the best first by Okapi BM25, in FTS5 a number that falls with fitness."""
        weights = (HEADLINE_WEIGHT, 1.0, HEADLINE_WEIGHT, 1.0)
        fitness: ColumnElement[float] = func.bm25(literal_column("search"), *weights)
        columns = (_KEY.label("number"), fitness.label("fitness"))
        newest = self._chosen(*columns, among=among).limit(BEST_AMONG).subquery()
        number: ColumnElement[int] = newest.c.number
        weighed = select(number).order_by(newest.c.fitness, number.desc())
        return list(db.scalars(page_of_numbers(weighed, page), {"asked": asked}))

    def _chosen(self, *columns: ColumnElement[Any], among: IndexScope) -> Select[Any]:
        """Walks the index of words from its end and stops where enough is found."""
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
    """What finds the words that begin so.

    FTS5 keeps the beginnings of two to four letters in indexes that it walks; for a single letter
    it would gather all the places of all its words first. That letter and any other behind it are
    the same words.
    """
    if len(token) > 1:
        return [f'"{token}" *']
    return [f'"{token}"', *(f'"{token}{letter}" *' for letter in _ALPHABET)]
