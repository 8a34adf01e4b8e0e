"""Rebuilds the word index while others save and search."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, func, select

from bnews_desk.archive.repository.archive_metadata import (
    ANALYSER,
    REINDEXING,
    delete_metadata,
    read_metadata,
    write_metadata,
)
from bnews_desk.archive.repository.archive_tables import RELEASES
from bnews_desk.archive.repository.database_engines import (
    let_other_writers_in,
    read_transaction,
    write_transaction,
)
from bnews_desk.archive.repository.release_storage import ReleaseStorage, indexed_document
from bnews_desk.archive.search.index_tokens import IndexedDocument
from bnews_desk.archive.search.word_index import LAYOUTS, WordIndex
from bnews_desk.errors import DeskError
from bnews_desk.lexicon.affixes.analyser import VERSION
from bnews_desk.release_json import release_from_json

AT_ONCE = 50
"""Releases indexed in one transaction, so that no other writer waits long."""
_NAMES = ("number", "revision", "place", "source", "editor", "content")
_INDEXED = [RELEASES.c[name] for name in _NAMES]


class _Row(NamedTuple):
    """A release's row and what is indexed of it, None where it cannot be read."""

    number: int
    revision: int
    document: IndexedDocument | None


class IndexRebuild:
    """The part of an ``Archive`` that rebuilds the index."""

    _engine: Engine
    _index: WordIndex
    filing: ReleaseStorage

    def is_index_current(self) -> bool:
        """Whether the index was made by the present version of the affix analyser."""
        with read_transaction(self._engine) as db:
            return _is_current(db)

    def indexed_share(self) -> float:
        """The share of releases indexed by the present version of the analyser, 1.0 for all."""
        with read_transaction(self._engine) as db:
            if _is_current(db):
                return 1.0
            last = _reached(db)
            whole, left = _count(db), 0 if last is None else _count(db, last)
            return 0.0 if last is None or not whole else 1.0 - left / whole

    def rebuild_index(self) -> Iterator[int]:
        """Rebuild the index in steps, newest releases first; yields how many are left.

        Every step is whole, and others may write between two steps. An interrupted rebuild is
        continued, in this program or another; an index that was current is rebuilt from the start.
        """
        with write_transaction(self._engine) as db:
            if was_current := _is_current(db):
                delete_metadata(db, REINDEXING)
        left = 1
        while left:
            rows = self._next()
            with write_transaction(self._engine) as db:
                is_done = not was_current and _is_current(db)  # another program has finished it
                left = 0 if is_done else self._put(db, rows)
            yield left
            let_other_writers_in()

    def _next(self) -> list[_Row]:
        """Read the next releases: that takes most of the time, and nobody waits for it."""
        with read_transaction(self._engine) as db:
            wanted = select(*_INDEXED).order_by(RELEASES.c.number.desc()).limit(AT_ONCE)
            last = _reached(db)
            if last is not None:
                wanted = wanted.where(RELEASES.c.number < last)
            rows = [row._asdict() for row in db.execute(wanted)]
        return [_Row(row["number"], row["revision"], _document(row)) for row in rows]

    def _put(self, db: Connection, rows: Sequence[_Row]) -> int:
        """Index releases that were read; those that were saved meanwhile in their present state."""
        numbers = [row.number for row in rows]
        present = select(*_INDEXED).where(RELEASES.c.number.in_(numbers))
        revision_of = {row.number: row.revision for row in rows}
        changed = {
            row.number: row._asdict()
            for row in db.execute(present.with_for_update(read=True))
            if row.revision != revision_of[row.number]
        }
        for row in rows:
            if row.number in changed:
                self.index_row(db, changed[row.number])
            elif row.document is None:
                self._index.drop(db, (row.number,))
            else:
                self._index.put(db, row.number, row.document)
        if rows and (left := _count(db, numbers[-1])):
            write_metadata(db, REINDEXING, f"{_index_version(db)} {numbers[-1]}")
            return left
        self._drop_strangers(db)
        note_analyser(db)
        delete_metadata(db, REINDEXING)
        return 0

    def index_row(self, db: Connection, row: Mapping[str, Any]) -> None:
        """Index a release from its row; one that cannot be read is not indexed."""
        document = _document(row)
        if document is None:
            self._index.drop(db, (row["number"],))
        else:
            self._index.put(db, row["number"], document)

    def not_indexed(self, db: Connection) -> Iterator[dict[str, Any]]:
        """The rows, for ``index_row``, of readable releases that are missing from the index."""
        lost = set(db.scalars(select(RELEASES.c.number))) - self._index.numbers(db)
        for number in sorted(lost):
            row = db.execute(select(*_INDEXED).where(RELEASES.c.number == number)).one()._asdict()
            with contextlib.suppress(DeskError):
                release_from_json(bytes(row["content"]))
                yield row

    def _drop_strangers(self, db: Connection) -> None:
        self._index.drop(db, self._index.numbers(db) - set(db.scalars(select(RELEASES.c.number))))


def _document(row: Mapping[str, Any]) -> IndexedDocument | None:
    try:
        return indexed_document(release_from_json(bytes(row["content"])), row)
    except DeskError:  # reported by ``faults``; it must not keep the others from being indexed
        return None


def note_analyser(db: Connection) -> None:
    """Record the analyser's version and the layout of the index."""
    write_metadata(db, ANALYSER, _index_version(db))


def _index_version(db: Connection) -> str:
    return f"{VERSION}{LAYOUTS[db.dialect.name]}"


def _is_current(db: Connection) -> bool:
    return read_metadata(db, ANALYSER) == _index_version(db)


def _reached(db: Connection) -> int | None:
    """The release down to which the present version has indexed all, None where there is none."""
    version, _, number = (read_metadata(db, REINDEXING) or "").partition(" ")
    return int(number) if number and version == _index_version(db) else None


def _count(db: Connection, before: int | None = None) -> int:
    counted = select(func.count()).select_from(RELEASES)
    if before is not None:
        counted = counted.where(RELEASES.c.number < before)
    return db.scalar(counted) or 0
