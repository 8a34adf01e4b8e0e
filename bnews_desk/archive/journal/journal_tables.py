"""The journal's tables and the rows of each.

Texts are stored as bytes (``encode_text``), so that lone surrogates fit. Contents carry a checksum,
by which ``sqlite_carving`` recognises whole rows when it reads a damaged journal page by page.
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
"""Each migration takes a journal from one version to the next; the first starts from an empty file.
"""


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
    """The imported file: its bytes, its name and its import receipt."""

    key: str
    received: float
    checksum: int
    name: bytes
    receipt: bytes
    data: bytes


class DeskRow(NamedTuple):
    """A release that is open in a tab, with the tab's place from the left."""

    key: str
    place: int
    is_current: int


def row_checksum(*parts: bytes) -> int:
    """The CRC-32 of all parts, one after the other."""
    value = 0
    for part in parts:
        value = crc32(part, value)
    return value
