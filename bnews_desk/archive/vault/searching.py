"""Lists and searches of an archive."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    literal_column,
    select,
    table,
    text,
)

from bnews_desk.archive.journal_format import release_of
from bnews_desk.archive.vault.engines import reading, writing
from bnews_desk.archive.vault.excerpts import Marker
from bnews_desk.archive.vault.facts import ANALYSER, fact, note
from bnews_desk.archive.vault.filing import Filing
from bnews_desk.archive.vault.index import Index
from bnews_desk.archive.vault.query import Query
from bnews_desk.archive.vault.rows import summary_of
from bnews_desk.archive.vault.tables import RELEASES
from bnews_desk.archive.vault.values import FIRST_PAGE, Filter, Hit, Order, Page, Summary
from bnews_desk.errors import DeskError
from bnews_desk.lexicon.affixes.analyser import VERSION

_Row = TypeVar("_Row", bound=Any)
_AT_ONCE = 200
"""Releases that are indexed in one transaction, so that nobody waits long for his own."""
_KEYS_AT_ONCE = 500
"""Keys that are asked for in one question: databases take no more than some thousands."""
_SEARCH = table("search")
_COLUMNS = [RELEASES.c[name] for name in Summary._fields]
_INDEXED = [RELEASES.c[name] for name in ("number", "place", "source", "editor", "content")]


class Searching:
    """The half of an :class:`~bnews_desk.archive.vault.protocol.Archive` that finds again."""

    _engine: Engine

    def __init__(self, engine: Engine, index: Index, filing: Filing) -> None:
        self._engine = engine
        self._index = index
        self.filing = filing
        """Writes rows, for what moves whole archives."""

    def search(self, query: Query, order: Order = "newest", page: Page = FIRST_PAGE) -> list[Hit]:
        """The releases outside the bin that a query asks for, each with its marked words.

        Newest: the last that came in first. Best: by the database's own measure of fitness,
        then as newest.
        """
        with reading(self._engine) as db:
            numbers = list(db.scalars(self._asked(query, order, page)))
            wanted = select(RELEASES.c.number, *_COLUMNS, RELEASES.c.content)
            rows = db.execute(wanted.where(RELEASES.c.number.in_(numbers))).mappings()
            of_number = {row["number"]: row for row in rows}
        marker = Marker(query.wanted)
        return [_hit(of_number[number], marker) for number in numbers]

    def summaries(self, keys: Collection[str]) -> Mapping[str, Summary]:
        """Those of ``keys`` that the archive has, in the bin or not, as a list shows them."""
        wanted, found = sorted(keys), {}
        with reading(self._engine) as db:
            for first in range(0, len(wanted), _KEYS_AT_ONCE):
                some = wanted[first : first + _KEYS_AT_ONCE]
                rows = db.execute(select(*_COLUMNS).where(RELEASES.c.key.in_(some))).mappings()
                found.update({row["key"]: summary_of(row) for row in rows})
        return found

    def is_index_current(self) -> bool:
        """Whether the index was made with the roots that the analyser finds today."""
        with reading(self._engine) as db:
            return fact(db, ANALYSER) == str(VERSION)

    def rebuild_index(self) -> None:
        """Index every release anew, some at a time, so that others may write meanwhile."""
        last = 0
        while True:
            with writing(self._engine) as db:
                wanted = select(*_INDEXED).order_by(RELEASES.c.number)
                wanted = wanted.where(RELEASES.c.number > last).limit(_AT_ONCE)
                rows = [row._asdict() for row in db.execute(wanted)]
                for row in rows:
                    self.index_row(db, row)
                if not rows:
                    self._drop_strangers(db)
                    note_analyser(db)
                    return
            last = rows[-1]["number"]

    def index_row(self, db: Connection, row: Mapping[str, Any]) -> None:
        """Index a release anew from its row; one that cannot be read is not indexed."""
        try:
            release = release_of(bytes(row["content"]))
        except DeskError:  # told by ``faults``; it must not keep the others from being found
            self._index.drop(db, (row["number"],))
        else:
            self.filing.index(db, row["number"], release, row)

    def not_indexed(self, db: Connection) -> Iterator[dict[str, Any]]:
        """The rows, for :meth:`index_row`, of releases that can be read and no search finds."""
        lost = set(db.scalars(select(RELEASES.c.number))) - self._index.numbers(db)
        for number in sorted(lost):
            row = db.execute(select(*_INDEXED).where(RELEASES.c.number == number)).one()._asdict()
            with contextlib.suppress(DeskError):
                release_of(bytes(row["content"]))
                yield row

    def _drop_strangers(self, db: Connection) -> None:
        self._index.drop(db, self._index.numbers(db) - set(db.scalars(select(RELEASES.c.number))))

    def _summaries(self, db: Connection, wanted: Filter, page: Page) -> list[Summary]:
        chosen = select(*_COLUMNS).where(*_within(wanted)).order_by(RELEASES.c.number.desc())
        return [summary_of(row) for row in db.execute(_paged(chosen, page)).mappings()]

    def _asked(self, query: Query, order: Order, page: Page) -> Select[tuple[int]]:
        """The numbers of the releases of a page, in order: contents are fetched for them alone."""
        index, bound = self._index, {}
        chosen = select(RELEASES.c.number).where(*_within(query.filter))
        if query.wanted:
            bound["wanted"] = index.expression(query.wanted, is_any=False)
            both = RELEASES.join(_SEARCH, text(f"{index.key} = releases.number"))
            chosen = chosen.select_from(both).where(index.matching("wanted"))
        if query.unwanted:
            bound["unwanted"] = index.expression(query.unwanted, is_any=True)
            column = literal_column(index.key, BigInteger)
            others = select(column).select_from(_SEARCH).where(index.matching("unwanted"))
            chosen = chosen.where(RELEASES.c.number.not_in(others.correlate(None)))
        if query.wanted and order == "best":
            chosen = chosen.order_by(index.fitness("wanted"))
        last = literal_column(index.key) if query.wanted else RELEASES.c.number
        return _paged(chosen.order_by(last.desc()), page).params(**bound)


def _within(wanted: Filter) -> list[ColumnElement[bool]]:
    columns = RELEASES.c
    conditions: list[ColumnElement[bool]] = [
        columns.deleted.is_not(None) if wanted.in_bin else columns.deleted.is_(None)
    ]
    if wanted.statuses is not None:
        conditions.append(columns.status.in_(sorted(wanted.statuses)))
    if wanted.since:
        conditions.append(columns.day >= wanted.since)
    if wanted.until:
        conditions.append(columns.day <= wanted.until)
    return conditions


def _paged(chosen: Select[_Row], page: Page) -> Select[_Row]:
    return chosen.limit(max(0, page.limit)).offset(max(0, page.offset))


def _hit(row: RowMapping, marker: Marker) -> Hit:
    try:
        release = release_of(bytes(row["content"]))
    except DeskError:
        return Hit(summary_of(row))
    return Hit(summary_of(row), marker.headline(release), marker.excerpt(release))


def note_analyser(db: Connection) -> None:
    """Remember which analyser's roots the index holds."""
    note(db, ANALYSER, str(VERSION))
