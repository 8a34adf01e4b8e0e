"""What belongs to the archive's releases (originals, photos, exports, dismissals), and the
newsroom's words and ignores.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, Engine, Table, insert, select, text

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_tables import (
    DISMISSALS,
    EXPORTS,
    IGNORES,
    ORIGINALS,
    PHOTOS,
    RELEASES,
    WORDS,
)
from bnews_desk.archive.repository.archive_values import (
    DismissedProposal,
    ExportRecord,
    Origin,
    ReleaseSummary,
)
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.repository.release_rows import storable_text, summary_of
from bnews_desk.archive.repository.release_storage import require_release_number
from bnews_desk.release_json import decode_text, encode_text, receipt_from_json, receipt_to_json

_AT_ONCE = 500
"""Digests in one query: databases limit their number."""
_PUT_PHOTO = text(
    "INSERT INTO photos (digest, added, data) VALUES (:digest, :added, :data)"
    " ON CONFLICT (digest) DO NOTHING"
)
_PUT_DISMISSAL = text(
    "INSERT INTO dismissals (release, kind, subject) VALUES (:release, :kind, :subject)"
    " ON CONFLICT (release, kind, subject) DO NOTHING"
)
"""Another desk may insert the same dismissal at the same moment."""


class ReleaseAttachments:
    """The part of an ``Archive`` that keeps attachments of releases, words and ignores."""

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock

    def original(self, key: str) -> OriginalNote | None:
        """The file that a release was imported from; None where it was begun here."""
        with read_transaction(self._engine) as db:
            wanted = select(ORIGINALS).where(ORIGINALS.c.release == require_release_number(db, key))
            row = db.execute(wanted).one_or_none()
        if row is None:
            return None
        receipt = receipt_from_json(bytes(row.receipt))
        return OriginalNote(decode_text(bytes(row.name)), bytes(row.data), receipt, row.received)

    def known_originals(self, digests: Collection[str]) -> Mapping[str, Origin]:
        """By the SHA-256 of a file, the release it was imported as: the latest, one in the bin only
        where there is no other. Unknown files are missing from the result.
        """
        known: dict[str, Origin] = {}
        wanted = sorted(map(storable_text, digests))
        summary = (RELEASES.c[name] for name in ReleaseSummary._fields)
        columns = select(ORIGINALS.c.digest, ORIGINALS.c.received, *summary)
        found = columns.join(RELEASES, RELEASES.c.number == ORIGINALS.c.release).order_by(
            RELEASES.c.deleted.is_(None), ORIGINALS.c.received
        )
        with read_transaction(self._engine) as db:
            for at in range(0, len(wanted), _AT_ONCE):
                some = ORIGINALS.c.digest.in_(wanted[at : at + _AT_ONCE])
                for row in db.execute(found.where(some)).mappings():
                    known[row["digest"]] = Origin(summary_of(row), row["received"])
        return known

    def add_photos(self, photos: Mapping[str, bytes]) -> None:
        """Add photos by their SHA-256; known ones stay as they are."""
        with write_transaction(self._engine) as db:
            put_photos(db, photos, self._clock())

    def photo(self, digest: str) -> bytes | None:
        """The bytes of a photo."""
        with read_transaction(self._engine) as db:
            data = db.scalar(select(PHOTOS.c.data).where(PHOTOS.c.digest == storable_text(digest)))
        return None if data is None else bytes(data)

    def note_export(self, key: str, made: ExportRecord) -> None:
        """Record that a release was exported to a file; nothing where that export is known."""
        with write_transaction(self._engine) as db:
            number = require_release_number(db, key)
            same = select(EXPORTS.c.number).where(
                EXPORTS.c.release == number,
                EXPORTS.c.made == made.made,
                EXPORTS.c.format == storable_text(made.format),
                EXPORTS.c.name == encode_text(made.name),
            )
            if db.scalar(same.limit(1)) is None:
                put_export(db, number, made)

    def exports(self, key: str) -> list[ExportRecord]:
        """The files that a release was exported to, oldest first."""
        with read_transaction(self._engine) as db:
            columns = (EXPORTS.c.made, EXPORTS.c.format, EXPORTS.c.name, EXPORTS.c.revision)
            wanted = select(*columns).where(EXPORTS.c.release == require_release_number(db, key))
            rows = list(db.execute(wanted.order_by(EXPORTS.c.number)))
        return [ExportRecord(row[0], row[1], decode_text(bytes(row[2])), row[3]) for row in rows]

    def dismiss(self, key: str, dismissal: DismissedProposal) -> None:
        """Record that a proposal is not wanted for a release."""
        if DismissedProposal(*map(storable_text, dismissal)) in self.dismissals(key):
            return
        with write_transaction(self._engine) as db:
            put_dismissal(db, require_release_number(db, key), dismissal)

    def dismissals(self, key: str) -> frozenset[DismissedProposal]:
        """The proposals that were dismissed for a release."""
        with read_transaction(self._engine) as db:
            columns = select(DISMISSALS.c.kind, DISMISSALS.c.subject)
            rows = list(
                db.execute(columns.where(DISMISSALS.c.release == require_release_number(db, key)))
            )
        return frozenset(DismissedProposal(*row) for row in rows)

    def change_words(self, added: Iterable[str], gone: Iterable[str] = ()) -> None:
        """Add words to the newsroom's dictionary and remove others."""
        with write_transaction(self._engine) as db:
            _change(
                db, WORDS, *([(storable_text(word),) for word in words] for words in (added, gone))
            )

    def words(self) -> Sequence[str]:
        """The newsroom's dictionary, sorted by code point."""
        with read_transaction(self._engine) as db:
            return sorted(db.scalars(select(WORDS.c.word)))

    def change_ignores(
        self, added: Iterable[tuple[str, str]], gone: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Add and remove newsroom-wide ignores, each a rule id and a folded text."""
        with write_transaction(self._engine) as db:
            _change(
                db,
                IGNORES,
                *(
                    [(storable_text(rule), storable_text(said)) for rule, said in pairs]
                    for pairs in (added, gone)
                ),
            )

    def ignores(self) -> Sequence[tuple[str, str]]:
        """The newsroom-wide ignores, sorted."""
        with read_transaction(self._engine) as db:
            return sorted((row[0], row[1]) for row in db.execute(select(IGNORES)))


def put_original(db: Connection, number: int, original: OriginalNote) -> None:
    """Insert the file that a release was imported from."""
    db.execute(
        insert(ORIGINALS).values(
            release=number,
            received=original.received,
            name=encode_text(original.name),
            receipt=receipt_to_json(original.receipt),
            digest=hashlib.sha256(original.data).hexdigest(),
            data=original.data,
        )
    )


def put_photos(db: Connection, photos: Mapping[str, bytes], now: float) -> None:
    """Insert photos that are not there yet.

    Raises ``ArchiveError`` where a digest is not that of its bytes.
    """
    for digest, data in photos.items():
        if hashlib.sha256(data).hexdigest() != digest:
            raise ArchiveError("Foto ini tidak cocok dengan sidiknya; impor lagi berkas aslinya.")
        if db.scalar(select(PHOTOS.c.digest).where(PHOTOS.c.digest == digest)) is None:
            db.execute(_PUT_PHOTO, {"digest": digest, "added": now, "data": data})


def put_export(db: Connection, number: int, made: ExportRecord) -> None:
    """Insert an export of a release."""
    db.execute(
        insert(EXPORTS).values(
            release=number,
            made=made.made,
            format=storable_text(made.format),
            name=encode_text(made.name),
            revision=made.revision,
        )
    )


def put_dismissal(db: Connection, number: int, dismissal: DismissedProposal) -> None:
    """Insert a dismissal for a release, nothing where it is known."""
    kind, subject = map(storable_text, dismissal)
    db.execute(_PUT_DISMISSAL, {"release": number, "kind": kind, "subject": subject})


def _change(
    db: Connection, table: Table, added: Iterable[tuple[str, ...]], gone: Iterable[tuple[str, ...]]
) -> None:
    """Insert rows into a table of texts and delete others; concurrent changes are preserved."""
    names = [column.name for column in table.columns]
    columns, places = ", ".join(names), ", ".join(f":{name}" for name in names)
    where = " AND ".join(f"{name} = :{name}" for name in names)
    put = f"INSERT INTO {table.name} ({columns}) VALUES ({places}) ON CONFLICT DO NOTHING"  # noqa: S608
    take = f"DELETE FROM {table.name} WHERE {where}"  # noqa: S608
    for act, rows in ((take, gone), (put, added)):
        values = [dict(zip(names, row, strict=True)) for row in sorted(set(rows))]
        if values:
            db.execute(text(act), values)
