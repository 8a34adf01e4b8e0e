"""Saves a journal's content in another folder when the journal cannot be written at closing.

The copy is a small journal of its own in the first folder that accepts it. The next start restores
it into the journal. The folder's name identifies the journal, so that two desks never take each
other's releases.
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
    """Saves and restores the content of one journal; ``folders`` are tried in order."""

    def __init__(self, journal: Journal, folders: Sequence[str]) -> None:
        self._journal = journal
        mark = blake2b(os.fsencode(journal.path), digest_size=4).hexdigest()
        name = f"{_NAME} {mark}"
        self._places = [os.path.join(folder, name) for folder in dict.fromkeys(folders) if folder]

    def write(self) -> str:
        """Write everything held in memory; returns the file's path, '' if no folder accepts it."""
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
        """Put every copy that is found into the journal; returns one sentence for each.

        A newer state in the journal wins. The copies are removed once the journal is safe.
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
        """Put the entries that are newer than the journal's into it; returns the number of
        releases.
        """
        known = {e.key: e.changed for e in (*self._journal.entries(), *self._journal.removed())}
        for key in [k for k, note in batch.notes.items() if known.get(k, 0.0) > note.changed]:
            del batch.notes[key]
        self._journal.take_pending(batch)
        return len(batch.notes)


def _write(store: JournalStore, batch: WriteBatch) -> None:
    try:
        store.write(batch)
    except BegunAnewError:  # a damaged journal was put aside
        store.write(batch)


def _read(path: str) -> WriteBatch:
    """Read everything in a small journal as one batch.

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
    """Whether only this user can have put anything into a folder.

    The folder's name can be guessed and may lie in a directory where everybody may create files, so
    a link, another user's folder and a folder that others may write to are refused. On Windows the
    folders for temporary files belong to the user.
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
