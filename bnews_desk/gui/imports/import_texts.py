"""Indonesian names and lines of the import sheet and the receipt."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from bnews_desk.errors import ReadError
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.import_formats import import_format_by_name
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.receipt import ReceiptEntry
from bnews_desk.release import Release

MIN_SURENESS = 0.75
"""The least confidence (0 to 1) at which a part is not marked as doubtful."""


_LEFT_OUT_ENDING = "tidak dibawa ke naskah."
"""Ending of the notes that only repeat that something was left out."""
_OPENING = 90
"""The most code points of a left-out text that are shown."""


class ReceiptLine(NamedTuple):
    """One line of the receipt, with an optional note below it."""

    text: str
    note: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportSheet", text)


def part_kind_name(kind: PartKind) -> str:
    """The name of a kind of part."""
    return {
        PartKind.LETTERHEAD: _tr("Kop"),
        PartKind.MARK: _tr("Tanda rilis"),
        PartKind.NUMBER: _tr("Nomor"),
        PartKind.DATE: _tr("Tanggal"),
        PartKind.ADDRESSEE: _tr("Tujuan, hal"),
        PartKind.HEADLINE: _tr("Judul"),
        PartKind.DATELINE: _tr("Dateline"),
        PartKind.BODY: _tr("Isi"),
        PartKind.CAPTION: _tr("Ket. foto"),
        PartKind.GREETING: _tr("Sapaan"),
        PartKind.SIGNATURE: _tr("Tanda tangan"),
        PartKind.CONTACT: _tr("Kontak"),
        PartKind.CARBON_COPY: _tr("Tembusan"),
        PartKind.ATTACHMENTS: _tr("Lampiran"),
        PartKind.FURNITURE: _tr("Tanda hal."),
    }[kind]


def receipt_entry_name(kind: str) -> str:
    """The name of an entry's kind; the kind itself when it has no name."""
    if kind in {part.value for part in PartKind}:
        return part_kind_name(PartKind(kind))
    return {**_documents(), **_files(), **_chats(), **_pages()}.get(kind, kind)


def _documents() -> dict[str, str]:
    """Kinds found in word processor documents."""
    return {
        "insertion": _tr("sisipan terlacak"),
        "deletion": _tr("hapusan terlacak"),
        "move": _tr("teks yang dipindahkan"),
        "text-box": _tr("kotak teks"),
        "footnote": _tr("catatan kaki"),
        "endnote": _tr("catatan akhir"),
        "comment": _tr("komentar"),
        "header": _tr("kepala halaman"),
        "footer": _tr("kaki halaman"),
        "table": _tr("tabel"),
        "list": _tr("daftar"),
        "image": _tr("foto"),
        "photo": _tr("foto"),
        "link": _tr("tautan"),
        "field": _tr("bidang otomatis"),
        "content-control": _tr("kotak isian"),
        "hidden-text": _tr("teks tersembunyi"),
        "struck-text": _tr("teks bercoret"),
        "macro": _tr("makro"),
        "object": _tr("objek sisipan"),
        "embedded-file": _tr("berkas sisipan"),
        "equation": _tr("rumus"),
        "symbol": _tr("simbol"),
        "diagram": _tr("tulisan dalam diagram"),
        "ruby": _tr("bacaan di atas huruf"),
    }


def _files() -> dict[str, str]:
    """Kinds found in web pages, mails and text files."""
    return {
        "page-furniture": _tr("bagian halaman web"),
        "form-control": _tr("tombol dan isian"),
        "invisible-mark": _tr("tanda tak terlihat"),
        "soft-hyphen": _tr("tanda penggal kata"),
        "line-break": _tr("ganti baris"),
        "soft-break": _tr("ganti baris"),
        "encoding": _tr("pengodean huruf"),
        "damaged-character": _tr("huruf rusak"),
        "attachment": _tr("lampiran surel"),
        "attachment-read": _tr("lampiran yang dibaca"),
        "front-matter": _tr("kepala berkas"),
        "mail": _tr("surel"),
        "mail-body": _tr("isi surel"),
        "subject": _tr("subjek surel"),
        "format": _tr("format berkas"),
        "script": _tr("skrip"),
    }


