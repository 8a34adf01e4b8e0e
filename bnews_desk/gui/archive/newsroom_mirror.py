"""Copies the newsroom's dictionary words and ignores to the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.gui.archive.archive_service import ArchiveService
    from bnews_desk.gui.settings.dictionary_pair import UserDictionaries
    from bnews_desk.gui.settings.newsroom_register import NewsroomRegister

LOOK_MS = 60_000
"""Milliseconds between two checks of dictionary and style sheet."""

NewsroomLists = tuple[frozenset[str], frozenset[tuple[str, str]]]


class NewsroomMirror(QObject):
    """Copies to the archive what was added or removed here since the last time.

    What other desks have added stays; all of it, where it was there before this copy began.
    """

    def __init__(
        self,
        service: ArchiveService,
        dictionaries: UserDictionaries,
        register: NewsroomRegister,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._service, self._dictionaries, self._register = service, dictionaries, register
        self._mirrored = self._newsroom_lists()
        self._is_due = True
        self._check_timer = QTimer(self)
        self._check_timer.setInterval(LOOK_MS)
        self._check_timer.timeout.connect(self.copy_changes)
        service.opened.connect(self._begin)

    def copy_changes(self) -> None:
        """Copy what is new."""
        now = self._newsroom_lists()
        if self._service.has_begun and (self._is_due or self._mirrored != now):
            before, self._mirrored, self._is_due = self._mirrored, now, False
            self._service.ask(
                lambda archive: _copy_to_archive(archive, before, now),
                failed=lambda _why: self._retry(before),
            )

    def _begin(self) -> None:
        self._is_due = True
        self._check_timer.start()
        self.copy_changes()

    def _retry(self, before: NewsroomLists) -> None:
        """It was not copied: the next check does it."""
        self._mirrored, self._is_due = before, True

    def _newsroom_lists(self) -> NewsroomLists:
        words = self._dictionaries[DictionaryOwner.NEWSROOM].words
        ignores = self._register.house.ignores
        return frozenset(words), frozenset((ignore.rule, ignore.text) for ignore in ignores)


def _copy_to_archive(archive: Archive, before: NewsroomLists, now: NewsroomLists) -> None:
    words, ignores = frozenset(archive.words()), frozenset(archive.ignores())
    new, old = now[0] - words, words & (before[0] - now[0])
    if new or old:
        archive.change_words(new, old)
    more, fewer = now[1] - ignores, ignores & (before[1] - now[1])
    if more or fewer:
        archive.change_ignores(more, fewer)
