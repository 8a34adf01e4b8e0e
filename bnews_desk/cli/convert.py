"""``bnews-desk convert``: writes a release, or many into a folder, in another format."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bnews_desk.cli import command_inputs
from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.import_output import lazy_frame_reader, report_left_out
from bnews_desk.cli.progress_bar import with_progress_bar
from bnews_desk.cli.release_output import (
    refuse_to_replace_original,
    require_txt_for_crlf,
    write_release_output,
)
from bnews_desk.cli.standard_error import print_message
from bnews_desk.errors import DeskError, UsageError, WriteError
from bnews_desk.exporters.export_formats import (
    ExportFormat,
    format_by_ending,
    format_by_key,
    write_release,
)
from bnews_desk.files import system_path, write_atomically, write_error

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.release import Release

    Linked = Callable[[Release], Release]


def convert_into_folder(options: argparse.Namespace, reader: FrameReader, linked: Linked) -> int:
    """Write each file in the format of ``--to`` into the folder of ``--out``, under its own name.

    Each release goes through ``linked`` first. A failure is reported and the other files are still
    converted; the result is then 2. Existing files are replaced only with ``--force``, and never a
    file written by this call. Raises ``UsageError``, and ``WriteError`` when the folder cannot be
    created.
    """
    if not options.target_format:
        raise UsageError("Dengan --out, sebutkan juga format hasilnya, misalnya --to docx.")
    format = format_by_key(options.target_format)
    if options.crlf:
        require_txt_for_crlf(None, options.target_format)
    _make_folder(options.out)
    command_inputs.limit_memory()
    status = EXIT_OK
    written: set[str] = set()
    for file in with_progress_bar(options.files, len(options.files), "Mengubah"):
        try:
            _convert_file(file, format, options, reader, linked, written)
        except DeskError as error:
            print_message(f"{file}: {error}")
            status = EXIT_UNREADABLE
    return status


def _make_folder(path: str) -> None:
    try:
        os.makedirs(system_path(path), exist_ok=True)
    except OSError as error:
        raise write_error(path, error) from None


def _convert_file(
    file: str,
    format: ExportFormat,
    options: argparse.Namespace,
    reader: FrameReader,
    linked: Linked,
    written: set[str],
) -> None:
    target = os.path.join(options.out, _converted_name(file, format))
    # on Windows, names that differ only in case are the same
    is_written = target.casefold() in written
    if is_written or (not options.force and os.path.lexists(system_path(target))):
        way = "" if is_written else ", atau tambahkan --force untuk menimpanya"
        raise WriteError(
            "exists", f"“{target}” sudah ada dan tidak ditimpa; pilih folder lain{way}."
        )
    imported = command_inputs.read_release_file(
        file, reader, options.source_format, options.attachment
    )
    report_left_out(imported, f"{file}: ")
    release = linked(imported.release)
    exported = write_release(release, imported.pictures, format.key, reader, crlf=options.crlf)
    write_atomically(target, exported.data, overwrite=options.force)
    written.add(target.casefold())
    for note in exported.notes:
        print_message(f"{file}: {note}")


def _converted_name(file: str, format: ExportFormat) -> str:
    base = "masukan" if file == command_inputs.STANDARD_STREAM else os.path.basename(file)
    return os.path.splitext(base)[0] + format.usual_ending


@contextlib.contextmanager
def related_title_linker(
    options: argparse.Namespace, reader: FrameReader
) -> Iterator[Callable[[Release], Release]]:
    """A function that links a release's related titles by the call's archive, if it names one."""
    if options.archive is None:
        yield lambda release: release
        return
    from bnews_desk.cli.related_title_lookup import RelatedTitleLookup, archive_address
    from bnews_desk.exporters.related_links import link_related_titles

    with contextlib.closing(RelatedTitleLookup(archive_address(options), reader)) as archive:
        yield lambda release: link_related_titles(release, reader, archive.address_of)


def run(options: argparse.Namespace) -> int:
    """Convert one release, or many into a folder."""
    if options.out is not None:
        reader = lazy_frame_reader(options.house)
        with related_title_linker(options, reader) as linked:
            return convert_into_folder(options, reader, linked)
    if options.force:
        raise UsageError(
            "--force hanya untuk --out; berkas hasil yang disebut sendiri memang ditimpa. Jalankan"
            " lagi tanpa --force."
        )
    if len(options.files) != 2:
        raise UsageError(
            "convert memerlukan tepat satu berkas asal dan satu berkas hasil; untuk banyak berkas"
            " pakailah --to FORMAT --out FOLDER."
        )
    source, target = options.files
    if options.target_format:
        format_by_key(options.target_format)
    elif target != command_inputs.STANDARD_STREAM:
        format_by_ending(target)
    if options.crlf:
        require_txt_for_crlf(target, options.target_format)
    refuse_to_replace_original(source, target)
    reader = lazy_frame_reader(options.house)
    if options.house is not None:
        _ = reader.house  # report faults of the style sheet even when it is not used
    command_inputs.limit_memory()
    imported = command_inputs.read_release_file(
        source, reader, options.source_format, options.attachment
    )
    report_left_out(imported)
    release = imported.release
    if options.archive is not None:
        with related_title_linker(options, reader) as linked:
            release = linked(release)
    write_release_output(
        release, imported.pictures, reader, target, options.target_format, crlf=options.crlf
    )
    return EXIT_OK
