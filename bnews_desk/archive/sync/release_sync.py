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
    """A release as it stands on the desk.

    ``noted`` is when the journal noted it, 0 where that is not known; ``arrived`` is the state in
    which it came in, where that is known and may be an earlier one.
    """

    key: str
    release: Release
    progress: Progress = Progress()
    noted: float = 0.0
    arrived: Release | None = None


class SyncOutcome(NamedTuple):
    """What became of a release that was handed over.

    ``taken``: the archive has it, and ``make_durable`` is due. ``ahead``: another
    desk has gone on from the same text, and the record is the one to go on from. ``conflict``: both
    have gone on; ours is kept as a version.
    """

    kind: Literal["taken", "ahead", "conflict"]
    ours: DeskState
    record: ReleaseRecord


class ReleaseSync:
    """Hands releases of one journal to an archive; for the archive's thread."""

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
        """Bring a release into the archive; None where there is nothing in it yet.

        Raises ``ArchiveError``, and then it can be handed over once more.
        """
        return retried_on_conflict(lambda: self._take(archive, ours))

    def make_durable(self, archive: Archive) -> None:
        """Have what was taken survive a power cut; nothing where that is so.

        Until then it is remembered as intended only. Raises ``ArchiveError``, and then all that was
        taken is to be handed over once more.
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
        """Do what an entry asks, however often it comes; the release is saved first where the
        archive does not have it. Nothing where there is no such release at all."""
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
        """The editor has seen what somebody else saved: what is handed over next replaces it."""
        last = self._sync_state.last_agreed(key)
        stage = last.stage if last else ""
        agreed = SyncedState(
            theirs.revision, fingerprint(theirs.release), stage, saved=theirs.changed
        )
        self._sync_state.agree(key, agreed)

    def put_in_bin(self, archive: Archive, key: str, *, is_removed: bool) -> None:
        """Do in the archive what was done on the desk; nothing where it has no such release."""
        last = self._sync_state.last_agreed(key)
        try:
            (archive.delete if is_removed else archive.undelete)(key)
        except UnknownReleaseError:
            return
        if last is not None:
            self._sync_state.agree(key, last._replace(is_removed=is_removed))

    def keys_behind(self, archive: Archive, keys: Collection[str]) -> list[str]:
        """Those of ``keys`` of which the archive has a later state than we know."""
        found = archive.summaries(keys)
        last = self._sync_state.last_agreed
        return [
            key
            for key, summary in found.items()
            if (known := last(key)) is not None and summary.revision > known.revision
        ]

    def unsynced_keys(self, archive: Archive, entries: Iterable[JournalEntry]) -> list[str]:
        """The releases of a journal's list that the archive does not have as they are, oldest
        first; those that were removed of which it does not know.

        To be asked whenever an archive was opened: it may be another than before.
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
        """Try to bring a release in; raises where somebody saves it at the same moment."""
        try:
            present = archive.get(ours.key)
        except UnknownReleaseError:
            return self._add(archive, ours)
        self._put_photos(archive, ours.release)
        return self._settle(archive, ours, present)

    def _add(self, archive: Archive, ours: DeskState) -> SyncOutcome | None:
        """Take in a release with what it came from: first as it arrived, then as it is now."""
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
        """A photo as the journal has it, None where it has none or a damaged one: the release is
        worth keeping without it."""
        data = self._journal.picture(digest)
        is_whole = data is not None and sha256(data).hexdigest() == digest
        return data if is_whole else None

    def _original(self, key: str) -> OriginalNote | None:
        try:
            return self._journal.original(key)
        except ReadError as error:  # damaged: the text is worth keeping without it
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
            # they have seen ours where it was taken a moment ago; a power cut may take it yet
            was_taken = last is not None and self._uncertain.get(ours.key) == last
            is_ahead = was_taken and last is not None and last.fingerprint == mine
            return SyncOutcome("ahead" if is_ahead else "conflict", ours, conflict.theirs)
        state = state._replace(saved=record.changed)
        self._agree(ours.key, state, record.revision)  # they have just saved the same
        return SyncOutcome("taken", ours, record)

    def _is_earlier(self, archive: Archive, ours: DeskState, mine: str) -> bool:
        """Whether ours is surely what others have gone on from.

        Of what was merely intended only the archive knows: a kill before the save, or a power cut
        behind it, and others have saved over a text that never met ours.
        """
        last = self._sync_state.last_agreed(ours.key)
        if last is None or (last.is_intended and last.fingerprint == mine):
            return self._was_there(archive, ours, mine)
        return mine == last.fingerprint

    def _was_there(self, archive: Archive, ours: DeskState, mine: str) -> bool:
        """Whether a release that nothing was agreed on is an earlier state of the archive's."""
        key = ours.key
        numbers = (version.number for version in archive.versions(key))
        return any(fingerprint(archive.version(key, number)) == mine for number in numbers)

    def _is_known(
        self, archive: Archive, ours: DeskState, present: ReleaseRecord, mine: str
    ) -> bool:
        """Whether what lies in the archive is no more than what we have had before."""
        theirs, known = fingerprint(present.release), self._sync_state.all_agreed(ours.key)
        if theirs == mine or any(agreed.fingerprint == theirs for agreed in known):
            return True
        if known:  # a backup was put in its place, and nobody has gone on from that
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
        """Replace what we know; another desk's word on the status holds until ours changes.

        A backup that was put in its place has nobody's word on it.
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
        except ConflictError:  # ours is not there: what both have is what was read
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
        """What was agreed on last is in the archive, and not certain to survive a power cut."""
        last = self._sync_state.last_agreed(key)
        if last is not None:
            self._uncertain[key] = last

    def _agree(
        self, key: str, state: SyncedState, revision: int, *, is_intended: bool = False
    ) -> None:
        agreed = state._replace(revision=revision, is_intended=is_intended)
        self._sync_state.agree(key, agreed)

    def _put_photos(self, archive: Archive, release: Release) -> None:
        """Bring in photos that were hung on a release after it came."""
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
    """Whether an earlier state lies in the archive than what was agreed on for certain."""
    return present.revision < last.revision - last.is_intended
