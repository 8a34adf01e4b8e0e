"""Reading a file by the reader of its format: the name promises, the content decides."""

from __future__ import annotations

import os.path
from importlib import import_module
from typing import TYPE_CHECKING, cast

from bnews_desk.errors import ReadError
from bnews_desk.files import read_bytes
from bnews_desk.importers.formats import Format, by_content, by_key, by_name
from bnews_desk.importers.imported import Imported
from bnews_desk.receipt import Entry, Receipt

if TYPE_CHECKING:
    from bnews_desk.frame.reading import FrameReader

MAX_FILE_BYTES = 200_000_000
"""A larger file is not opened."""


def read_file(path: str, reader: FrameReader) -> Imported:
    """The release in a file, its receipt and its pictures.

    Raises :class:`~bnews_desk.errors.ReadError`, of every kind.
    """
    return read_whole(path, reader)[0]


def read_whole(path: str, reader: FrameReader) -> tuple[Imported, bytes]:
    """The release in a file, and the very bytes that it was read from.

    Raises :class:`~bnews_desk.errors.ReadError`.
    """
    if os.path.isfile(path):
        by_name(path)  # a large file of no use need not be read first
    data = read_bytes(path, MAX_FILE_BYTES)
    return read_data(data, by_name(path).key, reader), data


def read_data(data: bytes, key: str, reader: FrameReader) -> Imported:
    """The release in bytes that are said to be of a format.

    Content wins over the name: a Word file called ``.txt`` is read as one, and text called
    ``.docx`` as text; the receipt says so (kind *format*). Where all that a mail says stands in
    a file that came with it, the first that can be read is the release. Raises
    :class:`~bnews_desk.errors.ReadError`.
    """
    promised = by_key(key)
    actual = by_content(data, promised)
    imported = _read(data, actual, reader)
    if imported.attachments and not imported.release.text.strip():
        imported = _from_attachment(imported, reader)
    return imported if actual == promised else _with_note(imported, promised, actual)


def load(format: Format) -> None:
    """Load the reader of a format before it is needed.

    Raises ``ImportError`` where a package that it needs is not installed.
    """
    import_module(f"bnews_desk.importers.{format.module}")


def _read(data: bytes, actual: Format, reader: FrameReader) -> Imported:
    module = import_module(f"bnews_desk.importers.{actual.module}")
    return cast(Imported, getattr(module, actual.function)(data, reader))


def _from_attachment(mail: Imported, reader: FrameReader) -> Imported:
    """The release in the first file with a mail that can be read; the others stay beside it."""
    readable = [file for file in mail.attachments if file.format]
    for number, file in enumerate(readable, 1):
        try:
            found = read_data(file.data, file.format or "", reader)
        except ReadError:
            if number == len(readable):
                raise
            continue
        note = f"Isi surel kosong, jadi lampiran “{file.name}” yang dibaca."
        entry = Entry("attachment-read", 1, 1, 0, (), note)
        rest = tuple(other for other in mail.attachments if other is not file)
        receipt = Receipt((*mail.receipt, entry, *found.receipt))
        return found._replace(receipt=receipt, attachments=(*found.attachments, *rest))
    return mail


def _with_note(imported: Imported, promised: Format, actual: Format) -> Imported:
    note = (
        f"Nama berkasnya {promised.key.upper()}, tetapi isinya {actual.key.upper()};"
        f" dibaca sebagai {actual.key.upper()}."
    )
    entry = Entry("format", 1, 1, 0, (), note)
    return imported._replace(receipt=Receipt((entry, *imported.receipt)))
