"""Classifies SQLite's failures by code; its own messages are English."""

from __future__ import annotations

import sqlite3

_DAMAGES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BRIEFLY = {
    sqlite3.SQLITE_FULL: "disk penuh",
    sqlite3.SQLITE_IOERR: "disk menolak, mungkin penuh atau rusak",
    sqlite3.SQLITE_READONLY: "tidak boleh ditulisi",
    sqlite3.SQLITE_CANTOPEN: "tidak dapat dibuka",
    sqlite3.SQLITE_PERM: "aksesnya ditolak",
    sqlite3.SQLITE_BUSY: "sedang dipakai program lain",
    sqlite3.SQLITE_LOCKED: "sedang dipakai program lain",
    sqlite3.SQLITE_NOMEM: "memori habis",
}


class UnfitFileError(Exception):
    """The file is a database, but another program's, or it is inconsistent."""


def sqlite_error_code(error: BaseException) -> int:
    """The primary result code of a failure, 0 for an error that is not SQLite's."""
    code: int = getattr(error, "sqlite_errorcode", None) or 0
    return code & 0xFF


def is_damage(error: BaseException) -> bool:
    """Whether the database file itself is broken, so that retrying cannot help."""
    return isinstance(error, UnfitFileError) or sqlite_error_code(error) in _DAMAGES


def sqlite_error_sentence(error: sqlite3.Error) -> str:
    """The cause in a few Indonesian words, to be put in brackets."""
    code = sqlite_error_code(error)
    return _BRIEFLY.get(code, f"kode SQLite {code}")
