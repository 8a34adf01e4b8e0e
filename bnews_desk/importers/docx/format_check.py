"""Refuses files that are no Word files, with an error that names their format."""

from __future__ import annotations

from collections.abc import Collection

from bnews_desk.errors import ReadError
from bnews_desk.importers import file_kind
from bnews_desk.importers.read_errors import ReadErrors

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of an OLE compound file: an old Word file, or a password-protected DOCX."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_INSIDE = (
    ("xl/workbook.xml", "lembar kerja Excel"),
    ("xl/workbook.bin", "lembar kerja Excel"),
    ("ppt/presentation.xml", "presentasi PowerPoint"),
    ("visio/document.xml", "gambar Visio"),
    ("meta-inf/container.xml", "buku EPUB"),
    ("index/document.iwa", "dokumen Pages"),
    ("content.xml", "dokumen OpenDocument"),
    ("meta-inf/manifest.mf", "program Java"),
)
_OPEN_DOCUMENT = (
    (b"opendocument.text", "dokumen OpenDocument (ODT)"),
    (b"opendocument.spreadsheet", "lembar kerja OpenDocument (ODS)"),
    (b"opendocument.presentation", "presentasi OpenDocument (ODP)"),
    (b"epub", "buku EPUB"),
)
WORD = ReadErrors("Word", "Word")
"""The errors for a Word file that cannot be read."""


def _wrong(what: str) -> ReadError:
    return ReadError(
        "wrong-type",
        f"Berkas ini bukan dokumen Word (DOCX) melainkan {what}, jadi tidak dapat dibaca sebagai "
        "DOCX; buka dengan program asalnya lalu simpan sebagai DOCX.",
    )


def refuse_foreign(data: bytes) -> None:
    """Raise ``ReadError`` unless ``data`` begins like a ZIP archive."""
    if not data:
        raise ReadError(
            "empty", "Berkas ini kosong (0 byte), jadi tidak ada yang dibaca; minta kirim ulang."
        )
    if data.startswith(OLE):
        raise _ole(data)
    if data.startswith(_ZIP):
        return
    kind = file_kind.detect_file_kind(data)
    if kind is not None:
        raise _wrong(kind.name)
    raise _wrong("halaman web atau berkas XML" if file_kind.is_markup(data) else "berkas lain")


def _ole(data: bytes) -> ReadError:
    if _ENCRYPTED in data:
        return WORD.encrypted()
    if _OLD_WORD in data:
        return _wrong("dokumen Word lama (DOC)")
    return _wrong("berkas Office lama")


def no_word_part(names: Collection[str], mimetype: bytes) -> ReadError:
    """The error for an archive without a Word main part; ``names`` are in lower case."""
    for signature, what in _OPEN_DOCUMENT:
        if signature in mimetype:
            return _wrong(what)
    for name, what in _INSIDE:
        if name in names:
            return _wrong(what)
    if "[content_types].xml" in names and any(name.startswith("word/") for name in names):
        return WORD.damaged()
    return _wrong("arsip ZIP biasa")
