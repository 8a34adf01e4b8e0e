"""The archive on a database; revisions keep one desk from overwriting another's changes unseen."""

from __future__ import annotations

import logging
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Row, delete, func, select, text, update

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.recovery.migration_backups import drop_outlived_backups
from bnews_desk.archive.repository import version_history
from bnews_desk.archive.repository.archive_errors import ConflictError
from bnews_desk.archive.repository.archive_tables import PHOTO_USES, PHOTOS, RELEASES
from bnews_desk.archive.repository.archive_values import (
    EVERYTHING,
    FIRST_PAGE,
    RELATED,
    Reason,
    ReleaseFilter,
    ReleaseRecord,
    ReleaseSummary,
    ResultPage,
    Version,
)
from bnews_desk.archive.repository.database_engines import (
    long_read_transaction,
    read_transaction,
    write_transaction,
)
from bnews_desk.archive.repository.durable_commits import DurableCommits
from bnews_desk.archive.repository.integrity_check import count_checked_rows, integrity_faults
from bnews_desk.archive.repository.release_attachments import (
    ReleaseAttachments,
    put_original,
    put_photos,
)
from bnews_desk.archive.repository.release_rows import record_of, text_ends
from bnews_desk.archive.repository.release_storage import (
    ReleaseStorage,
    note_photo_uses,
    require_release_number,
    require_release_row,
)
from bnews_desk.archive.repository.version_retention import BIN_SECONDS
from bnews_desk.archive.search.duplicate_search import DuplicateSearch
from bnews_desk.archive.search.fingerprint_buckets import drop_fingerprints
from bnews_desk.archive.search.index_tokens import all_tokens
from bnews_desk.archive.search.postgresql_index import PostgresqlIndex
from bnews_desk.archive.search.related_releases import find_related, not_related
from bnews_desk.archive.search.release_search import ReleaseSearch
from bnews_desk.archive.search.search_query import QueryTerm
from bnews_desk.archive.search.search_statements import counted
from bnews_desk.archive.search.sqlite_index import SqliteIndex
from bnews_desk.archive.search.title_similarity import is_headline, nearest
from bnews_desk.archive.sqlite_connection import connect
from bnews_desk.earlier_headlines import EarlierHeadline, TitleLookup
from bnews_desk.log import log_fault, suppressed
from bnews_desk.release_json import release_to_json

if TYPE_CHECKING:
    from bnews_desk.archive.release_progress import Stage
    from bnews_desk.archive.search.word_index import WordIndex
    from bnews_desk.earlier_headlines import TitleLookup
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.release import Release

_MAGIC = b"SQLite format 3\x00"
_HELD: dict[tuple[int, int], int] = {}
"""An open descriptor for each file that was ever watched, by device and inode.

With POSIX locks, closing any descriptor of a file releases every lock that the process has on it:
another program then believes itself alone with the archive and removes the log that this one still
writes to (https://www.sqlite.org/howtocorrupt.html, 2.2). So none is ever closed.
"""


