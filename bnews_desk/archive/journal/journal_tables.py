"""The tables of the journal, and what stands in a row of each.

Texts are bytes (``encode_text``), so that lone surrogates fit. Contents carry a checksum, so that
``sqlite_carving`` can read a damaged journal page by page and take nothing for a release that is
none.
"""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

MIGRATIONS = (
    (
        "CREATE TABLE release (key TEXT NOT NULL PRIMARY KEY, changed REAL NOT NULL, removed REAL,"
        " caret INTEGER NOT NULL, checksum INTEGER NOT NULL, headline BLOB NOT NULL,"
        " opening BLOB NOT NULL, content BLOB NOT NULL)",
        "CREATE TABLE picture (digest TEXT NOT NULL PRIMARY KEY, added REAL NOT NULL,"
        " data BLOB NOT NULL)",
        "CREATE TABLE original (key TEXT NOT NULL PRIMARY KEY, received REAL NOT NULL,"
        " checksum INTEGER NOT NULL, name BLOB NOT NULL, receipt BLOB NOT NULL,"
        " data BLOB NOT NULL)",
        "CREATE TABLE desk (key TEXT NOT NULL PRIMARY KEY, place INTEGER NOT NULL,"
        " is_current INTEGER NOT NULL)",
    ),
    ("ALTER TABLE release ADD COLUMN progress BLOB NOT NULL DEFAULT x''",),
)
"""What makes a journal of one version one of the next, the first of an empty file."""


class ReleaseRow(NamedTuple):
    """One release; times are seconds since 1970, ``removed`` None while it is on the desk.

    ``progress`` is b'' in rows of journals of version 1.
    """

    key: str
    changed: float
    removed: float | None
    caret: int
    checksum: int
    headline: bytes
    opening: bytes
    content: bytes
    progress: bytes = b""


class PictureRow(NamedTuple):
    """The bytes of a photo under their SHA-256."""

    digest: str
    added: float
    data: bytes


class OriginalRow(NamedTuple):
    """What came in: the file as it was, its name, the account of its import."""

    key: str
    received: float
    checksum: int
    name: bytes
    receipt: bytes
    data: bytes


class DeskRow(NamedTuple):
    """A release that is open in a tab, and the place of that tab from the left."""

    key: str
    place: int
    is_current: int


def row_checksum(*parts: bytes) -> int:
    """The CRC-32 of some bytes, one part after the other."""
    value = 0
    for part in parts:
        value = crc32(part, value)
    return value
