"""Where a journal cannot be written when the window closes: what it holds waits elsewhere.

It is left in a small journal of its own, in the first of some folders that takes it, and taken
back at the next start. The folder's name tells which journal it belongs to, so that two desks
never take each other's releases.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Sequence
from hashlib import blake2b

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.journal.journal_errors import BegunAnewError
from bnews_desk.archive.journal.journal_reader import JournalReader
from bnews_desk.archive.journal.journal_store import JournalStore
from bnews_desk.archive.journal.journal_tables import PictureRow
from bnews_desk.archive.journal.pending_writes import (
    DeskTabs,
    OriginalNote,
    ReleaseNote,
    WriteBatch,
)
from bnews_desk.archive.release_progress import progress_of
from bnews_desk.errors import DeskError
from bnews_desk.log import log_fault
from bnews_desk.release_json import decode_text, receipt_from_json, release_from_json

_LOG = logging.getLogger(__name__)


_NAME = "B-News Desk titipan"
_FILE = "jurnal.db"


class FallbackCopy:
    """Leaves what one journal holds in one of ``folders``, the first that takes it."""

    def __init__(self, journal: Journal, folders: Sequence[str]) -> None:
        self._journal = journal
        mark = blake2b(os.fsencode(journal.path), digest_size=4).hexdigest()
        name = f"{_NAME} {mark}"
        self._places = [os.path.join(folder, name) for folder in dict.fromkeys(folders) if folder]

    def write(self) -> str:
        """Write all that is at hand; the file's path, '' where no folder took it."""
        batch = self._journal.pending_and_open()
        for place in self._places:
            path = os.path.join(place, _FILE)
            store = JournalStore(path)
            try:
                if not os.path.lexists(place):
                    os.mkdir(place, mode=0o700)
                if not _is_private(place):
                    continue
                _write(store, batch)
            except (OSError, sqlite3.Error, DeskError) as error:
                log_fault(_LOG, "writing a fallback copy of the journal", error)
                continue
            finally:
                store.close()
            return path
        return ""

    def restore_into_journal(self) -> tuple[str, ...]:
        """Put into the journal what was left; one sentence for each place where something was.

        What the journal has in a newer state stays. The files go once the journal is safe.
        """
        said = []
        for place in self._places:
            path = os.path.join(place, _FILE)
            if not (os.path.isfile(path) and _is_private(place)):
                continue
            try:
                batch = _read(path)
            except (OSError, sqlite3.Error, DeskError):
                said.append(
                    f"Titipan naskah “{path}” tidak terbaca; jalankan bnews-desk rescue --journal"
                    " dengan berkas itu."
                )
                continue
            count = self._put(batch)
            if self._journal.flush():
                shutil.rmtree(place, ignore_errors=True)
            if count:
                said.append(
                    f"{count} naskah yang belum masuk jurnal saat jendela ditutup diambil kembali"
                    f" dari “{place}”."
                )
        return tuple(said)

    def _put(self, batch: WriteBatch) -> int:
        """Take what is newer than the journal's own; how many releases that were."""
        known = {e.key: e.changed for e in (*self._journal.entries(), *self._journal.removed())}
        for key in [k for k, note in batch.notes.items() if known.get(k, 0.0) > note.changed]:
            del batch.notes[key]
        self._journal.take_pending(batch)
        return len(batch.notes)


def _write(store: JournalStore, batch: WriteBatch) -> None:
    try:
        store.write(batch)
    except BegunAnewError:  # what stood there was damaged and is kept aside
        store.write(batch)


def _read(path: str) -> WriteBatch:
    """Everything in a small journal, to be put into the large one.

    Raises as ``JournalReader`` and ``release_from_json`` do.
    """
    reader = JournalReader(path)
    batch = WriteBatch()
    for row in reader.releases():
        release = release_from_json(row.content)
        batch.notes[row.key] = ReleaseNote(
            release, row.caret, row.changed, progress_of(row.progress)
        )
        for photo in release.photos:
            data = reader.picture(photo.digest)
            if data is not None:
                batch.pictures[photo.digest] = PictureRow(photo.digest, row.changed, data)
        original = reader.original(row.key)
        if original is not None:
            name, receipt = decode_text(original.name), receipt_from_json(original.receipt)
            batch.originals[row.key] = OriginalNote(name, original.data, receipt, original.received)
        if row.removed is not None:
            batch.removed[row.key] = row.removed
    tabs = reader.desk()
    if tabs:
        current = next((tab.key for tab in tabs if tab.is_current), None)
        batch.desk = DeskTabs(tuple(tab.key for tab in tabs), current)
    return batch


def _is_private(place: str) -> bool:
    """Whether a folder is one that only this user can have put anything into.

    The name is known to everybody and may stand in a folder where everybody makes files: a link
    there, another's folder, or one that others may write to is never used. On Windows folders for
    temporary files are the user's own.
    """
    try:
        found = os.lstat(place)
    except OSError:
        return False
    if sys.platform == "win32":
        is_link = bool(found.st_file_attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)
        return stat.S_ISDIR(found.st_mode) and not is_link
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.geteuid()
        and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
