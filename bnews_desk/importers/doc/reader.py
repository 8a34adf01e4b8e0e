"""Reads a DOC file into a release: LibreOffice converts it, the DOCX importer reads the result."""

from __future__ import annotations

import contextlib
import io
import subprocess
from typing import TYPE_CHECKING, Final

from bnews_desk.errors import ReadError
from bnews_desk.helper_process import helper_command
from bnews_desk.importers.doc import office_process
from bnews_desk.importers.doc.libreoffice_program import office_program
from bnews_desk.importers.docx import read_docx
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import MAX_UNPACKED_BYTES, ImportDeadline
from bnews_desk.importers.read_errors import ReadErrors
from bnews_desk.receipt import Receipt, ReceiptEntry

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

DOC: Final = ReadErrors("Word lama (DOC)", "Word")
"""The errors for an old Word file that cannot be read."""
_GRACE = 5.0
"""Seconds that the process has for removing its files."""


def convert_to_docx(data: bytes, program: str, deadline: ImportDeadline) -> bytes:
    """Convert a DOC to DOCX with LibreOffice.

    Raises ``ReadError``; LibreOffice has ended when this returns or raises.
    """
    process = subprocess.Popen(  # noqa: S603 - our own Python and our own file
        helper_command(office_process.__name__, program, f"{deadline.left:.3f}"),
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
    if status == office_process.DONE and made:
        return made
    if status == office_process.ENDED:
        raise _too_slow()
    raise DOC.damaged()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Close the process's input, which makes it end LibreOffice."""
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


_STREAM = "WordDocument"
_FLAGS_AT = 10
_IS_ENCRYPTED = 0x01
"""A bit in the second byte of the flags (MS-DOC 2.5.2, fEncrypted)."""


def read_doc(
    data: bytes, reader: FrameReader | None = None, deadline: ImportDeadline | None = None
) -> ImportedRelease:
    """The release in an old Word file as LibreOffice reads it; macros are not run.

    Raises ``ReadError`` (*needs-program* without LibreOffice).
    """
    deadline = deadline or ImportDeadline()
    if not data:
        raise DOC.empty()
    if len(data) > MAX_UNPACKED_BYTES:
        raise DOC.too_large()
    if _is_encrypted(data):
        raise DOC.encrypted()
    program = office_program()
    if program is None:
        raise ReadError(
            "needs-program",
            "Berkas Word lama (DOC) hanya dapat dibaca lewat LibreOffice, yang belum terpasang di"
            " komputer ini; pasang LibreOffice, atau mintalah naskahnya sebagai DOCX.",
        )
    imported = read_docx(convert_to_docx(data, program, deadline), reader, deadline)
    note = "Berkas Word lama (DOC) dibaca lewat LibreOffice; bandingkan dengan aslinya."
    entry = ReceiptEntry("conversion", 1, 1, 0, (), note)
    return imported._replace(receipt=Receipt((entry, *imported.receipt)))


def _is_encrypted(data: bytes) -> bool:
    """Whether the file is marked as password-protected."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as archive:
            head: bytes = archive.openstream(_STREAM).read(_FLAGS_AT + 2)
    except Exception as error:  # a broken directory can raise anything
        raise DOC.damaged(error) from error
    return len(head) > _FLAGS_AT + 1 and bool(head[_FLAGS_AT + 1] & _IS_ENCRYPTED)
