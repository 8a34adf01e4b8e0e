"""Watches the inbox folder on a thread and tells which files are new."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal

from bnews_desk.archive.repository.archive_values import Origin
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.gui.inbox.inbox_file_memory import InboxFileMemory
from bnews_desk.gui.inbox.inbox_folder import InboxFolder, InboxFolderError, InboxFolderListing
from bnews_desk.gui.shared.background_thread import BackgroundThread
from bnews_desk.gui.shared.timers import once_after

POLL_MS = 15_000
"""Milliseconds between two looks where the system reports no changes, as on network shares."""
WAITING_MS = 1_000
"""Milliseconds between two looks while a file is being written."""
STIR_MS = 250
"""Milliseconds after a change in the folder in which more are expected."""
ASK_AGAIN_MS = 3_000
"""Milliseconds after a change in the archive in which more are expected."""
PATIENCE_MS = 8_000
"""Milliseconds after which a folder that does not answer is reported."""
END_SECONDS = 2.0
PIECE = 200
"""Files that are read before the first of them are shown."""


class _Answer(NamedTuple):
    number: int
    items: tuple[InboxFile, ...] = ()
    look: InboxFolderListing | None = None
    trouble: str = ""


class InboxWatch(QObject):
    """Watches one folder, or none; all that can take time runs on a thread of its own.

    ``shut_down`` must be called in the end.
    """

    changed = Signal()
    """``items`` or ``trouble`` have changed."""
    _answered = Signal(object)

    def __init__(
        self,
        folder: str,
        memory: Callable[[], InboxFileMemory],
        archive: ArchiveService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.trouble = ""
        self.more = self.waiting = 0
        self._make_memory, self._archive = memory, archive
        self._memory: InboxFileMemory | None = None
        self._looker: InboxFolder | None = None
        self._thread: BackgroundThread | None = None
        self._number = 0
        self._is_looking = self._is_wanted = self._is_ended = self._has_looked = False
        self._seen: tuple[InboxFile, ...] = ()
        self._known: dict[str, Origin | None] = {}
        self._asked: set[str] = set()
        self._watcher = QFileSystemWatcher(self)
        self._poll = once_after(POLL_MS, self.look, self)
        self._stir = once_after(STIR_MS, self.look, self)
        self._patience = once_after(PATIENCE_MS, self._lose_patience, self)
        self._again = once_after(ASK_AGAIN_MS, self._ask_again, self)
        self._watcher.directoryChanged.connect(lambda _path: self._stir.start())
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        archive.opened.connect(self._begin)
        archive.troubled.connect(self._begin)
        archive.changed.connect(self._again.start)

    @property
    def items(self) -> tuple[InboxFile, ...]:
        """The complete files of which it is known whether they were imported, the last arrived
        first.
        """
        known = self._known
        return tuple(
            item._replace(origin=known.get(item.digest))
            for item in self._seen
            if item.is_done or item.is_ignored or item.digest in known
        )

    @property
    def count(self) -> int:
        """The number of files to be imported."""
        return sum(item.is_new for item in self.items)

    @property
    def is_reading(self) -> bool:
        """Whether nothing is known of the folder yet."""
        is_known = self._has_looked and len(self.items) == len(self._seen)
        return bool(self.folder) and not self.trouble and not is_known

    def set_folder(self, folder: str) -> None:
        """Watch another folder, '' for none."""
        if folder == self.folder:
            return
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._number += 1
        self.folder, self._looker, self.trouble = folder, None, ""
        self._seen, self.more, self.waiting = (), 0, 0
        self._is_looking = self._is_wanted = self._has_looked = False
        self._poll.stop()
        self._patience.stop()
        self.changed.emit()
        self.look()

    def look(self) -> None:
        """Look into the folder now, or after the look that is going on."""
        if not self.folder or self._is_ended:
            return
        if self._is_looking:
            self._is_wanted = True
            return
        self._is_looking = True
        if self._looker is None or self._looker.path != self.folder:
            self._looker = InboxFolder(self.folder)
        self._patience.start()
        self._do(partial(self._look, self._number, self._looker))

    def ignore(self, digests: Iterable[str]) -> None:
        """Hide these from now on."""
        self._decide(frozenset(digests), is_ignored=True)

    def heed(self, digests: Iterable[str]) -> None:
        """Show these again."""
        self._decide(frozenset(digests), is_ignored=False)

    def take(self, original: bytes) -> None:
        """A file of these bytes was imported, from wherever."""
        if self.folder and original:
            self._do(partial(self._note_taken, original))
            self.look()

    def finish(self, item: InboxFile) -> None:
        """Mark this one as done where it is: the editor continues with its release."""
        self._do(partial(self._note_done, item))
        self._change(
            (item.digest,), lambda one: one._replace(is_done=one.is_done or one.file == item.file)
        )

    def fail(self, path: str, sentence: str) -> None:
        """A file of the folder could not be imported, for this reason."""
        for item in self._seen:
            if item.file.path == path:
                self._do(partial(self._note_failure, item.digest, sentence))
                self._change((item.digest,), lambda one: one._replace(failure=sentence))

    def shut_down(self) -> None:
        """Save what was decided and end the thread; nothing is sent afterwards."""
        self._is_ended = True
        for timer in (self._poll, self._stir, self._patience, self._again):
            timer.stop()
        if self._thread is not None:
            done = Event()
            self._thread.submit(done.set)  # behind all decisions; a look gives up by itself
            done.wait(END_SECONDS)
            self._thread.end(END_SECONDS)

    def _begin(self) -> None:
        """Look for the first time, once the window is idle."""
        self._again.start()
        if not self._seen:
            self.look()

    def _decide(self, digests: frozenset[str], *, is_ignored: bool) -> None:
        self._do(partial(self._note_decision, digests, is_ignored))
        self._change(digests, lambda one: one._replace(is_ignored=is_ignored))
        self._ask()

    def _change(self, digests: Collection[str], change: Callable[[InboxFile], InboxFile]) -> None:
        self._seen = tuple(change(item) if item.digest in digests else item for item in self._seen)
        self.changed.emit()

    def _do(self, work: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = BackgroundThread("bnews-kotak")
        self._thread.submit(work)

    def _take(self, answer: _Answer) -> None:
        if answer.number != self._number or self._is_ended:
            return
        if not answer.trouble:
            self._seen = answer.items
            self._ask()
        if answer.look is None and not answer.trouble:  # more comes
            self.changed.emit()
            self._patience.start()
            return
        self._patience.stop()
        self._is_looking = False
        self.trouble = answer.trouble
        if answer.look is not None:
            self._has_looked = True
            self.more = answer.look.more
            self._watch(answer.look.folders)
        self.waiting = answer.look.waiting if answer.look is not None else 0
        self._poll.start(WAITING_MS if self.waiting else POLL_MS)
        self.changed.emit()
        if self._is_wanted:
            self._is_wanted = False
            self.look()

    def _watch(self, folders: Iterable[str]) -> None:
        """Have the system report changes in these folders."""
        missing = set(folders) - set(self._watcher.directories())
        if missing:
            self._watcher.addPaths(sorted(missing))

    def _lose_patience(self) -> None:
        """Report that the folder does not answer; its answer is still awaited."""
        self.trouble = self.tr(
            "Folder “{0}” belum menjawab; periksa sambungan jaringannya atau pilih folder lain."
        ).format(self.folder)
        self.changed.emit()

    def _ask(self) -> None:
        """Ask the archive about the files it was not asked about yet."""
        wanted = {i.digest for i in self._seen if not (i.is_done or i.is_ignored)}
        digests = wanted - self._asked
        if digests:
            self._asked |= digests
            self._archive.ask(
                lambda archive: archive.known_originals(digests),
                partial(self._take_known, digests),
                lambda _sentence: self._take_known(digests, self._known),
            )

    def _ask_again(self) -> None:
        self._asked.clear()
        self._ask()

    def _take_known(self, asked: set[str], known: Mapping[str, Origin | None]) -> None:
        news = {digest: known.get(digest) for digest in asked}
        if any(digest not in self._known or self._known[digest] != news[digest] for digest in news):
            self._known.update(news)
            self.changed.emit()

    # on the thread

    @property
    def _remembered(self) -> InboxFileMemory:
        if self._memory is None:
            self._memory = self._make_memory()
        return self._memory

    def _look(self, number: int, folder: InboxFolder) -> None:
        memory = self._remembered
        try:
            look = folder.look()
        except InboxFolderError as error:
            self._answered.emit(_Answer(number, trouble=str(error)))
            return
        items: list[InboxFile] = []
        memory.miss(look.files)
        for file in look.files:
            if self._is_ended or number != self._number:
                return
            is_known = memory.knows(file)
            digest = memory.digest(file)
            ignored, failure = memory.is_ignored(digest), memory.failure(digest)
            place = os.path.relpath(os.path.dirname(file.path), folder.path)
            place = "" if place == os.curdir else place
            done, since = memory.is_done(file), memory.since(file)
            grown = memory.has_grown(file)
            items.append(InboxFile(file, digest, since, ignored, done, failure, place, grown))
            if not is_known and len(items) % PIECE == 0:
                self._answered.emit(_Answer(number, _in_order(items)))
        memory.keep_only(look.files)
        memory.save()
        self._answered.emit(_Answer(number, _in_order(items), look))

    def _note_decision(self, digests: frozenset[str], is_ignored: bool) -> None:
        memory = self._remembered
        if is_ignored:
            memory.ignore(digests)
        else:
            memory.heed(digests)
        memory.save()

    def _note_done(self, item: InboxFile) -> None:
        self._remembered.finish(item.digest, item.file.path)
        self._remembered.save()

    def _note_failure(self, digest: str, sentence: str) -> None:
        self._remembered.fail(digest, sentence)
        self._remembered.save()

    def _note_taken(self, original: bytes) -> None:
        self._remembered.take(hashlib.sha256(original).hexdigest())
        self._remembered.save()


def _in_order(items: Iterable[InboxFile]) -> tuple[InboxFile, ...]:
    """The last arrived first, wherever it was moved afterwards."""
    return tuple(sorted(items, key=lambda item: (-item.since, item.file.path)))
