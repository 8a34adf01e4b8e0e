"""The desk: which releases are open and which is in front; each change goes to the journal."""

from __future__ import annotations

import logging
import math
import time
import uuid
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.release_progress import Progress, RemainingWork, SignOff, fingerprint
from bnews_desk.errors import ReadError
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.importers.imported_release import is_cover_note
from bnews_desk.log import log_fault, suppressed
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.archive.journal.pending_writes import OriginalNote
    from bnews_desk.gui.desk.desk_list_model import DeskEntry
    from bnews_desk.importers.imported_release import ImportedRelease

_LOG = logging.getLogger(__name__)
PASTED = "tempelan.txt"
"""The file name of a pasted release's original."""


class StoredState(NamedTuple):
    """The stored state of a release and its progress."""

    release: Release
    progress: Progress


class Desk(QObject):
    """The open releases in the order of their tabs; each change is noted in the journal."""

    opened = Signal(object)
    """An ``OpenRelease`` now has a tab."""
    imported = Signal(object)
    """An ``OpenRelease`` was just imported."""
    closed = Signal(object)
    """An ``OpenRelease`` has lost its tab; it stays on the desk and in the journal."""
    removed = Signal(str)
    """The key of a release that was removed from the desk."""
    restored = Signal(str)
    """The key of a removed release that was restored."""
    current_changed = Signal(object)
    """The ``OpenRelease`` in front, or None."""
    progress_changed = Signal(str)
    """The key of a release whose progress was noted."""
    progress_replaced = Signal(object)
    """The progress of an ``OpenRelease`` was set by another part than its own panels."""
    fetch_wanted = Signal(str)
    """The key of a release that only the archive has; it is to be fetched and shown."""
    entries_changed = Signal()
    """The rows of the desk list have changed."""
    status_message = Signal(str)
    """One sentence for the status line."""

    def __init__(
        self,
        journal: Journal,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        self._carets: dict[str, int] = {}
        self._last_changed: dict[str, tuple[Release, float]] = {}
        self._unseen: set[str] = set()
        self._archived_entries: tuple[DeskEntry, ...] = ()
        self.releases: list[OpenRelease] = []
        self.current: OpenRelease | None = None

    @property
    def journal(self) -> Journal:
        """The journal; any thread may read it."""
        return self._journal

    def reopen_last_session(self) -> None:
        """Open what was open when the program last ended, with the caret where it was."""
        entries = sorted(
            (entry for entry in self._journal.entries() if entry.is_open),
            key=lambda entry: entry.order or 0,
        )
        loaded = {entry.key: self._load(entry.key) for entry in entries}
        front = next((loaded[e.key] for e in entries if e.is_current), None)
        for release in (front, *self.releases[-1:]):
            if release is not None and self.current is None:
                self.show(release)

    def open_imported(self, name: str, imported: ImportedRelease, original: bytes) -> OpenRelease:
        """Put an imported release on the desk, with the file it came from."""
        release = OpenRelease(
            uuid.uuid4().hex, imported.release, imported.receipt, imported.pictures
        )
        release.attachments = imported.attachments
        release.is_cover_note = is_cover_note(imported)
        self._add_tab(release)
        self._note_arrival(release)
        self._journal.put_original(release.key, name, original, imported.receipt)
        self._store_and_show(release)
        self.imported.emit(release)
        return release

    def open_new(self, text: Release) -> OpenRelease:
        """Put a release that was begun here on the desk."""
        release = self._add_tab(OpenRelease(uuid.uuid4().hex, text))
        self._note_arrival(release)
        self._store_and_show(release)
        return release

    def add_release(self, release: OpenRelease) -> None:
        """Put a release from elsewhere on the desk, with its key, photos and progress."""
        self._add_tab(release)
        self._store_and_show(release)

    def put_original(self, key: str, original: OriginalNote) -> None:
        """Keep what a release of the desk was made from."""
        self._journal.put_original(key, original.name, original.data, original.receipt)
        release = self._open(key)
        if release is not None:
            release.receipt = original.receipt

    def reopen(self, key: str) -> OpenRelease | None:
        """Show a release of the desk, from its tab or from the journal."""
        release = self._open(key)
        if release is not None:
            self.show(release)
            return release
        if any(row.key == key for row in self._archived_entries) and not self.has(key):
            self.fetch_wanted.emit(key)
            return None
        loaded = self._load(key)
        if loaded is not None:
            self.show(loaded)
        return loaded

    def show(self, release: OpenRelease) -> None:
        """Bring an open release to the front."""
        if self.current is not release:
            self.current = release
            self._remember_tabs()
            self.current_changed.emit(release)
            self.entries_changed.emit()

    def next(self) -> None:
        """Show the next tab; after the last comes the first."""
        self._show_tab_beside(1)

    def previous(self) -> None:
        """Show the previous tab; before the first comes the last."""
        self._show_tab_beside(-1)

    def close(self, release: OpenRelease) -> None:
        """Close a release's tab; nothing is asked, because nothing is lost."""
        if release in self.releases:
            self._close(release)
            self.entries_changed.emit()

    def remove(self, key: str) -> None:
        """Take a release off the desk; the journal keeps it for 30 days."""
        release = self._open(key)
        if release is not None:
            self._close(release)
        self._journal.remove(key)
        self._archived_entries = tuple(row for row in self._archived_entries if row.key != key)
        self.removed.emit(key)
        self.entries_changed.emit()

    def restore(self, key: str) -> None:
        """Bring a removed release back to the desk."""
        self._journal.restore(key)
        self.restored.emit(key)
        self.entries_changed.emit()

    def caret(self, release: OpenRelease) -> int:
        """Where the caret of a release last stood, in code points."""
        return self._carets.get(release.key, 0)

    def is_new_here(self, release: OpenRelease) -> bool:
        """Whether a release is shown for the first time since it was opened; True at most once."""
        is_new = release.key in self._unseen
        self._unseen.discard(release.key)
        return is_new

    def note_caret(self, position: int) -> None:
        """Remember where the caret of the release in front stands, once it has been shown."""
        if self.current is None or self.current.key in self._unseen:
            return
        if self._carets.get(self.current.key) != position:
            self._carets[self.current.key] = position
            self._note(self.current)

    def set_sign_off(self, release: OpenRelease, sign_off: SignOff | None) -> None:
        """Keep an editor's sign-off with a release, or take it back."""
        release.progress = release.progress._replace(sign_off=sign_off)
        self._note(release)
        self.progress_changed.emit(release.key)
        self.entries_changed.emit()

    def note_readiness(
        self, release: OpenRelease, *, is_held: bool, left: RemainingWork | None
    ) -> None:
        """Note whether anything holds a release back, and how much work remains, where that
        changed.
        """
        before, known = release.progress, release.stage
        release.progress = before._replace(is_held=is_held, left=left)
        release.stage = release.progress.stage(release.document.release())
        is_moved = known is not None and release.stage != known
        if release.progress != before or is_moved:
            self._note(release)
            self.progress_changed.emit(release.key)
        if is_moved:
            self.entries_changed.emit()

    def publish(self, key: str, sent: Release) -> None:
        """Note that a release was published in the state ``sent``; its tab may be closed by now."""
        stored = self.stored_state(key)
        if stored is not None:
            self.set_progress(key, stored.progress._replace(published=fingerprint(sent)))

    def stored_state(self, key: str) -> StoredState | None:
        """The stored state and progress of a release, open or not; None where it cannot be read."""
        release = self._open(key)
        if release is not None:
            return StoredState(release.document.release(), release.progress)
        try:
            noted = self._journal.load(key)
        except ReadError as error:
            log_fault(_LOG, "reading a release from the journal", error)
            return None
        return StoredState(noted.release, noted.progress)

    def set_progress(self, key: str, progress: Progress) -> None:
        """Note the progress of a release, open or not."""
        release = self._open(key)
        if release is not None:
            release.progress = progress
            self._note(release)
            self.progress_replaced.emit(release)
        else:
            with suppressed(_LOG, "noting the progress", ReadError):
                noted = self._journal.load(key)
                self._journal.note(key, noted.release, noted.caret, progress)
        self.progress_changed.emit(key)
        self.entries_changed.emit()

    def saved_at(self, release: OpenRelease) -> float | None:
        """When the present state of a release was saved, in seconds since 1970."""
        return self._journal.last_saved(release.key)

    def entries(self) -> list[DeskEntry]:
        """The rows of the desk list."""
        from bnews_desk.gui.desk.desk_list_model import desk_entry

        opened = {release.key: release for release in self.releases}
        own = [desk_entry(entry, opened.get(entry.key)) for entry in self._journal.entries()]
        gone = {row.key: math.inf for row in own}
        if self._archived_entries:  # of what was removed here, only what another desk changed later
            gone |= {entry.key: entry.removed or 0.0 for entry in self._journal.removed()}
        return [
            *own,
            *(row for row in self._archived_entries if row.changed > gone.get(row.key, -math.inf)),
        ]

    def show_archived_entries(self, entries: Sequence[DeskEntry]) -> None:
        """List releases of the archive too; one that is chosen is sent as ``fetch_wanted``."""
        opened = {release.key for release in self.releases}  # which change all the time
        rows = tuple(row for row in entries if row.key not in opened)
        if self._archived_entries != rows:
            self._archived_entries = rows
            self.entries_changed.emit()

    def has(self, key: str) -> bool:
        """Whether the journal has a release that is not removed."""
        return any(entry.key == key for entry in self._journal.entries())

    def original(self, key: str) -> OriginalNote | None:
        """What a release was made from, None where nothing was kept; any thread may ask."""
        return self._journal.original(key)

    def put_picture(self, digest: str, data: bytes) -> None:
        """Store the bytes of a photo."""
        self._journal.put_picture(digest, data)

    def note_all(self) -> None:
        """Note the present state of every open release, and its caret."""
        for release in self.releases:
            self._note(release)

    def _open(self, key: str) -> OpenRelease | None:
        return next((release for release in self.releases if release.key == key), None)

    def _load(self, key: str) -> OpenRelease | None:
        """Open a tab for a release of the journal; None, with a message, where it is damaged."""
        try:
            noted = self._journal.load(key)
        except ReadError as error:
            self.status_message.emit(str(error))
            return None
        self._carets[key] = noted.caret
        self._last_changed[key] = noted.release, noted.changed
        release = OpenRelease(key, noted.release, noted.receipt, noted.pictures)
        release.progress = noted.progress
        return self._add_tab(release)

    def _close(self, release: OpenRelease) -> None:
        self._note(release)
        place = self.releases.index(release)
        self.releases.remove(release)
        if self.current is release:
            rest = self.releases[min(place, len(self.releases) - 1) :]
            self.current = rest[0] if rest else None
            self.current_changed.emit(self.current)
        self._remember_tabs()
        self.closed.emit(release)
        release.deleteLater()

    def _store_and_show(self, release: OpenRelease) -> None:
        for digest, data in release.pictures.items():
            self._journal.put_picture(digest, data)
        self._note(release)
        self.show(release)

    def _note_arrival(self, release: OpenRelease) -> None:
        arrived = fingerprint(release.document.release())
        release.progress = release.progress._replace(arrived=arrived)

    def _show_tab_beside(self, by: int) -> None:
        if self.current in self.releases:
            place = (self.releases.index(self.current) + by) % len(self.releases)
            self.show(self.releases[place])

    def _add_tab(self, release: OpenRelease) -> OpenRelease:
        release.setParent(self)
        self._unseen.add(release.key)
        release.document.changed.connect(lambda: self._note(release))
        release.document.details_changed.connect(lambda: self._note(release))
        self.releases.append(release)
        self.opened.emit(release)
        return release

    def _note(self, release: OpenRelease) -> None:
        value, caret = release.document.release(), self.caret(release)
        known = self._last_changed.get(release.key)
        if known is None or known[0] != value:  # else it was only looked at
            known = self._last_changed[release.key] = value, self._clock()
        self._journal.note(release.key, value, caret, release.progress, known[1])

    def _remember_tabs(self) -> None:
        current = self.current.key if self.current else None
        self._journal.set_open([release.key for release in self.releases], current)
