"""Reads a file with the importer of its format; the content takes precedence over the name."""

from __future__ import annotations

import os.path
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from bnews_desk.errors import ReadError
from bnews_desk.files import read_bytes
from bnews_desk.importers.import_formats import (
    ImportFormat,
    import_format_by_content,
    import_format_by_key,
    import_format_by_name,
)
from bnews_desk.importers.imported_release import Attachment, ImportedRelease
from bnews_desk.importers.read_errors import incomplete_program
from bnews_desk.receipt import Receipt, ReceiptEntry

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

MAX_FILE_BYTES = 200_000_000
"""A larger file is refused."""
_OF_THE_MAIL = frozenset({"mail", "subject", "mail-body"})
"""Kinds of receipt entries that a mail keeps when one of its attachments is read instead."""


def read_file(path: str, reader: FrameReader, attachment: str = "") -> ImportedRelease:
    """The release in a file with its receipt and pictures; otherwise like ``read_data``.

    Raises ``ReadError`` of every kind.
    """
    return read_file_and_bytes(path, reader, attachment)[0]


def read_file_and_bytes(
    path: str, reader: FrameReader, attachment: str = ""
) -> tuple[ImportedRelease, bytes]:
    """The release in a file, and the bytes from which it was read.

    Raises ``ReadError``.
    """
    if os.path.isfile(path):
        import_format_by_name(path)  # refuses a large unreadable file before it is read
    data = read_bytes(path, MAX_FILE_BYTES)
    return read_data(data, import_format_by_name(path).key, reader, attachment), data


def read_data(data: bytes, key: str, reader: FrameReader, attachment: str = "") -> ImportedRelease:
    """The release in bytes that are said to be in a format.

    Content takes precedence over the name: a Word file called ``.txt`` is read as Word, text called
    ``.docx`` as text, and the receipt notes it (kind *format*). Where a mail itself says little,
    its first readable attachment is the release. With ``attachment``, a name in any case, that
    attachment is the release and the mail's own text is left out. Raises ``ReadError``.
    """
    promised = import_format_by_key(key)
    actual = import_format_by_content(data, promised)
    imported = _read(data, actual, reader)
    if attachment:
        imported = _named_attachment(imported, attachment, reader)
    elif imported.attachments and not imported.release.text.strip():
        imported = _first_attachment(imported, reader)
    return imported if actual == promised else _with_note(imported, promised, actual)


def load_reader(format: ImportFormat) -> None:
    """Load the reader of a format before it is needed.

    Raises ``ImportError``, or whatever its libraries raise, where a required package is not
    installed or does not load.
    """
    import_module(f"bnews_desk.importers.{format.module}")


def _read(data: bytes, actual: ImportFormat, reader: FrameReader) -> ImportedRelease:
    try:
        module = import_module(f"bnews_desk.importers.{actual.module}")
    except (ReadError, RecursionError):  # the time is up
        raise
    except Exception as error:  # a package or its library is missing, or does not load
        raise incomplete_program(error) from error
    try:
        return cast(ImportedRelease, getattr(module, actual.function)(data, reader))
    except ImportError as error:
        raise incomplete_program(error) from error


def _first_attachment(mail: ImportedRelease, reader: FrameReader) -> ImportedRelease:
    """The release in a mail's first readable attachment; the others stay attachments."""
    readable = [file for file in mail.attachments if file.format]
    for number, file in enumerate(readable, 1):
        try:
            found = read_data(file.data, file.format or "", reader)
        except ReadError:
            if number == len(readable):
                raise
            continue
        why = "tidak terbaca" if mail.receipt.entry("mail-body") else "kosong"
        note = f"Isi surel {why}, jadi lampiran “{file.name}” yang dibaca."
        return _instead(mail, file, found, note)
    return mail


def _named_attachment(mail: ImportedRelease, name: str, reader: FrameReader) -> ImportedRelease:
    """The release in the attachment with that name; the others stay attachments."""
    wanted = name.casefold()
    file = next((f for f in mail.attachments if f.name.casefold() == wanted), None)
    if file is None:
        names = _listed(f"“{f.name}”" for f in mail.attachments)
        what = f"yang ada: {names}" if names else "berkas ini tidak membawa lampiran"
        raise ReadError("missing", f"Lampiran “{name}” tidak ditemukan; {what}.")
    found = read_data(file.data, import_format_by_name(file.name).key, reader)
    return _instead(mail, file, found, f"Lampiran “{file.name}” yang dibaca, bukan isi surelnya.")


def _instead(
    mail: ImportedRelease, file: Attachment, found: ImportedRelease, note: str
) -> ImportedRelease:
    """The release in an attachment, with the receipts of both the mail and the attachment."""
    rest = tuple(other for other in mail.attachments if other is not file)
    names = tuple(other.name for other in rest)
    entries = [entry for entry in mail.receipt if entry.kind in _OF_THE_MAIL]
    text = mail.release.text.strip()
    if text:
        told = "Isi surel tidak dibawa ke naskah."
        entries.append(ReceiptEntry("mail-body", 1, 0, 1, (text,), told))
    told = f"{len(rest)} lampiran lain tidak ikut: {_listed(names)}." if rest else ""
    entries.append(ReceiptEntry("attachment", len(rest) + 1, 1, len(rest), names, told))
    entries.append(ReceiptEntry("attachment-read", 1, 1, 0, (), note))
    receipt = Receipt((*entries, *found.receipt))
    return found._replace(receipt=receipt, attachments=(*found.attachments, *rest))


def _with_note(
    imported: ImportedRelease, promised: ImportFormat, actual: ImportFormat
) -> ImportedRelease:
    note = (
        f"Nama berkasnya {promised.key.upper()}, tetapi isinya {actual.key.upper()};"
        f" dibaca sebagai {actual.key.upper()}."
    )
    entry = ReceiptEntry("format", 1, 1, 0, (), note)
    return imported._replace(receipt=Receipt((entry, *imported.receipt)))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
