"""Writes a release's row, index entries and photo uses inside one transaction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, insert, literal, select, text, update

from bnews_desk.archive.repository.archive_errors import ArchiveError, unknown_release
from bnews_desk.archive.repository.archive_tables import PHOTO_USES, RELEASES
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.archive.repository.release_rows import release_columns
from bnews_desk.archive.search.fingerprint_buckets import put_fingerprint
from bnews_desk.archive.search.index_tokens import IndexedDocument, document_of
from bnews_desk.archive.search.text_fingerprints import buckets_of, lines_of
from bnews_desk.archive.search.word_index import WordIndex

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.release import Release

_NOTE_CHANGED = text(
    "INSERT INTO changed (release) VALUES (:number)"
    " ON CONFLICT (release) DO UPDATE SET release = excluded.release"
)
"""Waits for a transaction that is indexing the earlier state, and then marks the release again."""
_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


def require_valid_key(key: str) -> str:
    """Return ``key`` if it is valid: letters, digits, hyphens.

    Raises ``ArchiveError``.
    """
    if not _KEY.fullmatch(key):
        raise ArchiveError("Kunci naskah hanya boleh memuat huruf, angka, - dan _; perbaiki dulu.")
    return key


def require_release_row(db: Connection, key: str) -> Row[Any]:
    """The row of a release, locked where the connection writes.

    Raises ``UnknownReleaseError``.
    """
    wanted = select(RELEASES).where(RELEASES.c.key == require_valid_key(key))
    if db.get_execution_options().get("is_writing"):
        wanted = wanted.with_for_update(key_share=True)  # others may still attach something to it
    row = db.execute(wanted).one_or_none()
    if row is None:
        raise unknown_release(key)
    return row


def require_release_number(db: Connection, key: str) -> int:
    """The number of a release in other tables; raises as ``require_release_row``."""
    wanted = select(RELEASES.c.number).where(RELEASES.c.key == require_valid_key(key))
    number = db.scalar(wanted)
    if number is None:
        raise unknown_release(key)
    return int(number)


class ReleaseStorage:
    """Writes rows of releases together with their index entries."""

    def __init__(self, index: WordIndex, reader: FrameReader) -> None:
        self._index = index
        self._reader = reader

    def insert(self, db: Connection, record: ReleaseRecord, first: Release | None = None) -> int:
        """Insert a new release with the record's state; returns its number.

        ``first`` is the state in which it arrived, where that differs. Raises ``ArchiveError``
        where its key is taken.
        """
        taken = select(RELEASES.c.number).where(RELEASES.c.key == require_valid_key(record.key))
        if db.scalar(taken) is not None:
            raise ArchiveError(f"Naskah dengan kunci “{record.key}” sudah ada di arsip.")
        columns = release_columns(record.release, self._reader, record.created)
        row = {**_state(record), "key": record.key, "created": record.created, **columns}
        number = int(db.scalars(insert(RELEASES).values(row).returning(RELEASES.c.number)).one())
        self.index(db, number, record.release, columns)
        self.fingerprint(db, number, record.release, None if first == record.release else first)
        note_photo_uses(db, number, record.release)
        return number

    def update(self, db: Connection, number: int, record: ReleaseRecord) -> None:
        """Replace a release with the record's state.

        Its words are indexed before the next search, so that a save does not wait for that.
        """
        columns = release_columns(record.release, self._reader, record.created)
        db.execute(
            update(RELEASES)
            .where(RELEASES.c.number == number)
            .values({**_state(record), **columns})
        )
        note_photo_uses(db, number, record.release)
        db.execute(_NOTE_CHANGED, {"number": number})

    def fingerprint(
        self, db: Connection, number: int, release: Release, original: Release | None = None
    ) -> None:
        """Store the fingerprints of a release, as it is now and as it arrived.

        Without ``original`` the latter stay; for a new release they are those of the release
        itself.
        """
        present, first = (
            None if one is None else buckets_of(lines_of(one.text, self._reader))
            for one in (release, original)
        )
        put_fingerprint(db, number, present or frozenset(), first)

    def index(
        self, db: Connection, number: int, release: Release, columns: Mapping[str, Any]
    ) -> None:
        """Index the words of a release again; ``columns`` are those of its row."""
        self._index.put(db, number, indexed_document(release, columns))


def indexed_document(release: Release, columns: Mapping[str, Any]) -> IndexedDocument:
    """The indexed words of a release; ``columns`` are those of its row."""
    return document_of(release, *(columns[name] for name in ("place", "source", "editor")))


def note_photo_uses(db: Connection, number: int, release: Release) -> None:
    """Record which photos a release uses."""
    for digest in sorted({photo.digest for photo in release.photos}):
        known = select(PHOTO_USES.c.digest).where(
            PHOTO_USES.c.release == number, PHOTO_USES.c.digest == digest
        )
        wanted = select(literal(number), literal(digest)).where(~known.exists())
        db.execute(insert(PHOTO_USES).from_select(["release", "digest"], wanted))


def _state(record: ReleaseRecord) -> dict[str, Any]:
    names = ("revision", "status", "address", "changed", "deleted")
    return {name: getattr(record, name) for name in names}
