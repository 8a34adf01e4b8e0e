"""Caches the original and the published state of open releases, for rules that compare them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from bnews_desk.archive.release_progress import fingerprint
from bnews_desk.rules.context import EarlierStates

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.gui.desk.desk import Desk
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.gui.imports.original_loader import OriginalLoader, ReadOriginal
    from bnews_desk.release import Release


class ArchiveThread(Protocol):
    """Runs work on the archive beside the GUI thread (``ArchiveService``)."""

    def ask(
        self,
        work: Callable[[Archive], Release | None],
        then: Callable[[Release | None], object] | None = None,
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Run ``work``; its answer goes to ``then``, or one sentence to ``failed``."""


class EarlierStateCache(QObject):
    """Caches earlier states of open releases.

    The original is known at once in the session in which a release was imported. Later it is
    fetched when the release comes to the front: from the archive's copy of the import, else by
    reading the stored file again. The published state is known where a release is published while
    it is open, or is opened as it was published.
    """

    original_loaded = Signal(str)
    """The key of a release whose original has become known."""
    original_missing = Signal(str)
    """The key of an open release that has no original that can be read."""

    def __init__(
        self, desk: Desk, originals: OriginalLoader, archive: ArchiveThread, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._originals, self._archive = desk, originals, archive
        self._known: dict[str, EarlierStates] = {}
        self._asked: set[str] = set()
        self._without: set[str] = set()
        desk.imported.connect(self._take_arrived)
        desk.opened.connect(self._take_published)
        desk.progress_replaced.connect(self._take_published)
        desk.closed.connect(self._forget)
        desk.current_changed.connect(self._fetch)
        originals.read.connect(self._take_original)
        originals.missing.connect(self._take_absent)
        originals.failed.connect(lambda key, _why: self._take_absent(key))
        for release in desk.releases:
            self._take_published(release)
        self._fetch(desk.current)

    def of(self, key: str) -> EarlierStates:
        """The earlier states of the release with that key, as far as they are known."""
        return self._known.get(key, EarlierStates())

    def is_awaited(self, key: str) -> bool:
        """Whether it is still unknown if an open release has an original."""
        return self.of(key).original is None and key not in self._without

    def _take_absent(self, key: str) -> None:
        if self.is_awaited(key) and self._is_open(key):
            self._without.add(key)
            self.original_missing.emit(key)

    def _is_open(self, key: str) -> bool:
        return any(release.key == key for release in self._desk.releases)

    def _forget(self, release: OpenRelease) -> None:
        self._known.pop(release.key, None)
        self._without.discard(release.key)
        self._asked.discard(release.key)

    def _fetch(self, release: OpenRelease | None) -> None:
        """Have the original of a release fetched; one that was begun here has none."""
        if release is None or release.key in self._asked or self.of(release.key).original:
            return
        key = release.key
        self._asked.add(key)
        self._archive.ask(
            partial(_as_imported, key),
            partial(self._take_imported, key),
            lambda _why: self._take_imported(key, None),
        )

    def _take_imported(self, key: str, release: Release | None) -> None:
        if key not in self._asked or self.of(key).original is not None:
            return
        if release is None:
            self._originals.ask(key)
        else:
            self._store_original(key, release)

    def _take_arrived(self, release: OpenRelease) -> None:
        self._store_original(release.key, release.document.release())

    def _take_original(self, key: str, original: ReadOriginal) -> None:
        self._store_original(key, original.release)

    def _store_original(self, key: str, original: Release) -> None:
        if not self._is_open(key):
            return
        before = self.of(key)
        self._known[key] = before._replace(original=original)
        if before.original is None or before.original.text != original.text:
            self.original_loaded.emit(key)

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


def _as_imported(key: str, archive: Archive) -> Release | None:
    """A release as it was imported; None where the archive has no copy of that."""
    if archive.original(key) is None:
        return None
    number = next((v.number for v in archive.versions(key) if v.reason == "impor"), None)
    return None if number is None else archive.version(key, number)
