"""Lists the importable files of the watched folder once nobody writes to them."""

from __future__ import annotations

import logging
import math
import os
import stat
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from bnews_desk.errors import DeskError, reason
from bnews_desk.files import system_path
from bnews_desk.importers.import_formats import readable_endings
from bnews_desk.log import suppressed

_LOG = logging.getLogger(__name__)


MAX_FILES = 10_000
"""Files that are shown, the newest first."""
MAX_DEPTH = 3
"""Depth of subfolders that are searched: by day, by sender, by kind."""
MAX_FOLDERS = 200
"""Folders that are searched, the watched folder included."""
QUIET_SECONDS = 2.0
"""Seconds a file must be unchanged to count as complete: copies and downloads grow."""
OLD_SECONDS = 60.0
"""Seconds of age from which a file is complete at the first look."""
_LOCK_FILES = "~$"
_PAGES = (".html", ".htm")


class InboxFolderError(DeskError):
    """The folder cannot be read; its text is one sentence for the editor."""


class InboxFolderFile(NamedTuple):
    """A file of the folder as it is now.

    ``modified`` is when it was last written; ``arrived`` when it was put here, because a copy keeps
    the time of its source. Both count nanoseconds since 1970.
    """

    path: str
    size: int
    modified: int
    arrived: int

    @property
    def name(self) -> str:
        """Its name without the folder."""
        return os.path.basename(self.path)


class InboxFolderListing(NamedTuple):
    """What one look found: the complete files, the last arrived first.

    ``waiting`` counts others that may be complete soon; ``more`` those beyond ``MAX_FILES``;
    ``folders`` are the paths that were searched.
    """

    files: tuple[InboxFolderFile, ...]
    waiting: int = 0
    more: int = 0
    folders: tuple[str, ...] = ()


class InboxFolder:
    """Lists a folder and its subfolders again and again.

    Left out are hidden files and folders, Word's lock files, the folders that browsers save beside
    a page, links that lead elsewhere, and whatever is no file.
    """

    def __init__(
        self,
        path: str,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.path = path
        self._clock, self._now = clock, now
        self._readable = readable_endings()
        self._since: dict[InboxFolderFile, float] | None = None

    def look(self) -> InboxFolderListing:
        """What is there now. Raises ``InboxFolderError`` where the folder cannot be reached."""
        try:
            found, folders = self._found()
        except OSError as error:
            raise InboxFolderError(_sentence(self.path, error)) from None
        here = self._clock()
        now = self._now() * 1e9
        before, old = self._since, now - OLD_SECONDS * 1e9
        if before is None:
            self._since = {file: -math.inf if file.modified < old else here for file in found}
        else:
            here_still = frozenset(found)
            moved = {(f.size, f.modified): at for f, at in before.items() if f not in here_still}
            self._since = {
                file: before.get(file, moved.get((file.size, file.modified), here))
                for file in found
            }
        whole = [
            file
            for file, since in self._since.items()
            if file.size and here - since >= QUIET_SECONDS
        ]
        whole.sort(key=lambda file: (-file.arrived, file.path))
        files = tuple(whole[:MAX_FILES])
        # and will stay so; what is of a clock that is ahead is no news either
        empty = sum(not file.size and not old <= file.arrived <= now for file in found)
        waiting = len(found) - len(whole) - empty
        return InboxFolderListing(files, waiting, len(whole) - len(files), folders)

    def _found(self) -> tuple[list[InboxFolderFile], tuple[str, ...]]:
        """Every file that can be read, and the folders that were searched."""
        files: list[InboxFolderFile] = []
        folders: list[str] = []
        waiting = deque([(self.path, 0)])
        while waiting and len(folders) < MAX_FOLDERS:
            path, depth = waiting.popleft()
            try:
                with os.scandir(system_path(path)) as entries:
                    names = {entry.name: entry for entry in entries if _is_shown(entry)}
            except OSError:
                if not depth:
                    raise
                continue  # gone since, or somebody else's
            folders.append(path)
            files += filter(None, map(self._file_of, names.values()))
            if depth < MAX_DEPTH:
                waiting += ((p, depth + 1) for p in _folders_in(names))
        return files, tuple(folders)

    def _file_of(self, entry: os.DirEntry[str]) -> InboxFolderFile | None:
        if not entry.name.lower().endswith(self._readable):
            return None
        try:
            found = entry.stat()
            is_outside = entry.is_symlink() and not self._is_inside(entry.path)
        except OSError:  # gone since, or a link that leads nowhere
            return None
        if not stat.S_ISREG(found.st_mode) or is_outside:
            return None
        arrived = max(found.st_mtime_ns, found.st_ctime_ns)
        return InboxFolderFile(entry.path, found.st_size, found.st_mtime_ns, arrived)

    def _is_inside(self, path: str) -> bool:
        inside = os.path.join(os.path.realpath(self.path), "")
        return os.path.realpath(path).startswith(inside)


def _is_shown(entry: os.DirEntry[str]) -> bool:
    if sys.platform == "win32":
        attributes = entry.stat(follow_symlinks=False).st_file_attributes
        if attributes & stat.FILE_ATTRIBUTE_HIDDEN:
            return False
    return not entry.name.startswith((".", _LOCK_FILES))


def _folders_in(names: Mapping[str, os.DirEntry[str]]) -> Iterator[str]:
    """The subfolders in a folder, without those that belong to a saved page."""
    pages = {os.path.splitext(name)[0] for name in names if name.lower().endswith(_PAGES)}
    for name in sorted(names):
        with suppressed(_LOG, "looking into the watched folder", OSError):
            is_folder = names[name].is_dir(follow_symlinks=False)
            if is_folder and name.rpartition("_")[0] not in pages:
                yield names[name].path


def _sentence(path: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return (
            f"Folder “{path}” tidak ditemukan; sambungkan lagi drive atau jaringannya, atau pilih"
            " folder lain."
        )
    if isinstance(error, PermissionError):
        return f"Folder “{path}” tidak boleh dibaca; minta izinnya atau pilih folder lain."
    return f"Folder “{path}” tidak terjangkau ({reason(error)}); sebentar lagi dicoba kembali."
