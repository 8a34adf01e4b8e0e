"""Keeps original and published state of open releases for rules that compare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.archive.release_progress import fingerprint
from bnews_desk.rules.context import EarlierStates

if TYPE_CHECKING:
    from bnews_desk.gui.desk.desk import Desk
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.gui.imports.original_loader import OriginalLoader, ReadOriginal


class EarlierStateCache(QObject):
    """Keeps what open releases were before, as far as it passes by.

    The original is at hand while a release is open in the session in which it came in, and once
    it has been read again to be compared; what was published, where a release goes out while it is
    open, or is opened as it went out. Nothing is fetched for it.
    """

    def __init__(self, desk: Desk, originals: OriginalLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, EarlierStates] = {}
        desk.arrived.connect(self._take_arrived)
        desk.opened.connect(self._take_published)
        desk.advanced.connect(self._take_published)
        desk.closed.connect(lambda release: self._known.pop(release.key, None))
        originals.read.connect(self._take_original)
        for release in desk.releases:
            self._take_published(release)

    def of(self, key: str) -> EarlierStates:
        """What is at hand of the release with that key."""
        return self._known.get(key, EarlierStates())

    def _take_arrived(self, release: OpenRelease) -> None:
        came_in = release.document.release()
        self._known[release.key] = self.of(release.key)._replace(original=came_in)

    def _take_original(self, key: str, original: ReadOriginal) -> None:
        self._known[key] = self.of(key)._replace(original=original.release)

    def _take_published(self, release: OpenRelease) -> None:
        mark, known = release.progress.published, self.of(release.key)
        if not mark:
            published = None
        elif fingerprint(value := release.document.release()) == mark:
            published = value
        else:
            is_same = known.published is not None and fingerprint(known.published) == mark
            published = known.published if is_same else None
        if published != known.published:
            self._known[release.key] = known._replace(published=published)
