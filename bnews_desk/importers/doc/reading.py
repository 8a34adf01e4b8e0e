"""The way from the bytes of an old Word file to the release."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers.doc.conversion import DOC, converted
from bnews_desk.importers.doc.office import office_program
from bnews_desk.importers.docx import read_docx
from bnews_desk.importers.imported import Imported
from bnews_desk.importers.limits import MAX_UNPACKED_BYTES, Deadline
from bnews_desk.receipt import Receipt, ReceiptEntry

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

_STREAM = "WordDocument"
_FLAGS_AT = 10
_IS_ENCRYPTED = 0x01
"""Of the second byte of the flags (MS-DOC 2.5.2, fEncrypted)."""


def read_doc(
    data: bytes, reader: FrameReader | None = None, deadline: Deadline | None = None
) -> Imported:
    """The release in an old Word file, as LibreOffice reads it; no macro is run.

    Raises ``ReadError`` (*needs-program* without LibreOffice).
    """
    deadline = deadline or Deadline()
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
    imported = read_docx(converted(data, program, deadline), reader, deadline)
    note = "Berkas Word lama (DOC) dibaca lewat LibreOffice; bandingkan dengan aslinya."
    entry = ReceiptEntry("conversion", 1, 1, 0, (), note)
    return imported._replace(receipt=Receipt((entry, *imported.receipt)))


def _is_encrypted(data: bytes) -> bool:
    """Whether the file says that it is behind a password."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as archive:
            head: bytes = archive.openstream(_STREAM).read(_FLAGS_AT + 2)
    except Exception as error:  # whatever a broken directory provokes
        raise DOC.damaged(error) from error
    return len(head) > _FLAGS_AT + 1 and bool(head[_FLAGS_AT + 1] & _IS_ENCRYPTED)
