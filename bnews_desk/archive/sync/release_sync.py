"""Saves the journal's releases to the archive without overwriting another desk's changes unseen."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, NamedTuple

from bnews_desk.archive.release_progress import Progress, Stage, fingerprint
from bnews_desk.archive.repository.archive_errors import (
    ConflictError,
    UnknownReleaseError,
    retried_on_conflict,
)
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.archive.sync.sync_state import SyncedState, SyncState
from bnews_desk.errors import ReadError
from bnews_desk.log import log_fault
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.archive.journal.journal import Journal
    from bnews_desk.archive.journal.journal_entries import JournalEntry
    from bnews_desk.archive.journal.pending_writes import OriginalNote
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.archive.sync.outbox import OutboxEntry

_LOG = logging.getLogger(__name__)


class DeskState(NamedTuple):
    """A release as it is on the desk.

    ``noted`` is when the journal noted it, 0 where unknown; ``arrived`` is the state on arrival,
    where it is known and possibly different.
    """

    key: str
    release: Release
    progress: Progress = Progress()
    noted: float = 0.0
    arrived: Release | None = None


class SyncOutcome(NamedTuple):
    """The result of saving a release to the archive.

    ``taken``: the archive has it, and ``make_durable`` is due. ``ahead``: another desk has
    continued from the same text, and the record is the one to continue from. ``conflict``: both
    have changed it; ours is kept as a version.
    """

    kind: Literal["taken", "ahead", "conflict"]
    ours: DeskState
    record: ReleaseRecord


class ReleaseSync:
    """Saves releases of one journal to an archive; for the archive's thread."""

    def __init__(self, journal: Journal, sync_state: SyncState) -> None:
        self._journal = journal
        self._sync_state = sync_state
        self._photos: set[str] = set()
        self._uncertain: dict[str, SyncedState] = {}

    def state_in_journal(self, key: str) -> DeskState | None:
        """A release as the journal has it; None where it cannot be read."""
        try:
            noted = self._journal.load(key)
        except ReadError as error:
            log_fault(_LOG, "reading a release from the journal", error)
            return None
        return DeskState(key, noted.release, noted.progress, noted.changed)

    def save_release(self, archive: Archive, ours: DeskState) -> SyncOutcome | None:
        """Save a release to the archive; None where it is still empty.

        Raises ``ArchiveError``; the same state can then be saved again.
        """
        return retried_on_conflict(lambda: self._take(archive, ours))

    def make_durable(self, archive: Archive) -> None:
        """Make everything saved survive a power cut; does nothing where it does.

        Until then it counts as intended only. Raises ``ArchiveError``; everything saved since must
        then be saved again.
        """
        uncertain, self._uncertain = self._uncertain, {}
        if not uncertain:
            return
        self._sync_state.make_durable()
        archive.make_durable()
        for key, agreed in uncertain.items():
            if self._sync_state.last_agreed(key) == agreed:
                self._sync_state.agree(key, agreed._replace(is_intended=False))

    def run_entry(self, archive: Archive, entry: OutboxEntry) -> None:
        """Carry out an outbox entry, which may be repeated; the release is saved first where the
        archive does not have it. Does nothing where there is no such release at all.
        """
        if entry.release is not None:
            self._put_photos(archive, entry.release)
        try:
            entry.do(archive)
        except UnknownReleaseError:
            ours = self.state_in_journal(entry.key)
            if ours is not None and self.save_release(archive, ours) is not None:
                if any(one.key == entry.key for one in self._journal.removed()):
                    self.put_in_bin(archive, entry.key, is_removed=True)
                entry.do(archive)

    def accept_theirs(self, key: str, theirs: ReleaseRecord) -> None:
        """Note that the editor has seen somebody else's save: our next save replaces it."""
        last = self._sync_state.last_agreed(key)
        stage = last.stage if last else ""
        agreed = SyncedState(
            theirs.revision, fingerprint(theirs.release), stage, saved=theirs.changed
        )
        self._sync_state.agree(key, agreed)

    def put_in_bin(self, archive: Archive, key: str, *, is_removed: bool) -> None:
        """Repeat in the archive what was done on the desk; nothing where it has no such release."""
        last = self._sync_state.last_agreed(key)
        try:
            (archive.delete if is_removed else archive.undelete)(key)
        except UnknownReleaseError:
            return
        if last is not None:
            self._sync_state.agree(key, last._replace(is_removed=is_removed))

    def keys_behind(self, archive: Archive, keys: Collection[str]) -> list[str]:
        """Those of ``keys`` of which the archive has a later state than the sync state."""
        found = archive.summaries(keys)
        last = self._sync_state.last_agreed
        return [
            key
            for key, summary in found.items()
            if (known := last(key)) is not None and summary.revision > known.revision
        ]

    def unsynced_keys(self, archive: Archive, entries: Iterable[JournalEntry]) -> list[str]:
        """The listed releases whose present state the archive lacks, oldest first, including
        removals that it does not know.

        To be called whenever an archive was opened: it may be a different one.
        """
        self._photos.clear()
        entries = sorted(entries, key=lambda entry: entry.changed)
        found = archive.summaries([entry.key for entry in entries])
        owed = []
        for entry in entries:
            last, summary = self._sync_state.last_agreed(entry.key), found.get(entry.key)
            if entry.removed is not None:
                if summary is not None and last is not None and not last.is_removed:
                    owed.append(entry.key)
            elif summary is None:
                if entry.headline or entry.opening or last is not None:
                    owed.append(entry.key)
            elif (
                last is None
                or last.is_removed
                or last.is_intended
                or (last.revision, last.stage, last.noted)
                != (summary.revision, entry.stage, entry.changed)
            ):
                owed.append(entry.key)
        return owed

    def _take(self, archive: Archive, ours: DeskState) -> SyncOutcome | None:
        """Try to save a release; raises where somebody else saves it at the same moment."""
        try:
            present = archive.get(ours.key)
        except UnknownReleaseError:
            return self._add(archive, ours)
        self._put_photos(archive, ours.release)
        return self._settle(archive, ours, present)

    def _add(self, archive: Archive, ours: DeskState) -> SyncOutcome | None:
        """Add a release with its original: first its state on arrival, then the present one."""
        key, now = ours.key, ours.release
        if not now.text.strip() and not now.photos and not self._sync_state.all_agreed(key):
            return None
        first = ours.arrived or now
        photos = {
            photo.digest: data
            for photo in (*first.photos, *now.photos)
            if (data := self._picture(photo.digest)) is not None
        }
        stage = ours.progress.stage(now)
        state = SyncedState(1, fingerprint(first), stage, ours.noted)
        self._agree(key, state, 1, is_intended=True)
        record = archive.add(key, first, self._original(key), photos)
        state = state._replace(saved=record.changed)
        self._agree(key, state, record.revision)
        self._photos.update(photos)
        if now != first or stage != record.status:
            state = state if now == first else state._replace(fingerprint=fingerprint(now))
            self._agree(key, state, record.revision + 1, is_intended=True)
            record = archive.save(record._replace(release=now, status=stage), is_durable=False)
            self._await_disk(key)
        return SyncOutcome("taken", ours, record)

    def _picture(self, digest: str) -> bytes | None:
        """A photo from the journal, None where it is missing or damaged: the release is worth
        saving without it.
        """
        data = self._journal.picture(digest)
        is_whole = data is not None and sha256(data).hexdigest() == digest
        return data if is_whole else None

    def _original(self, key: str) -> OriginalNote | None:
        try:
            return self._journal.original(key)
        except ReadError as error:  # damaged: the text is worth saving without it
            log_fault(_LOG, "reading an original from the journal", error)
            return None

    def _settle(self, archive: Archive, ours: DeskState, present: ReleaseRecord) -> SyncOutcome:
        stage = ours.progress.stage(ours.release)
        last = self._sync_state.last_agreed(ours.key)
        mine = fingerprint(ours.release)
        state = SyncedState(0, mine, stage, ours.noted, saved=present.changed)
        if self._is_known(archive, ours, present, mine):
            return self._save(archive, ours, present, stage, state)
        if self._is_earlier(archive, ours, mine):
            return SyncOutcome("ahead", ours, present)
        stale = present._replace(release=ours.release, status=stage, revision=present.revision - 1)
        try:
            record = archive.save(stale)  # refused, but kept as a version
        except ConflictError as conflict:
            # they have seen ours if it was saved a moment ago; a power cut may still undo that save
            was_taken = last is not None and self._uncertain.get(ours.key) == last
            is_ahead = was_taken and last is not None and last.fingerprint == mine
            return SyncOutcome("ahead" if is_ahead else "conflict", ours, conflict.theirs)
        state = state._replace(saved=record.changed)
        self._agree(ours.key, state, record.revision)  # they have just saved the same
        return SyncOutcome("taken", ours, record)

    def _is_earlier(self, archive: Archive, ours: DeskState, mine: str) -> bool:
        """Whether ours is certainly the state from which others continued.

        A state that was merely intended may never have been saved, or may be lost in a power cut:
        then others have saved over a text that never reached the archive.
        """
        last = self._sync_state.last_agreed(ours.key)
        if last is None or (last.is_intended and last.fingerprint == mine):
            return self._was_there(archive, ours, mine)
        return mine == last.fingerprint

    def _was_there(self, archive: Archive, ours: DeskState, mine: str) -> bool:
        """Whether a release without any sync state is an earlier state of the archive's."""
        key = ours.key
        numbers = (version.number for version in archive.versions(key))
        return any(fingerprint(archive.version(key, number)) == mine for number in numbers)

    def _is_known(
        self, archive: Archive, ours: DeskState, present: ReleaseRecord, mine: str
    ) -> bool:
        """Whether the archive's present state is one that we had before."""
        theirs, known = fingerprint(present.release), self._sync_state.all_agreed(ours.key)
        if theirs == mine or any(agreed.fingerprint == theirs for agreed in known):
            return True
        if known:  # a backup was restored, and nobody has continued from it
            saved = max(agreed.saved for agreed in known)
            is_set_back = present.revision < known[-1].revision and present.changed <= saved
        else:
            is_set_back = ours.noted >= present.changed
        if is_set_back:
            archive.keep_version(ours.key, "bentrok")
        return is_set_back

    def _save(
        self,
        archive: Archive,
        ours: DeskState,
        present: ReleaseRecord,
        stage: Stage,
        state: SyncedState,
    ) -> SyncOutcome:
        """Save over the state we know; another desk's status stays until ours changes.

        A restored backup has nobody else's status.
        """
        last = self._sync_state.last_agreed(ours.key)
        is_ours = last is None or stage != last.stage or _is_before(present, last)
        status = stage if is_ours else present.status
        wanted = present._replace(release=ours.release, status=status)
        is_changed = wanted != present
        is_certain = not is_changed and not (last is not None and last.is_intended)
        if is_changed:
            self._agree(ours.key, state, present.revision + 1, is_intended=True)
        was_removed_here = last is not None and last.is_removed
        if present.deleted is not None and (is_changed or was_removed_here):
            archive.undelete(ours.key)
        try:
            record = archive.save(wanted, is_durable=False)
        except ConflictError:  # ours is not there: the common state is the one that was read
            had = last.stage if last else ""
            seen = SyncedState(
                present.revision, fingerprint(present.release), had, saved=present.changed
            )
            self._sync_state.agree(ours.key, seen)
            raise
        state = state._replace(saved=record.changed)
        self._agree(ours.key, state, record.revision, is_intended=not is_certain)
        if not is_certain:
            self._await_disk(ours.key)
        return SyncOutcome("taken", ours, record)

    def _await_disk(self, key: str) -> None:
        """Note that the last agreed state is in the archive, but may not survive a
        power cut yet.
        """
        last = self._sync_state.last_agreed(key)
        if last is not None:
            self._uncertain[key] = last

    def _agree(
        self, key: str, state: SyncedState, revision: int, *, is_intended: bool = False
    ) -> None:
        agreed = state._replace(revision=revision, is_intended=is_intended)
        self._sync_state.agree(key, agreed)

    def _put_photos(self, archive: Archive, release: Release) -> None:
        """Add photos that were attached to a release after its arrival."""
        for photo in release.photos:
            if photo.digest in self._photos:
                continue
            if archive.photo(photo.digest) is None:
                data = self._picture(photo.digest)
                if data is None:
                    continue
                archive.add_photos({photo.digest: data})
            self._photos.add(photo.digest)


def _is_before(present: ReleaseRecord, last: SyncedState) -> bool:
    """Whether the archive has an earlier state than the last one agreed on for certain."""
    return present.revision < last.revision - last.is_intended
