"""The index of words in PostgreSQL: a vector a release."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    TextClause,
    literal_column,
    select,
    text,
)

from bnews_desk.archive.vault.index import BEST_AMONG, HEADLINE_WEIGHT, Conditions, newest_of_each
from bnews_desk.archive.vault.query import Term
from bnews_desk.archive.vault.tokens import Document
from bnews_desk.archive.vault.values import Page

_MARKS = {
    ("place", False): "=p",
    ("source", False): "=s",
    ("editor", False): "=e",
    ("headline", False): "=h",
    ("headline", True): "=t",
    ("", True): "=r",
}
"""By field, and whether it is of roots, what sets lexemes apart from words in the one vector:
``=rrencana``; no word begins so, however little of it is asked for."""
_KEY: ColumnElement[int] = literal_column("search.release", BigInteger)
_GLANCE = 400
"""The newest releases that are looked at before it is decided how to look further."""
_LOOK_COST = 6.0
"""How much longer it takes to look at one vector than to take one release from the index."""
_MARGIN = 1.5
"""How many more are looked at than should be needed."""
_WITHOUT_TABLE = text("SET LOCAL enable_seqscan = off")
_LAST_WITHOUT_TABLE = text(
    "SELECT last FROM (SELECT max(release) AS last FROM search) AS newest,"
    " set_config('enable_seqscan', 'off', true)"
)
"""Both in one question, for each takes as long as the way to the server and back."""
_ALL_FOUND = (
    "WITH found AS MATERIALIZED"
    " (SELECT release FROM search WHERE vector @@ CAST(:asked AS tsquery))"
    " SELECT release FROM found"
)


class PostgresqlIndex:
    """One ``tsvector`` a release, in the form that ``simple`` gives, put together by us.

    Its own parser would read hyphens, dots and numbers its own way. Of a word that stands more
    than 255 times in one release it keeps the first 255 places for phrases.
    """

    key = "search.release"
    releases = "releases"

    def put(self, db: Connection, number: int, document: Document) -> None:
        """Index a release anew."""
        db.execute(
            text(
                "INSERT INTO search VALUES (:number, CAST(:vector AS tsvector))"
                " ON CONFLICT (release) DO UPDATE SET vector = excluded.vector"
            ),
            {"number": number, "vector": _vector(document)},
        )

    def drop(self, db: Connection, numbers: Iterable[int]) -> None:
        """Forget releases."""
        for number in numbers:
            db.execute(text("DELETE FROM search WHERE release = :number"), {"number": number})

    def clear(self, db: Connection) -> None:
        """Forget everything."""
        db.execute(text("DELETE FROM search"))

    def numbers(self, db: Connection) -> set[int]:
        """The releases that are indexed."""
        return set(db.scalars(text("SELECT release FROM search")))

    def expression(
        self, terms: Iterable[Term], unwanted: Iterable[Term] = (), *, is_any: bool = False
    ) -> str:
        """The terms as a ``tsquery``, every token a quoted lexeme."""
        asked = (" | " if is_any else " & ").join(f"({self._term(term)})" for term in terms)
        out = " | ".join(f"({self._term(term)})" for term in unwanted)
        return f"({asked}) & !({out})" if out else asked

    def prepare(self, db: Connection) -> None:
        """Read no whole table, for the planner does not know what it costs to fetch vectors.

        Of a word of all releases it would read them all, for ten times as long as the index takes.
        """
        db.execute(_WITHOUT_TABLE)

    def matching(self, name: str) -> TextClause:
        """The condition on rows of ``search``."""
        return text(f"search.vector @@ CAST(:{name} AS tsquery)")

    def newest(
        self, db: Connection, searches: Sequence[Iterable[Term]], most: int
    ) -> list[list[int]]:
        """For each search the newest releases that have all of its terms, at most so many.

        The planner does not know that to look into a vector is to fetch and unpack ten kilobytes:
        left alone it goes through the newest releases one by one.
        """
        db.exec_driver_sql("SET LOCAL enable_indexscan = off; SET LOCAL enable_seqscan = off")
        one = (
            "SELECT {n} AS search, string_agg(CAST(number AS text), ',') FROM (SELECT release AS"
            " number FROM search WHERE vector @@ CAST(:terms{n} AS tsquery) ORDER BY release DESC"
            " LIMIT :most) AS found{n}"
        )
        return newest_of_each(db, one, [self.expression(terms) for terms in searches], most)

    def found(self, db: Connection, asked: str, conditions: Conditions, page: Page) -> list[int]:
        """One page of the releases that are asked for, newest first."""
        first, limit = max(0, page.offset), max(0, page.limit)
        return self._walked(db, asked, conditions, first + limit)[first:]

    def best(self, db: Connection, asked: str, conditions: Conditions, page: Page) -> list[int]:
        """The same, the best first by PostgreSQL's own rank, over the length of the text."""
        newest = self._walked(db, asked, conditions, BEST_AMONG)
        weights = ", ".join(["0.25"] * 3 + [str(0.25 * HEADLINE_WEIGHT)])
        weighed = text(
            "SELECT release FROM search WHERE release = ANY(:newest) ORDER BY"  # noqa: S608
            f" ts_rank('{{{weights}}}', vector, CAST(:asked AS tsquery), 1) DESC, release DESC"
            " LIMIT :limit OFFSET :first"
        )
        first, limit = max(0, page.offset), max(0, page.limit)
        bound = {"newest": newest, "asked": asked, "limit": limit, "first": first}
        return list(db.scalars(weighed, bound))

    def _walked(self, db: Connection, asked: str, conditions: Conditions, limit: int) -> list[int]:
        """The newest so many that are asked for.

        What is in many releases is soon found by looking at one after the other, what is in few by
        the index of words. The database does not know which it is where a word is new or only a
        beginning is given, and may read all its vectors: some of the newest are looked at first.
        """
        chosen = _joined("search", conditions).where(self.matching("asked")).limit(limit)
        last = db.scalar(_LAST_WITHOUT_TABLE) or 0

        def behind(number: int) -> list[int]:
            return list(db.scalars(chosen.where(number < _KEY), {"asked": asked}))

        numbers = behind(last - _GLANCE)
        share = len(numbers) / _GLANCE
        if len(numbers) < limit and share * share * last > _LOOK_COST * limit:
            numbers = behind(last - int(_MARGIN * limit / share))
        if len(numbers) == limit or last <= _GLANCE:
            return numbers
        rare = _joined(f"({_ALL_FOUND}) AS search", conditions).limit(limit)
        return list(db.scalars(rare, {"asked": asked}))

    def _term(self, term: Term) -> str:
        mark = _MARKS.get((term.field, term.kind == "roots"), _MARKS.get((term.field, False), ""))
        lexemes = [f"'{mark}{token}'" for token in term.tokens]
        if term.kind == "prefix":
            lexemes[-1] += ":*"
        return (" & " if term.kind == "roots" else " <-> ").join(lexemes)


def _vector(document: Document) -> str:
    """A document as PostgreSQL writes a vector; headline and body are a word apart."""
    head = _MARKS["headline", False]
    parts = [f"'{token}':{at}A" for at, token in enumerate(document.head_words, 1)]
    parts += [f"'{head}{token}':{at}" for at, token in enumerate(document.head_words, 1)]
    behind = len(document.head_words) + 2
    parts += [f"'{token}':{at}" for at, token in enumerate(document.body_words, behind)]
    parts += [f"'{_MARKS['', True]}{token}':1A" for token in document.head_roots]
    parts += [f"'{_MARKS['headline', True]}{token}':1" for token in document.head_roots]
    parts += [f"'{_MARKS['', True]}{token}':2" for token in document.body_roots]
    for name in ("place", "source", "editor"):
        tokens: tuple[str, ...] = getattr(document, name)
        parts += [f"'{_MARKS[name, False]}{token}':{at}" for at, token in enumerate(tokens, 1)]
    return " ".join(parts)


def _joined(search: str, conditions: Conditions) -> Select[Any]:
    chosen = select(_KEY).order_by(_KEY.desc())
    if conditions:
        search = f"{search} JOIN releases ON releases.number = search.release"
    return chosen.select_from(text(search)).where(*conditions)
