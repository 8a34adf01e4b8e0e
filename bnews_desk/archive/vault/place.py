"""Whether the file of an open archive is still the one that was opened."""

from __future__ import annotations

import os

_MAGIC = b"SQLite format 3\x00"


class Place:
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
            with open(self._path, "rb") as file:
                found = os.fstat(file.fileno())
                begins = file.read(len(_MAGIC))
        except OSError:
            return False
        identity = found.st_dev, found.st_ino
        if self._file is None:
            self._file = identity
        is_whole = (begins == _MAGIC or self._is_odd) and found.st_size >= self._size
        self._size = max(self._size, found.st_size)
        return is_whole and identity == self._file
