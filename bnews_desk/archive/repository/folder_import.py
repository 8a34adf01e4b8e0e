"""Imports an archive from a folder that ``folder_export`` wrote."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from sqlalchemy import Connection, insert, select

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.recovery.untrusted_values import demand_count, demand_moment, demand_text
from bnews_desk.archive.release_progress import STAGES
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_tables import RELEASES, VERSIONS
from bnews_desk.archive.repository.archive_values import (
    DismissedProposal,
    ExportRecord,
    Reason,
    ReleaseRecord,
)
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import write_transaction
from bnews_desk.archive.repository.folder_export import (
    FORMAT,
    LINES,
    ORIGINALS_FOLDER,
    PHOTOS_FOLDER,
)
from bnews_desk.archive.repository.release_attachments import (
    put_dismissal,
    put_export,
    put_original,
    put_photos,
)
from bnews_desk.archive.repository.release_storage import note_photo_uses, require_valid_key
from bnews_desk.errors import ReadError, reason
from bnews_desk.files import read_bytes, system_path
from bnews_desk.release_json import (
    encode_text,
    receipt_from_json,
    release_from_json,
    release_to_json,
)

MAX_BYTES = 200_000_000
"""Maximum bytes of one original or photo."""
MAX_LINE = 100_000_000
"""Maximum characters of one line."""
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_REASONS = frozenset(get_args(Reason))
_ODD = (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError)
"""Errors that a malformed line can cause."""
_BLOCK = 1 << 20
_DURABLE_EVERY = 100
"""Lines after which the disk is waited for, so that the archive's log does not grow without limit.
"""
_OTHER_LINES = 3
"""Lines of an export that are no release or photo: header, words, ignores."""


class ImportCounts(NamedTuple):
    """One release or photo of the folder; ``is_new`` is False where the archive had it."""

    name: str
    is_new: bool


def import_archive(folder: str, vault: DatabaseArchive) -> Iterator[ImportCounts]:
    """Add everything of a folder that the archive does not have yet, one thing at a time.

    Each is added whole or not at all, so that an interrupted import continues where it stopped.
    Everything is durable at the end; until then the folder has it. Words and ignores are added to
    the existing ones. Raises ``ArchiveError`` on a folder that is no export or is damaged, and
    names the line.
    """
    folder = system_path(folder)
    lines = _lines(os.path.join(folder, LINES))
    number, first = next(lines, (1, {}))
    if first.get("kind") != "archive" or first.get("version") != FORMAT:
        raise ArchiveError(f"“{folder}” bukan ekspor arsip yang dikenal versi program ini.")
    try:
        for number, line in lines:
            if number % _DURABLE_EVERY == 0:
                vault.make_durable()
            yield from _taken_from(number, line, folder, vault)
    finally:  # also after an interruption or a damaged line
        vault.make_durable()


def _taken_from(
    number: int, line: dict[str, Any], folder: str, vault: DatabaseArchive
) -> Iterator[ImportCounts]:
    """Import one line; an error in it is reported with its number."""
    try:
        yield from _taken(line, folder, vault)
    except _ODD:
        raise _damaged(number) from None
    except ReadError as error:
        raise ArchiveError(f"Baris {number} dari {LINES}: {error}") from None


def count_imported_things(folder: str) -> int:
    """The number of releases and photos in a folder; 0 where it cannot be determined.

    Only lines are counted, so that millions of them take less than a second.
    """
    path = os.path.join(system_path(folder), LINES)
    if not os.path.isfile(path):
        return 0
    try:
        with open(path, "rb") as file:
            lines = sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
    except OSError:
        return 0
    return max(0, lines - _OTHER_LINES)


def _lines(path: str) -> Iterator[tuple[int, dict[str, Any]]]:
    if not os.path.exists(path):
        raise ArchiveError(
            f"Tidak ada {LINES} di “{os.path.dirname(path)}”; pilih folder hasil archive export."
        )
    if not os.path.isfile(path):  # reading a pipe would never end
        raise ArchiveError(f"“{path}” bukan berkas biasa; pilih folder hasil archive export.")
    try:
        with open(path, encoding="utf-8") as file:
            number = 0
            while line := file.readline(MAX_LINE):
                number += 1
                try:
                    value = json.loads(line)
                except (ValueError, RecursionError):
                    raise _damaged(number) from None
                if not isinstance(value, dict):
                    raise _damaged(number)
                yield number, value
    except OSError as error:
        raise ArchiveError(
            f"“{path}” tidak dapat dibaca ({reason(error)}); pilih folder hasil archive export."
        ) from None
    except UnicodeDecodeError:
        raise _damaged(number + 1) from None


def _damaged(number: int) -> ArchiveError:
    return ArchiveError(
        f"Baris {number} dari {LINES} rusak, dan sejak baris itu tidak ada yang diambil; ekspor"
        " lagi arsip asalnya."
    )


def _taken(line: dict[str, Any], folder: str, vault: DatabaseArchive) -> Iterator[ImportCounts]:
    kind = line["kind"]
    if kind == "release":
        yield _take_release(line, folder, vault)
    elif kind == "photo":
        yield _take_photo(line, folder, vault)
    elif kind == "words":
        vault.change_words(list(map(demand_text, line["words"])))
    elif kind == "ignores":
        vault.change_ignores(
            [(demand_text(rule), demand_text(text)) for rule, text in line["ignores"]]
        )
    else:  # an unknown line is never skipped
        raise ValueError(kind)


def _take_release(line: dict[str, Any], folder: str, vault: DatabaseArchive) -> ImportCounts:
    record = _record(line)
    original = _original(line["original"], folder)
    versions = line["versions"]
    first = release_from_json(_bytes(versions[0]["release"])) if versions else None
    with write_transaction(vault.engine, is_durable=False) as db:
        same = select(RELEASES.c.number).where(RELEASES.c.key == record.key)
        if db.scalar(same) is not None:
            return ImportCounts(record.key, is_new=False)
        number = vault.filing.insert(db, record, first)
        if original is not None:
            put_original(db, number, original)
        _put_versions(db, number, versions)
        for item in line["exports"]:
            made = ExportRecord(
                demand_moment(item["made"]),
                demand_text(item["format"]),
                demand_text(item["name"]),
                demand_count(item["revision"]),
            )
            put_export(db, number, made)
        unwanted = {
            DismissedProposal(demand_text(kind), demand_text(subject))
            for kind, subject in line["dismissals"]
        }
        for dismissal in unwanted:
            put_dismissal(db, number, dismissal)
    return ImportCounts(record.key, is_new=True)


def _record(line: dict[str, Any]) -> ReleaseRecord:
    if line["status"] not in STAGES:
        raise ValueError(line["status"])
    deleted = line["deleted"]
    return ReleaseRecord(
        require_valid_key(demand_text(line["key"])),
        release_from_json(_bytes(line["release"])),
        line["status"],
        demand_text(line["address"]),
        demand_count(line["revision"]),
        demand_moment(line["created"]),
        demand_moment(line["changed"]),
        None if deleted is None else demand_moment(deleted),
    )


def _put_versions(db: Connection, number: int, versions: list[dict[str, Any]]) -> None:
    for item in versions:
        if item["reason"] not in _REASONS:
            raise ValueError(item["reason"])
        release = release_from_json(_bytes(item["release"]))
        row = {"made": demand_moment(item["made"]), "reason": item["reason"]}
        db.execute(insert(VERSIONS).values(**row, release=number, content=release_to_json(release)))
        note_photo_uses(db, number, release)


def _original(item: dict[str, Any] | None, folder: str) -> OriginalNote | None:
    if item is None:
        return None
    data = _file(os.path.join(folder, ORIGINALS_FOLDER), item["digest"])
    receipt = receipt_from_json(_bytes(item["receipt"]))
    return OriginalNote(demand_text(item["name"]), data, receipt, demand_moment(item["received"]))


def _take_photo(line: dict[str, Any], folder: str, vault: DatabaseArchive) -> ImportCounts:
    digest = demand_text(line["digest"])
    if vault.photo(digest) is not None:
        return ImportCounts(digest, is_new=False)
    data = _file(os.path.join(folder, PHOTOS_FOLDER), digest)
    with write_transaction(vault.engine, is_durable=False) as db:
        put_photos(db, {digest: data}, demand_moment(line["added"]))
    return ImportCounts(digest, is_new=True)


def _file(folder: str, digest: object) -> bytes:
    """The bytes stored under a digest; a digest can name no file outside the folder."""
    import hashlib

    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        raise ValueError(digest)
    path = os.path.join(folder, digest)
    empty = hashlib.sha256(b"").hexdigest()
    data = b"" if digest == empty else read_bytes(path, MAX_BYTES)
    if hashlib.sha256(data).hexdigest() != digest:
        raise ReadError("damaged", f"Berkas “{path}” berubah sejak diekspor; ekspor lagi arsipnya.")
    return data


def _bytes(value: object) -> bytes:
    return encode_text(json.dumps(value, ensure_ascii=False))
