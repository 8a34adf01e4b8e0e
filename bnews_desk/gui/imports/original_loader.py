"""Loads the originals of open releases from the journal and has them read again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.errors import DeskError
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.imports.import_worker_messages import ReadAgainRequest
from bnews_desk.gui.shared.background_thread import BackgroundThread
from bnews_desk.importers.imported_release import Attachment, ImportedRelease, is_cover_note
from bnews_desk.release import Release

SHUTDOWN_SECONDS = 3.0
THREAD_NAME = "bnews-original"


class OriginalStore(Protocol):
    """Stores originals; callable from any thread."""

    def original(self, key: str) -> OriginalNote | None:
        """The file that a release was imported from; None when none was stored."""


class ReadOriginal(NamedTuple):
    """An original as a release, with the name of its file and the mail's attachments."""

    name: str
    release: Release
    pictures: Mapping[str, bytes]
    attachments: tuple[Attachment, ...] = ()
    is_cover_note: bool = False


class OriginalLoader(QObject):
    """Loads the original of a release, by the release's key.

    Fetching and reading run off the GUI thread; a read original is cached until the release is
    forgotten.
    """

    found = Signal(str, str)
    """A release's key, and the name of its original file, which is read next."""
    read = Signal(str, object)
    """A release's key and its ``ReadOriginal``."""
    missing = Signal(str)
    """The key of a release that has no stored original."""
    failed = Signal(str, str)
    """A release's key, and one sentence: why its original cannot be read."""
    _fetched = Signal(str, object)

    def __init__(
        self, store: OriginalStore, importing: ImportService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._importing = store, importing
        self._known: dict[str, ReadOriginal] = {}
        self._names: dict[str, str] = {}
        self._asked: set[str] = set()
        self._thread: BackgroundThread | None = None
        self._is_over = False
        self._fetched.connect(self._take_fetched, Qt.ConnectionType.QueuedConnection)
        importing.read_again.connect(self._take_read)

    def ask(self, key: str) -> None:
        """Fetch the original of a release; answered by ``read``, ``missing`` or ``failed``."""
        if key in self._known:
            self.found.emit(key, self._known[key].name)
            self.read.emit(key, self._known[key])
        if key in self._known or key in self._asked:
            return
        self._asked.add(key)
        if self._thread is None:
            self._thread = BackgroundThread(THREAD_NAME)
        self._thread.submit(partial(self._fetch, key))

    def forget(self, key: str) -> None:
        """Remove the original of a release from the cache."""
        self._known.pop(key, None)
        self._asked.discard(key)

    def shut_down(self) -> None:
        """End the thread; no signal is emitted afterwards."""
        self._is_over = True
        if self._thread is not None:
            self._thread.end(SHUTDOWN_SECONDS)

    def _fetch(self, key: str) -> None:
        found: OriginalNote | str | None
        try:
            found = self._store.original(key)
        except DeskError as error:
            found = str(error)
        if not self._is_over:
            self._fetched.emit(key, found)

    def _take_fetched(self, key: str, original: OriginalNote | str | None) -> None:
        if self._is_over or key not in self._asked:
            return
        if original is None:
            self._asked.discard(key)
            self.missing.emit(key)
        elif isinstance(original, str):
            self._asked.discard(key)
            self.failed.emit(key, original)
        else:
            self._names[key] = original.name
            self.found.emit(key, original.name)
            self._importing.read_kept(ReadAgainRequest(key, original.name, original.data))

    def _take_read(self, key: str, found: ImportedRelease | str) -> None:
        if key not in self._asked:
            return
        self._asked.discard(key)
        if isinstance(found, str):
            self.failed.emit(key, found)
            return
        known = ReadOriginal(
            self._names.get(key, ""),
            found.release,
            found.pictures,
            found.attachments,
            is_cover_note(found),
        )
        self._known[key] = known
        self.read.emit(key, known)
