"""The draft journal: a plain local file in which every keystroke is safe within two seconds.

One thread writes changes in whole transactions, at most 1.2 seconds after they were noted; they
then survive a killed process and a power cut. While the file cannot be written (full disk, folder
without permission) all changes stay in memory and writing is retried until it succeeds.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from threading import Condition, Thread, current_thread
from typing import TypeVar

from bnews_desk.archive.journal.journal_entries import JournalEntry, list_entries
from bnews_desk.archive.journal.journal_errors import BegunAnewError, sentence_of
from bnews_desk.archive.journal.journal_reader import JournalReader
from bnews_desk.archive.journal.journal_store import JournalStore
from bnews_desk.archive.journal.journal_tables import DeskRow, PictureRow, ReleaseRow
from bnews_desk.archive.journal.pending_writes import (
    DeskTabs,
    OriginalNote,
    ReleaseNote,
    WriteBatch,
)
from bnews_desk.archive.journal.write_schedule import Clock, SystemClock, WriteSchedule
from bnews_desk.archive.release_progress import Progress, progress_of
from bnews_desk.archive.sqlite_connection import Connect, connect
from bnews_desk.archive.sqlite_errors import is_damage
from bnews_desk.errors import ReadError
from bnews_desk.files import system_path
from bnews_desk.log import log_fault, suppressed
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release
from bnews_desk.release_json import decode_text, receipt_from_json, release_from_json

_LOG = logging.getLogger(__name__)
_FLUSH_SECONDS = 15.0
_NOTHING_YET = Progress()
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class JournalRelease:
    """A release as it was last noted, with its attachments.

    ``pictures`` holds the bytes of those of its photos that were put into the journal.
    """

    release: Release
    caret: int = 0
    receipt: Receipt = field(default_factory=Receipt)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    changed: float = 0.0
    progress: Progress = _NOTHING_YET


class Journal:
    """One journal file and the thread that writes it.

    Every method may be called from any thread and returns at once, except ``flush``, ``close`` and
    those that read content: ``load``, ``picture`` and ``original``. The file's list of releases is
    read once and then kept up to date in memory, so that listing releases opens no file.

    Callbacks run in the writing thread (``on_trouble`` also in the constructor). ``on_trouble``
    gets one sentence for the editor, at once and every 30 seconds while writing fails;
    ``on_mended`` is called when writing succeeds again. ``on_notice`` gets one sentence about a
    finished event, such as a damaged journal that was put aside and replaced. ``on_saved`` gets a
    key and the time from which that release is safe. ``clock`` gives seconds since 1970.
    """

    def __init__(
        self,
        path: str,
        clock: Callable[[], float] = time.time,
        on_trouble: Callable[[str], None] = lambda sentence: None,
        *,
        on_mended: Callable[[], None] = lambda: None,
        on_notice: Callable[[str], None] | None = None,
        on_saved: Callable[[str, float], None] = lambda key, when: None,
        pace: Clock | None = None,
        connect: Connect = connect,
    ) -> None:
        self.path = system_path(os.path.abspath(path))
        self._clock = clock
        self._on_trouble, self._on_mended, self._on_saved = on_trouble, on_mended, on_saved
        self._on_notice = on_notice or on_trouble
        self._pace = pace or SystemClock()
        self._store = JournalStore(self.path, clock, connect)
        self._reader = JournalReader(self.path, connect)
        self._changed = Condition()
        self._schedule = WriteSchedule()
        self._waiting = WriteBatch()
        self._held = WriteBatch()
        self._rows: dict[str, ReleaseRow] = {}
        self._tabs: list[DeskRow] = []
        self._is_listed = self._is_mistrusted = False
        self._saved: dict[str, float] = {}
        self._failures = 0
        self._is_busy = self._is_closing = False
        self._write(WriteBatch())
        self._thread = Thread(target=self._work, name="jurnal", daemon=True)
        self._thread.start()

    def note(
        self,
        key: str,
        release: Release,
        caret: int = 0,
        progress: Progress = _NOTHING_YET,
        changed: float | None = None,
    ) -> None:
        """Keep the present state of a release, its caret in code points and its progress.

        ``changed`` is the time of its last change, None for the present moment. A removed release
        returns to the desk. ``key`` is any text without lone surrogates.
        """
        key.encode()
        note = ReleaseNote(release, caret, self._clock() if changed is None else changed, progress)
        self._put(WriteBatch(notes={key: note}))

    def put_picture(self, digest: str, data: bytes) -> None:
        """Keep the bytes of a photo under their digest."""
        self._put(WriteBatch(pictures={digest: PictureRow(digest, self._clock(), data)}))

    def put_original(self, key: str, name: str, data: bytes, receipt: Receipt) -> None:
        """Keep the file that a release was imported from, and its import receipt."""
        self._put(WriteBatch(originals={key: OriginalNote(name, data, receipt, self._clock())}))

    def set_open(self, keys: Sequence[str], current: str | None = None) -> None:
        """Remember which releases are open in tabs, from left to right, and which is in front."""
        self._put(WriteBatch(desk=DeskTabs(tuple(keys), current)))

    def remove(self, key: str) -> None:
        """Remove a release from the desk; it can be restored for 30 days."""
        self._put(WriteBatch(removed={key: self._clock()}))

    def restore(self, key: str) -> None:
        """Bring a removed release back."""
        self._put(WriteBatch(removed={key: None}))

    def pending_and_open(self) -> WriteBatch:
        """Everything held in memory: pending writes and the open releases."""
        with self._changed:
            return self._held.merged_under(WriteBatch())

    def take_pending(self, batch: WriteBatch) -> None:
        """Schedule entries that were written elsewhere while this journal could not be written."""
        self._put(batch)

    def last_saved(self, key: str) -> float | None:
        """The time at which the newest written state of a release became safe, seconds since 1970.

        None where this process has written none.
        """
        with self._changed:
            return self._saved.get(key)

    @property
    def is_safe(self) -> bool:
        """Whether everything noted so far is written."""
        with self._changed:
            return not (self._waiting or self._is_busy or self._schedule.is_troubled)

    def entries(self) -> list[JournalEntry]:
        """The releases on the desk, last changed first."""
        return [entry for entry in self._all_entries() if entry.removed is None]

    def removed(self) -> list[JournalEntry]:
        """The removed releases that are still kept, last changed first."""
        return [entry for entry in self._all_entries() if entry.removed is not None]

    def load(self, key: str) -> JournalRelease:
        """A release as it was last noted, written or not.

        Raises ``ReadError`` (*missing*, *damaged*).
        """
        with self._changed:
            note = self._held.notes.get(key)
        if note is None:
            row = self._read(lambda: self._reader.release(key))
            if row is None:
                raise ReadError(
                    "missing", "Naskah ini tidak ada di jurnal; buka lagi berkas aslinya."
                )
            release, progress = release_from_json(row.content), progress_of(row.progress)
            note = ReleaseNote(release, row.caret, row.changed, progress)
        original = self.original(key)
        pictures = {photo.digest: self.picture(photo.digest) for photo in note.release.photos}
        return JournalRelease(
            note.release,
            min(max(note.caret, 0), len(note.release.text)),
            original.receipt if original else Receipt(),
            {digest: data for digest, data in pictures.items() if data is not None},
            note.changed,
            note.progress,
        )

    def picture(self, digest: str) -> bytes | None:
        """The bytes of a photo, None where they were never put into the journal."""
        with self._changed:
            held = self._held.pictures.get(digest)
        return held.data if held else self._read(lambda: self._reader.picture(digest))

    def original(self, key: str) -> OriginalNote | None:
        """The file that a release was imported from, None where none was kept."""
        with self._changed:
            held = self._held.originals.get(key)
        if held:
            return held
        row = self._read(lambda: self._reader.original(key))
        if row is None:
            return None
        return OriginalNote(
            decode_text(row.name), row.data, receipt_from_json(row.receipt), row.received
        )

    def flush(self) -> bool:
        """Write everything pending and wait for it; returns whether everything is safe."""
        if current_thread() is self._thread:
            return False  # a callback cannot wait for the thread it runs in
        until = time.monotonic() + _FLUSH_SECONDS
        with self._changed:
            failures = self._failures
            while self._waiting or self._is_busy or self._schedule.is_pressing:
                rest = until - time.monotonic()
                if rest <= 0 or self._failures > failures or not self._thread.is_alive():
                    return False
                if not self._schedule.is_hurried and (self._waiting or self._schedule.is_troubled):
                    # Once only: two threads that wait here would wake each other for ever, and on
                    # Windows the writing thread would not get its turn.
                    self._schedule.hurry()
                    self._changed.notify_all()
                self._changed.wait(rest)
            return True

    def close(self) -> bool:
        """Write everything pending and close the file; returns whether everything is safe.

        Nothing may be noted afterwards.
        """
        is_safe = self.flush()
        with self._changed:
            self._is_closing = True
            self._changed.notify_all()
        self._thread.join(_FLUSH_SECONDS)
        if not self._thread.is_alive():
            self._store.close()
        return is_safe

    def _put(self, batch: WriteBatch) -> None:
        with self._changed:
            self._waiting = self._waiting.merged_under(batch)
            self._held = self._held.merged_under(batch)
            now = self._pace.now()
            is_first = self._schedule.wait(now) is None
            self._schedule.note_change(now)
            # Later changes only postpone the write: waking the thread for each would slow typing.
            if is_first:
                self._changed.notify_all()

    def _work(self) -> None:
        """The writing thread's loop: wait until a write is due, write, report."""
        while True:
            with self._changed:
                while (wait := self._schedule.wait(self._pace.now())) != 0.0:
                    if self._is_closing:
                        return
                    self._pace.wait(self._changed, wait)
                if self._is_closing:
                    return
                batch, self._waiting = self._waiting, WriteBatch()
                self._is_busy = True
                self._schedule.begun()
            self._write(batch)

    def _write(self, batch: WriteBatch) -> None:
        """Try to write a batch once; on failure it becomes pending again. Never raises."""
        notices: list[str] = []
        try:
            written = self._store.write(batch)
        except BegunAnewError as news:
            notices.append(str(news))
            with self._changed:
                batch = batch.merged_under(self._held)
                self._is_listed = False
            self._write_again(batch, notices)
        except Exception as error:  # whatever the error, the editor must be able to work on
            self._end_failure(batch, error, notices)
        else:
            self._end_success(batch, written, notices)

    def _write_again(self, batch: WriteBatch, notices: list[str]) -> None:
        """Write everything held in memory into a journal that was created anew."""
        try:
            written = self._store.write(batch)
        except Exception as error:
            self._end_failure(batch, error, notices)
        else:
            self._end_success(batch, written, notices)

    def _end_success(
        self, batch: WriteBatch, written: list[ReleaseRow], notices: list[str]
    ) -> None:
        _LOG.debug("%d releases written", len(batch.notes))
        when = self._clock()
        with self._changed:
            self._saved.update(dict.fromkeys(batch.notes, when))
            is_mended = self._schedule.succeeded()
            self._follow(batch, written)
        if not self._is_listed:
            self._list_anew()
        with self._changed:
            self._held = self._held.still_needed(self._waiting)
        self._tell(notices)
        if is_mended:
            _call(self._on_mended)
        for key in batch.notes:
            _call(partial(self._on_saved, key, when))
        self._rest()

    def _end_failure(self, batch: WriteBatch, error: Exception, notices: list[str]) -> None:
        log_fault(_LOG, "writing the journal", error)
        sentence = sentence_of(error, self.path)
        with self._changed:
            self._waiting = batch.merged_under(self._waiting)
            is_news = self._schedule.failed(self._pace.now(), sentence)
            self._failures += 1
        if not self._is_listed:  # a journal that cannot be written can often be read
            self._list_anew()
        self._tell(notices)
        if is_news:
            _call(partial(self._on_trouble, sentence))
        self._rest()

    def _rest(self) -> None:
        with self._changed:
            self._is_busy = False
            self._changed.notify_all()

    def _tell(self, notices: list[str]) -> None:
        for notice in notices:
            _call(partial(self._on_notice, notice))

    def _all_entries(self) -> list[JournalEntry]:
        with self._changed:
            return list_entries(self._rows.values(), self._tabs, self._held)

    def _follow(self, batch: WriteBatch, written: list[ReleaseRow]) -> None:
        """Update the list in memory after a batch was written."""
        self._rows.update((row.key, row) for row in written)
        for key, removed in batch.removed.items():
            if key in self._rows:
                self._rows[key] = self._rows[key]._replace(removed=removed)
        if batch.desk is not None:
            self._tabs = batch.desk.rows()

    def _list_anew(self) -> None:
        """Read the list of releases from the file; the next write retries where it cannot be read.

        Only the constructor and the writing thread may call it.
        """
        try:
            rows, tabs = self._reader.summaries(), self._reader.desk()
        except (sqlite3.Error, OSError, TypeError) as error:
            log_fault(_LOG, "listing the journal", error)
            if is_damage(error) and not self._is_mistrusted:
                self._is_mistrusted = True
                self._store.note_damage()
                with self._changed:
                    self._schedule.hurry()
            return
        with self._changed:
            self._rows, self._tabs = {row.key: row for row in rows}, tabs
            self._is_listed, self._is_mistrusted = True, False

    def _read(self, ask: Callable[[], Answer]) -> Answer | None:
        """Read from the file, None where it cannot be read; a damaged file is replaced first."""
        for attempt in range(2):
            try:
                return ask()
            except (sqlite3.Error, OSError) as error:
                log_fault(_LOG, "reading the journal", error)
                if attempt or not is_damage(error):
                    return None
                self._store.note_damage()
                with self._changed:
                    self._schedule.hurry()
                    self._changed.notify_all()
                self.flush()
        return None


def _call(callback: Callable[[], object]) -> None:
    """Run a callback; an exception in it must not end the writing thread."""
    with suppressed(_LOG, "a callback", Exception):
        callback()
