"""Which reader a file gets: by its ending, checked against its content."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Literal, cast

from bnews_desk.errors import ReadError
from bnews_desk.files import read_bytes
from bnews_desk.importers import sniff
from bnews_desk.importers.imported import Imported
from bnews_desk.receipt import Entry, Receipt

if TYPE_CHECKING:
    from bnews_desk.frame.reading import FrameReader

Format = Literal["txt", "docx"]
"""A format that can be read."""
FORMATS: dict[str, Format] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "txt",
    ".docx": "docx",
    ".dotx": "docx",
    ".docm": "docx",
}
"""Endings, in lower case, and what stands behind them."""
MAX_FILE_BYTES = 200_000_000
"""A larger file is not opened."""


def format_of(path: str) -> Format:
    """The format that a file's ending promises.

    Raises :class:`~bnews_desk.errors.ReadError` (*unknown-format*), which lists what can be read.
    """
    ending = os.path.splitext(path)[1].lower()
    if ending not in FORMATS:
        what = f"berakhiran “{ending}”" if ending else "tanpa akhiran nama"
        raise ReadError(
            "unknown-format",
            f"Berkas {what} belum dapat dibaca; yang dapat dibaca: {', '.join(FORMATS)}."
            " Simpan naskahnya sebagai DOCX atau TXT.",
        )
    return FORMATS[ending]


def read_file(path: str, reader: FrameReader) -> Imported:
    """The release in a file, its receipt and its pictures.

    Raises :class:`~bnews_desk.errors.ReadError`, of every kind.
    """
    if os.path.isfile(path):
        format_of(path)  # a large file of no use need not be read first
    data = read_bytes(path, MAX_FILE_BYTES)
    return read_data(data, format_of(path), reader)


def read_data(data: bytes, format: str, reader: FrameReader) -> Imported:
    """The release in bytes that are said to be of a format.

    Content wins over the name: a Word file called ``.txt`` is read as one, and text called
    ``.docx`` as text; the receipt says so (kind *format*). Raises
    :class:`~bnews_desk.errors.ReadError`.
    """
    if format not in FORMATS.values():
        known = ", ".join(dict.fromkeys(FORMATS.values()))
        raise ReadError(
            "unknown-format", f"Format “{format}” belum dapat dibaca; yang dapat dibaca: {known}."
        )
    promised = cast(Format, format)
    actual = _actual_format(data, promised)
    imported = _read(data, actual, reader)
    return imported if actual == promised else _with_note(imported, promised, actual)


def _read(data: bytes, actual: Format, reader: FrameReader) -> Imported:
    if actual == "docx":
        from bnews_desk.importers.docx import read_docx

        return read_docx(data, reader)
    from bnews_desk.importers.txt import read_txt

    return read_txt(data, reader)


def _actual_format(data: bytes, promised: Format) -> Format:
    kind = sniff.kind_of(data)
    if promised == "txt":
        return "docx" if kind is sniff.WORD else "txt"
    if kind in {sniff.WORD, sniff.ZIP, sniff.OLE} or not data:
        return "docx"
    if kind is not None or sniff.is_markup(data):
        name = kind.name if kind else "halaman web atau berkas XML"
        raise ReadError(
            "wrong-type",
            f"Berkas ini bernama DOCX, tetapi isinya {name}; bukalah dengan program asalnya, lalu"
            " simpan sebagai DOCX.",
        )
    return "txt"


def _with_note(imported: Imported, promised: Format, actual: Format) -> Imported:
    note = (
        f"Nama berkasnya {promised.upper()}, tetapi isinya {actual.upper()};"
        f" dibaca sebagai {actual.upper()}."
    )
    entry = Entry("format", 1, 1, 0, (), note)
    return imported._replace(receipt=Receipt((entry, *imported.receipt)))
