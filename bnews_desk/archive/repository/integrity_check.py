"""Checks the consistency of an archive row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, inspect, select, text

from bnews_desk.archive.repository.archive_tables import (
    METADATA,
    ORIGINALS,
    PHOTO_USES,
    PHOTOS,
    RELEASES,
    VERSIONS,
)
from bnews_desk.archive.search.word_index import WordIndex
from bnews_desk.errors import DeskError
from bnews_desk.release_json import release_from_json

_RESTORE = "pulihkan cadangan terbaru."
_SEEN = ""
_AT_ONCE = 50
"""Rows held in memory at once; originals are files of many megabytes."""


_LOOKED_AT = (RELEASES, VERSIONS, ORIGINALS, PHOTOS)


def count_checked_rows(db: Connection) -> int:
    """How many rows ``integrity_faults`` checks."""
    return sum(db.scalar(select(func.count()).select_from(table)) or 0 for table in _LOOKED_AT)


def integrity_faults(db: Connection, index: WordIndex) -> Iterator[str]:
    """Check everything: yields '' for each row and one sentence for each fault."""
    of_the_schema = list(_of_the_schema(db))
    if of_the_schema:  # with a faulty schema nothing else can be queried
        yield from of_the_schema
        return
    yield from _of_the_file(db)
    yield from _of_contents(db)
    yield from _of_originals(db)
    yield from _of_photos(db)
    yield from _of_the_index(db, index)


def _of_the_file(db: Connection) -> Iterator[str]:
    if db.dialect.name != "sqlite":
        return
    for said in db.scalars(text("PRAGMA integrity_check(20)")):
        if said != "ok":
            yield f"Berkas arsip rusak: {said}."
    for row in db.execute(text("PRAGMA foreign_key_check")):
        yield f"Tabel “{row[0]}” memuat baris yang naskahnya tidak ada."


def _of_the_schema(db: Connection) -> Iterator[str]:
    looked_at = inspect(db)
    for name, table in sorted(METADATA.tables.items()):
        there = {column["name"] for column in looked_at.get_columns(name)}
        for column in table.columns:
            if column.name not in there:
                yield f"Tabel “{name}” tidak punya kolom {column.name}; {_RESTORE}"
        there = {str(index["name"]) for index in looked_at.get_indexes(name)}
        for missing in sorted({str(index.name) for index in table.indexes} - there):
            yield f"Tabel “{name}” tidak punya indeks {missing}; {_RESTORE}"


def _of_contents(db: Connection) -> Iterator[str]:
    for row in _rows(db, select(RELEASES.c.key, RELEASES.c.content)):
        yield _SEEN
        if not _is_release(row[1]):
            yield f"Naskah “{row[0]}” tidak terbaca; pulihkan salah satu versinya."
    named = select(RELEASES.c.key, VERSIONS.c.number, VERSIONS.c.content).join(RELEASES)
    for row in _rows(db, named):
        yield _SEEN
        if not _is_release(row[2]):
            yield f"Versi {row[1]} dari naskah “{row[0]}” tidak terbaca."


def _of_originals(db: Connection) -> Iterator[str]:
    named = select(RELEASES.c.key, ORIGINALS.c.digest, ORIGINALS.c.data).join(RELEASES)
    for row in _rows(db, named):
        yield _SEEN
        if hashlib.sha256(row[2]).hexdigest() != row[1]:
            yield f"Rilis asli dari naskah “{row[0]}” tidak lagi seperti saat diterima."


def _of_photos(db: Connection) -> Iterator[str]:
    known = set()
    for row in _rows(db, select(PHOTOS.c.digest, PHOTOS.c.data)):
        yield _SEEN
        known.add(row[0])
        if hashlib.sha256(row[1]).hexdigest() != row[0]:
            yield f"Foto {row[0][:12]} rusak; impor lagi berkas asalnya."
    named = select(RELEASES.c.key, PHOTO_USES.c.digest).join(RELEASES)
    for row in db.execute(named.order_by(RELEASES.c.number, PHOTO_USES.c.digest)):
        if row[1] not in known:
            yield f"Foto {row[1][:12]} dari naskah “{row[0]}” tidak ada di arsip."


def _of_the_index(db: Connection, index: WordIndex) -> Iterator[str]:
    missing = set(db.scalars(select(RELEASES.c.number))) ^ index.numbers(db)
    if missing:
        yield f"Indeks pencarian tidak cocok untuk {len(missing)} naskah; bangun ulang indeksnya."


def _rows(db: Connection, wanted: Select[Any]) -> Iterator[Any]:
    """The rows of a query, a few in memory at a time."""
    yield from db.execute(wanted, execution_options={"yield_per": _AT_ONCE})


def _is_release(content: bytes) -> bool:
    try:
        release_from_json(bytes(content))
    except DeskError:
        return False
    return True
