"""Whether the file of an open archive is still the one that was opened."""

from __future__ import annotations

import os
import sys

_MAGIC = b"SQLite format 3\x00"
_HELD: dict[tuple[int, int], int] = {}
"""A descriptor for each file that was ever watched, by device and inode, for the process's life.

Where locks are POSIX's, closing any descriptor of a file takes away every lock that the process
has on it: another program then believes itself alone with the archive and removes the log that
this one still writes to (https://www.sqlite.org/howtocorrupt.html, 2.2). So none is closed.
"""


class FileIdentity:
    """The file at ``path``, watched for what other programs do to it while it is open.

    SQLite itself goes on with a file that was deleted or overwritten until it reads a page that it
    does not remember. Where the beginning is odd already when it is opened, the log mends that.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._file: tuple[int, int] | None = None
        self._size = 0
        self._is_odd = False
        self._is_odd = not self.is_as_left()

    def is_as_left(self) -> bool:
        """Whether no other file lies there, none shorter than before, none that is no database.

        Takes some microseconds.
        """
        try:
            found = os.stat(self._path)
            identity = found.st_dev, found.st_ino
            if self._file is None:
                self._file = identity
            if identity != self._file:
                return False
            begins = _beginning(self._path, identity)
        except OSError:
            return False
        is_whole = (begins == _MAGIC or self._is_odd) and found.st_size >= self._size
        self._size = max(self._size, found.st_size)
        return is_whole


def _beginning(path: str, identity: tuple[int, int]) -> bytes:
    """The first bytes of a file; no lock on it is lost by that. Raises ``OSError``."""
    if sys.platform == "win32":  # locks are a handle's own there
        with open(path, "rb") as file:
            return file.read(len(_MAGIC))
    held = _HELD.get(identity)
    if held is None:
        held = _HELD.setdefault(identity, os.open(path, os.O_RDONLY | os.O_NONBLOCK))
    return os.pread(held, len(_MAGIC), 0)
