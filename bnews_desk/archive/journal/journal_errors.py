"""The journal's own errors, and the sentences that explain a failed write to the editor."""

from __future__ import annotations

import errno
import os
import sqlite3

from bnews_desk.archive import sqlite_errors
from bnews_desk.errors import DeskError, is_in_use, reason
from bnews_desk.files import is_held_by_other_program

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_FORBIDDEN = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
)
_FULL_ERRNO = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN_ERRNO = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_ROOM_FOR_A_LOG = 64 * 1024
_SAFE_SO_FAR = "naskah tetap ada selama jendela ini terbuka dan terus dicoba disimpan"


class BegunAnewError(DeskError):
    """The journal was damaged or missing and has been replaced by a new one.

    Earlier content may be missing from it: everything held in memory must be written again.
    """


class NewerJournalError(DeskError):
    """The journal belongs to a later version of the program; it is read and never written."""


def sentence_of(error: BaseException, path: str) -> str:
    """The sentence for the editor about a journal at ``path`` that could not be written."""
    if isinstance(error, DeskError):
        return str(error)
    folder = os.path.dirname(path) or "."
    if _is_full(error, folder):
        return (
            "Perubahan belum tersimpan karena ruang disk habis; kosongkan sebagian"
            f" ({_SAFE_SO_FAR})."
        )
    is_busy = sqlite_errors.sqlite_error_code(error) in _BUSY or is_in_use(error)
    if is_busy or (_is_forbidden(error) and is_held_by_other_program(path)):
        return (
            "Perubahan belum tersimpan karena jurnal sedang dipakai jendela atau program lain;"
            f" tutup yang lain itu ({_SAFE_SO_FAR})."
        )
    if _is_forbidden(error):
        return (
            f"Perubahan belum tersimpan karena folder “{folder}” tidak boleh ditulisi;"
            f" periksa izinnya ({_SAFE_SO_FAR})."
        )
    return (
        f"Perubahan belum tersimpan karena jurnal tidak dapat ditulis ({_why(error)}); simpan"
        f" naskah sebagai berkas bila ini berlanjut ({_SAFE_SO_FAR})."
    )


def _why(error: BaseException) -> str:
    """The cause in a few words of Indonesian."""
    if isinstance(error, OSError):
        return reason(error)
    if isinstance(error, sqlite3.Error):
        return sqlite_errors.sqlite_error_sentence(error)
    return "memori habis" if isinstance(error, MemoryError) else "sebabnya tidak diketahui"


def _is_full(error: BaseException, folder: str) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL_ERRNO
    if sqlite_errors.sqlite_error_code(error) == sqlite3.SQLITE_FULL:
        return True
    import shutil

    try:
        return (
            sqlite_errors.sqlite_error_code(error) == sqlite3.SQLITE_IOERR
            and shutil.disk_usage(folder).free < _ROOM_FOR_A_LOG
        )
    except OSError:
        return False


def _is_forbidden(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FORBIDDEN_ERRNO
    return sqlite_errors.sqlite_error_code(error) in _FORBIDDEN
