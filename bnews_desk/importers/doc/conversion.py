"""A DOC file made a DOCX by LibreOffice, in a process that ends when we do."""

from __future__ import annotations

import contextlib
import subprocess
from typing import Final

from bnews_desk.errors import ReadError
from bnews_desk.helper_process import helper_command
from bnews_desk.importers.doc import keeper
from bnews_desk.importers.faults import Faults
from bnews_desk.importers.limits import Deadline

DOC: Final = Faults("Word lama (DOC)", "Word")
"""What is said of an old Word file that cannot be read."""
_GRACE = 5.0
"""Seconds that the keeper is given to remove what it made."""


def converted(data: bytes, program: str, deadline: Deadline) -> bytes:
    """The DOCX that LibreOffice makes of a DOC.

    Raises ``ReadError``; whatever is raised here, LibreOffice has ended.
    """
    process = subprocess.Popen(  # noqa: S603 - our own Python and our own file
        helper_command(keeper.__name__, program, f"{deadline.left:.3f}"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018
    try:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(len(data).to_bytes(8, "big") + data)
            process.stdin.flush()
        made = process.stdout.read()
        status = process.wait()
    finally:
        _end(process)
    if status == keeper.DONE and made:
        return made
    if status == keeper.ENDED:
        raise _too_slow()
    raise DOC.damaged()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Close the keeper's input, upon which it ends all that it started."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _too_slow() -> ReadError:
    return ReadError(
        "too-slow",
        "LibreOffice belum selesai membuka berkas DOC ini sampai batas waktunya; buka di Word atau"
        " LibreOffice, lalu simpan sebagai DOCX.",
    )
