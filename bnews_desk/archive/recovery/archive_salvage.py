"""Copies what a damaged archive has beyond its newest backup into that backup before it is opened.

A backup is at most a day old; later changes of other desks exist in the damaged file alone. Every
readable release whose content matches its row is copied. Nothing in the backup is lost: a text that
is replaced by a later one is kept as a version.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, get_args

from sqlalchemy import Connection, insert, select

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.recovery.damaged_tables import DamagedTables, open_damaged_tables
from bnews_desk.archive.recovery.migration_backups import migration_backups
from bnews_desk.archive.recovery.untrusted_values import demand_count, demand_moment, demand_text
from bnews_desk.archive.release_progress import STAGES
from bnews_desk.archive.repository import version_history
from bnews_desk.archive.repository.archive_errors import ArchiveError, UnusableArchiveError
from bnews_desk.archive.repository.archive_tables import DISMISSALS, EXPORTS, RELEASES, VERSIONS
from bnews_desk.archive.repository.archive_values import (
    DismissedProposal,
    ExportRecord,
    Reason,
    ReleaseRecord,
)
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.repository.release_attachments import put_original, put_photos
from bnews_desk.archive.repository.release_rows import record_of, storable_text
from bnews_desk.archive.repository.release_storage import (
    note_photo_uses,
    require_release_row,
    require_valid_key,
)
from bnews_desk.archive.sqlite_errors import sqlite_error_sentence
from bnews_desk.errors import ReadError, reason
from bnews_desk.files import flush_to_disk
from bnews_desk.log import suppressed
from bnews_desk.release_json import (
    decode_text,
    first_words,
    receipt_from_json,
    release_from_json,
    release_to_json,
)

if TYPE_CHECKING:
    from bnews_desk.archive.repository.database_archive import DatabaseArchive
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.release import Release

_LOG = logging.getLogger(__name__)
_RECORD = ("content", "status", "address", "revision", "created", "changed", "deleted", "headline")
_ORIGINAL = ("received", "name", "receipt", "digest", "data")
_REASONS = frozenset(get_args(Reason))
_ODD = (ReadError, ArchiveError, AttributeError, TypeError, ValueError, OverflowError)
"""Errors that a malformed row can cause."""


class _Version(NamedTuple):
    made: float
    reason: Reason
    release: Release


def salvage_archive(
    damaged: str, target: str, reader: FrameReader, clock: Callable[[], float]
) -> frozenset[str]:
    """Copy what the archive at ``damaged`` has beyond the one at ``target`` into ``target``.

    Returns the keys of the releases that were added or updated. ``damaged`` is not changed.
    ``target`` is an earlier backup of it or a new archive that nobody else uses, and stays sound
    whatever happens. Raises ``UnusableArchiveError`` where the disk refuses it, and nothing else.
    """
    brought: set[str] = set()
    if not os.path.exists(damaged):
        return frozenset()
    with (
        suppressed(_LOG, "salvaging", ArchiveError, OSError, sqlite3.Error),
        open_damaged_tables(damaged, target) as wreck,
    ):
        if wreck is not None:
            with contextlib.closing(open_archive(target, reader, clock)) as vault:
                _Salvage(wreck, vault, clock(), brought).bring()
    _settle(target)
    return frozenset(brought)


def _settle(target: str) -> None:
    """Checkpoint the log, so that everything is in the one file."""
    try:
        for copy in migration_backups(target):  # copies from a schema migration
            os.unlink(copy)
        with contextlib.closing(sqlite3.connect(target)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
        flush_to_disk(target)
    except (OSError, sqlite3.Error) as error:
        why = reason(error) if isinstance(error, OSError) else sqlite_error_sentence(error)
        raise UnusableArchiveError(
            f"Cadangan arsip tidak dapat disiapkan di “{target}” ({why}); periksa disknya."
        ) from None


class _Salvage:
    """Copies from one damaged archive into another archive."""

    def __init__(
        self, wreck: DamagedTables, vault: DatabaseArchive, now: float, brought: set[str]
    ) -> None:
        self._wreck, self._vault, self._now, self._brought = wreck, vault, now, brought
        self._keys: dict[int, str] = {}
        """The keys of releases by their numbers in the damaged archive."""
        self._in_bin: set[str] = set()
        self._moved: dict[str, bool] = {}
        """By key, whether a release of the backup has been moved into the bin since (or out of it).
        """

    def bring(self) -> None:
        """Copy everything, the newest release first."""
        known = self._known()
        wanted = self._wanted(known)
        late = self._late()
        for number in reversed(wanted):
            # a row that cannot be copied must not stop the others
            with suppressed(_LOG, "salvaging a row", *_ODD):
                self._bring_release(number, known, late.pop(number, []))
        for number, versions in late.items():
            self._bring_versions(number, versions)
        self._move()
        self._bring_exports()
        self._bring_dismissals()

    def _known(self) -> dict[str, int]:
        """The revision of each release in the backup, by key."""
        with read_transaction(self._vault.engine) as db:
            of = RELEASES.c
            rows = db.execute(select(of.number, of.key, of.revision, of.deleted)).all()
        self._keys = {row.number: row.key for row in rows}
        self._in_bin = {row.key for row in rows if row.deleted is not None}
        return {row.key: row.revision for row in rows}

    def _wanted(self, known: dict[str, int]) -> list[int]:
        """The numbers of releases that the backup lacks or has in an earlier revision."""
        wanted = []
        for number, key, revision, gone in self._wreck.rows(
            "releases", "key", "revision", "deleted"
        ):
            with suppressed(_LOG, "salvaging a row", *_ODD):
                self._keys[number] = require_valid_key(key)
                is_in_bin = gone is not None
                if is_in_bin:
                    demand_moment(gone)
                if demand_count(revision) > known.get(key, 0):
                    wanted.append(number)
                elif revision == known[key] and is_in_bin is not (key in self._in_bin):
                    self._moved[key] = is_in_bin
        return wanted

    def _move(self) -> None:
        """Apply the moves into the bin, for thirty days from the present, and out of it."""
        for key, is_in_bin in self._moved.items():
            (self._vault.delete if is_in_bin else self._vault.undelete)(key)

    def _late(self) -> dict[int, list[int]]:
        """The numbers of versions that the backup lacks, by the number of their release."""
        with read_transaction(self._vault.engine) as db:
            known = {tuple(row) for row in db.execute(select(VERSIONS.c.number, VERSIONS.c.made))}
        late: dict[int, list[int]] = defaultdict(list)
        for number, release, made in self._wreck.rows("versions", "release", "made"):
            if (number, made) not in known and isinstance(release, int):
                late[release].append(number)
        return late

    def _bring_release(self, number: int, known: dict[str, int], late: Iterable[int]) -> None:
        versions = list(filter(None, map(self._version, late)))
        key = self._keys[number]
        record = self._record(number)
        if record is None and key not in known and versions:  # better an old state than none
            last = versions[-1]
            record = ReleaseRecord(key, last.release, "baru", "", 1, versions[0].made, last.made)
        if record is None or record.revision <= known.get(key, 0):
            self._put_versions(key, versions)
            return
        with write_transaction(self._vault.engine, is_durable=False) as db:
            if key in known:
                self._replace(db, record)
            else:
                first = versions[0].release if versions else None
                mine = self._vault.filing.insert(db, record, first)
                original = self._original(number)
                if original is not None:
                    put_original(db, mine, original)
            _put_versions(db, require_release_row(db, key).number, versions)
        known[key] = record.revision
        self._brought.add(key)
        self._bring_photos([record.release, *(version.release for version in versions)])

    def _replace(self, db: Connection, record: ReleaseRecord) -> None:
        """Replace the backup's state with a later one; the former is kept as a version."""
        row = require_release_row(db, record.key)
        content, later = bytes(row.content), release_to_json(record.release)
        if content != later:
            version_history.keep_version(db, row.number, content, "pulih", row.changed)
        self._vault.filing.update(db, row.number, record._replace(created=record_of(row).created))

    def _bring_versions(self, number: int, late: Iterable[int]) -> None:
        key = self._keys.get(number, "")
        versions = list(filter(None, map(self._version, late)))
        if key and versions:
            self._put_versions(key, versions)

    def _put_versions(self, key: str, versions: list[_Version]) -> None:
        with (
            suppressed(_LOG, "salvaging a row", *_ODD),
            write_transaction(self._vault.engine, is_durable=False) as db,
        ):
            _put_versions(db, require_release_row(db, key).number, versions)
        self._bring_photos([version.release for version in versions])

    def _bring_photos(self, releases: Iterable[Release]) -> None:
        for digest in {photo.digest for release in releases for photo in release.photos}:
            if self._vault.photo(digest) is None:
                with suppressed(_LOG, "salvaging a row", *_ODD):
                    added, data = self._wreck.photo(digest) or (0.0, b"")
                    with write_transaction(self._vault.engine, is_durable=False) as db:
                        put_photos(db, {digest: data}, demand_moment(added))

    def _bring_exports(self) -> None:
        columns = (EXPORTS.c.number, EXPORTS.c.made)
        with read_transaction(self._vault.engine) as db:
            known = {tuple(row) for row in db.execute(select(*columns))}
        wanted = ("release", "made", "format", "name", "revision")
        for number, release, made, form, name, revision in self._wreck.rows("exports", *wanted):
            if (number, made) not in known and release in self._keys:
                with suppressed(_LOG, "salvaging a row", *_ODD):
                    export = ExportRecord(
                        demand_moment(made),
                        demand_text(form),
                        decode_text(name),
                        demand_count(revision),
                    )
                    self._vault.note_export(self._keys[release], export)

    def _bring_dismissals(self) -> None:
        with read_transaction(self._vault.engine) as db:
            of = RELEASES.join(DISMISSALS, DISMISSALS.c.release == RELEASES.c.number)
            asked = select(RELEASES.c.key, DISMISSALS.c.kind, DISMISSALS.c.subject).select_from(of)
            known = {tuple(row) for row in db.execute(asked)}
        for row in self._wreck.rows("dismissals", "release", "kind", "subject"):
            key = self._keys.get(row[1], "")
            if key and (key, *row[2:]) not in known:
                with suppressed(_LOG, "salvaging a row", *_ODD):
                    self._vault.dismiss(
                        key, DismissedProposal(demand_text(row[2]), demand_text(row[3]))
                    )

    def _record(self, number: int) -> ReleaseRecord | None:
        """A release, None where its content does not match its row."""
        row = self._wreck.row("releases", number, *_RECORD, "opening")
        with suppressed(_LOG, "salvaging a row", *_ODD):
            if row is not None:
                content, status, address, revision, created, changed, deleted, *said = row
                release = release_from_json(content)
                if status in STAGES and said == [
                    storable_text(release.headline),
                    storable_text(first_words(release)),
                ]:
                    gone = None if deleted is None else self._now  # thirty days from the present
                    key, revision = self._keys[number], demand_count(revision)
                    days = demand_moment(created), demand_moment(changed)
                    return ReleaseRecord(
                        key, release, status, demand_text(address), revision, *days, gone
                    )
        return None

    def _version(self, number: int) -> _Version | None:
        row = self._wreck.row("versions", number, "made", "reason", "content")
        with suppressed(_LOG, "salvaging a row", *_ODD):
            if row is not None and row[1] in _REASONS:
                return _Version(demand_moment(row[0]), row[1], release_from_json(row[2]))
        return None

    def _original(self, number: int) -> OriginalNote | None:
        """The imported file of a release, None where its bytes do not match its digest."""
        row = self._wreck.row("originals", number, *_ORIGINAL)
        with suppressed(_LOG, "salvaging a row", *_ODD):
            if row is not None and sha256(row[4]).hexdigest() == row[3]:
                return OriginalNote(
                    decode_text(row[1]), row[4], receipt_from_json(row[2]), demand_moment(row[0])
                )
        return None


def _put_versions(db: Connection, number: int, versions: Iterable[_Version]) -> None:
    for made, why, release in versions:
        row = {"made": made, "reason": why, "content": release_to_json(release)}
        db.execute(insert(VERSIONS).values(**row, release=number))
        note_photo_uses(db, number, release)
