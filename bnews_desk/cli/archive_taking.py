"""``bnews-desk archive import``: files of releases, and folders that ``export`` has written."""

from __future__ import annotations

import argparse
import os
import time
import uuid
from typing import TYPE_CHECKING

from bnews_desk.archive.journal.pending_writes import Original
from bnews_desk.archive.repository.folder_import import import_from, things_in
from bnews_desk.cli import archive_alike as resemblance
from bnews_desk.cli import desk
from bnews_desk.cli.incoming import late_reader, tell_left_out
from bnews_desk.cli.interruption import finishing, stopping
from bnews_desk.cli.messages import printable, tell
from bnews_desk.cli.progress import counted
from bnews_desk.cli.status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.errors import DeskError
from bnews_desk.files import read_bytes

if TYPE_CHECKING:
    from bnews_desk.archive.repository.database_archive import DatabaseArchive

_RESUMABLE_FOLDER = (
    "Dihentikan; yang sudah diambil tetap di arsip, jalankan lagi untuk mengambil sisanya."
)
_STOPPED = "Dihentikan; berkas yang kuncinya sudah ditampilkan ada di arsip, yang lain belum."


def run(vault: DatabaseArchive, options: argparse.Namespace) -> int:
    """Take in every source, each whole or not at all; 2 where one could not be."""
    desk.limit_memory()
    status = EXIT_OK
    folders = any(map(os.path.isdir, options.sources))
    total = 0 if folders else len(options.sources)  # a folder has a bar of its own
    for source in counted(options.sources, total, "Mengambil"):
        try:
            if os.path.isdir(source):
                _take_folder(vault, source)
            else:
                _take_file(vault, source, options)
        except DeskError as error:
            tell(f"{source}: {error}")
            status = EXIT_UNREADABLE
        except MemoryError:
            tell(f"{source}: Ini membutuhkan memori lebih dari 1 GB; bagi menjadi beberapa berkas.")
            status = EXIT_UNREADABLE
    return status


def _take_folder(vault: DatabaseArchive, folder: str) -> None:
    new = known = 0
    with stopping(_RESUMABLE_FOLDER):
        for taken in counted(import_from(folder, vault), things_in(folder), "Mengambil"):
            new += taken.is_new
            known += not taken.is_new
    print(f"{new} naskah dan foto diambil, {known} sudah ada: {printable(folder)}.")


def _take_file(vault: DatabaseArchive, path: str, options: argparse.Namespace) -> None:
    from bnews_desk.importers.registry import MAX_FILE_BYTES

    data = read_bytes(path, MAX_FILE_BYTES)
    imported = desk.read(path, late_reader(options.house))
    tell_left_out(imported, f"{path}: ")
    original = Original(os.path.basename(path), data, imported.receipt, time.time())
    resemblance.tell_alike(path, resemblance.likenesses(vault, imported.release))
    key = uuid.uuid4().hex
    with finishing(_STOPPED):
        vault.add(key, imported.release, original, imported.pictures)
        print(key, flush=True)
