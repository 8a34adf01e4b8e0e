"""Reads a Word file into a release: checks it, parses its parts, assembles copy and receipt."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers import import_formats, import_receipt
from bnews_desk.importers.docx import format_check
from bnews_desk.importers.docx.blocks import BLOCKS
from bnews_desk.importers.docx.inline import INLINE
from bnews_desk.importers.docx.notes import NoteReference, NoteRegister
from bnews_desk.importers.docx.numbering import DocxNumbering
from bnews_desk.importers.docx.parser import DocxDocument, DocxParser, plain
from bnews_desk.importers.docx.relations import Relations
from bnews_desk.importers.docx.runs import IN_RUN
from bnews_desk.importers.docx.styles import DocxStyles
from bnews_desk.importers.docx.xml_names import local, word
from bnews_desk.importers.encoding import decode
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.importers.release_assembly import OUR_STYLES, assemble_release
from bnews_desk.importers.zip_xml_package import Element, Package
from bnews_desk.receipt import Receipt, ReceiptBuilder
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader


def note_mark(number: int) -> str:
    """A note's number as written in the copy and before the note."""
    return f"[{number}]"


def note_lines(document: DocxDocument) -> list[ImportedLine]:
    """The paragraphs of all cited notes, each once and with its number.

    Must be called after the copy was read; notes cited in other notes are included.
    """
    parsers: dict[str, DocxParser] = {}
    lines: list[ImportedLine] = []
    done = 0
    while done < len(cited := document.notes.cited):
        note = cited[done]
        if note.part not in parsers:
            parsers[note.part] = DocxParser(document, Relations(document.package, note.part))
        lines += _note_paragraphs(note, parsers[note.part])
        done += 1
    return lines


def _note_paragraphs(note: NoteReference, parser: DocxParser) -> list[ImportedLine]:
    lines = parser.read_apart(note.element)
    for line in lines:
        line.strip_start()
        line.style = ""
        line.is_account = line.is_account or not line.length
    first = next((line for line in lines if line.length), None)
    if first is not None:
        first.prefix(f"{note_mark(note.number)} ")
        first.carried.append(note.kind)
    return lines


_MACROS = "vbaproject.bin"


def account_for_furniture(
    document: DocxDocument, relations: Relations, tally: ReceiptBuilder
) -> None:
    """Count the headers, footers, comments and macros of a file."""
    for kind in ("header", "footer"):
        for part in relations.of_type(kind):
            lines = _part_lines(document, part)
            if text := plain(lines):
                tally.leave_out(kind, (text,))
            elif any(line.photos or line.left_out for line in lines):
                tally.leave_out(kind)  # a letterhead that is only a picture
    for part in relations.of_type("comments"):
        tally_texts = list(_comments(document, part))
        if tally_texts:
            tally.leave_out("comment", tally_texts)
    macros = sum(name.endswith(_MACROS) for name in document.package.names)
    if macros:
        tally.leave_out("macro", [""] * macros)


def _part_lines(document: DocxDocument, part: str) -> list[ImportedLine]:
    root = document.package.xml(part)
    if root is None:
        return []
    return DocxParser(document, Relations(document.package, part)).read_apart(root)


def _comments(document: DocxDocument, part: str) -> Iterator[str]:
    root = document.package.xml(part)
    parser = DocxParser(document, Relations(document.package, part))
    for element in root if root is not None else ():
        if local(element) == "comment":
            yield plain(parser.read_apart(element))


def read_inserted(data: bytes, name: str, deadline: ImportDeadline) -> ImportedRelease | None:
    """The copy in an embedded web page, RTF or text file; None where it cannot be read.

    Embedded Word files are handled by the caller. Raises ``ReadError`` once the time is up.
    """
    key = inserted_format(data, name)
    try:
        if key == "html":
            from bnews_desk.importers.html import read_html

            return read_html(data, None, deadline)
        if key == "rtf":
            from bnews_desk.importers.rtf import read_rtf

            return read_rtf(data, None, deadline)
    except ReadError as error:
        if error.kind in {"too-slow", "incomplete-program"}:
            raise
        return None
    decoded = decode(data) if key == "txt" else None
    return decoded and ImportedRelease(Release.of("", decoded.text.splitlines()), Receipt())


def inserted_format(data: bytes, name: str) -> str:
    """The key of a file's format by its content, '' for an unknown one."""
    try:
        return import_formats.import_format_by_content(
            data, import_formats.import_format_by_name(name)
        ).key
    except ReadError:
        pass
    try:
        key = import_formats.import_format_by_content(data, import_formats.FORMATS[0]).key
    except ReadError:
        return ""
    return "" if key == "txt" else key


