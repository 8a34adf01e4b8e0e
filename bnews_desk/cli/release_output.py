"""Writes a release to a file, whole or not at all, or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bnews_desk.cli.command_inputs import STANDARD_STREAM
from bnews_desk.cli.standard_error import print_message
from bnews_desk.errors import UsageError
from bnews_desk.exporters.export_formats import format_by_ending, format_by_key, write_release
from bnews_desk.files import system_path, write_atomically

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.release import Release


def refuse_to_replace_original(source: str, target: str | None) -> None:
    """Raise ``UsageError`` when the result would replace its original.

    What an import leaves out (page headers, comments, deleted text) would be lost.
    """
    if STANDARD_STREAM in {source, target} or target is None:
        return
    begun, made = system_path(source), system_path(target)
    if os.path.exists(begun) and os.path.exists(made) and os.path.samefile(begun, made):
        raise UsageError(
            f"Hasil tidak ditulis karena “{target}” adalah berkas aslinya sendiri; pilih nama lain."
        )


def write_release_output(
    release: Release,
    pictures: Mapping[str, bytes],
    reader: FrameReader,
    path: str | None,
    target_format: str | None = None,
    *,
    crlf: bool = False,
) -> None:
    """Write a release to ``path``, or to standard output (``-`` or None), by default in TXT form.

    ``crlf`` gives a TXT file Windows line ends. What could not be written is reported on standard
    error. Raises ``WriteError``; an existing file is then unchanged.
    """
    chosen = _format_of(path, target_format)
    exported = write_release(release, pictures, chosen, reader, crlf=crlf)
    if path is None or path == STANDARD_STREAM:
        sys.stdout.flush()
        sys.stdout.buffer.write(exported.data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(path, exported.data)
    for note in exported.notes:
        print_message(note)


def require_txt_for_crlf(path: str | None, target_format: str | None = None) -> None:
    """Raise ``UsageError`` when ``--crlf`` is used with another format."""
    if _format_of(path, target_format) != "txt":
        raise UsageError("--crlf hanya untuk hasil TXT; jalankan lagi tanpa --crlf.")


def _format_of(path: str | None, target_format: str | None) -> str:
    if target_format:
        return format_by_key(target_format).key
    return "txt" if path is None or path == STANDARD_STREAM else format_by_ending(path).key
