"""The outbox: requests to the archive, written down before they are carried out.

Text and stage of a release need no entry: they are in the journal and are saved from there.
"""

from __future__ import annotations

import json
import logging
import math
import sqlite3
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from bnews_desk.archive.release_progress import STAGES, Stage
from bnews_desk.archive.repository.archive_errors import ArchiveError, retried_on_conflict
from bnews_desk.archive.repository.archive_values import (
    DismissedProposal,
    ExportRecord,
    Reason,
    ReleaseRecord,
)
from bnews_desk.archive.sqlite_connection import transaction
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.errors import DeskError
from bnews_desk.log import suppressed
from bnews_desk.release import Release
from bnews_desk.release_json import encode_text, release_from_json, release_to_json

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive

_LOG = logging.getLogger(__name__)
_UNREADABLE = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError),
    DeskError,
)
"""Errors that a malformed row can cause."""
_READ = "SELECT name, fields, release FROM outbox WHERE archive = ? ORDER BY number"
_PUT = "INSERT OR IGNORE INTO outbox (archive, name, fields, release) VALUES (?, ?, ?, ?)"


class OutboxEntry(NamedTuple):
    """Requests for one release, made at ``made``, seconds since 1970.

    ``release`` is to be kept as a version for ``reason``; it was exported to ``files``, each a
    format and a name; ``address`` is where it was published, and replaces ``replaced``, None where
    that is unknown; ``stage`` is its stage; ``dismissed`` is a proposal to dismiss. A field that is
    None or empty requests nothing.
    """

    key: str
    made: float
    release: Release | None = None
    reason: Reason = "berkala"
    files: tuple[tuple[str, str], ...] = ()
    address: str | None = None
    stage: Stage | None = None
    dismissed: DismissedProposal | None = None
    replaced: str | None = None

    def do(self, archive: Archive) -> None:
        """Carry it out; idempotent, also after an interruption.

        Raises ``ArchiveError``, also where others have recorded another address since the request
        was made: theirs is visible to everybody and stays.
        """
        if self.release is not None:
            archive.keep_version(self.key, self.reason, self.release, self.made)
        if self.files:
            revision = archive.get(self.key).revision
            for form, name in self.files:
                archive.note_export(self.key, ExportRecord(self.made, form, name, revision))
        if self.dismissed is not None:
            archive.dismiss(self.key, self.dismissed)
        if self.address is not None or self.stage is not None:
            retried_on_conflict(lambda: self._mark(archive))

    def _mark(self, archive: Archive) -> None:
        record = archive.get(self.key)
        address = record.address if self.address is None else self.address
        if self.replaced is not None and record.address not in (self.replaced, address):
            raise ArchiveError(self._overtaken(record))
        archive.save(record._replace(address=address, status=self.stage or record.status))

    def _overtaken(self, record: ReleaseRecord) -> str:
        """The message where others have recorded another address meanwhile."""
        theirs = f"jendela lain mencatat alamat “{record.address}”"
        if not record.address:
            theirs = "jendela lain menghapus alamatnya"
        mine = f"“{self.address}” tidak dipasang" if self.address else "alamat itu tidak dihapus"
        return (
            f"Untuk “{record.release.headline}” {theirs}, jadi {mine}; bila itu keliru, tulis lagi"
            " di Data terbit."
        )


class Outbox:
    """The entries that wait for the archive of ``file``; for one thread at a time.

    An entry that cannot be written is kept in memory and written with the next one.
    """

    def __init__(self, file: SyncFile) -> None:
        self._file = file
        self._generation = file.generation
        self._known: dict[str, OutboxEntry] = {}
        self._unwritten: dict[str, OutboxEntry] = {}
        self._done: set[str] = set()

    def put(self, name: str, entry: OutboxEntry) -> bool:
        """Add an entry under a unique name; returns whether everything survives a power cut."""
        self._known[name] = self._unwritten[name] = entry
        return self._write()

    def drop(self, name: str) -> bool:
        """Remove a completed entry; returns whether the file was updated."""
        self._known.pop(name, None)
        if self._unwritten.pop(name, None) is None:
            self._done.add(name)
        return self._write()

    def waiting(self) -> dict[str, OutboxEntry]:
        """All waiting entries by name, the earliest first.

        Unreadable ones are skipped.
        """
        found: dict[str, OutboxEntry] = {}

        def read(db: sqlite3.Connection) -> None:
            found.clear()
            for name, fields, release in db.execute(_READ, (self._file.archive,)):
                with suppressed(_LOG, "reading an outbox entry", *_UNREADABLE):
                    found[name] = _entry_of(fields, release)

        self._file.use(read)
        waiting = {**found, **self._known}
        return {name: entry for name, entry in waiting.items() if name not in self._done}

    def _write(self) -> bool:
        """Write new entries and delete completed ones, all or nothing."""

        def write(db: sqlite3.Connection) -> None:
            if self._generation != self._file.generation:
                self._generation, self._unwritten = self._file.generation, dict(self._known)
            with transaction(db):
                for name, entry in self._unwritten.items():
                    release = None if entry.release is None else release_to_json(entry.release)
                    db.execute(_PUT, (self._file.archive, name, _fields_of(entry), release))
                db.executemany("DELETE FROM outbox WHERE name = ?", [(n,) for n in self._done])

        is_written = not (self._unwritten or self._done) or self._file.use(write, is_durable=True)
        if is_written:
            self._unwritten.clear()
            self._done.clear()
        return is_written


def _fields_of(entry: OutboxEntry) -> bytes:
    fields = entry._asdict() | {"release": None}
    return encode_text(json.dumps(fields, ensure_ascii=False, separators=(",", ":")))


def _entry_of(data: bytes, content: bytes | None) -> OutboxEntry:
    """Decode a row's entry; raises one of ``_UNREADABLE`` where it is none."""
    fields: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    reason, stage, address = fields["reason"], fields["stage"], fields["address"]
    made = float(fields["made"])
    replaced = fields.get("replaced")  # earlier versions wrote neither this nor dismissals
    if not (
        math.isfinite(made)
        and reason in get_args(Reason)
        and stage in {None, *STAGES}
        and all(text is None or isinstance(text, str) for text in (address, replaced))
    ):
        raise ValueError(fields)
    files = tuple((str(form), str(name)) for form, name in fields["files"])
    release = None if content is None else release_from_json(bytes(content))
    dismissed = _dismissal_of(fields.get("dismissed"))
    key = str(fields["key"])
    return OutboxEntry(key, made, release, reason, files, address, stage, dismissed, replaced)


def _dismissal_of(said: Any) -> DismissedProposal | None:  # noqa: ANN401 - read from a file
    if said is None:
        return None
    kind, subject = said
    if not (isinstance(kind, str) and isinstance(subject, str)):
        raise TypeError(said)
    return DismissedProposal(kind, subject)
