"""Detects the kind of a file by its content, regardless of its name."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.patterns import Pattern

FILE_START = 512
"""Bytes within which the signature of every known kind is found."""

PAGE_START = 4096
"""Bytes within which a web page's first tag is found, after comments."""


class FileKind(NamedTuple):
    """A kind of file other than plain text; ``name`` is the editor's name for it."""

    key: str
    name: str


WORD = FileKind("word", "berkas Word (DOCX)")
ODT = FileKind("odt", "dokumen OpenDocument")
ZIP = FileKind("zip", "arsip ZIP")
HTML = FileKind("html", "halaman web (HTML)")
DOC = FileKind("doc", "berkas Word lama (DOC)")
OLE = FileKind("ole", "berkas Office lama atau berkas yang dikunci sandi")
MSG = FileKind("msg", "surel Outlook (MSG)")
_MSG_NAME = "__substg1.0_".encode("utf-16-le")
"""The beginning of the names of a mail's properties in its directory (MS-OXMSG 2.4.1)."""
_WORD_NAME = "WordDocument".encode("utf-16-le")
"""The name of the stream with an old Word file's text (MS-DOC 2.1.1)."""
_OPENINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", FileKind("pdf", "berkas PDF")),
    (b"{\\rtf", FileKind("rtf", "berkas RTF")),
    (b"\x89PNG\r\n\x1a\n", FileKind("png", "gambar PNG")),
    (b"\xff\xd8\xff", FileKind("jpeg", "foto JPEG")),
    (b"GIF87a", FileKind("gif", "gambar GIF")),
    (b"GIF89a", FileKind("gif", "gambar GIF")),
    (b"Rar!\x1a\x07", FileKind("rar", "arsip RAR")),
    (b"7z\xbc\xaf\x27\x1c", FileKind("7z", "arsip 7z")),
    (b"\x1f\x8b\x08", FileKind("gzip", "arsip GZIP")),
    (b"ID3\x03", FileKind("mp3", "rekaman suara MP3")),
    (b"ID3\x04", FileKind("mp3", "rekaman suara MP3")),
    (b"OggS", FileKind("ogg", "rekaman suara OGG")),
    (b"\x7fELF", FileKind("program", "berkas program")),
    (b"SQLite format 3\x00", FileKind("sqlite", "basis data")),
)
_OLE_OPENING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<?xml", b"<!doctype", b"<html")
_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<title")
_ODT_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
MIMETYPE_END = 120
"""Bytes within which an OpenDocument states its type (ODF 1.3 part 2, 3.3)."""
_ZIP_OPENINGS = (b"PK\x03\x04", b"PK\x05\x06")


def detect_file_kind(data: bytes) -> FileKind | None:
    """The kind of a file by its content, None where it may be plain text."""
    if data.startswith(_ZIP_OPENINGS):
        return _kind_of_archive(data)
    if data[:4] == b"RIFF":
        is_picture = data[8:12] == b"WEBP"
        return (
            FileKind("webp", "gambar WebP")
            if is_picture
            else FileKind("riff", "berkas suara atau video")
        )
    if data[4:8] == b"ftyp":
        return FileKind("mp4", "berkas video atau foto ponsel (MP4/HEIC)")
    if data.startswith(_OLE_OPENING):
        return _kind_of_compound(data)
    start = data[:FILE_START].lstrip(b"\r\n\t ")
    found = next((kind for opening, kind in _OPENINGS if start.startswith(opening)), None)
    return found or (HTML if _is_page(data) else None)


def _kind_of_compound(data: bytes) -> FileKind:
    """The kind by the names in the directory; a mail may contain a Word file, but not
    vice versa.
    """
    if _MSG_NAME in data:
        return MSG
    return DOC if _WORD_NAME in data else OLE


def _kind_of_archive(data: bytes) -> FileKind:
    """The kind by the type at the start of an OpenDocument, or by the names of the parts."""
    if _ODT_TYPE in data[:MIMETYPE_END] or (
        b"content.xml" in data and b"META-INF/manifest.xml" in data and b"word/" not in data
    ):
        return ODT
    return WORD if b"word/" in data else ZIP


def _is_page(data: bytes) -> bool:
    """Whether a file begins like a web page, after byte order mark and comments."""
    start = data[:PAGE_START].lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t \x00")
    if not start.startswith(b"<"):
        return False
    import re

    plain = start.replace(b"\x00", b"").lower()
    plain = re.sub(rb"^(?:\s|<\?xml[^>]*>|<!--.*?-->)+", b"", plain, flags=re.DOTALL)
    return plain.startswith(_PAGE)


def has_html_tags(data: bytes) -> bool:
    """Whether a file contains an HTML tag, or ends inside one."""
    import re

    return bool(re.search(rb"</?[a-z][a-z0-9]*[\s/>]", data.replace(b"\x00", b""), re.IGNORECASE))


_MARKDOWN = Pattern(
    r"(?m)^(?:#{1,6}[ \t]+\S|[-+*][ \t]+\S|\d{1,9}[.)][ \t]+\S|>[ \t]?\S|```|~~~|\|[ \t:-]*-)"
    r"|\*\*\S|\]\([^)\s]|^(?:=+|-+)[ \t]*$"
)


def is_markdown(data: bytes) -> bool:
    """Whether a text contains Markdown syntax; without any it is plain text, whatever its name."""
    return _MARKDOWN.search(data.decode("latin-1")) is not None


def is_markup(data: bytes) -> bool:
    """Whether a file begins like a web page or another XML file."""
    return data[:FILE_START].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP)


_MAIL_HEAD_BYTES = 16_384
_HEADER = Pattern(r"[!-9;-~]{1,100}:")
_MAIL_HEADER = Pattern(
    r"(?im)^(?:from|to|subject|date|message-id|received|mime-version|return-path|delivered-to)\s*:"
)


def is_mail(data: bytes) -> bool:
    """Whether a file begins like a mail (RFC 5322): with header lines, two of them typical of
    mails.

    The first line of a mailbox file may precede them.
    """
    head = data[:_MAIL_HEAD_BYTES].decode("latin-1").removeprefix("ï»¿").lstrip("\r\n")
    if head.startswith("From "):
        head = head.partition("\n")[2]
    head = head.replace("\r\n", "\n").partition("\n\n")[0]
    found = {match[0].lower() for match in _MAIL_HEADER.finditer(head)}
    return _HEADER.match(head) is not None and len(found) > 1


def is_anything(_data: bytes) -> bool:
    """True for any content: content without a kind may be plain text."""
    return True


def is_nothing(_data: bytes) -> bool:
    """False for any content: the format always has a signature."""
    return False
