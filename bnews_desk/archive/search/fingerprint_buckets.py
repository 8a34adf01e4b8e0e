"""Stores the fingerprint buckets of releases, inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from bnews_desk.archive.repository.archive_tables import BUCKETS, LIKENESS
from bnews_desk.archive.search.text_fingerprints import packed_buckets, unpacked_buckets, version


def put_fingerprint(
    db: Connection, number: int, present: frozenset[int], original: frozenset[int] | None = None
) -> None:
    """Store the buckets of a release's present state.

    ``original`` are those on arrival: by default unchanged, or ``present`` for a new release.
    """
    row = db.execute(select(LIKENESS).where(LIKENESS.c.release == number)).one_or_none()
    old: frozenset[int] = frozenset()
    if row is not None:
        first = unpacked_buckets(bytes(row.original))
        old = first | unpacked_buckets(bytes(row.present))
        if original is None and row.version == version():
            original = first
        db.execute(delete(LIKENESS).where(LIKENESS.c.release == number))
    original = present if original is None else original
    values = {"release": number, "version": version()}
    packed = {"original": packed_buckets(original), "present": packed_buckets(present)}
    db.execute(insert(LIKENESS).values(**values, **packed))
    new = original | present
    _leave(db, number, old - new)
    if new - old:
        rows = [{"bucket": bucket, "release": number} for bucket in sorted(new - old)]
        db.execute(insert(BUCKETS), rows)


def drop_fingerprints(db: Connection, numbers: Iterable[int]) -> None:
    """Delete the buckets of releases."""
    for number in numbers:
        row = db.execute(select(LIKENESS).where(LIKENESS.c.release == number)).one_or_none()
        if row is not None:
            both = (unpacked_buckets(bytes(data)) for data in (row.original, row.present))
            _leave(db, number, frozenset().union(*both))
            db.execute(delete(LIKENESS).where(LIKENESS.c.release == number))


def _leave(db: Connection, number: int, buckets: frozenset[int]) -> None:
    if buckets:
        gone = BUCKETS.c.bucket.in_(sorted(buckets)) & (BUCKETS.c.release == number)
        db.execute(delete(BUCKETS).where(gone))