def _chats() -> dict[str, str]:
    """Kinds found in exported WhatsApp conversations."""
    return {
        "chat-stamp": _tr("waktu dan nama pengirim"),
        "chat-media": _tr("gambar atau berkas percakapan"),
        "chat-notice": _tr("pemberitahuan WhatsApp"),
        "chat-mark": _tr("tanda huruf WhatsApp"),
        "forward-mark": _tr("tanda pesan terusan"),
    }


def _pages() -> dict[str, str]:
    """Kinds found in PDF pages."""
    return {
        "repeated-line": _tr("kepala, kaki, atau nomor halaman"),
        "hyphenation": _tr("kata terpenggal"),
        "crosswise-text": _tr("tulisan miring atau tegak"),
        "unreadable-character": _tr("huruf yang tidak dikenali"),
        "scanned-page": _tr("halaman pindaian"),
        "damaged-page": _tr("halaman rusak"),
    }


def format_name(path: str, imported: ImportedRelease) -> str:
    """The name of a file's format; '' when it has none.

    It follows from the file's ending, except that an exported conversation is recognised by its
    content.
    """
    if any(entry.kind == "chat-stamp" for entry in imported.receipt):
        return _tr("percakapan WhatsApp")
    with contextlib.suppress(ReadError):
        return import_format_by_name(path).name
    return ""


def paragraph_and_word_count(release: Release) -> str:
    """``16 paragraf, 263 kata``."""
    lines = [line for line in release.text.split("\n") if line.strip()]
    words = sum(len(line.split()) for line in lines)
    return _tr("{0} paragraf, {1} kata").format(len(lines), _number(words))


def carried_lines(imported: ImportedRelease) -> Iterator[ReceiptLine]:
    """Lines for what was carried whole."""
    looks = _marks_text(imported.release)
    if looks:
        yield ReceiptLine(looks)
    for entry in imported.receipt:
        if entry.carried and not entry.left_out and not _is_utf8(entry):
            yield ReceiptLine(
                f"{_number(entry.carried)} {receipt_entry_name(entry.kind)}", entry.note
            )


def attention_lines(imported: ImportedRelease) -> Iterator[ReceiptLine]:
    """Lines for what was left out or needs attention."""
    for entry in imported.receipt:
        if entry.left_out:
            yield ReceiptLine(left_out_text(entry), _left_out_note(entry))
    bare = sum(not photo.caption for photo in imported.release.photos)
    if bare:
        text = _tr("{0} foto tanpa keterangan").format(bare)
        yield ReceiptLine(text, _tr("Dapat diisi nanti di naskah."))


def _left_out_note(entry: ReceiptEntry) -> str:
    """The note on what was left out; its first words when the note only repeats that."""
    if not entry.note.endswith(_LEFT_OUT_ENDING):
        return entry.note
    words = " ".join(next((text for text in entry.texts if text.strip()), "").split())
    if not words:
        return ""
    shown = words if len(words) <= _OPENING else words[: _OPENING - 1].rstrip() + "…"
    return f"“{shown}”"


def left_out_text(entry: ReceiptEntry) -> str:
    """``2 komentar tidak dibawa``."""
    return _tr("{0} {1} tidak dibawa").format(
        _number(entry.left_out), receipt_entry_name(entry.kind)
    )


def receipt_entry_counts(entry: ReceiptEntry) -> str:
    """``3 ditemukan, 1 dibawa, 2 tidak dibawa``."""
    numbers = (_number(n) for n in (entry.found, entry.carried, entry.left_out))
    return _tr("{0} ditemukan, {1} dibawa, {2} tidak dibawa").format(*numbers)


def _is_utf8(entry: ReceiptEntry) -> bool:
    """Whether an entry is not worth a line: the encoding is UTF-8."""
    return entry.kind == "encoding" and "UTF-8" in entry.note


def _marks_text(release: Release) -> str:
    count = Counter[str](mark.kind for mark in release.marks)
    named = (
        ("bold", _tr("{0} bagian tebal")),
        ("italic", _tr("{0} bagian miring")),
        ("link", _tr("{0} tautan")),
    )
    return ", ".join(text.format(count[kind]) for kind, text in named if count[kind])


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
