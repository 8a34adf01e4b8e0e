"""Reads everything in a journal for use when the window does not start."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bnews_desk.archive.journal.journal_reader import JournalReader
from bnews_desk.archive.journal.journal_tables import OriginalRow, ReleaseRow
from bnews_desk.archive.recovery.sqlite_carving import carve_rows
from bnews_desk.errors import DeskError, ReadError
from bnews_desk.log import log_fault
from bnews_desk.release import Release
from bnews_desk.release_json import decode_text, release_from_json

_LOG = logging.getLogger(__name__)


class OriginalFile(NamedTuple):
    """The file that a release was imported from, under its original name."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RescuedRelease:
    """One release of a journal with the bytes of its photos; times are seconds since 1970.

    ``original`` is the imported file, None where the release was begun on the desk.
    """

    key: str
    release: Release
    changed: float
    is_removed: bool = False
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    original: OriginalFile | None = None


@dataclass(frozen=True, slots=True)
class RescuedJournal:
    """The readable releases, last changed first; ``is_damaged`` where something may be missing."""

    releases: tuple[RescuedRelease, ...]
    is_damaged: bool = False


def rescue_journal(path: str) -> RescuedJournal:
    """All readable releases in the journal at ``path``, including removed ones.

    The journal may be in use and is not written. Raises ``ReadError`` (*missing*, *no-access*)
    where there is none.
    """
    if not os.path.isfile(path):
        raise ReadError(
            "missing", f"Jurnal “{path}” tidak ditemukan; tunjuk berkasnya dengan --journal."
        )
    try:
        return _read_whole(path)
    except (sqlite3.Error, OSError, DeskError, UnicodeDecodeError, TypeError) as error:
        log_fault(_LOG, "reading a journal as a database", error)
        return _read_remains(path)


def _read_whole(path: str) -> RescuedJournal:
    reader = JournalReader(path)
    rows = list(reader.releases())
    found = []
    for row in rows:
        release = release_from_json(row.content)
        pictures = {photo.digest: reader.picture(photo.digest) for photo in release.photos}
        found.append(_recovered(row, release, pictures, reader.original(row.key)))
    return _in_order(found, is_damaged=False)


def _read_remains(path: str) -> RescuedJournal:
    try:
        carved = carve_rows(path)
    except OSError as error:
        raise ReadError(
            "no-access",
            f"Jurnal “{path}” tidak dapat dibuka ({error.strerror}); salin dulu ke folder lain.",
        ) from None
    pictures = {digest: row.data for digest, row in carved.pictures.items()}
    found = []
    for row in carved.releases.values():
        try:
            release, original = release_from_json(row.content), carved.originals.get(row.key)
            found.append(_recovered(row, release, pictures, original))
        except DeskError as error:
            log_fault(_LOG, "reading a carved release", error)
            continue
    return _in_order(found, is_damaged=True)


def _recovered(
    row: ReleaseRow,
    release: Release,
    pictures: Mapping[str, bytes | None],
    original: OriginalRow | None,
) -> RescuedRelease:
    own = {p.digest: data for p in release.photos if (data := pictures.get(p.digest)) is not None}
    file = OriginalFile(decode_text(original.name), original.data) if original else None
    return RescuedRelease(row.key, release, row.changed, row.removed is not None, own, file)


def _in_order(found: list[RescuedRelease], *, is_damaged: bool) -> RescuedJournal:
    return RescuedJournal(tuple(sorted(found, key=lambda one: -one.changed)), is_damaged)
