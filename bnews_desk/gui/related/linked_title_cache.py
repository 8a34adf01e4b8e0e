"""Caches the archive's knowledge of linked titles, so that a check never waits for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from bnews_desk.earlier_headlines import TitleLookup
    from bnews_desk.gui.archive.archive_service import ArchiveService

MOST_REMEMBERED = 1_000
"""The most titles cached: while a title is typed, every key adds one."""


class LinkedTitleCache(QObject):
    """An ``ArchiveView`` for the check thread.

    It returns what is cached. Titles that are not cached, or cached before the archive changed, are
    looked up by ``service``; ``learned`` follows when the result is new.
    """

    learned = Signal()
    """The result for a title has changed: a check may find something else."""
    _wanted = Signal(str)

    def __init__(self, service: ArchiveService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._known: dict[str, TitleLookup] = {}
        self._asked: set[str] = set()
        self._wanted.connect(self._ask, Qt.ConnectionType.QueuedConnection)
        service.opened.connect(self._doubt)
        service.changed.connect(self._doubt)

    def look_up(self, title: str) -> TitleLookup | None:
        """The cached result for a title, None when there is none yet; callable from any thread."""
        if title not in self._asked:
            self._asked.add(title)
            self._wanted.emit(title)
        return self._known.get(title)

    def address_of(self, title: str) -> str:
        """The address of the article of a title; '' when it is not known yet."""
        known = self.look_up(title)
        return known.address if known else ""

    def _ask(self, title: str) -> None:
        self._service.ask(
            lambda archive: archive.look_up_title(title),
            partial(self._learn, title),
            lambda _why: self._asked.discard(title),
        )

    def _learn(self, title: str, found: TitleLookup) -> None:
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
            self._asked.clear()
        if self._known.get(title) != found:
            self._known[title] = found
            self.learned.emit()

    def _doubt(self) -> None:
        """Look every title up again when it is next asked for; keep the old results until then."""
        self._asked.clear()
