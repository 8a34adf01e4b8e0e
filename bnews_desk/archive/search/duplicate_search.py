"""Finds earlier near-copies of a release: candidates share buckets and are confirmed
word by word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, RowMapping, func, select, union_all

from bnews_desk.archive.repository.archive_tables import (
    BUCKETS,
    DISMISSALS,
    LIKENESS,
    RELEASES,
    VERSIONS,
)
from bnews_desk.archive.repository.archive_values import (
    KNOWN_ALIKE,
    NOT_ALIKE,
    Likeness,
    ReleaseSummary,
)
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.repository.release_rows import summary_of
from bnews_desk.archive.repository.release_storage import require_release_row as row_of
from bnews_desk.archive.search.fingerprint_buckets import put_fingerprint
from bnews_desk.archive.search.pending_index import PendingIndex
from bnews_desk.archive.search.text_fingerprints import (
    Lines,
    buckets_of,
    lines_of,
    subject_of,
    version,
)
from bnews_desk.comparison import compare
from bnews_desk.errors import DeskError
from bnews_desk.release_json import release_from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Select

    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.release import Release

LEAST_SHARE = 0.6
"""Share of words in common from which on two releases count as alike."""
_COMPARED = 8
"""Candidates that are compared word by word."""
_OF_A_BUCKET = 400
"""The newest releases of a bucket that are examined: common phrases fill a bucket with more."""
_AT_ONCE = 50
"""Releases fingerprinted in one transaction, so that no other writer waits long."""


class DuplicateSearch(PendingIndex):
    """The part of an ``Archive`` that finds near-copies."""

    _engine: Engine
    _reader: FrameReader

    def find_duplicates(
        self, release: Release, besides: str = "", limit: int = 3
    ) -> list[Likeness]:
        """The releases outside the bin that are near-copies of this one, most similar first.

        ``besides`` is the key of a release to leave out: its own. Dismissed ones are left out too.
        """
        lines = lines_of(release.text, self._reader)
        return self._alike(lines, frozenset((besides,)))[: max(0, limit)]

    def duplicates_at_arrival(self, key: str, limit: int = 1) -> list[Likeness]:
        """The earlier releases outside the bin of which a release was a near-copy on arrival, most
        similar first; none that the editor has decided on.
        """
        with read_transaction(self._engine) as db:
            row = row_of(db, key)
            first = _first_versions(db, [row.number]).get(row.number)
            known = select(DISMISSALS.c.subject).where(
                DISMISSALS.c.release == row.number, DISMISSALS.c.kind == KNOWN_ALIKE
            )
            besides = frozenset(db.scalars(known))
        if row.status == "tayang":
            return []
        lines = self._lines_in(first[1] if first else bytes(row.content))
        return self._alike(lines, besides, row.number)[: max(0, limit)]

    def _alike(
        self, lines: Lines, besides: frozenset[str], before: int | None = None
    ) -> list[Likeness]:
        """The releases that are like a text, most similar first, without those of the keys in
        ``besides``.

        With ``before`` only those whose number is lower.
        """
        buckets = buckets_of(lines)
        if not buckets:
            return []
        with self.indexed_connection() as db:
            of_each = [_newest_in(bucket, before) for bucket in sorted(buckets)]
            rows = _candidates(db, of_each, besides, subject_of(lines))
            firsts = _first_versions(db, [row["number"] for row in rows])
        found = (self._likeness(row, firsts.get(row["number"]), lines) for row in rows)
        alike = (one for one in found if one.share >= LEAST_SHARE)
        return sorted(alike, key=lambda one: -one.share)

    def index_duplicates(self) -> int:
        """Fingerprint some releases that have no fingerprints yet; returns how many there were.

        0 means that none is left. An archive of an earlier version of the program has such
        releases.
        """
        if settled := self.index_pending():
            return settled
        with write_transaction(self._engine) as db:
            is_known = (LIKENESS.c.release == RELEASES.c.number) & (LIKENESS.c.version == version())
            wanted = select(RELEASES.c.number, RELEASES.c.content).where(
                ~select(LIKENESS.c.release).where(is_known).exists()
            )
            rows = list(db.execute(wanted.limit(_AT_ONCE).with_for_update(of=RELEASES)))
            firsts = _first_versions(db, [row[0] for row in rows])
            for number, content in rows:
                first = firsts.get(number)
                put_fingerprint(
                    db,
                    number,
                    self._buckets_in(bytes(content)),
                    self._buckets_in(first[1]) if first else None,
                )
        return len(rows)

    def _buckets_in(self, content: bytes) -> frozenset[int]:
        return buckets_of(self._lines_in(content))

    def _lines_in(self, content: bytes) -> Lines:
        try:
            return lines_of(release_from_json(content).text, self._reader)
        except DeskError:  # reported by ``faults``
            return ()

    def _likeness(self, row: RowMapping, first: tuple[int, bytes] | None, lines: Lines) -> Likeness:
        """How similar a candidate is as it arrived or as it is now, whichever is more."""
        summary = summary_of(row)
        content = bytes(row["content"])
        share = share_of(lines, self._lines_in(content))
        if first is None or share == 1.0 or first[1] == content:
            return Likeness(summary, share)
        share_then = share_of(lines, self._lines_in(first[1]))
        if share_then > share:
            return Likeness(summary, share_then, first[0])
        return Likeness(summary, share)


def share_of(one: Lines, other: Lines) -> float:
    """The share of words that two copies have in common, in the same order, 0 to 1.

    Common words are those that a comparison side by side shows as unchanged or moved; symmetric.
    """
    if one == other:
        return float(bool(one))
    texts = ("\n" + "\n".join(map(" ".join, lines)) for lines in sorted((one, other)))
    made = compare(*texts)
    total = sum(len(line) for lines in (one, other) for line in lines)
    apart = made.words_deleted + made.words_inserted
    return max(0.0, 1.0 - apart / total) if total else 0.0


def _candidates(
    db: Connection, of_each: Sequence[Select[tuple[int]]], besides: frozenset[str], subject: str
) -> list[RowMapping]:
    """The releases that share the most buckets, the newest first among equals."""
    found = union_all(*(select(one.subquery().c.release) for one in of_each)).subquery()
    dismissed = select(DISMISSALS.c.release).where(
        DISMISSALS.c.release == RELEASES.c.number,
        DISMISSALS.c.kind == NOT_ALIKE,
        DISMISSALS.c.subject == subject,
    )
    is_wanted = RELEASES.c.key.not_in(sorted(besides))
    ranked = (
        select(RELEASES.c.number)
        .join(found, found.c.release == RELEASES.c.number)
        .where(RELEASES.c.deleted.is_(None), is_wanted, ~dismissed.exists())
        .group_by(RELEASES.c.number)
        .order_by(func.count().desc(), RELEASES.c.number.desc())
        .limit(_COMPARED)
    )
    numbers = list(db.scalars(ranked))
    columns = (RELEASES.c[name] for name in ("number", "content", *ReleaseSummary._fields))
    rows = db.execute(select(*columns).where(RELEASES.c.number.in_(numbers))).mappings()
    of_number = {row["number"]: row for row in rows}
    return [of_number[number] for number in numbers]


def _newest_in(bucket: int, before: int | None) -> Select[tuple[int]]:
    of_it = select(BUCKETS.c.release).where(BUCKETS.c.bucket == bucket)
    if before is not None:
        of_it = of_it.where(BUCKETS.c.release < before)
    return of_it.order_by(BUCKETS.c.release.desc()).limit(_OF_A_BUCKET)


def _first_versions(db: Connection, numbers: list[int]) -> dict[int, tuple[int, bytes]]:
    """Number and content of each release's first version: its state on arrival."""
    first = (
        select(func.min(VERSIONS.c.number))
        .where(VERSIONS.c.release.in_(numbers))
        .group_by(VERSIONS.c.release)
    )
    columns = select(VERSIONS.c.release, VERSIONS.c.number, VERSIONS.c.content)
    rows = db.execute(columns.where(VERSIONS.c.number.in_(first)))
    return {row[0]: (row[1], bytes(row[2])) for row in rows}
