"""What is remembered of the watched folder's files: their digests, which came in, which not."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from bnews_desk.errors import ReadError, WriteError
from bnews_desk.files import read_bytes, write_atomically
from bnews_desk.gui.inbox.folder import File
from bnews_desk.importers.registry import MAX_FILE_BYTES

VERSION = 1
MOST = 20_000
"""Digests that are remembered as ignored or taken, the latest; and digests of files."""
_MAX_BYTES = 20_000_000


class Memory:
    """Remembers over the days what the editor has decided; what it says of a file is its digest.

    Of a file that cannot be read, name, size and time stand for the digest. Losing the memory
    costs nothing but time: files are read again, ignored ones are shown again.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._digests: dict[File, str] = {}
        self._ignored: dict[str, None] = {}
        self._taken: dict[str, None] = {}
        self._is_changed = False
        self._load()

    def digest(self, file: File) -> str:
        """The SHA-256 of a file, read where it is not known yet."""
        known = self._digests.get(file)
        if known is None:
            known = self._digests[file] = _digest(file)
            self._is_changed = True
        return known

    def knows(self, file: File) -> bool:
        """Whether the digest of a file is known without reading it."""
        return file in self._digests

    def keep_only(self, files: Iterable[File]) -> None:
        """Forget the digests of files that are not there any more."""
        kept = {file: self._digests[file] for file in files if file in self._digests}
        self._is_changed |= len(kept) < len(self._digests)
        self._digests = kept

    def ignore(self, digests: Iterable[str]) -> None:
        """Do not show these again."""
        self._add(self._ignored, digests)

    def heed(self, digests: Iterable[str]) -> None:
        """Show these again after all."""
        for digest in digests:
            self._is_changed |= self._ignored.pop(digest, 1) is None

    def take(self, digest: str) -> None:
        """This one has come in."""
        self._add(self._taken, (digest,))

    def is_ignored(self, digest: str) -> bool:
        """Whether the editor does not want it."""
        return digest in self._ignored

    def is_taken(self, digest: str) -> bool:
        """Whether it has come in by this window."""
        return digest in self._taken

    def save(self) -> None:
        """Write what has changed; where that fails, it is tried again the next time."""
        if not self._is_changed:
            return
        files = [[*file, digest] for file, digest in self._digests.items()]
        value = {
            "version": VERSION,
            "ignored": list(self._ignored),
            "taken": list(self._taken),
            "files": files[-MOST:],
        }
        with contextlib.suppress(WriteError):
            write_atomically(self._path, json.dumps(value).encode("ascii"))
            self._is_changed = False

    def _add(self, kept: dict[str, None], digests: Iterable[str]) -> None:
        for digest in digests:
            kept.pop(digest, None)
            kept[digest] = None
            self._is_changed = True
        while len(kept) > MOST:
            del kept[next(iter(kept))]

    def _load(self) -> None:
        with contextlib.suppress(ReadError, ValueError, KeyError, TypeError, RecursionError):
            value: dict[str, Any] = json.loads(read_bytes(self._path, _MAX_BYTES))
            if value["version"] == VERSION:
                ignored, taken = (
                    dict.fromkeys(map(str, value[name])) for name in ("ignored", "taken")
                )
                files = {
                    File(str(path), int(size), int(modified)): str(digest)
                    for path, size, modified, digest in value["files"]
                }
                self._ignored, self._taken, self._digests = ignored, taken, files


def _digest(file: File) -> str:
    try:
        return hashlib.sha256(read_bytes(file.path, MAX_FILE_BYTES)).hexdigest()
    except ReadError:  # told when it is imported
        return f"{file.size}-{file.modified}-{file.name}"
