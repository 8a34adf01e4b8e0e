"""``bnews-desk convert --out``: many files into one folder, each on its own."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from bnews_desk.cli import desk
from bnews_desk.cli.incoming import tell_left_out
from bnews_desk.cli.messages import tell
from bnews_desk.cli.output import demand_txt
from bnews_desk.cli.progress import counted
from bnews_desk.cli.status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.errors import DeskError, UsageError, WriteError
from bnews_desk.exporters.formats import ExportFormat, format_by_key, write_release
from bnews_desk.files import system_path, write_atomically, write_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.release import Release

    Linked = Callable[[Release], Release]


def convert_all(options: argparse.Namespace, reader: FrameReader, linked: Linked) -> int:
    """Write each file in the format of ``--to`` into the folder of ``--out``, under its own name.

    Each goes through ``linked`` first.

    A file that cannot be read or written is told and the others are still done; then the status
    is 2. No file is written over without ``--force``, and never one that this call has written.
    Raises ``UsageError``, and ``WriteError`` where
    the folder cannot be made.
    """
    if not options.target_format:
        raise UsageError("Dengan --out, sebutkan juga format hasilnya, misalnya --to docx.")
    format = format_by_key(options.target_format)
    if options.crlf:
        demand_txt(None, options.target_format)
    _make_folder(options.out)
    desk.limit_memory()
    status = EXIT_OK
    written: set[str] = set()
    for file in counted(options.files, len(options.files), "Mengubah"):
        try:
            _convert(file, format, options, reader, linked, written)
        except DeskError as error:
            tell(f"{file}: {error}")
            status = EXIT_UNREADABLE
    return status


def _make_folder(path: str) -> None:
    try:
        os.makedirs(system_path(path), exist_ok=True)
    except OSError as error:
        raise write_error(path, error) from None


def _convert(
    file: str,
    format: ExportFormat,
    options: argparse.Namespace,
    reader: FrameReader,
    linked: Linked,
    written: set[str],
) -> None:
    target = os.path.join(options.out, _name_of(file, format))
    is_written = target.casefold() in written  # names that differ in case alone are one on Windows
    if is_written or (not options.force and os.path.lexists(system_path(target))):
        way = "" if is_written else ", atau tambahkan --force untuk menimpanya"
        raise WriteError(
            "exists", f"“{target}” sudah ada dan tidak ditimpa; pilih folder lain{way}."
        )
    imported = desk.read(file, reader, options.source_format, options.attachment)
    tell_left_out(imported, f"{file}: ")
    release = linked(imported.release)
    exported = write_release(release, imported.pictures, format.key, reader, crlf=options.crlf)
    write_atomically(target, exported.data, overwrite=options.force)
    written.add(target.casefold())
    for note in exported.notes:
        tell(f"{file}: {note}")


def _name_of(file: str, format: ExportFormat) -> str:
    base = "masukan" if file == desk.STANDARD_STREAM else os.path.basename(file)
    return os.path.splitext(base)[0] + format.usual_ending