class FileIdentity:
    """Detects whether other programs replace or damage the file at ``path`` while it is open.

    SQLite itself does not notice a deleted or overwritten file until it reads a page that is not in
    its cache. A header that is wrong already at opening is accepted: the log repairs it.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._file: tuple[int, int] | None = None
        self._size = 0
        self._is_odd = False
        self._is_odd = not self.is_as_left()

    def is_as_left(self) -> bool:
        """Whether the path is the same file, no shorter than before, and still a database.

        Takes some microseconds.
        """
        try:
            status = os.stat(self._path)
            identity = status.st_dev, status.st_ino
            if self._file is None:
                self._file = identity
            if identity != self._file:
                return False
            begins = _beginning(self._path, identity)
        except OSError:
            return False
        is_whole = (begins == _MAGIC or self._is_odd) and status.st_size >= self._size
        self._size = max(self._size, status.st_size)
        return is_whole


def _beginning(path: str, identity: tuple[int, int]) -> bytes:
    """The first bytes of a file, read without losing a lock on it. Raises ``OSError``."""
    if sys.platform == "win32":  # Windows' locks belong to a handle
        with open(path, "rb") as file:
            return file.read(len(_MAGIC))
    held = _HELD.get(identity)
    if held is None:
        held = _HELD.setdefault(identity, os.open(path, os.O_RDONLY | os.O_NONBLOCK))
    return os.pread(held, len(_MAGIC), 0)


_LOG = logging.getLogger(__name__)


class ChangeDetector:
    """A marker that stays the same while nobody writes, this program included.

    For one thread at a time.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._watching: sqlite3.Connection | None = None

    def take(self) -> str:
        """The present marker.

        The marker of a shared archive may also change when another database of the same server is
        written. Raises ``ArchiveError`` where a shared archive does not answer; an embedded one
        that cannot be read has the marker ''.
        """
        if self._engine.dialect.name == "sqlite":
            return self._of_the_file()
        with read_transaction(self._engine) as db:
            return str(db.scalar(text("SELECT CAST(txid_current_snapshot() AS text)")))

    def close(self) -> None:
        """Close the database. Never raises."""
        watching, self._watching = self._watching, None
        if watching is not None:
            with suppressed(_LOG, "closing a watched archive", sqlite3.Error):
                watching.close()

    def _of_the_file(self) -> str:
        """SQLite's data version, read through a connection that itself never writes."""
        try:
            if self._watching is None:
                self._watching = connect(self._engine.url.database or "")
            return str(self._watching.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error as error:
            log_fault(_LOG, "watching an archive for changes", error)
            self.close()
            return ""


ENOUGH_HEADLINES = 100
"""An archive with this many headlines is assumed to know what was published."""
PARTS = 4
"""Groups into which the words of a title are divided: a headline that differs in one word has at
least one group whole.
"""
OF_A_PART = 150
"""How many of the newest releases are compared for each group."""
LONGEST_TITLE = 300
"""A longer text, in code points, is no title: nothing is known of it."""
_MOST_WORDS = 40
"""Words of a title that are searched for; no headline has as many."""


def look_up(db: Connection, index: WordIndex, title: str) -> TitleLookup:
    """What the headlines of releases outside the bin say about a title."""
    tokens = list(all_tokens(title[: LONGEST_TITLE + 1]))[:_MOST_WORDS]
    if not tokens or len(title) > LONGEST_TITLE:
        return TitleLookup()
    knows_enough = _knows_enough(db)
    same = _of(
        db, index.newest(db, [[QueryTerm(tuple(tokens), "phrase", "headline")]], OF_A_PART)[0]
    )
    exact = tuple(one for one in same if is_headline(title, one.headline))
    if exact:
        return TitleLookup(exact, None, knows_enough)
    parts = [
        [QueryTerm((token,), "phrase", "headline") for token in part] for part in _dealt(tokens)
    ]
    numbers = set().union(*index.newest(db, parts, OF_A_PART))
    return TitleLookup((), nearest(title, [*same, *_of(db, sorted(numbers))]), knows_enough)


def _dealt(tokens: Sequence[str]) -> list[list[str]]:
    """The words of a title in groups, each with long words first: they are rare."""
    ordered = sorted(dict.fromkeys(tokens), key=lambda token: (-len(token), token))
    return [part for at in range(PARTS) if (part := ordered[at::PARTS])]


def _of(db: Connection, numbers: Sequence[int]) -> list[EarlierHeadline]:
    """The headlines of some releases, published ones first, then the newest."""
    columns = RELEASES.c
    wanted = select(columns.headline, columns.status, columns.details, columns.address).where(
        columns.number.in_(numbers), columns.deleted.is_(None), columns.headline != ""
    )
    rows = db.execute(wanted.order_by(columns.number.desc())).all()
    return [_earlier(row) for row in sorted(rows, key=lambda row: row.status != "tayang")]


def _earlier(row: Row[str, str, Any, str]) -> EarlierHeadline:
    day = row.details.get("publication_date")
    return EarlierHeadline(row.headline, date.fromisoformat(day) if day else None, row.address)


def _knows_enough(db: Connection) -> bool:
    some = (
        select(RELEASES.c.number)
        .where(RELEASES.c.deleted.is_(None), RELEASES.c.headline != "")
        .limit(ENOUGH_HEADLINES)
    )
    count = db.scalar(select(func.count()).select_from(some.subquery()))
    return bool(count and count >= ENOUGH_HEADLINES)


class DatabaseArchive(ReleaseSearch, DuplicateSearch, ReleaseAttachments, DurableCommits):
    """The ``Archive`` on SQLite or PostgreSQL.

    ``reader`` reads a release's frame; ``clock`` gives seconds since 1970.
    """

    def __init__(
        self, engine: Engine, reader: FrameReader, clock: Callable[[], float] = time.time
    ) -> None:
        is_embedded = engine.dialect.name == "sqlite"
        index = SqliteIndex() if is_embedded else PostgresqlIndex()
        ReleaseAttachments.__init__(self, engine, clock)
        ReleaseSearch.__init__(self, engine, index, ReleaseStorage(index, reader))
        DurableCommits.__init__(self)
        self._pulse = ChangeDetector(engine)
        self.path = (engine.url.database or "") if is_embedded else ""
        self._place = FileIdentity(self.path) if self.path else None
        self._reader = reader
        self._everywhere: dict[str, int] = {}

    @property
    def engine(self) -> Engine:
        """The SQLAlchemy engine, for moving whole archives."""
        return self._engine

    def add(
        self,
        key: str,
        release: Release,
        original: OriginalNote | None = None,
        photos: Mapping[str, bytes] | None = None,
    ) -> ReleaseRecord:
        """Add a new release with its original file and its photos by their SHA-256."""
        now = self._clock()
        record = ReleaseRecord(key, release, revision=1, created=now, changed=now)
        with write_transaction(self._engine) as db:
            put_photos(db, photos or {}, now)
            number = self.filing.insert(db, record)
            if original is not None:
                put_original(db, number, original)
            version_history.keep_version(db, number, release_to_json(release), "impor", now)
        return record

    def get(self, key: str) -> ReleaseRecord:
        """The release of that key, in the bin or not."""
        with read_transaction(self._engine) as db:
            return record_of(require_release_row(db, key))

    def save(self, record: ReleaseRecord, *, is_durable: bool = True) -> ReleaseRecord:
        """Replace release, status and address of the record's key; returns the new record."""
        now = self._clock()
        with write_transaction(self._engine, is_durable=is_durable) as db:
            row = require_release_row(db, record.key)
            stored = record_of(row)
            if _content_of(record) == _content_of(stored):
                return stored
            content = release_to_json(record.release)
            is_stale = record.revision != stored.revision
            is_only_here = is_stale or record.address != stored.address
            if is_stale:
                version_history.keep_version(db, row.number, content, "bentrok", now)
            else:
                record = stored._replace(
                    release=record.release,
                    status=record.status,
                    address=record.address,
                    revision=stored.revision + 1,
                    changed=now,
                )
                self.filing.update(db, row.number, record)
                is_only_here |= version_history.keep_version_if_due(db, row.number, content, now)
        if not is_durable:
            there = stored if is_stale else record
            self.note_committed(there, is_urgent=is_only_here)
        if is_stale:
            raise ConflictError(record, stored)
        return record

    def list_releases(
        self, wanted: ReleaseFilter = EVERYTHING, page: ResultPage = FIRST_PAGE
    ) -> list[ReleaseSummary]:
        """Releases, the most recently received first."""
        with read_transaction(self._engine) as db:
            return self._summaries(db, wanted, page)

    def counts(self) -> Mapping[str, int]:
        """The number of releases outside the bin by status."""
        with read_transaction(self._engine) as db:
            return {row[0]: row[1] for row in db.execute(counted(self._index))}

    def related(self, key: str, release: Release, limit: int = RELATED) -> list[ReleaseSummary]:
        """Earlier releases to propose as related, best first."""
        frame = self._reader.read(text_ends(release.text))
        with self.indexed_connection() as db:
            passed_over = {key, *not_related(db, key)}
            best = find_related(db, self._index, release, frame, passed_over, self._everywhere)
            return list(islice(best, limit))

    def look_up_title(self, title: str) -> TitleLookup:
        """What is known of the title of a linked article."""
        with self.indexed_connection() as db:
            return look_up(db, self._index, title)

    def delete(self, key: str) -> None:
        """Move a release into the bin, where it stays for thirty days."""
        self._mark_deleted(key, self._clock())

    def undelete(self, key: str) -> None:
        """Take a release out of the bin."""
        self._mark_deleted(key, None)

    def keep_version(
        self,
        key: str,
        reason: Reason,
        release: Release | None = None,
        made: float | None = None,
    ) -> None:
        """Keep a version of a release; nothing where the last version is equal."""
        with write_transaction(self._engine) as db:
            row = require_release_row(db, key)
            if made is not None and version_history.has_version(db, row.number, reason, made):
                return
            content = bytes(row.content) if release is None else release_to_json(release)
            version_history.keep_version(
                db, row.number, content, reason, self._clock() if made is None else made
            )
            if release is not None:
                note_photo_uses(db, row.number, release)

    def versions(self, key: str) -> list[Version]:
        """The versions of a release, oldest first."""
        with read_transaction(self._engine) as db:
            return version_history.versions_of(db, require_release_number(db, key))

    def version(self, key: str, number: int) -> Release:
        """The state of a release in one of its versions."""
        with read_transaction(self._engine) as db:
            return version_history.release_in(db, require_release_number(db, key), number)

    def restore(self, key: str, number: int) -> ReleaseRecord:
        """Make a version the present state; the replaced state is kept as a version."""
        now = self._clock()
        with write_transaction(self._engine) as db:
            row = require_release_row(db, key)
            release = version_history.release_in(db, row.number, number)
            stored = record_of(row)
            if release == stored.release:
                return stored
            version_history.keep_version(db, row.number, bytes(row.content), "pulih", now)
            record = stored._replace(release=release, revision=stored.revision + 1, changed=now)
            self.filing.update(db, row.number, record)
            version_history.keep_version(db, row.number, release_to_json(release), "pulih", now)
            return record

    def thin_out(self) -> None:
        """Delete superfluous versions, releases that were in the bin for thirty days, and
        pre-migration copies that are as old or superseded.
        """
        now = self._clock()
        version_history.thin_out_versions(self._engine, now)
        with write_transaction(self._engine) as db:
            # deleted by a clock that has been set back since: thirty days from the present
            ahead = RELEASES.c.deleted > now
            db.execute(update(RELEASES).where(ahead).values(deleted=now))
            old = select(RELEASES.c.number).where(RELEASES.c.deleted < now - BIN_SECONDS)
            gone = list(db.scalars(old))
            self._index.drop(db, gone)
            drop_fingerprints(db, gone)
            for number in gone:
                db.execute(delete(RELEASES).where(RELEASES.c.number == number))
            unused = PHOTOS.c.digest.not_in(select(PHOTO_USES.c.digest))
            db.execute(delete(PHOTOS).where(PHOTOS.c.added < now - BIN_SECONDS, unused))
        self.tidy_index()
        if self.path:
            drop_outlived_backups(self.path, now)

    def is_file_unchanged(self) -> bool:
        """Whether the opened file is still in its place; always True for a shared archive."""
        return self._place is None or self._place.is_as_left()

    def change_marker(self) -> str:
        """A value that changes whenever anybody changes the archive."""
        return self._pulse.take()

    def faults(self) -> list[str]:
        """One sentence for each inconsistency; empty where the archive is sound."""
        return list(filter(None, self.check_integrity()))

    def check_integrity(self) -> Generator[str]:
        """Check row by row: yields '' for each sound row and one sentence for each fault."""
        with long_read_transaction(self._engine) as db:
            yield from integrity_faults(db, self._index)

    def count_checked_rows(self) -> int:
        """How many rows ``check_integrity`` checks."""
        with read_transaction(self._engine) as db:
            return count_checked_rows(db)

    def close(self) -> None:
        """Close the database. Never raises."""
        self.close_log()
        self._pulse.close()
        self._engine.dispose()

    def _mark_deleted(self, key: str, when: float | None) -> None:
        with write_transaction(self._engine) as db:
            row = require_release_row(db, key)
            changed = RELEASES.c.number == row.number
            db.execute(update(RELEASES).where(changed).values(deleted=when))


def _content_of(record: ReleaseRecord) -> tuple[Release, Stage, str]:
    """The parts of a record that a save replaces."""
    return record.release, record.status, record.address
