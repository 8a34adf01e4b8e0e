"""Remembers which files of the watched folder were imported, ignored or failed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from bnews_desk.errors import ReadError, WriteError
from bnews_desk.files import read_bytes, write_atomically
from bnews_desk.gui.inbox.inbox_folder import InboxFolderFile
from bnews_desk.importers.file_reading import MAX_FILE_BYTES
from bnews_desk.log import suppressed

_LOG = logging.getLogger(__name__)
VERSION = 2
MOST = 20_000
"""Entries of each kind that are remembered, the latest."""
_MAX_BYTES = 20_000_000
Key = TypeVar("Key")
Said = TypeVar("Said")


class InboxFileMemory:
    """Remembers between runs what the editor has decided about files, by their digest.

    Of a file that cannot be read, name, size and time stand for the digest. Losing the memory costs
    nothing but time: files are read again, ignored ones are shown again. An imported file is
    remembered with its path. The same bytes under another path were sent again, unless the old path
    is gone: then the file was moved, and keeps its state and its time of arrival.
    """

    def __init__(self, path: str, now: Callable[[], int] = time.time_ns) -> None:
        self._path, self._now = path, now
        self._digests: dict[InboxFolderFile, str] = {}
        self._since: dict[InboxFolderFile, int] = {}
        self._gone: dict[tuple[int, int, str], InboxFolderFile] = {}
        self._ignored: dict[str, None] = {}
        self._done: dict[tuple[str, str], None] = {}
        self._failed: dict[str, str] = {}
        self._came_in: dict[str, tuple[int, str]] = {}
        self._grown: dict[InboxFolderFile, bool] = {}
        self._is_changed = False
        self._load()

    def digest(self, file: InboxFolderFile) -> str:
        """The SHA-256 of a file, read where it is unknown."""
        known = self._digests.get(file)
        if known is None:
            known = self._digests[file] = _digest(file)
            self._is_changed = True
            self._follow(file, known)
        return known

    def since(self, file: InboxFolderFile) -> int:
        """When a file arrived, wherever it was then, in nanoseconds since 1970.

        Never in the future: a file with the time of a fast clock arrived when it was first seen.
        """
        since, now = self._since.get(file, file.arrived), self._now()
        if since > now:
            since = self._since[file] = now
            self._is_changed = True
        return since

    def has_grown(self, file: InboxFolderFile) -> bool:
        """Whether a file was imported from where it is since the program began, and has more at its
        end now: it was still being written.
        """
        size, digest = self._came_in.get(file.path, (file.size, ""))
        if file.size <= size:
            return False
        if file not in self._grown:
            self._grown[file] = _digest(file, size) == digest
        return self._grown[file]

    def miss(self, files: Iterable[InboxFolderFile]) -> None:
        """Take all files that are there now: what is not among them may have been moved."""
        here = {file.path for file in files}
        self._gone = {
            (file.size, file.modified, digest): file
            for file, digest in self._digests.items()
            if file.path not in here
        }

    def knows(self, file: InboxFolderFile) -> bool:
        """Whether the digest of a file is known without reading it."""
        return file in self._digests

    def keep_only(self, files: Iterable[InboxFolderFile]) -> None:
        """Forget the digests of files that are gone."""
        kept = {file: self._digests[file] for file in files if file in self._digests}
        self._is_changed |= len(kept) < len(self._digests)
        self._digests = kept
        self._since = {file: since for file, since in self._since.items() if file in kept}

    def ignore(self, digests: Iterable[str]) -> None:
        """Hide these from now on."""
        for digest in digests:
            self._add(self._ignored, digest, None)

    def heed(self, digests: Iterable[str]) -> None:
        """Show these again."""
        for digest in digests:
            self._is_changed |= self._ignored.pop(digest, 1) is None

    def take(self, digest: str) -> None:
        """What has this digest in the folder now was imported."""
        for file, own in self._digests.items():
            if own == digest:
                self.finish(digest, file.path)
                self._came_in[file.path] = file.size, digest
        self._is_changed |= self._failed.pop(digest, None) is not None

    def finish(self, digest: str, path: str) -> None:
        """Nothing is left to do with this file where it is."""
        self._add(self._done, (digest, path), None)

    def fail(self, digest: str, sentence: str) -> None:
        """This file could not be imported, for this reason."""
        self._add(self._failed, digest, sentence)

    def is_ignored(self, digest: str) -> bool:
        """Whether the editor has hidden it."""
        return digest in self._ignored

    def is_done(self, file: InboxFolderFile) -> bool:
        """Whether this window imported a file from where it is."""
        return (self.digest(file), file.path) in self._done

    def failure(self, digest: str) -> str:
        """Why it could not be imported, '' where no import has failed."""
        return self._failed.get(digest, "")

    def save(self) -> None:
        """Save changes; where that fails, they are saved the next time."""
        if not self._is_changed:
            return
        files = [[*file, self.since(file), digest] for file, digest in self._digests.items()]
        value = {
            "version": VERSION,
            "ignored": list(self._ignored),
            "done": list(self._done),
            "failed": self._failed,
            "files": files[-MOST:],
        }
        with suppressed(_LOG, "writing the inbox memory", WriteError):
            write_atomically(self._path, json.dumps(value).encode("ascii"))
            self._is_changed = False

    def _follow(self, file: InboxFolderFile, digest: str) -> None:
        """Carry over what was known of a file under another path, where it was moved."""
        before = self._gone.pop((file.size, file.modified, digest), None)
        if before is not None:
            self._since[file] = self.since(before)
            if (digest, before.path) in self._done:
                self.finish(digest, file.path)

    def _add(self, kept: dict[Key, Said], key: Key, said: Said) -> None:
        kept.pop(key, None)
        kept[key] = said
        self._is_changed = True
        while len(kept) > MOST:
            del kept[next(iter(kept))]

    def _load(self) -> None:
        with contextlib.suppress(
            ReadError, ValueError, KeyError, TypeError, AttributeError, RecursionError
        ):
            value: dict[str, Any] = json.loads(read_bytes(self._path, _MAX_BYTES))
            if value["version"] == VERSION:
                ignored = dict.fromkeys(map(str, value["ignored"]))
                done = dict.fromkeys((str(digest), str(path)) for digest, path in value["done"])
                failed = {str(digest): str(why) for digest, why in value["failed"].items()}
                digests: dict[InboxFolderFile, str] = {}
                moved: dict[InboxFolderFile, int] = {}
                for path, size, modified, arrived, since, digest in value["files"]:
                    file = InboxFolderFile(str(path), int(size), int(modified), int(arrived))
                    digests[file] = str(digest)
                    if int(since) != file.arrived:
                        moved[file] = int(since)
                self._ignored, self._done, self._failed = ignored, done, failed
                self._digests, self._since = digests, moved


def _digest(file: InboxFolderFile, length: int | None = None) -> str:
    """The SHA-256 of a file, or of its first ``length`` bytes."""
    try:
        return hashlib.sha256(read_bytes(file.path, MAX_FILE_BYTES)[:length]).hexdigest()
    except ReadError:  # told when it is imported
        return f"{file.size}-{file.modified}-{file.name}"
