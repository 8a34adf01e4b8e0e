"""Saves the desk's releases to the archive when typing pauses, and takes other desks' changes."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bnews_desk.archive.release_progress import fingerprint
from bnews_desk.archive.sync.outbox import Outbox, OutboxEntry
from bnews_desk.archive.sync.release_sync import DeskState, ReleaseSync, SyncOutcome
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncState
from bnews_desk.errors import ReadError
from bnews_desk.gui.archive.outbox_service import OutboxService
from bnews_desk.gui.archive.photo_loading import photos_in
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.log import suppressed

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.archive.repository.archive_values import Reason, ReleaseRecord
    from bnews_desk.gui.archive.archive_service import ArchiveService
    from bnews_desk.gui.desk.desk import Desk
    from bnews_desk.gui.desk.journal_signals import JournalSignals
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.release import Release

_LOG = logging.getLogger(__name__)

QUIET_MS = 3_000
"""Milliseconds without a change after which a release is queued for the archive."""
LONGEST_MS = 15_000
"""Milliseconds of work after which it is queued all the same."""
REST = 20.0
"""A release rests this many times as long as its last save took."""
RETRY_MS = 5_000
"""Milliseconds after which what the archive could not take is queued again."""
SOON_MS = 200
"""Milliseconds after a save in which others may join it: all wait for the disk once."""
LOOK_MS = 400
"""Milliseconds after a change of the archive in which others may join it."""


def take_other_desks_state(
    desk: Desk, ours: DeskState, theirs: ReleaseRecord, photos: Mapping[str, bytes]
) -> bool:
    """Replace ``ours`` by ``theirs``, open or in the journal alone.

    ``photos`` are the bytes that the desk does not have. False, and nothing done, where the release
    has changed here in the meantime.
    """
    opened = next((one for one in desk.releases if one.key == ours.key), None)
    for digest, data in photos.items():
        desk.put_picture(digest, data)
    if opened is not None:
        return _replace_text(opened, ours, theirs, photos)
    journal = desk.journal
    with suppressed(_LOG, "following another desk", ReadError):
        noted = journal.load(ours.key)
        if fingerprint(noted.release) == fingerprint(ours.release):
            journal.note(ours.key, theirs.release, noted.caret, noted.progress)
            return True
    return False


def _replace_text(
    opened: OpenRelease, ours: DeskState, theirs: ReleaseRecord, photos: Mapping[str, bytes]
) -> bool:
    document, wanted = opened.document, theirs.release
    if document.release() != ours.release:
        return False
    opened.pictures.update(photos)
    hung = {photo.digest for photo in ours.release.photos}
    for photo in wanted.photos:
        if photo.digest not in hung:
            document.add_photo(photo)
    for digest in hung - {photo.digest for photo in wanted.photos}:
        document.remove_photo(digest)
    document.become(wanted)
    for photo in wanted.photos:
        document.set_photo(photo)
    document.set_details(wanted.details)
    document.set_ignores(wanted.ignores)
    document.set_checks(wanted.checks)
    document.set_sources(wanted.sources)
    return True


class SyncController(QObject):
    """Saves every release of the desk to the archive, and takes what other desks saved.

    Nothing here waits for the archive but ``finish``. What the archive could not take is saved when
    it works again, at the next start at the latest.
    """

    conflicted = Signal(str, object, object)
    """A key, our ``Release``, their ``ReleaseRecord``: both desks have changed the same text.

    Ours is kept as a version; nothing is saved until ``replace_theirs`` is called.
    """
    conflict_resolved = Signal(str)
    """The key of a release that is no longer in conflict."""
    replaced_by_theirs = Signal(str)
    """The key of a release that now has the text another desk has saved."""

    def __init__(
        self,
        desk: Desk,
        service: ArchiveService,
        sync_file: SyncFile,
        journal_signals: JournalSignals,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._journal = desk.journal
        self._sync = ReleaseSync(desk.journal, SyncState(sync_file))
        self._save_seconds = 0.0
        self._undurable: set[str] = set()
        self._lock = Lock()
        self._queued: dict[str, DeskState | None] = {}
        """The newest state of each release that waits for the archive's thread, None where the
        journal has it. Whoever comes first takes the newest, however early it was queued.
        """
        self._agreed_to: dict[str, ReleaseRecord] = {}
        """What another desk saved and the state in ``_queued`` follows: taken along with it, or it
        would come too late.
        """
        self._due: dict[str, None] = {}
        self._last_queued: dict[str, tuple[object, object]] = {}
        self._arrivals: dict[str, Release] = {}
        self._removed: set[str] = set()
        self._failed_bins: dict[str, bool] = {}
        self._is_unsynced_due = False
        self.conflicts: dict[str, ReleaseRecord] = {}
        self._quiet = once_after(QUIET_MS, self.save_changes, self)
        self._longest = once_after(LONGEST_MS, self.save_changes, self)
        self._soon = once_after(0, self.save_changes, self)
        self._retry = once_after(RETRY_MS, self._try_again, self)
        self._check_soon = once_after(LOOK_MS, self._check_open_releases, self)
        self._durable_soon = once_after(SOON_MS, self.make_durable, self)
        self.outbox = OutboxService(service, Outbox(sync_file), self._sync.run_entry, self)
        self.outbox.done.connect(self._schedule_durable)
        self.outbox.failed.connect(self._retry.start)
        self._is_journal_troubled = False
        journal_signals.troubled.connect(lambda _text: self._take_journal_trouble())
        journal_signals.mended.connect(self._take_mended_journal)
        desk.opened.connect(self._take_opened)
        desk.imported.connect(self._take_arrival)
        desk.removed.connect(self._take_removed)
        desk.restored.connect(self._take_restored)
        desk.progress_changed.connect(self._schedule_save)
        service.opened.connect(self._save_unsynced)
        service.changed.connect(self._check_soon.start)

    def keep_version(
        self,
        key: str,
        reason: Reason,
        release: Release | None = None,
        files: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Keep a release as a version: as it is, or in the state ``release``.

        ``files`` are those that it was exported to in that state, a form and a name each. The
        outbox guarantees it, on another day if need be.
        """
        ours = self._open_state(key, release) or self._journal_state(key, release)
        if ours is None:
            return
        self._last_queued.pop(key, None)
        self._queue_release(key)  # not ``ours``: by its turn the archive may have a later state
        self.outbox.add_entry(OutboxEntry(key, time.time(), ours.release, reason, files))

    def save_changes(self, *, is_all: bool = False) -> None:
        """Save what has changed since the last time; with ``is_all`` every open release."""
        self._quiet.stop()
        self._longest.stop()
        if is_all:
            self._due.update((release.key, None) for release in self._desk.releases)
        due, self._due = self._due, {}
        for key in due:
            if key not in self.conflicts:
                self._queue_release(key)

    def replace_theirs(self, key: str, theirs: ReleaseRecord) -> None:
        """The editor has decided: save the desk's text in place of ``theirs``."""
        self.conflicts.pop(key, None)
        self._accept_theirs(key, theirs)
        self._last_queued.pop(key, None)
        self.conflict_resolved.emit(key)
        self._due[key] = None
        self.save_changes()

    def finish(self, seconds: float) -> bool:
        """Save everything and wait for it, at most ``seconds``; whether it is done.

        What is in conflict is kept as a version once more, as it is now.
        """
        for timer in (self._retry, self._check_soon):
            timer.stop()
        if not self._service.has_begun:
            return False
        until = time.monotonic() + seconds
        self.conflicts.clear()
        self.save_changes(is_all=True)
        self.outbox.finish(seconds)
        self.make_durable()
        return self._service.flush(max(0.0, until - time.monotonic()))

    def make_durable(self) -> None:
        """Have the archive's thread write everything that was taken to the disk now."""
        self._durable_soon.stop()
        keys, self._undurable = self._undurable, set()

        def retry_releases(_why: str) -> None:
            # what was taken behind the question, ahead of the disk, has been lost along with it
            for key in sorted(keys | self._undurable):
                self._retry_release(key)

        self._service.ask(self._sync.make_durable, failed=retry_releases)

    def _schedule_durable(self, key: str) -> None:
        """A release was taken and may not survive a power cut yet."""
        self._undurable.add(key)
        if not self._durable_soon.isActive():
            self._durable_soon.start()

    def _schedule_save(self, key: str) -> None:
        """Something of a release has changed: save it at the next pause.

        While the journal cannot be written that waits, or after a kill the archive would be ahead.
        """
        if key in self._removed:
            return
        self._due[key] = None
        if self._is_journal_troubled:
            return
        rest_ms = int(self._save_seconds * REST * 1000)
        self._quiet.start(max(QUIET_MS, rest_ms))
        if not self._longest.isActive():
            self._longest.start(max(LONGEST_MS, rest_ms))

    def _take_arrival(self, release: OpenRelease) -> None:
        self._arrivals[release.key] = release.document.release()
        self._due[release.key] = None
        self.save_changes()

    def _take_opened(self, release: OpenRelease) -> None:
        self._removed.discard(release.key)
        release.document.changed.connect(partial(self._schedule_save, release.key))
        release.document.details_changed.connect(partial(self._schedule_save, release.key))
        self._due[release.key] = None
        self._soon.start()  # before a key is typed: then it is known what the archive had

    def _take_removed(self, key: str) -> None:
        """Move a release to the bin, in its last state."""
        self._due.pop(key, None)
        self._queue_release(key)
        self._removed.add(key)
        self._put_in_bin(key, is_removed=True)

    def _take_restored(self, key: str) -> None:
        self._removed.discard(key)
        self._put_in_bin(key, is_removed=False)

    def _put_in_bin(self, key: str, *, is_removed: bool) -> None:
        self._service.ask(
            lambda archive: self._sync.put_in_bin(archive, key, is_removed=is_removed),
            failed=lambda _why: self._retry_bin(key, is_removed=is_removed),
        )

    def _queue_release(self, key: str) -> None:
        ours = self._open_state(key)
        if ours is not None:
            state = (ours.release, ours.progress)
            before = self._last_queued.get(key)
            if before is not None and before[0] is state[0] and before[1] == state[1]:
                return
            self._last_queued[key] = state
        with self._lock:
            self._queued[key] = ours
        self._service.ask(
            partial(self._save_newest, key),
            self._take_outcome,
            lambda _why: self._retry_release(key),
        )

    def _open_state(self, key: str, release: Release | None = None) -> DeskState | None:
        """An open release as it is now; None where the journal has to be asked."""
        for opened in self._desk.releases:
            if opened.key == key:
                value = release or opened.document.release()
                arrived = self._arrivals.get(key)
                return DeskState(key, value, opened.progress, arrived=arrived)
        return None

    def _journal_state(self, key: str, release: Release | None) -> DeskState | None:
        """A release that is not open, as the journal has it or in another state."""
        noted = self._desk.stored_state(key)
        if noted is None:
            return None
        return DeskState(key, release or noted.release, noted.progress)

    def _take_outcome(self, outcome: SyncOutcome | None) -> None:
        if outcome is None:
            return
        key = outcome.ours.key
        self._arrivals.pop(key, None)
        if outcome.kind == "conflict" and key not in self.conflicts:
            self.conflicts[key] = outcome.record
            self.conflicted.emit(key, outcome.ours.release, outcome.record)
        elif outcome.kind == "ahead":
            self._show_theirs(outcome)
        elif outcome.kind == "taken":
            self._schedule_durable(key)

    def _show_theirs(self, outcome: SyncOutcome) -> None:
        """Take what another desk has saved, with the photos it needs."""
        key, theirs = outcome.ours.key, outcome.record
        missing = {photo.digest for photo in theirs.release.photos} - {
            photo.digest for photo in outcome.ours.release.photos
        }

        def show_theirs(photos: dict[str, bytes]) -> None:
            if take_other_desks_state(self._desk, outcome.ours, theirs, photos):
                self._accept_theirs(key, theirs)
                self.replaced_by_theirs.emit(key)
            self._last_queued.pop(key, None)
            self._due[key] = None
            self.save_changes()

        self._service.ask(lambda archive: photos_in(archive, missing), show_theirs)

    def _accept_theirs(self, key: str, theirs: ReleaseRecord) -> None:
        """From now on the text here follows ``theirs``."""
        with self._lock:
            self._queued.pop(key, None)  # does not go on from theirs: it is queued again
            self._agreed_to[key] = theirs
        self._service.ask(lambda _archive: self._store_agreement(key))

    def _take_journal_trouble(self) -> None:
        self._is_journal_troubled = True
        self._quiet.stop()
        self._longest.stop()

    def _take_mended_journal(self) -> None:
        self._is_journal_troubled = False
        self._try_again()

    def _retry_release(self, key: str) -> None:
        self._last_queued.pop(key, None)
        self._due[key] = None
        self._retry.start()

    def _retry_bin(self, key: str, *, is_removed: bool) -> None:
        """After a kill the journal tells it."""
        self._failed_bins[key] = is_removed
        self._retry.start()

    def _retry_unsynced(self, _why: str) -> None:
        """It is unknown what the archive has: that is found out when it answers."""
        self._is_unsynced_due = True
        self._retry.start()

    def _try_again(self) -> None:
        owed, self._failed_bins = self._failed_bins, {}
        self.outbox.try_again()
        self.save_changes()
        for key, is_removed in owed.items():  # behind its text, which would take it out again
            self._put_in_bin(key, is_removed=is_removed)
        if self._is_unsynced_due:
            self._save_unsynced()

    def _check_open_releases(self) -> None:
        """Check whether another desk has changed a release that is open here."""
        keys = [r.key for r in self._desk.releases if r.key not in self.conflicts]

        def take(behind: list[str]) -> None:
            if not behind:  # our own change: what is typed meanwhile waits for its pause
                return
            for key in behind:
                self._last_queued.pop(key, None)
            self._due.update(dict.fromkeys(behind))
            self.save_changes()

        if keys:
            self._service.ask(
                lambda archive: self._sync.keys_behind(archive, keys), take, self._retry_unsynced
            )

    def _save_unsynced(self) -> None:
        """The archive was just opened: save, one by one, what it does not have."""
        self._is_unsynced_due = False
        self._last_queued.clear()
        journal = self._desk.journal

        def owed(archive: Archive) -> list[tuple[str, bool]]:
            entries = [*journal.entries(), *journal.removed()]
            gone = {entry.key for entry in entries if entry.removed is not None}
            return [(key, key in gone) for key in self._sync.unsynced_keys(archive, entries)]

        self._service.ask(owed, self._save_next_unsynced, self._retry_unsynced)

    def _save_next_unsynced(self, owed: Sequence[tuple[str, bool]]) -> None:
        """Save the next of what the archive lacks; others may use the archive in between."""
        if not owed:
            self.save_changes(is_all=True)
            return
        (key, is_removed), rest = owed[0], owed[1:]
        if is_removed:
            self._take_removed(key)
        elif key not in self.conflicts:
            self._queue_release(key)
        self._service.ask(
            lambda _archive: rest, self._save_next_unsynced, lambda _why: self._retry.start()
        )

    # on the archive's thread

    def _save(self, archive: Archive, ours: DeskState) -> SyncOutcome | None:
        """Save a release in its present state."""
        self._journal.flush()  # or after a kill the archive would be ahead of it
        began = time.monotonic()
        outcome = self._sync.save_release(archive, ours)
        self._save_seconds = time.monotonic() - began
        return outcome

    def _save_newest(self, key: str, archive: Archive) -> SyncOutcome | None:
        """Save the newest state of a release; None where that was done meanwhile."""
        with self._lock:
            if key not in self._queued:
                return None
            queued, theirs = self._queued.pop(key), self._agreed_to.pop(key, None)
        if theirs is not None:
            self._sync.accept_theirs(key, theirs)
        ours = queued or self._sync.state_in_journal(key)
        return self._save(archive, ours) if ours is not None else None

    def _store_agreement(self, key: str) -> None:
        """Agree on what was settled, where no release that follows it will do so."""
        with self._lock:
            theirs = None if key in self._queued else self._agreed_to.pop(key, None)
        if theirs is not None:
            self._sync.accept_theirs(key, theirs)
