"""Reads the start of the chosen inbox file on a thread."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from bnews_desk.errors import ReadError
from bnews_desk.files import read_bytes
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.imports.import_worker_messages import ReadAgainRequest
from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.gui.inbox.inbox_folder import InboxFolderFile
from bnews_desk.gui.shared.background_thread import BackgroundThread
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.importers.import_formats import import_format_by_name
from bnews_desk.importers.imported_release import ImportedRelease

LOOK_MS = 250
"""Milliseconds for which a file must be selected before it is read."""
SHOWN = 1_500
"""Code points that are shown."""
MOST_BYTES = {"pdf": 500_000, "doc": 0}
"""Greatest size of a file that is read, by format: while it is read no import can begin."""
USUAL_BYTES = 2_000_000
MOST_KNOWN = 100
"""Previews that are cached, the last used."""
END_SECONDS = 1.0
_MARK = "kotak masuk "


class InboxFilePreview(QObject):
    """Reads the chosen file on a thread while nothing is being imported.

    ``shut_down`` must be called in the end.
    """

    seen = Signal(object, str)
    """The ``File`` that was asked for last, and its beginning; or why it cannot be read."""
    _fetched = Signal(str, object)

    def __init__(self, importing: ImportService, parent: QObject) -> None:
        super().__init__(parent)
        self._importing = importing
        self._wanted: InboxFile | None = None
        self._known: OrderedDict[str, str] = OrderedDict()
        self._asked = ""
        self._thread: BackgroundThread | None = None
        self._soon = once_after(LOOK_MS, self._fetch, self)
        self._fetched.connect(self._take_bytes, Qt.ConnectionType.QueuedConnection)
        importing.read_again.connect(self._take_read)

    def look(self, item: InboxFile | None) -> None:
        """Read the beginning of a file soon, unless another one is asked for first; None for
        none.
        """
        self._wanted = item
        self._soon.stop()
        if item is None:
            return
        if item.digest in self._known:
            self._known.move_to_end(item.digest)
            self.seen.emit(item.file, self._known[item.digest])
        elif _is_light(item.file):
            self._soon.start()

    def shut_down(self) -> None:
        """End the thread; nothing is asked or sent afterwards."""
        self.look(None)
        if self._thread is not None:
            self._thread.end(END_SECONDS)

    def _fetch(self) -> None:
        item = self._wanted
        if item is None:
            return
        if self._importing.is_busy or self._asked:
            self._soon.start()
            return
        self._asked = item.digest
        if self._thread is None:
            self._thread = BackgroundThread("bnews-intip")
        self._thread.submit(partial(self._read, item))

    def _take_bytes(self, digest: str, kept: ReadAgainRequest | None) -> None:
        if kept is None or self._wanted is None:
            self._asked = ""
        else:
            self._importing.read_kept(kept)

    def _take_read(self, key: str, found: ImportedRelease | str) -> None:
        if key != _MARK + self._asked:
            return
        digest, self._asked = self._asked, ""
        self._known[digest] = _opening(found)
        if len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        if self._wanted is not None and self._wanted.digest == digest:
            self.seen.emit(self._wanted.file, self._known[digest])

    # on the thread

    def _read(self, item: InboxFile) -> None:
        kept = None
        with suppress(ReadError):  # gone since; the folder tells
            data = read_bytes(item.file.path, USUAL_BYTES)
            kept = ReadAgainRequest(_MARK + item.digest, item.file.name, data)
        self._fetched.emit(item.digest, kept)


def _is_light(file: InboxFolderFile) -> bool:
    with suppress(ReadError):
        return file.size <= MOST_BYTES.get(import_format_by_name(file.path).key, USUAL_BYTES)
    return False


def _opening(found: ImportedRelease | str) -> str:
    if isinstance(found, str):
        return found
    text = found.release.text.strip()
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"
