"""The plain text importer, for our own TXT form and for any sender's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers.encoding import Decoded, decode, note_encoding
from bnews_desk.importers.file_kind import detect_file_kind
from bnews_desk.importers.headline import take_headline
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.receipt import ReceiptBuilder
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.importers.imported_line import ImportedLine

MAX_TEXT_BYTES = 20_000_000
"""A larger text file is no release."""
LONGEST_START = 200
"""Characters within which a text has its first word."""
_CHAT_STARTS = frozenset("[*0123456789")
_FORWARDED = frozenset({"diteruskan", "forwarded", "forwarded\n", "forwarded "})
_UNUSUAL_BREAK = re.compile("[\v\f\x85\u2028\u2029]")
"""Word's line and page breaks, NEL, and Unicode's separators: each ends a line."""


def read_txt(data: bytes, reader: FrameReader) -> ImportedRelease:
    r"""The release in the bytes of a text file.

    No word and no punctuation is changed. CRLF, CR and every other line break become one ``\\n``;
    one final line break is dropped; empty lines stay empty paragraphs, except those around the
    headline. The receipt names the encoding (kind *encoding*) and counts damaged characters
    (*damaged-character*) and line breaks of other kinds (*line-break*).

    Raises ``ReadError``: *empty*, *too-large*, or *wrong-type* for data that is no text, with the
    name of its actual kind.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise ReadError(
            "too-large",
            f"Berkas teks ini lebih besar dari {MAX_TEXT_BYTES // 1_000_000} MB, terlalu besar"
            " untuk satu naskah; simpan naskahnya saja dalam berkas tersendiri.",
        )
    decoded = _decoded(data)
    tally = ReceiptBuilder()
    note_encoding(decoded, tally)
    may_be_chat = _may_be_chat(decoded.text)
    lines = _lines(decoded.text, tally)
    del decoded  # a long text is not held twice
    if may_be_chat:
        from bnews_desk.importers.whatsapp_chat import read_chat_lines

        chat = read_chat_lines(lines)
        if chat is not None:
            return _of_chat(chat, reader, tally)
    return ImportedRelease(_release(lines, reader), tally.receipt())


def _may_be_chat(text: str) -> bool:
    """A quick check whether a text may be a chat: most texts do not begin like one."""
    start = text[:LONGEST_START].lstrip("\ufeff\u200e\u200f \t\r\n")
    return start[:1] in _CHAT_STARTS or start[:10].casefold() in _FORWARDED


def _of_chat(
    chat: list[ImportedLine], reader: FrameReader, tally: ReceiptBuilder
) -> ImportedRelease:
    from bnews_desk.importers import import_receipt
    from bnews_desk.importers.release_assembly import assemble_release

    release = assemble_release(chat, lambda _style: False, reader)
    import_receipt.count_line_entries(tally, chat, release)
    return ImportedRelease(release, import_receipt.build_receipt(tally))


def _decoded(data: bytes) -> Decoded:
    kind = detect_file_kind(data)
    decoded = None if kind else decode(data)
    if decoded is None:
        what = f"melainkan {kind.name}" if kind else "isinya data biner"
        raise ReadError(
            "wrong-type",
            f"Berkas ini bukan teks biasa, {what}; bukalah dengan program asalnya, lalu simpan"
            " sebagai DOCX atau TXT.",
        )
    if not decoded.text.strip("\ufeff \t\r\n\v\f\x85\xa0\u2028\u2029"):
        raise ReadError(
            "empty", "Berkas ini tidak berisi tulisan; mintalah pengirim mengirimkannya lagi."
        )
    return decoded


def _lines(text: str, tally: ReceiptBuilder) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, count = _UNUSUAL_BREAK.subn("\n", text)
    if count:
        tally.carry("line-break", count)
        tally.note("line-break", f"{count} ganti baris atau halaman menjadi paragraf baru.")
    return text.removesuffix("\n").split("\n")


def _release(lines: list[str], reader: FrameReader) -> Release:
    taken = take_headline(lines, reader)
    if taken is None:
        return Release.of("", lines)
    headline, count = taken
    return Release.of(headline, lines[count:])
