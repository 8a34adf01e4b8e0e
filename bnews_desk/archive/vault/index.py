"""The index of words in each database; which one asks makes no difference to the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import Connection, TextClause, text

from bnews_desk.archive.vault.query import Term
from bnews_desk.archive.vault.tokens import Document

_MARKS = {"place": "=p", "source": "=s", "editor": "=e", "root": "=r"}
"""What sets lexemes of one kind apart from words in PostgreSQL's one vector: ``=rrencana``; no word
begins so, however little of it is asked for."""
HEADLINE_WEIGHT = 4.0
"""How much more a word in the headline counts when the best is asked for first."""


class Index(Protocol):
    """Tokens go in as they are and come out as they are: nothing is folded or stemmed here."""

    def put(self, db: Connection, number: int, document: Document) -> None:
        """Index a release anew."""

    def drop(self, db: Connection, numbers: Iterable[int]) -> None:
        """Forget releases."""

    def clear(self, db: Connection) -> None:
        """Forget everything."""

    def numbers(self, db: Connection) -> set[int]:
        """The releases that are indexed."""

    def expression(self, terms: Iterable[Term], *, is_any: bool) -> str:
        """What asks the database for releases that have all of the terms, or any of them."""

    def newest(
        self, db: Connection, searches: Sequence[Iterable[Term]], most: int
    ) -> list[list[int]]:
        """For each search the newest releases that have all of its terms, at most so many."""

    key: str
    """The column of ``search`` that is a release's number."""

    def matching(self, name: str) -> TextClause:
        """The condition on rows of ``search`` for the expression bound to ``name``."""

    def fitness(self, name: str) -> TextClause:
        """What orders those rows, the best first."""


class SqliteIndex:
    """FTS5: a column for each kind of token."""

    key = "search.rowid"

    def put(self, db: Connection, number: int, document: Document) -> None:
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

    def numbers(self, db: Connection) -> set[int]:
        """The releases that are indexed."""
        return set(db.scalars(text("SELECT rowid FROM search")))

    def newest(
        self, db: Connection, searches: Sequence[Iterable[Term]], most: int
    ) -> list[list[int]]:
        """For each search the newest releases that have all of its terms, at most so many."""
        one = (
            "SELECT {n} AS search, group_concat(number) FROM (SELECT rowid AS number FROM search"
            " WHERE search MATCH :terms{n} ORDER BY rowid DESC LIMIT :most)"
        )
        return _newest(db, one, [self.expression(terms, is_any=False) for terms in searches], most)

    def expression(self, terms: Iterable[Term], *, is_any: bool) -> str:
        """The terms in FTS5's language, every token a quoted string."""
        return (" OR " if is_any else " AND ").join(f"({self._term(term)})" for term in terms)

    def matching(self, name: str) -> TextClause:
        """The condition on rows of ``search``."""
        return text(f"search MATCH :{name}")

    def fitness(self, name: str) -> TextClause:
        """Okapi BM25, in FTS5 a number that falls with fitness."""
        return text(f"bm25(search, {HEADLINE_WEIGHT}, 1.0, {HEADLINE_WEIGHT}, 1.0)")

    def _term(self, term: Term) -> str:
        columns = self._columns(term)
        if term.kind == "roots":
            return " AND ".join(f'{columns} : "{token}"' for token in term.tokens)
        phrase = " + ".join(f'"{token}"' for token in term.tokens)
        return f"{columns} : {phrase}{' *' if term.kind == 'prefix' else ''}"

    def _columns(self, term: Term) -> str:
        if term.field in _MARKS:
            return f"{{{term.field}}}"
        suffix = "roots" if term.kind == "roots" else "words"
        return f"{{head_{suffix}}}" if term.field else f"{{head_{suffix} body_{suffix}}}"


class PostgresqlIndex:
    """One ``tsvector`` a release, in the form that ``simple`` gives, put together by us.

    Its own parser would read hyphens, dots and numbers its own way. Of a word that stands more
    than 255 times in one release it keeps the first 255 places for phrases.
    """

    key = "search.release"

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
        return _newest(db, one, [self.expression(terms, is_any=False) for terms in searches], most)

    def expression(self, terms: Iterable[Term], *, is_any: bool) -> str:
        """The terms as a ``tsquery``, every token a quoted lexeme."""
        return (" | " if is_any else " & ").join(f"({self._term(term)})" for term in terms)

    def matching(self, name: str) -> TextClause:
        """The condition on rows of ``search``."""
        return text(f"search.vector @@ CAST(:{name} AS tsquery)")

    def fitness(self, name: str) -> TextClause:
        """PostgreSQL's own rank, over the length of the text."""
        weights = f"'{{0.25, 0.25, 0.25, {0.25 * HEADLINE_WEIGHT}}}'"
        return text(f"ts_rank({weights}, search.vector, CAST(:{name} AS tsquery), 1) DESC")

    def _term(self, term: Term) -> str:
        kind = "root" if term.kind == "roots" and term.field not in _MARKS else term.field
        mark = _MARKS.get(kind, "")
        weight = "A" if term.field == "headline" else ""
        lexemes = [f"'{mark}{token}'" for token in term.tokens]
        labels = [weight] * len(lexemes)
        if term.kind == "prefix":
            labels[-1] = f"*{weight}"
        labelled = zip(lexemes, labels, strict=True)
        asked = [f"{lexeme}:{label}" if label else lexeme for lexeme, label in labelled]
        return (" & " if term.kind == "roots" else " <-> ").join(asked)


def _newest(db: Connection, one: str, asked: Sequence[str], most: int) -> list[list[int]]:
    """The answers to all that is asked, in one question to the database."""
    if not asked:
        return []
    wanted = text(" UNION ALL ".join(one.format(n=n) for n in range(len(asked))))
    bound = {f"terms{n}": terms for n, terms in enumerate(asked)}
    rows = db.execute(wanted, {**bound, "most": most}).all()
    answers: dict[int, str | None] = {row[0]: row[1] for row in rows}
    joined = (answers[n] or "" for n in range(len(asked)))
    return [[int(number) for number in one.split(",")] if one else [] for one in joined]


def _vector(document: Document) -> str:
    """A document as PostgreSQL writes a vector; headline and body are a word apart."""
    parts = [f"'{token}':{at}A" for at, token in enumerate(document.head_words, 1)]
    behind = len(document.head_words) + 2
    parts += [f"'{token}':{at}" for at, token in enumerate(document.body_words, behind)]
    parts += [f"'{_MARKS['root']}{token}':1A" for token in document.head_roots]
    parts += [f"'{_MARKS['root']}{token}':2" for token in document.body_roots]
    for name in ("place", "source", "editor"):
        tokens: tuple[str, ...] = getattr(document, name)
        parts += [f"'{_MARKS[name]}{token}':{at}" for at, token in enumerate(tokens, 1)]
    return " ".join(parts)


def index_of(dialect: str) -> Index:
    """The index of a database by SQLAlchemy's name for it."""
    return SqliteIndex() if dialect == "sqlite" else PostgresqlIndex()
