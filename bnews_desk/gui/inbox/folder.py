"""What lies in the watched folder: the files that can be read, once nobody writes to them."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bnews_desk.errors import DeskError, reason
from bnews_desk.importers.formats import endings

MAX_FILES = 10_000
"""Files that are shown, the newest; a folder with more has long been nobody's inbox."""
QUIET_SECONDS = 2.0
"""How long a file must stay as it is to be whole: what is being copied or downloaded grows."""
OLD_SECONDS = 60.0
"""What had not changed for so long when the folder was first looked at is whole at once."""
_LOCK_FILES = "~$"


class InboxError(DeskError):
    """The folder cannot be looked into; its text is one sentence for the editor."""


class File(NamedTuple):
    """A file of the folder as it is now; ``modified`` counts nanoseconds since 1970."""

    path: str
    size: int
    modified: int

    @property
    def name(self) -> str:
        """Its name without the folder."""
        return os.path.basename(self.path)


class Look(NamedTuple):
    """What one look found: the files that are whole, the newest first.

    ``waiting`` tells whether there are others that may be whole soon; ``more`` how many there were
    too many of.
    """

    files: tuple[File, ...]
    waiting: bool = False
    more: int = 0


class Folder:
    """Looks into a folder again and again; subfolders are no part of it.

    Neither are hidden files, those Word keeps beside an open one, links that lead out of it, and
    what is no file.
    """

    def __init__(
        self,
        path: str,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.path = path
        self._clock, self._now = clock, now
        self._since: dict[File, float] | None = None

    def look(self) -> Look:
        """What is there now. Raises :class:`InboxError` where the folder cannot be reached."""
        try:
            found = list(self._found())
        except OSError as error:
            raise InboxError(_sentence(self.path, error)) from None
        here = self._clock()
        before, old = self._since, (self._now() - OLD_SECONDS) * 1e9
        if before is None:
            long_ago = here - QUIET_SECONDS
            self._since = {file: long_ago if file.modified < old else here for file in found}
        else:
            self._since = {file: before.get(file, here) for file in found}
        whole = [
            file
            for file, since in self._since.items()
            if file.size and here - since >= QUIET_SECONDS
        ]
        whole.sort(key=lambda file: (-file.modified, file.path))
        files = tuple(whole[:MAX_FILES])
        return Look(files, len(whole) < len(found), len(whole) - len(files))

    def _found(self) -> Iterator[File]:
        readable = endings()
        inside = os.path.join(os.path.realpath(self.path), "")
        with os.scandir(self.path) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith((".", _LOCK_FILES)) or not name.lower().endswith(readable):
                    continue
                try:
                    found = entry.stat()
                    is_outside = entry.is_symlink() and not os.path.realpath(entry.path).startswith(
                        inside
                    )
                except OSError:  # gone since, or a link that leads nowhere
                    continue
                if stat.S_ISREG(found.st_mode) and not is_outside:
                    yield File(entry.path, found.st_size, found.st_mtime_ns)


def _sentence(path: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return (
            f"Folder “{path}” tidak ditemukan; sambungkan lagi drive atau jaringannya, atau pilih"
            " folder lain."
        )
    if isinstance(error, PermissionError):
        return f"Folder “{path}” tidak boleh dibaca; minta izinnya atau pilih folder lain."
    return f"Folder “{path}” tidak terjangkau ({reason(error)}); dicoba lagi sebentar lagi."
