"""Exports a whole archive to a folder of plain files: JSON lines, and binary files beside them.

``arsip.jsonl`` has one object a line: the archive itself, each release with its versions, each
photo, the newsroom's words and ignores. Binary content is in ``asli/`` and ``foto/`` under its
SHA-256. An imported export equals the archive, and exporting it again gives the same files.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Generator, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_tables import (
    DISMISSALS,
    EXPORTS,
    IGNORES,
    ORIGINALS,
    PHOTOS,
    RELEASES,
    VERSIONS,
    WORDS,
)
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import long_read_transaction, read_transaction
from bnews_desk.errors import reason
from bnews_desk.files import flush_to_disk, replace_file, system_path
from bnews_desk.release_json import decode_text

FORMAT = 1
"""The format version in the first line."""
LINES = "arsip.jsonl"
ORIGINALS_FOLDER = "asli"
PHOTOS_FOLDER = "foto"


def count_exported_things(vault: DatabaseArchive) -> int:
    """The number of releases and photos in an export."""
    with read_transaction(vault.engine) as db:
        counts = (select(func.count()).select_from(table) for table in (RELEASES, PHOTOS))
        return sum(db.scalar(count) or 0 for count in counts)


def export_archive(vault: DatabaseArchive, folder: str) -> Generator[str]:
    """Write everything into a new or empty folder; yields the key of each release.

    The export shows one state of the archive, whoever writes meanwhile. ``arsip.jsonl`` appears
    when everything is written; after an interruption or failure the written files are removed.
    Raises ``ArchiveError`` and ``WriteError``.
    """
    folder = system_path(folder)
    _make_folders(folder)
    lines = os.path.join(folder, LINES)
    partial = f"{lines}.tmp"
    try:
        with (
            open(partial, "x", encoding="ascii") as file,
            long_read_transaction(vault.engine) as db,
        ):
            file.write(_line({"kind": "archive", "version": FORMAT}))
            for key, line in _everything(db, folder):
                file.write(_line(line))
                yield key
            words = sorted(db.scalars(select(WORDS.c.word)))
            ignores = sorted([row[0], row[1]] for row in db.execute(select(IGNORES)))
            file.write(_line({"kind": "words", "words": words}))
            file.write(_line({"kind": "ignores", "ignores": ignores}))
            file.flush()
            os.fsync(file.fileno())
        _sync(folder)
        replace_file(partial, lines)
        _sync(folder)
    except OSError as error:
        _remove(folder)
        raise ArchiveError(
            f"Arsip tidak dapat ditulis ke “{folder}” ({reason(error)}); periksa disk dan izinnya."
        ) from None
    except BaseException:
        _remove(folder)
        raise


def _make_folders(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
        there = os.listdir(folder)
        if f"{LINES}.tmp" in there:
            raise ArchiveError(
                f"Folder “{folder}” memuat ekspor yang terputus atau masih berjalan; hapus isinya"
                " atau pilih folder lain."
            )
        if there:
            raise ArchiveError(f"Folder “{folder}” tidak kosong; pilih folder lain atau yang baru.")
        for name in (ORIGINALS_FOLDER, PHOTOS_FOLDER):
            os.mkdir(os.path.join(folder, name))
    except OSError as error:
        raise ArchiveError(
            f"Folder “{folder}” tidak dapat dibuat ({reason(error)}); pilih folder lain."
        ) from None


def _put(folder: str, digest: str, data: bytes) -> None:
    """Write bytes under their digest unless they are there; ``_sync`` flushes them to the disk."""
    path = os.path.join(folder, digest)
    if not os.path.exists(path):
        with open(path, "xb") as file:
            file.write(data)


def _sync(folder: str) -> None:
    """Flush all written files to the disk together: one by one each takes 8 ms."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for name in (ORIGINALS_FOLDER, PHOTOS_FOLDER):
        for file in os.scandir(os.path.join(folder, name)):
            flush_to_disk(file.path)


def _remove(folder: str) -> None:
    """Remove what an export has written into a folder that was empty."""
    for name in (ORIGINALS_FOLDER, PHOTOS_FOLDER):
        shutil.rmtree(os.path.join(folder, name), ignore_errors=True)
    with contextlib.suppress(OSError):
        os.unlink(os.path.join(folder, f"{LINES}.tmp"))


def _everything(db: Connection, folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for number in list(db.scalars(select(RELEASES.c.number).order_by(RELEASES.c.number))):
        line = _release(db, number, folder)
        yield line["key"], line
    for digest in list(db.scalars(select(PHOTOS.c.digest).order_by(PHOTOS.c.digest))):
        row = db.execute(select(PHOTOS).where(PHOTOS.c.digest == digest)).one()
        _put(os.path.join(folder, PHOTOS_FOLDER), digest, bytes(row.data))
        yield digest, {"kind": "photo", "digest": digest, "added": row.added}


def _release(db: Connection, number: int, folder: str) -> dict[str, Any]:
    row = db.execute(select(RELEASES).where(RELEASES.c.number == number)).one()
    names = ("key", "revision", "status", "address", "created", "changed", "deleted")
    unwanted = select(DISMISSALS.c.kind, DISMISSALS.c.subject)
    return {
        "kind": "release",
        **{name: getattr(row, name) for name in names},
        "release": _parsed(row.content),
        "original": _original(db, number, folder),
        "versions": _versions(db, number),
        "exports": _exports(db, number),
        "dismissals": sorted(
            list(pair) for pair in db.execute(unwanted.where(DISMISSALS.c.release == number))
        ),
    }


def _versions(db: Connection, number: int) -> list[dict[str, Any]]:
    columns = select(VERSIONS.c.made, VERSIONS.c.reason, VERSIONS.c.content)
    rows = db.execute(columns.where(VERSIONS.c.release == number).order_by(VERSIONS.c.number))
    return [
        {"made": made, "reason": why, "release": _parsed(content)} for made, why, content in rows
    ]


def _exports(db: Connection, number: int) -> list[dict[str, Any]]:
    columns = select(EXPORTS.c.made, EXPORTS.c.format, EXPORTS.c.name, EXPORTS.c.revision)
    rows = db.execute(columns.where(EXPORTS.c.release == number).order_by(EXPORTS.c.number))
    return [
        {"made": made, "format": form, "name": decode_text(bytes(name)), "revision": revision}
        for made, form, name, revision in rows
    ]


def _original(db: Connection, number: int, folder: str) -> dict[str, Any] | None:
    row = db.execute(select(ORIGINALS).where(ORIGINALS.c.release == number)).one_or_none()
    if row is None:
        return None
    _put(os.path.join(folder, ORIGINALS_FOLDER), row.digest, bytes(row.data))
    return {
        "name": decode_text(bytes(row.name)),
        "received": row.received,
        "receipt": _parsed(row.receipt),
        "digest": row.digest,
    }


def _parsed(content: bytes) -> object:
    return json.loads(bytes(content).decode("utf-8", "surrogatepass"))


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":")) + "\n"
