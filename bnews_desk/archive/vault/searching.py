"""Lists and searches of an archive."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, select

from bnews_desk.archive.journal_format import release_of
from bnews_desk.archive.vault.engines import give_way, reading, writing
from bnews_desk.archive.vault.excerpts import Marker
from bnews_desk.archive.vault.facts import ANALYSER, fact, note
from bnews_desk.archive.vault.filing import Filing
from bnews_desk.archive.vault.finding import numbers_found, numbers_listed
from bnews_desk.archive.vault.index import LAYOUTS, Index
from bnews_desk.archive.vault.query import Query
from bnews_desk.archive.vault.rows import summary_of
from bnews_desk.archive.vault.settling import Settling
from bnews_desk.archive.vault.tables import RELEASES
from bnews_desk.archive.vault.values import FIRST_PAGE, Filter, Hit, Order, Page, Summary
from bnews_desk.errors import DeskError
from bnews_desk.lexicon.affixes.analyser import VERSION

_AT_ONCE = 200
"""Releases that are indexed in one transaction, so that nobody waits long for his own."""
_KEYS_AT_ONCE = 500
"""Keys that are asked for in one question: databases take no more than some thousands."""
_COLUMNS = [RELEASES.c[name] for name in Summary._fields]
_INDEXED = [RELEASES.c[name] for name in ("number", "place", "source", "editor", "content")]


class Searching(Settling):
    """The part of an :class:`~bnews_desk.archive.vault.protocol.Archive` that finds again."""

    _engine: Engine

    def __init__(self, engine: Engine, index: Index, filing: Filing) -> None:
        self._engine = engine
        self._index = index
        self.filing = filing
        """Writes rows, for what moves whole archives."""

    def search(self, query: Query, order: Order = "newest", page: Page = FIRST_PAGE) -> list[Hit]:
        """The releases outside the bin that a query asks for, each with its marked words.

        Newest: the last that came in first. Best: by the database's own measure of fitness, then
        as newest; weighed are the newest :data:`~bnews_desk.archive.vault.index.BEST_AMONG`.
        """
        with self.settled() as db:
            numbers = numbers_found(db, self._index, query, order, page)
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
            return fact(db, ANALYSER) == _index_version(db)

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
            give_way()

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
        numbers = list(db.scalars(numbers_listed(self._index, wanted, page)))
        rows = select(*_COLUMNS).where(RELEASES.c.number.in_(numbers))
        chosen = rows.order_by(RELEASES.c.number.desc())
        return [summary_of(row) for row in db.execute(chosen).mappings()]


def _hit(row: RowMapping, marker: Marker) -> Hit:
    try:
        release = release_of(bytes(row["content"]))
    except DeskError:
        return Hit(summary_of(row))
    return Hit(summary_of(row), marker.headline(release), marker.excerpt(release))


def note_analyser(db: Connection) -> None:
    """Remember which analyser's roots the index holds, and how it holds them."""
    note(db, ANALYSER, _index_version(db))


def _index_version(db: Connection) -> str:
    return f"{VERSION}{LAYOUTS[db.dialect.name]}"
