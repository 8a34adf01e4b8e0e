"""``bnews-desk rescue``: writes every release of the journal as TXT and DOCX, with its original."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable

from bnews_desk.archive.journal.journal_rescue import RescuedRelease, rescue_journal
from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.import_output import lazy_frame_reader
from bnews_desk.cli.progress_bar import with_progress_bar
from bnews_desk.cli.standard_error import print_message
from bnews_desk.errors import DeskError, WriteError, reason
from bnews_desk.exporters.export_formats import write_release
from bnews_desk.exporters.file_names import free_stem, safe_stem
from bnews_desk.files import system_path, write_atomically
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.paths import journal_file

FORMS = ("txt", "docx")
_NAME_LENGTH = 80
_NAME_BYTES = 200
_REMOVED_FOLDER = "terhapus"
_ORIGINAL = " (asli)"
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")


def run(options: argparse.Namespace) -> int:
    """Write every release into a folder; returns 2 when something could not be read or written."""
    path = options.journal or journal_file()
    found = rescue_journal(path)
    if found.is_damaged:
        print_message(f"Jurnal “{path}” rusak; yang masih terbaca diselamatkan.")
    releases = [one for one in found.releases if one.release.text.strip() or one.release.photos]
    reader = lazy_frame_reader(None)
    failures = 0
    for one in with_progress_bar(releases, len(releases), "Menyelamatkan"):
        folder = os.path.join(options.output, _REMOVED_FOLDER) if one.is_removed else options.output
        failures += not _write(one, folder, reader)
    whole = len(releases) - failures
    print_message(f"{whole} dari {len(releases)} naskah ditulis ke “{options.output}”.")
    return EXIT_UNREADABLE if failures or (found.is_damaged and not releases) else EXIT_OK


def name_of(one: RescuedRelease) -> str:
    """A valid file name without ending: the headline, else the first words."""
    release = one.release
    text = release.headline.strip() or release.body.strip()
    name = safe_stem(text[: _NAME_LENGTH * 4])
    if len(name) > _NAME_LENGTH:
        name = name[: _NAME_LENGTH + 1].rpartition(" ")[0] or name[:_NAME_LENGTH]
    while len(name.encode()) > _NAME_BYTES:
        name = name[:-1]
    return name.strip(" .") or "Tanpa judul"


def _write(one: RescuedRelease, folder: str, reader: FrameReader) -> bool:
    """Write a release in all forms; a failure is reported and the other forms are still written."""
    _make(folder)
    files: dict[str, bytes] = {}
    is_whole = True
    if one.original is not None:
        files[_ORIGINAL + _ending_of(one.original.name)] = one.original.data
    for form in FORMS:
        try:
            files[f".{form}"] = write_release(one.release, one.pictures, form, reader).data
        except Exception as error:  # one unusual release must not stop the others
            reason = str(error) if isinstance(error, DeskError) else repr(error)
            print_message(f"“{name_of(one)}” tidak dapat ditulis sebagai {form.upper()}: {reason}")
            is_whole = False
    for path in _put(files, folder, name_of(one)):
        print(path)
    return is_whole


def _ending_of(name: str) -> str:
    """The ending of a foreign file name if it is harmless, else ``.bin``."""
    ending = os.path.splitext(name)[1]
    return ending if _ENDING.fullmatch(ending) else ".bin"


def _put(files: dict[str, bytes], folder: str, name: str) -> Iterable[str]:
    """Write the files of one release under one free name, and return their paths.

    The keys of ``files`` are what follows the name.
    """
    endings = {*files, *(f".{form}" for form in FORMS)}
    while True:
        stem = free_stem(folder, name, endings)
        paths = {os.path.join(folder, stem + ending): data for ending, data in files.items()}
        try:
            for path, data in paths.items():
                write_atomically(path, data, overwrite=False)
        except WriteError as error:
            if error.kind != "exists":
                raise
        else:
            return paths


def _make(folder: str) -> None:
    try:
        os.makedirs(system_path(folder), exist_ok=True)
    except OSError as error:
        raise WriteError(
            "no-folder",
            f"Folder “{folder}” tidak dapat dibuat ({reason(error)}); pilih folder lain.",
        ) from None
