"""The archive kept up with the desk: what the journal has written is handed over when one rests."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bnews_desk.archive.vault.agreements import Agreements, agreements_beside
from bnews_desk.archive.vault.taking_over import Outcome, Standing, TakingOver
from bnews_desk.archive.vault.troubles import ConflictError, UnknownReleaseError
from bnews_desk.gui.archive.certainty import Certainty
from bnews_desk.gui.archive.following import follow
from bnews_desk.gui.archive.photos import photos_in

if TYPE_CHECKING:
    from bnews_desk.archive.vault.protocol import Archive
    from bnews_desk.archive.vault.values import Reason, Record
    from bnews_desk.gui.archive.service import ArchiveService
    from bnews_desk.gui.desk import Desk
    from bnews_desk.gui.open_release import OpenRelease
    from bnews_desk.gui.voice import JournalVoice
    from bnews_desk.release import Release

QUIET_MS = 3_000
"""Milliseconds without a change after which what is new is handed over: the journal has it."""
LONGEST_MS = 15_000
"""Milliseconds of work after which it is handed over all the same."""
REST = 20.0
"""How much longer than a release took to be taken in it is left alone afterwards."""
RETRY_MS = 5_000
"""Milliseconds after which what the archive could not take is handed over again."""
LOOK_MS = 400
"""Milliseconds after a change of the archive in which others may come along with it."""
_MOST_OWED = 1_000
"""Acts that are remembered while the archive does not work: versions and exports."""

Act = Callable[["Archive"], object]


class Keeping(QObject):
    """Hands every release of the desk over to the archive, and takes what other desks saved.

    Nothing here waits for the archive but :meth:`finish`. What it could not take is handed over
    when it works again, at the next start at the latest.
    """

    conflicted = Signal(str, object, object)
    """A key, our :class:`~bnews_desk.release.Release`, their
    :class:`~bnews_desk.archive.vault.values.Record`: both desks have gone on from the same text.

    Ours is kept as a version; nothing is handed over until :meth:`settle` is called.
    """
    settled = Signal(str)
    """The key of a release that is no longer in conflict."""
    followed = Signal(str)
    """The key of a release that is now as another desk has saved it."""

    def __init__(
        self, desk: Desk, service: ArchiveService, voice: JournalVoice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._taking: TakingOver | None = None
        self._agreements: Agreements | None = None
        self._lock = Lock()
        self._pending: dict[str, Standing | None] = {}
        self._due: dict[str, None] = {}
        self._handed: dict[str, tuple[object, object]] = {}
        self._arrivals: dict[str, Release] = {}
        self._removed: set[str] = set()
        self._took = 0.0
        self._owed: list[tuple[str, Act]] = []
        self.conflicts: dict[str, Record] = {}
        self._quiet = self._timer(QUIET_MS, self.hand_over)
        self._longest = self._timer(LONGEST_MS, self.hand_over)
        self._soon = self._timer(0, self.hand_over)
        self._retry = self._timer(RETRY_MS, self._try_again)
        self._changed = self._timer(LOOK_MS, self._look)
        self._certainty = Certainty(service, self._hands, self._owe, self)
        voice.mended.connect(self._try_again)
        voice.saved.connect(lambda key, _when: self._expect(key))
        desk.opened.connect(self._take_opened)
        desk.arrived.connect(self._take_arrival)
        desk.removed.connect(self._take_removed)
        desk.restored.connect(self._take_restored)
        service.opened.connect(self._take_stock)
        service.changed.connect(self._changed.start)

    def keep_version(
        self, key: str, reason: Reason, release: Release | None = None, after: Act | None = None
    ) -> None:
        """Keep a release as a version: as it stands, or in the state ``release``.

        ``after`` is done with the archive behind that.
        """
        standing = self._standing(key, release)
        self._handed.pop(key, None)
        self._expect(key)

        def act(archive: Archive) -> None:
            if standing is not None:
                self._hand(archive, standing)
            archive.keep_version(key, reason)
            if after is not None:
                after(archive)

        self._do(key, act)

    def hand_over(self, *, is_all: bool = False) -> None:
        """Hand over what has changed since the last time; with ``is_all`` every open release."""
        self._quiet.stop()
        self._longest.stop()
        if is_all:
            self._due.update((release.key, None) for release in self._desk.releases)
        due, self._due = self._due, {}
        for key in due:
            if key not in self.conflicts:
                self._hand_over_one(key)

    def settle(self, key: str, theirs: Record) -> None:
        """The editor has decided: what stands on the desk is handed over in place of ``theirs``."""
        self.conflicts.pop(key, None)
        self._service.ask(lambda _archive: self._hands().settle(key, theirs))
        self._handed.pop(key, None)
        self.settled.emit(key)
        self._due[key] = None
        self.hand_over()

    def finish(self, seconds: float) -> bool:
        """Hand over everything and wait for it, at most so long; whether it is done.

        What is in conflict is kept as a version once more, as it stands now.
        """
        for timer in (self._retry, self._changed):
            timer.stop()
        if not self._service.has_begun:
            return False
        self.conflicts.clear()
        self.hand_over(is_all=True)
        self._certainty.make()
        self._service.ask(lambda _archive: self._let_go())
        return self._service.flush(seconds)

    def _expect(self, key: str) -> None:
        """Something of a release is new, perhaps."""
        if key in self._removed:
            return
        self._due[key] = None
        rest_ms = int(self._took * REST * 1000)  # a long release is not handed over all the time
        self._quiet.start(max(QUIET_MS, rest_ms))
        if not self._longest.isActive():
            self._longest.start(max(LONGEST_MS, rest_ms))

    def _take_arrival(self, release: OpenRelease) -> None:
        self._arrivals[release.key] = release.document.release()
        self._due[release.key] = None
        self.hand_over()

    def _take_opened(self, release: OpenRelease) -> None:
        self._removed.discard(release.key)
        self._due[release.key] = None
        self._soon.start()  # before a key is typed: then it is known what the archive had

    def _take_removed(self, key: str) -> None:
        """Into the bin, in its last state."""
        self._due.pop(key, None)
        self._hand_over_one(key)
        self._removed.add(key)
        self._put_in_bin(key, is_removed=True)

    def _take_restored(self, key: str) -> None:
        self._removed.discard(key)
        self._put_in_bin(key, is_removed=False)

    def _put_in_bin(self, key: str, *, is_removed: bool) -> None:
        self._do(key, lambda archive: self._hands().put_in_bin(archive, key, is_removed=is_removed))

    def _hand_over_one(self, key: str) -> None:
        standing = self._standing(key)
        if standing is not None:
            state = (standing.release, standing.progress)
            before = self._handed.get(key)
            if before is not None and before[0] is state[0] and before[1] == state[1]:
                return
            self._handed[key] = state
        with self._lock:
            self._pending[key] = standing
        self._service.ask(partial(self._take, key), self._take_outcome, lambda _why: self._owe(key))

    def _standing(self, key: str, release: Release | None = None) -> Standing | None:
        """An open release as it stands; None where the journal has to be asked."""
        for opened in self._desk.releases:
            if opened.key == key:
                value = release or opened.document.release()
                arrived = self._arrivals.get(key)
                return Standing(key, value, opened.progress, arrived=arrived)
        return None

    def _take_outcome(self, outcome: Outcome | None) -> None:
        if outcome is None:
            return
        key = outcome.standing.key
        self._arrivals.pop(key, None)
        if outcome.kind == "conflict" and key not in self.conflicts:
            self.conflicts[key] = outcome.record
            self.conflicted.emit(key, outcome.standing.release, outcome.record)
        elif outcome.kind == "ahead":
            self._follow(outcome)
        elif outcome.kind == "taken":
            self._certainty.expect(key)

    def _follow(self, outcome: Outcome) -> None:
        """Become what another desk has saved, with the photos that takes."""
        key, theirs = outcome.standing.key, outcome.record
        missing = {photo.digest for photo in theirs.release.photos} - {
            photo.digest for photo in outcome.standing.release.photos
        }

        def become(photos: dict[str, bytes]) -> None:
            if follow(self._desk, outcome.standing, theirs, photos):
                self._service.ask(lambda _archive: self._hands().settle(key, theirs))
                self.followed.emit(key)
            self._handed.pop(key, None)
            self._due[key] = None
            self.hand_over()

        self._service.ask(lambda archive: photos_in(archive, missing), become)

    def _owe(self, key: str) -> None:
        self._handed.pop(key, None)
        self._due[key] = None
        self._retry.start()

    def _try_again(self) -> None:
        owed, self._owed = self._owed, []
        for key, act in owed:
            self._do(key, act)
        self.hand_over()

    def _do(self, key: str, act: Act) -> None:
        """Have something done, now or when the archive works again."""

        def do(archive: Archive) -> None:
            with contextlib.suppress(
                UnknownReleaseError, ConflictError
            ):  # no sense in trying again
                act(archive)

        def remember(_why: str) -> None:
            if len(self._owed) < _MOST_OWED:
                self._owed.append((key, act))
            self._retry.start()

        self._service.ask(do, lambda _none: self._certainty.expect(key), remember)

    def _look(self) -> None:
        """See whether another desk has gone on with a release that is open here."""
        keys = [r.key for r in self._desk.releases if r.key not in self.conflicts]

        def take(behind: list[str]) -> None:
            for key in behind:
                self._handed.pop(key, None)
            self._due.update(dict.fromkeys(behind))
            self.hand_over()

        if keys:
            self._service.ask(lambda archive: self._hands().behind(archive, keys), take)

    def _take_stock(self) -> None:
        """The archive has just been opened: hand over, one by one, what it does not have."""
        self._handed.clear()
        journal = self._desk.journal

        def owed(archive: Archive) -> list[tuple[str, bool]]:
            entries = [*journal.entries(), *journal.removed()]
            gone = {entry.key for entry in entries if entry.removed is not None}
            return [(key, key in gone) for key in self._hands().owed(archive, entries)]

        self._service.ask(owed, self._take_up)

    def _take_up(self, owed: Sequence[tuple[str, bool]]) -> None:
        """The next of what is owed; others may ask the archive something in between."""
        if not owed:
            self.hand_over(is_all=True)
            return
        (key, is_removed), rest = owed[0], owed[1:]
        if is_removed:
            self._take_removed(key)
        elif key not in self.conflicts:
            self._hand_over_one(key)
        self._service.ask(lambda _archive: rest, self._take_up, lambda _why: self._retry.start())

    # on the archive's thread

    def _take(self, key: str, archive: Archive) -> Outcome | None:
        """Hand over the newest state of a release; None where that has been done meanwhile."""
        with self._lock:
            if key not in self._pending:
                return None
            standing = self._pending.pop(key)
        standing = standing or self._hands().standing(key)
        return self._hand(archive, standing) if standing is not None else None

    def _hand(self, archive: Archive, standing: Standing) -> Outcome | None:
        self._desk.journal.flush()  # or after a kill the archive would be ahead of it
        began = time.monotonic()
        outcome = self._hands().take(archive, standing)
        self._took = time.monotonic() - began
        return outcome

    def _hands(self) -> TakingOver:
        if self._taking is None:
            journal = self._desk.journal
            self._agreements = Agreements(
                self._service.agreements or agreements_beside(journal.path)
            )
            self._taking = TakingOver(journal, self._agreements)
        return self._taking

    def _let_go(self) -> None:
        if self._agreements is not None:
            self._agreements.close()

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer
