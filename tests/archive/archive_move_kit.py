"""An archive with data of every kind, and a process that moves it until it is killed.

``python archive_move_kit.py FROM TO`` moves a few rows at a time and prints a line for each step.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from repository_kit import FLOOD, HARVEST, ODD, ORIGINAL, PHOTO, PHOTO_DIGEST, ROAD, START, reader

from bnews_desk.archive.repository import table_copy
from bnews_desk.archive.repository.archive_move import move_archive
from bnews_desk.archive.repository.archive_values import DismissedProposal, ExportRecord
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.folder_export import export_archive
from bnews_desk.archive.repository.open_archive import open_archive

FEW_ROWS = 5
MANY = 25


def fill(vault: DatabaseArchive) -> None:
    """Store data of every kind that an archive can hold."""
    for number in range(MANY):
        release = (HARVEST, ROAD, FLOOD)[number % 3]
        vault.add(f"k{number}", release._replace(text=f"{release.text}\n{number}"), ORIGINAL)
    vault.add("odd", ODD, ORIGINAL, {PHOTO_DIGEST: PHOTO})
    vault.save(vault.get("k1")._replace(release=HARVEST, status="tayang", address="https://x.id/1"))
    vault.keep_version("k1", "rapikan")
    vault.delete("k2")
    vault.note_export("k3", ExportRecord(START, "docx", "Jalan \udcff.docx", 1))
    vault.dismiss("k4", DismissedProposal("related", "k1"))
    vault.change_words(["Kademangan", "zonasi"])
    vault.change_ignores([("acronym", "x"), ("spelling", "Änderung 🎉")])
    vault.index_pending()


def everything(vault: DatabaseArchive, folder: Path) -> dict[str, bytes]:
    """The whole content of an archive, as files."""
    list(export_archive(vault, str(folder)))
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def main(source: str, target: str) -> None:
    """Move the archive and print a line for each step."""
    table_copy.ROWS_AT_ONCE = FEW_ROWS
    table_copy.NARROW_ROWS_AT_ONCE = 10 * FEW_ROWS
    with (
        contextlib.closing(open_archive(source, reader())) as old,
        contextlib.closing(open_archive(target, reader(), may_be_incomplete=True)) as new,
    ):
        for step in move_archive(old, new):
            print(step, flush=True)
    print("selesai", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
