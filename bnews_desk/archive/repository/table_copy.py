"""Reads, compares and copies the rows of one table in two databases, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    Row,
    Select,
    Table,
    and_,
    delete,
    func,
    insert,
    literal,
    select,
    tuple_,
    update,
)

from bnews_desk.archive.repository.archive_metadata import ABOUT_A_MOVE
from bnews_desk.archive.repository.archive_tables import META, RELEASES

ROWS_AT_ONCE = 500
NARROW_ROWS_AT_ONCE = 10_000
"""Rows held at once of a table without binary columns."""
BYTES_AT_ONCE = 8_000_000
"""Memory limit for one side: a batch ends at a number of rows or at this many bytes, and has at
least one row.
"""

Key = tuple[Any, ...]
Values = tuple[Any, ...]


class RowDifference(NamedTuple):
    """A row that differs between the two sides, or is missing on one."""

    table: str
    key: Key
    what: str

    @property
    def name(self) -> str:
        """The row's key as one word."""
        return "/".join(map(str, self.key))


class TableRows:
    """One table, whose rows are identified by their primary key or by their unique columns."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._primary = list(table.primary_key)
        own = [RELEASES.c.key] if table is RELEASES else []
        self._known_by = [*self._primary, *own]
        names = list(table.c.keys())
        self._places = [names.index(column.name) for column in self._known_by]
        # both databases sort numbers alike; for texts each server has its own collation
        self._has_order = all(isinstance(c.type, Integer) for c in self._primary)
        self._sizes = [func.length(c) for c in table.c if isinstance(c.type, LargeBinary)]
        self._is_plain = not any(isinstance(c.type, JSON) for c in table.c)

    def count(self, db: Connection) -> int:
        """The number of rows."""
        return db.scalar(self._select(func.count())) or 0

    def batches(self, db: Connection) -> Iterator[list[Key]]:
        """The keys of all rows in batches that may be held in memory with their bytes."""
        most = ROWS_AT_ONCE if self._sizes or not self._has_order else NARROW_ROWS_AT_ONCE
        batch: list[Key] = []
        size = 0
        for row in self._sized_keys(db):
            if batch and (len(batch) == most or size + row[-1] > BYTES_AT_ONCE):
                yield batch
                batch, size = [], 0
            batch.append(tuple(row[:-1]))
            size += row[-1]
        if batch:
            yield batch

    def _sized_keys(self, db: Connection) -> Iterator[Row[Any]]:
        """Every row's key with the number of its bytes; page by page where there is a common order.

        A server-side cursor would not survive the server being killed.
        """
        wanted = self._select(*self._known_by, sum(self._sizes, literal(0)))
        if not self._has_order:
            yield from db.execute(wanted)
            return
        ordered = wanted.order_by(*self._primary).limit(NARROW_ROWS_AT_ONCE)
        page = db.execute(ordered).all()
        while page:
            yield from page
            last = [literal(value) for value in page[-1][: len(self._primary)]]
            page = db.execute(ordered.where(tuple_(*self._primary) > tuple_(*last))).all()

    def fetch(self, db: Connection, keys: Sequence[Key]) -> dict[Key, Values]:
        """The existing rows of a batch of keys, whole."""
        places, asked = self._places, set(keys)
        found: dict[Key, Values] = {}
        for row in db.execute(self._select(*self.table.c).where(self._among(keys))):
            key = tuple([row[at] for at in places])
            if key in asked:
                found[key] = tuple(row)
        return found

    def only_in(self, one: Connection, other: Connection) -> Iterator[Key]:
        """The keys of rows that ``one`` has and ``other`` has not."""
        for keys in self.batches(one):
            wanted = self._select(*self._known_by).where(self._among(keys))
            known = {tuple(row) for row in other.execute(wanted)}
            yield from (key for key in keys if key not in known)

    def differences(
        self, keys: Sequence[Key], source: Connection, target: Connection
    ) -> Iterator[RowDifference]:
        """The differences between source and target in a batch of the source's keys."""
        wanted, found = self.fetch(source, keys), self.fetch(target, keys)
        for key in keys:
            if key not in found:
                yield RowDifference(self.table.name, key, "tidak ada")
            elif found[key] != wanted[key]:
                yield RowDifference(self.table.name, key, "isinya lain")

    def insert(self, db: Connection, rows: Sequence[Values]) -> None:
        """Insert new rows into a PostgreSQL database, those without special columns in bulk."""
        if not rows:
            return
        if not self._is_plain:
            db.execute(insert(self.table), [self.named(row) for row in rows])
            return
        names = [column.name for column in self.table.c]
        columns = ", ".join(f'"{name}"' for name in names)
        driver = db.connection.driver_connection
        assert driver is not None  # noqa: S101 - a connection in use has one
        with driver.cursor().copy(f'COPY "{self.table.name}" ({columns}) FROM STDIN') as bulk:
            for row in rows:
                bulk.write_row(row)

    def update(self, db: Connection, row: Values) -> None:
        """Update an existing row."""
        key = [tuple(row[at] for at in self._places)]
        db.execute(update(self.table).where(self._among(key)).values(self.named(row)))

    def delete(self, db: Connection, keys: Sequence[Key]) -> None:
        """Delete rows."""
        for key in keys:
            db.execute(delete(self.table).where(self._among([key])))

    def named(self, row: Values) -> dict[str, Any]:
        """A row's values by column name."""
        return dict(zip(self.table.c.keys(), row, strict=True))

    def _among(self, keys: Sequence[Key]) -> ColumnElement[bool]:
        """The condition for the rows of a batch, or for all between its first and its last."""
        primary = [key[: len(self._primary)] for key in keys]
        if len(self._primary) == 1:
            column = self._primary[0]
            if self._has_order:
                return column.between(primary[0][0], primary[-1][0])
            return column.in_([key[0] for key in primary])
        if self._has_order:
            row = tuple_(*self._primary)
            return and_(row >= tuple_(*primary[0]), row <= tuple_(*primary[-1]))
        return tuple_(*self._primary).in_(primary)

    def _select(self, *columns: ColumnElement[Any]) -> Select[Any]:
        chosen = select(*columns).select_from(self.table)
        if self.table is META:
            return chosen.where(META.c.name.not_in(ABOUT_A_MOVE))
        return chosen
