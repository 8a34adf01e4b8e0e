"""Reads further sources of a release's facts, such as minutes or a chat."""

from __future__ import annotations

import os.path
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from bnews_desk.errors import ReadError
from bnews_desk.files import read_bytes
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.imports.import_worker_messages import ReadAgainRequest
from bnews_desk.gui.shared.background_thread import BackgroundThread
from bnews_desk.importers.file_reading import MAX_FILE_BYTES
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.release import Source

MAX_SOURCE_CHARACTERS = 200_000
"""The most code points of one source: it is stored with the release and read at each check."""
SHUTDOWN_SECONDS = 3.0
THREAD_NAME = "bnews-source"


class FurtherSourceReader(QObject):
    """Reads files off the GUI thread, as an import does, without making releases of them."""

    read = Signal(str, object)
    """The key of the release that asked for a source, and the ``Source``."""
    failed = Signal(str, str)
    """The same key, and one sentence: why the file could not be read."""
    _fetched = Signal(str, object)

    def __init__(self, importing: ImportService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._importing = importing
        self._wanted: dict[str, tuple[str, str]] = {}
        self._count = 0
        self._thread: BackgroundThread | None = None
        self._is_over = False
        self._fetched.connect(self._take_fetched, Qt.ConnectionType.QueuedConnection)
        importing.read_again.connect(self._take_read)

    def ask(self, key: str, path: str) -> None:
        """Read a file for the release of that key; answered by one of the signals."""
        self._count += 1
        request = f"sumber {self._count} {key}"
        self._wanted[request] = (key, os.path.basename(path))
        if self._thread is None:
            self._thread = BackgroundThread(THREAD_NAME)
        self._thread.submit(partial(self._fetch, request, path))

    def shut_down(self) -> None:
        """End the thread; no signal is emitted afterwards."""
        self._is_over = True
        if self._thread is not None:
            self._thread.end(SHUTDOWN_SECONDS)

    def _fetch(self, request: str, path: str) -> None:
        found: bytes | str
        try:
            found = read_bytes(path, MAX_FILE_BYTES)
        except ReadError as error:
            found = str(error)
        if not self._is_over:
            self._fetched.emit(request, found)

    def _take_fetched(self, request: str, found: bytes | str) -> None:
        if self._is_over:
            return
        if isinstance(found, str):
            self.failed.emit(self._wanted.pop(request)[0], found)
        else:
            name = self._wanted[request][1]
            self._importing.read_kept(ReadAgainRequest(request, name, found))

    def _take_read(self, request: str, found: ImportedRelease | str) -> None:
        if self._is_over or request not in self._wanted:
            return
        key, name = self._wanted.pop(request)
        if isinstance(found, str):
            self.failed.emit(key, found)
            return
        text = found.release.text.strip()
        if not text:
            self.failed.emit(
                key, self.tr("“{0}” tidak berisi teks; pilih berkas lain.").format(name)
            )
        elif len(text) > MAX_SOURCE_CHARACTERS:
            told = self.tr("“{0}” terlalu panjang untuk bahan; potong dahulu bagian yang dipakai.")
            self.failed.emit(key, told.format(name))
        else:
            self.read.emit(key, Source(name, text))