def inserted_lines(imported: ImportedRelease) -> Iterator[ImportedLine]:
    """The copy as lines with their marks; pictures and left-out content are counted."""
    release = imported.release
    shown = release.paragraphs if release.headline else release.paragraphs[1:]
    for number, paragraph in enumerate(shown):
        line = ImportedLine()
        line.write(paragraph.text, 0)
        start = paragraph.start
        line.mark(release.marks_within(start, start + len(paragraph.text)))
        if not number:
            line.left_out.extend(
                [("image", photo.alt_text or photo.name) for photo in release.photos]
            )
            line.left_out.extend([(e.kind, text) for e in imported.receipt for text in e.texts])
        line.finish()
        yield line


_USUAL_PART = "word/document.xml"


def read_docx(
    source: bytes | str | os.PathLike[str],
    reader: FrameReader | None = None,
    deadline: ImportDeadline | None = None,
    *,
    is_inserted: bool = False,
) -> ImportedRelease:
    """The release in a Word file, given as bytes or path, with the text that Word shows.

    ``reader`` helps to find the headline; without it only styles do. Nothing is fetched and no
    macro is run. Files inserted in one that itself ``is_inserted`` are only counted. Raises
    ``ReadError`` for a file that cannot or must not be read, and ``OSError`` only where a path
    cannot be opened.
    """
    data = source if isinstance(source, bytes) else _bytes_of(source)
    try:
        return _read(data, reader, deadline or ImportDeadline(), is_inserted=is_inserted)
    except ReadError:
        raise
    except MemoryError as error:
        raise format_check.WORD.too_large() from error
    except RecursionError as error:
        raise format_check.WORD.hostile() from error
    except Exception as error:  # a hostile file may raise anything
        raise format_check.WORD.damaged(error) from error


def _bytes_of(path: str | os.PathLike[str]) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _read(
    data: bytes, reader: FrameReader | None, deadline: ImportDeadline, *, is_inserted: bool
) -> ImportedRelease:
    format_check.refuse_foreign(data)
    package = Package(data, deadline, format_check.WORD)
    document, relations, copy = _body(package, deadline, takes_files=not is_inserted)
    lines = [*copy, *note_lines(document)]
    _name_our_styles(lines, document)
    release = assemble_release(lines, document.styles.is_title, reader)
    tally = ReceiptBuilder()
    import_receipt.count_line_entries(tally, lines, release)
    account_for_furniture(document, relations, tally)
    pictures = document.pictures.of(frozenset(photo.digest for photo in release.photos))
    return ImportedRelease(release, import_receipt.build_receipt(tally), pictures)


def _name_our_styles(lines: list[ImportedLine], document: DocxDocument) -> None:
    """Restore the ids of our own styles where another program has saved the file under its own."""
    used = {line.style for line in lines} - {""}
    ours = {} if not used or used & OUR_STYLES else document.styles.house_styles()
    for line in lines if ours else ():
        line.style = ours.get(line.style, line.style)


def _document(
    package: Package, relations: Relations, deadline: ImportDeadline, *, takes_files: bool
) -> DocxDocument:
    def part(kind: str) -> Element | None:
        name = relations.first(kind)
        return package.xml(name) if name else None

    styles = DocxStyles(lambda: part("styles"))
    return DocxDocument(
        package,
        styles,
        numbering=DocxNumbering(lambda: part("numbering"), styles),
        pictures=PictureStore(package.read),
        notes=NoteRegister(package, relations),
        deadline=deadline,
        blocks=BLOCKS,
        inline=INLINE,
        in_run=IN_RUN,
        inserted=lambda name: _inserted(package, name, deadline) if takes_files else (),
    )


def _inserted(package: Package, name: str, deadline: ImportDeadline) -> Sequence[ImportedLine]:
    """The lines of an embedded file; none where it cannot be read."""

    data = package.read(name)
    if not data:
        return ()
    if inserted_format(data, name) != "docx":
        found = read_inserted(data, name, deadline)
        return () if found is None else list(inserted_lines(found))
    try:
        return list(inserted_lines(read_docx(data, None, deadline, is_inserted=True)))
    except ReadError as error:
        if error.kind in {"too-slow", "incomplete-program"}:
            raise
        return ()


def _body(
    package: Package, deadline: ImportDeadline, *, takes_files: bool
) -> tuple[DocxDocument, Relations, list[ImportedLine]]:
    """The copy's paragraphs, from the main part as found by its relation or by its usual name."""
    name = Relations(package, "").first("officeDocument") or _USUAL_PART
    for candidate in dict.fromkeys((name, _USUAL_PART)):
        if not package.find(candidate):
            continue
        relations = Relations(package, candidate)
        document = _document(package, relations, deadline, takes_files=takes_files)
        parser = DocxParser(document, relations)
        if package.each_below(candidate, (word("document"), word("body")), parser.block):
            parser.flush()
            return document, relations, parser.lines
    mimetype = package.read("mimetype") or b""
    raise format_check.no_word_part(package.names, mimetype[:100])
