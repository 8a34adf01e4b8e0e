"""The errors that the program reports, as one family.

::

    DeskError                    any foreseen failure; its text is shown to the editor
    ├── ReadError                a file cannot be read
    ├── WriteError               a file cannot be written; an earlier one is untouched
    ├── OpinionError             there is no second opinion; our own findings stand
    ├── StaleEditError           an edit does not fit the present text; nothing was changed
    └── UsageError               a command cannot be carried out as given

``str(error)`` is one polite Indonesian sentence: what happened, why, what to do.
"""

from __future__ import annotations

import errno
import os
from typing import Literal

ReadKind = Literal[
    "missing",
    "no-access",
    "in-use",
    "not-a-file",
    "empty",
    "no-text",
    "wrong-type",
    "unknown-format",
    "needs-program",
    "encrypted",
    "damaged",
    "hostile",
    "too-large",
    "too-slow",
    "incomplete-program",
]
"""Why a file cannot be read; JSON output has it as ``error.kind``."""

WriteKind = Literal[
    "disk-full", "read-only", "in-use", "exists", "no-folder", "unknown-format", "failed"
]
"""Why a file cannot be written."""


_REASONS = {
    errno.EACCES: "aksesnya ditolak",
    errno.EPERM: "aksesnya ditolak",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "sebagian jalurnya bukan folder",
    errno.ENOENT: "folder itu tidak ada",
    errno.EEXIST: "nama itu sudah dipakai",
    errno.ENOSPC: "disk penuh",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
    errno.EIO: "disk bermasalah",
    errno.EBUSY: "sedang dipakai program lain",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.EFBIG: "berkas terlalu besar",
    errno.EBADF: "keluarannya tertutup",
    errno.EDQUOT: "jatah disk habis",
    errno.ENOMEM: "memori habis",
    errno.ENOTEMPTY: "foldernya tidak kosong",
    errno.EXDEV: "itu disk lain",
    errno.EINVAL: "nama atau disknya tidak mendukung itu",
    errno.ENODEV: "perangkatnya tidak ada",
    errno.ENXIO: "perangkatnya tidak ada",
    errno.ESTALE: "folder bersamanya terputus",
    errno.ETIMEDOUT: "tidak ada jawaban pada waktunya",
    errno.EHOSTUNREACH: "komputer tujuannya tidak terjangkau",
    errno.ENETUNREACH: "jaringannya tidak terjangkau",
}


_ERROR_SHARING_VIOLATION = 32
_ERROR_LOCK_VIOLATION = 33
_ERROR_USER_MAPPED_FILE = 1224
_IN_USE = frozenset({_ERROR_SHARING_VIOLATION, _ERROR_LOCK_VIOLATION, _ERROR_USER_MAPPED_FILE})


def is_in_use(error: BaseException) -> bool:
    """Whether Windows refused because another program has the file open; always False elsewhere."""
    return getattr(error, "winerror", None) in _IN_USE


def reason(error: OSError) -> str:
    """The system's reason for refusing, in Indonesian; for a rare one its error number."""
    if is_in_use(error):
        return _REASONS[errno.EBUSY]
    number = error.errno or 0
    if number in _REASONS:
        return _REASONS[number]
    if error.strerror and error.strerror != os.strerror(number):  # a message of our own
        return error.strerror
    return f"kesalahan sistem nomor {number}" if number else "sebabnya tidak diketahui"


class DeskError(Exception):
    """A failure that the program foresees; its text is shown to the editor unchanged."""


class ReadError(DeskError):
    """A file cannot be read.

    ``kind`` is for programs, ``str()`` for the editor.
    """

    def __init__(self, kind: ReadKind, message: str) -> None:
        super().__init__(message)
        self.kind: ReadKind = kind

    def __reduce__(self) -> tuple[type[ReadError], tuple[ReadKind, str]]:
        """Pickle with both arguments, for the way back from a worker process."""
        return type(self), (self.kind, str(self))


class WriteError(DeskError):
    """A file cannot be written; an earlier file of that name is untouched."""

    def __init__(self, kind: WriteKind, message: str) -> None:
        super().__init__(message)
        self.kind: WriteKind = kind

    def __reduce__(self) -> tuple[type[WriteError], tuple[WriteKind, str]]:
        """Pickle with both arguments, for the way back from a worker process."""
        return type(self), (self.kind, str(self))


class OpinionError(DeskError):
    """There is no second opinion at the moment; our own findings stand."""


class StaleEditError(DeskError):
    """An edit expects words that are not at its place; nothing was changed."""


class UsageError(DeskError):
    """A command cannot be carried out as it was given."""
