"""Where a release goes: a file, written whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bnews_desk.cli.desk import STANDARD_STREAM
from bnews_desk.cli.messages import tell
from bnews_desk.errors import UsageError
from bnews_desk.exporters.formats import format_by_ending, write_release
from bnews_desk.files import write_atomically

if TYPE_CHECKING:
    from bnews_desk.frame.reading import FrameReader
    from bnews_desk.release import Release


def keep_original(source: str, target: str | None) -> None:
    """Raise :class:`~bnews_desk.errors.UsageError` where the result would replace its original.

    What an import leaves out (page heads, comments, deleted text) would be gone with it.
    """
    if STANDARD_STREAM in {source, target} or target is None:
        return
    if os.path.exists(source) and os.path.exists(target) and os.path.samefile(source, target):
        raise UsageError(
            f"Hasil tidak ditulis karena “{target}” adalah berkas aslinya sendiri; pilih nama lain."
        )


def put_out(
    release: Release,
    pictures: Mapping[str, bytes],
    reader: FrameReader,
    path: str | None,
    target_format: str | None = None,
) -> None:
    """Write a release to ``path``, or to standard output (``-`` or None) in TXT form by default.

    What could not go into the file is said on standard error. Raises
    :class:`~bnews_desk.errors.WriteError`; a file that stood there is then untouched.
    """
    to_stream = path is None or path == STANDARD_STREAM
    chosen = target_format or ("txt" if to_stream else format_by_ending(path or "").key)
    exported = write_release(release, pictures, chosen, reader)
    if to_stream:
        sys.stdout.flush()
        sys.stdout.buffer.write(exported.data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(path or "", exported.data)
    for note in exported.notes:
        tell(note)
