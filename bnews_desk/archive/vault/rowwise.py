"""The rows of one table as two databases hold them, a few at a time and whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    Table,
    func,
    literal,
    select,
    tuple_,
)

from bnews_desk.archive.vault.facts import ABOUT_A_MOVE
from bnews_desk.archive.vault.tables import META, RELEASES

ROWS_AT_ONCE = 500
BYTES_AT_ONCE = 8_000_000
"""What is held in memory of one side: so many rows, or so many bytes of them, or one row."""

Key = tuple[Any, ...]
Values = dict[str, Any]


class Difference(NamedTuple):
    """A row that is not on both sides what it should be."""

    table: str
    key: Key
    what: str

    @property
    def name(self) -> str:
        """The row's key in one word."""
        return "/".join(map(str, self.key))


class Rows:
    """One table: its rows are known by their primary key and what else is theirs alone."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._primary = list(table.primary_key)
        self._known_by = [*self._primary, *([RELEASES.c.key] if table is RELEASES else [])]

    def key_of(self, values: Values) -> Key:
        """By what a row is known."""
        return tuple(values[column.name] for column in self._known_by)

    def count(self, db: Connection) -> int:
        """How many rows there are."""
        return db.scalar(self._select(func.count())) or 0

    def batches(self, db: Connection) -> Iterator[list[Key]]:
        """The keys of all rows, together as many as may be held in memory with their bytes."""
        sizes = [func.length(c) for c in self.table.c if isinstance(c.type, LargeBinary)]
        wanted = self._select(*self._known_by, sum(sizes, literal(0)))
        batch: list[Key] = []
        size = 0
        for row in db.execute(wanted, execution_options={"yield_per": ROWS_AT_ONCE}):
            *key, more = row
            if batch and (len(batch) == ROWS_AT_ONCE or size + more > BYTES_AT_ONCE):
                yield batch
                batch, size = [], 0
            batch.append(tuple(key))
            size += more
        if batch:
            yield batch

    def among(self, keys: Sequence[Key]) -> ColumnElement[bool]:
        """The condition on rows with the primary keys of a batch."""
        if len(self._primary) == 1:
            return self._primary[0].in_([key[0] for key in keys])
        return tuple_(*self._primary).in_(keys)

    def fetch(self, db: Connection, keys: Sequence[Key]) -> dict[Key, Values]:
        """The rows of a batch of keys that are there, whole."""
        found = db.execute(self._select(*self.table.c).where(self.among(keys))).mappings()
        rows = [{name: _plain(value) for name, value in row.items()} for row in found]
        return {self.key_of(row): row for row in rows}

    def only_in(self, one: Connection, other: Connection) -> Iterator[Key]:
        """The keys of rows that one side has and the other has not."""
        for keys in self.batches(one):
            known = {
                tuple(row)
                for row in other.execute(self._select(*self._known_by).where(self.among(keys)))
            }
            yield from (key for key in keys if key not in known)

    def differences(
        self, keys: Sequence[Key], source: Connection, target: Connection
    ) -> Iterator[Difference]:
        """Which rows of a batch of the source's keys the target does not have as they are."""
        wanted, found = self.fetch(source, keys), self.fetch(target, keys)
        for key in keys:
            if key not in found:
                yield Difference(self.table.name, key, "tidak ada")
            elif found[key] != wanted[key]:
                yield Difference(self.table.name, key, "isinya lain")

    def _select(self, *columns: ColumnElement[Any]) -> Select[Any]:
        chosen = select(*columns).select_from(self.table)
        if self.table is META:
            return chosen.where(META.c.name.not_in(ABOUT_A_MOVE))
        return chosen


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, (bytearray, memoryview)) else value
