"""SQL statements that select the numbers of listed or found releases.

Rows of releases are wide. The wanted numbers are read from an index over number, bin, status and
day; the rows of one page are fetched afterwards.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Text,
    func,
    literal_column,
    select,
    text,
)

from bnews_desk.archive.repository.archive_values import (
    EVERYTHING,
    Order,
    ReleaseFilter,
    ResultPage,
)
from bnews_desk.archive.search.search_query import SearchQuery
from bnews_desk.archive.search.word_index import IndexScope, WordIndex, page_of_numbers


def numbers_listed(index: WordIndex, wanted: ReleaseFilter, page: ResultPage) -> Select[Any]:
    """The numbers of the releases that a filter admits, the most recently received first."""
    number = _column("releases.number")
    chosen = select(number).select_from(text(index.releases)).where(*_conditions(wanted))
    return page_of_numbers(chosen.order_by(number.desc()), page)


def counted(index: WordIndex) -> Select[Any]:
    """The number of releases outside the bin by status."""
    status: ColumnElement[Any] = literal_column("releases.status", Text)
    columns: list[ColumnElement[Any]] = [status, func.count()]
    chosen = select(*columns).select_from(text(index.releases))
    return chosen.where(*_conditions(EVERYTHING)).group_by(status)


def numbers_found(
    db: Connection, index: WordIndex, query: SearchQuery, order: Order, page: ResultPage
) -> list[int]:
    """The numbers of the releases on one page of a search, in order."""
    if not query.wanted and not query.unwanted:
        return list(db.scalars(numbers_listed(index, query.filter, page)))
    among = _among(db, index, query.filter)
    if among is None:
        return []
    if not query.wanted:
        return index.lacking(db, index.expression(query.unwanted, is_any=True), among, page)
    look = index.best if order == "best" else index.found
    return look(db, index.expression(query.wanted, query.unwanted), among, page)


def _among(db: Connection, index: WordIndex, wanted: ReleaseFilter) -> IndexScope | None:
    """The releases that a filter admits, None where it admits none.

    Words are searched only between the first and the last of them: the releases of one month have
    neighbouring numbers, and a rare status would otherwise be combined with all matches of a
    frequent word.
    """
    conditions = _conditions(wanted)
    if wanted == EVERYTHING:
        return IndexScope(conditions)
    number = _column("releases.number")
    chosen = select(number).select_from(text(index.releases)).where(*conditions).limit(1)
    last = db.scalar(chosen.order_by(number.desc()))
    if last is None:
        return None
    return IndexScope(conditions, db.scalars(chosen.order_by(number)).one(), last)


def _conditions(wanted: ReleaseFilter) -> list[ColumnElement[bool]]:
    deleted, status, day = (
        literal_column(f"releases.{name}", Text) for name in ("deleted", "status", "day")
    )
    conditions: list[ColumnElement[bool]] = [
        deleted.is_not(None) if wanted.in_bin else deleted.is_(None)
    ]
    if wanted.statuses is not None:
        conditions.append(status.in_(sorted(wanted.statuses)))
    if wanted.since:
        conditions.append(day >= wanted.since)
    if wanted.until:
        conditions.append(day <= wanted.until)
    return conditions


def _column(name: str) -> ColumnElement[Any]:
    return literal_column(name, BigInteger)
