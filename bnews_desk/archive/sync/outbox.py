"""The outbox: what the archive is still to be told, written to a file before it is done.

A small file beside the sync state. Text and stage of a release need no entry: they stand in the
journal and are handed over from there.
"""

from __future__ import annotations

import json
import logging
import math
import os
import sqlite3
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from bnews_desk.archive.recovery.damaged_files import put_aside
from bnews_desk.archive.release_progress import STAGES, Stage
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_values import Dismissal, ExportRecord, Reason, Record
from bnews_desk.archive.sqlite_connection import connect, transaction
from bnews_desk.archive.sqlite_errors import is_damage
from bnews_desk.archive.sync.conflict_retry import retried_on_conflict
from bnews_desk.errors import DeskError
from bnews_desk.files import system_path
from bnews_desk.log import log_fault, suppressed
from bnews_desk.release import Release
from bnews_desk.release_json import encode_text, release_from_json, release_to_json

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive

_LOG = logging.getLogger(__name__)
_TABLE = (
    "CREATE TABLE IF NOT EXISTS errand (number INTEGER PRIMARY KEY AUTOINCREMENT,"
    " name TEXT NOT NULL UNIQUE, said BLOB NOT NULL, content BLOB)"
)
_UNREADABLE = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError),
    DeskError,
)
"""What a row that is no errand may raise."""
_PUT = "INSERT OR IGNORE INTO errand (name, said, content) VALUES (?, ?, ?)"


def outbox_file(sync_state_path: str) -> str:
    """The outbox that belongs to a file of sync state."""
    stem, ending = os.path.splitext(sync_state_path)
    return f"{stem}-pesanan{ending}"


class OutboxEntry(NamedTuple):
    """What is to be done for a release, as it was asked for at ``made``, seconds since 1970.

    ``release`` is to be kept as a version for ``reason``; it was exported to ``files``, each a form
    and a name; ``address`` is where it was published, and takes the place of ``replaced``, None
    where that is not known; ``stage`` is how far it is; ``dismissed`` is not to be proposed for it
    again. What is None or empty is not asked for.
    """

    key: str
    made: float
    release: Release | None = None
    reason: Reason = "berkala"
    files: tuple[tuple[str, str], ...] = ()
    address: str | None = None
    stage: Stage | None = None
    dismissed: Dismissal | None = None
    replaced: str | None = None

    def do(self, archive: Archive) -> None:
        """Do it; done again it changes nothing, wherever it was broken off.

        Raises ``ArchiveError``, also where others have
        noted another address since this one was asked for: they are seen by everybody and stay.
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

    def _overtaken(self, record: Record) -> str:
        """What to say where others have noted another address meanwhile."""
        theirs = f"jendela lain mencatat alamat “{record.address}”"
        if not record.address:
            theirs = "jendela lain menghapus alamatnya"
        mine = f"“{self.address}” tidak dipasang" if self.address else "alamat itu tidak dihapus"
        return (
            f"Untuk “{record.release.headline}” {theirs}, jadi {mine}; bila itu keliru, tulis lagi"
            " di Data terbit."
        )


class Outbox:
    """The entries that wait, the file at ``path`` behind them; for one thread at a time.

    The file is made with the first entry. What cannot be written is tried again with the next, and
    known until the program ends. ``tell`` is given one sentence where the file was damaged; it is
    kept aside then.
    """

    def __init__(self, path: str, tell: Callable[[str], None] = lambda sentence: None) -> None:
        self._path, self._tell = system_path(os.path.abspath(path)), tell
        self._db: sqlite3.Connection | None = None
        self._known: dict[str, OutboxEntry] = {}
        self._unwritten: dict[str, OutboxEntry] = {}
        self._done: set[str] = set()

    def put(self, name: str, errand: OutboxEntry) -> bool:
        """Write an errand down under a name of its own; whether all survives a power cut now."""
        self._known[name] = self._unwritten[name] = errand
        return self._write()

    def drop(self, name: str) -> bool:
        """Forget one that is done; whether the file has forgotten it."""
        self._known.pop(name, None)
        if self._unwritten.pop(name, None) is None:
            self._done.add(name)
        return self._write()

    def waiting(self) -> dict[str, OutboxEntry]:
        """All that wait, by their names, those first that were asked for first.

        What cannot be read is passed over.
        """
        if not (self._db is not None or os.path.exists(self._path)):
            return dict(self._known)
        found: dict[str, OutboxEntry] = {}

        def read(db: sqlite3.Connection) -> None:
            found.clear()
            for name, said, content in db.execute(
                "SELECT name, said, content FROM errand ORDER BY number"
            ):
                with suppressed(_LOG, "reading an errand", *_UNREADABLE):
                    found[name] = _errand_of(said, content)

        self._try(read)
        waiting = {**found, **self._known}
        return {name: errand for name, errand in waiting.items() if name not in self._done}

    def close(self) -> None:
        """Let go of the file. Never raises."""
        db, self._db = self._db, None
        if db is not None:
            with suppressed(_LOG, "closing the outbox", sqlite3.Error):
                db.close()

    def _write(self) -> bool:
        """Write what is new and strike out what is done, all or nothing."""

        def write(db: sqlite3.Connection) -> None:
            with transaction(db):
                for name, errand in self._unwritten.items():
                    content = None if errand.release is None else release_to_json(errand.release)
                    db.execute(_PUT, (name, _said(errand), content))
                db.executemany("DELETE FROM errand WHERE name = ?", [(n,) for n in self._done])

        is_written = not (self._unwritten or self._done) or self._try(write)
        if is_written:
            self._unwritten.clear()
            self._done.clear()
        return is_written

    def _try(self, act: Callable[[sqlite3.Connection], None]) -> bool:
        """Do something with the file, opened or begun anew; whether that could be done."""
        for _ in range(2):
            try:
                act(self._opened())
            except (sqlite3.Error, OSError) as error:
                log_fault(_LOG, "using the outbox", error)
                self.close()
                if not is_damage(error) or not self._put_aside():
                    return False
            else:
                return True
        return False

    def _opened(self) -> sqlite3.Connection:
        if self._db is not None and not os.path.exists(self._path):  # somebody has removed it
            self.close()
            self._unwritten = dict(self._known)
        if self._db is None:
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            self._db = connect(self._path)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute(_TABLE)
        return self._db

    def _put_aside(self) -> bool:
        try:
            aside = put_aside(self._path, time.time())
        except OSError:
            return False
        self._unwritten = dict(self._known)
        self._tell(
            f"Catatan pesanan untuk arsip rusak dan disimpan sebagai “{aside}”; versi dan ekspor"
            " yang waktu itu belum masuk arsip mungkin tidak tercatat."
        )
        return True


def _said(errand: OutboxEntry) -> bytes:
    said = errand._asdict() | {"release": None}
    return encode_text(json.dumps(said, ensure_ascii=False, separators=(",", ":")))


def _errand_of(said: bytes, content: bytes | None) -> OutboxEntry:
    """The errand in a row; raises one of ``_UNREADABLE`` where it is none."""
    fields: dict[str, Any] = json.loads(said.decode("utf-8", "surrogatepass"))
    reason, stage, address = fields["reason"], fields["stage"], fields["address"]
    made = float(fields["made"])
    replaced = fields.get("replaced")  # earlier versions wrote none, and no dismissals
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


def _dismissal_of(said: Any) -> Dismissal | None:  # noqa: ANN401 - read from a file
    if said is None:
        return None
    kind, subject = said
    if not (isinstance(kind, str) and isinstance(subject, str)):
        raise TypeError(said)
    return Dismissal(kind, subject)
