"""Lists and searches the releases of an archive."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Engine, RowMapping, select

from bnews_desk.archive.repository.archive_tables import RELEASES
from bnews_desk.archive.repository.archive_values import (
    FIRST_PAGE,
    Order,
    ReleaseFilter,
    ReleaseSummary,
    ResultPage,
    SearchHit,
)
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.repository.release_rows import summary_of
from bnews_desk.archive.repository.release_storage import ReleaseStorage
from bnews_desk.archive.search.index_rebuild import IndexRebuild
from bnews_desk.archive.search.pending_index import PendingIndex
from bnews_desk.archive.search.search_excerpts import ExcerptMarker
from bnews_desk.archive.search.search_query import SearchQuery
from bnews_desk.archive.search.search_statements import numbers_found, numbers_listed
from bnews_desk.archive.search.word_index import WordIndex
from bnews_desk.errors import DeskError
from bnews_desk.release_json import release_from_json

_KEYS_AT_ONCE = 500
"""Keys in one query: databases accept only some thousands."""
_COLUMNS = [RELEASES.c[name] for name in ReleaseSummary._fields]


class ReleaseSearch(IndexRebuild, PendingIndex):
    """The part of an ``Archive`` that lists and searches releases."""

    _engine: Engine

    def __init__(self, engine: Engine, index: WordIndex, filing: ReleaseStorage) -> None:
        self._engine = engine
        self._index = index
        self.filing = filing
        """Writes rows; used for moving whole archives."""

    def search(
        self, query: SearchQuery, order: Order = "newest", page: ResultPage = FIRST_PAGE
    ) -> list[SearchHit]:
        """The releases outside the bin that match a query, each with its matches marked.

        Newest: the most recently received first. Best: by the database's own rank, then as newest;
        only the newest ``BEST_AMONG`` matches are ranked.
        """
        with self.indexed_connection() as db:
            numbers = numbers_found(db, self._index, query, order, page)
            wanted = select(RELEASES.c.number, *_COLUMNS, RELEASES.c.content)
            rows = db.execute(wanted.where(RELEASES.c.number.in_(numbers))).mappings()
            of_number = {row["number"]: row for row in rows}
        marker = ExcerptMarker(query.wanted)
        return [_hit(of_number[number], marker) for number in numbers]

    def tidy_index(self) -> None:
        """Merge recent index entries into their fastest place."""
        with write_transaction(self._engine) as db:
            self._index.tidy(db)

    def summaries(self, keys: Collection[str]) -> Mapping[str, ReleaseSummary]:
        """Those of ``keys`` that the archive has, including those in the bin, as list entries."""
        wanted, found = sorted(keys), {}
        with read_transaction(self._engine) as db:
            for first in range(0, len(wanted), _KEYS_AT_ONCE):
                some = wanted[first : first + _KEYS_AT_ONCE]
                rows = db.execute(select(*_COLUMNS).where(RELEASES.c.key.in_(some))).mappings()
                found.update({row["key"]: summary_of(row) for row in rows})
        return found

    def _summaries(
        self, db: Connection, wanted: ReleaseFilter, page: ResultPage
    ) -> list[ReleaseSummary]:
        numbers = list(db.scalars(numbers_listed(self._index, wanted, page)))
        rows = select(*_COLUMNS).where(RELEASES.c.number.in_(numbers))
        chosen = rows.order_by(RELEASES.c.number.desc())
        return [summary_of(row) for row in db.execute(chosen).mappings()]


def _hit(row: RowMapping, marker: ExcerptMarker) -> SearchHit:
    try:
        release = release_from_json(bytes(row["content"]))
    except DeskError:
        return SearchHit(summary_of(row))
    return SearchHit(summary_of(row), marker.headline(release), marker.excerpt(release))
