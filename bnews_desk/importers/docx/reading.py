"""The way through a Word file, from its bytes to the release."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers import account
from bnews_desk.importers.assembly import OUR_STYLES, assemble
from bnews_desk.importers.docx import furniture, recognise
from bnews_desk.importers.docx.blocks import BLOCKS
from bnews_desk.importers.docx.inline import INLINE
from bnews_desk.importers.docx.names import word
from bnews_desk.importers.docx.note_register import NoteRegister
from bnews_desk.importers.docx.notes import note_lines
from bnews_desk.importers.docx.numbering import Numbering
from bnews_desk.importers.docx.relations import Relations
from bnews_desk.importers.docx.runs import IN_RUN
from bnews_desk.importers.docx.styles import Styles
from bnews_desk.importers.docx.walk import Document, Walk
from bnews_desk.importers.imported import Imported
from bnews_desk.importers.limits import Deadline
from bnews_desk.importers.line import Line
from bnews_desk.importers.package import Element, Package
from bnews_desk.importers.pictures import Pictures
from bnews_desk.receipt import ReceiptBuilder

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

_USUAL_PART = "word/document.xml"


def read_docx(
    source: bytes | str | os.PathLike[str],
    reader: FrameReader | None = None,
    deadline: Deadline | None = None,
    *,
    is_inserted: bool = False,
) -> Imported:
    """The release in a Word file, given as its bytes or its path, as Word would show it.

    ``reader`` helps to tell a headline from the body; without it only styles do. Nothing is
    fetched and nothing run. Files inserted in one that itself ``is_inserted`` are only counted.
    Raises ``ReadError`` for what cannot or must
    not be read, and ``OSError`` only where a path cannot be opened.
    """
    data = source if isinstance(source, bytes) else _bytes_of(source)
    try:
        return _read(data, reader, deadline or Deadline(), is_inserted=is_inserted)
    except ReadError:
        raise
    except MemoryError as error:
        raise recognise.WORD.too_large() from error
    except RecursionError as error:
        raise recognise.WORD.hostile() from error
    except Exception as error:  # a hostile file finds what nobody thought of
        raise recognise.WORD.damaged(error) from error


def _bytes_of(path: str | os.PathLike[str]) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _read(
    data: bytes, reader: FrameReader | None, deadline: Deadline, *, is_inserted: bool
) -> Imported:
    recognise.refuse_foreign(data)
    package = Package(data, deadline, recognise.WORD)
    document, relations, copy = _body(package, deadline, takes_files=not is_inserted)
    lines = [*copy, *note_lines(document)]
    _name_our_styles(lines, document)
    release = assemble(lines, document.styles.is_title, reader)
    tally = ReceiptBuilder()
    account.count(tally, lines, release)
    furniture.account(document, relations, tally)
    pictures = document.pictures.of(frozenset(photo.digest for photo in release.photos))
    return Imported(release, account.closed(tally), pictures)


def _name_our_styles(lines: list[Line], document: Document) -> None:
    """Call our own styles by our ids where another program has saved the file under its own."""
    used = {line.style for line in lines} - {""}
    ours = {} if not used or used & OUR_STYLES else document.styles.house_styles()
    for line in lines if ours else ():
        line.style = ours.get(line.style, line.style)


def _document(
    package: Package, relations: Relations, deadline: Deadline, *, takes_files: bool
) -> Document:
    def part(kind: str) -> Element | None:
        name = relations.first(kind)
        return package.xml(name) if name else None

    styles = Styles(lambda: part("styles"))
    return Document(
        package,
        styles,
        numbering=Numbering(lambda: part("numbering"), styles),
        pictures=Pictures(package.read),
        notes=NoteRegister(package, relations),
        deadline=deadline,
        blocks=BLOCKS,
        inline=INLINE,
        in_run=IN_RUN,
        inserted=lambda name: _inserted(package, name, deadline) if takes_files else (),
    )


def _inserted(package: Package, name: str, deadline: Deadline) -> Sequence[Line]:
    """The lines of a file inside the file; none where it cannot be read."""
    from bnews_desk.importers.docx import inserted  # seldom needed

    data = package.read(name)
    if not data:
        return ()
    if inserted.format_of(data, name) != "docx":
        found = inserted.read_inserted(data, name, deadline)
        return () if found is None else list(inserted.lines_of(found))
    try:
        return list(inserted.lines_of(read_docx(data, None, deadline, is_inserted=True)))
    except ReadError as error:
        if error.kind in {"too-slow", "incomplete-program"}:
            raise
        return ()


def _body(
    package: Package, deadline: Deadline, *, takes_files: bool
) -> tuple[Document, Relations, list[Line]]:
    """The copy's paragraphs, from the part found by its relation or else by its usual name."""
    name = Relations(package, "").first("officeDocument") or _USUAL_PART
    for candidate in dict.fromkeys((name, _USUAL_PART)):
        if not package.find(candidate):
            continue
        relations = Relations(package, candidate)
        document = _document(package, relations, deadline, takes_files=takes_files)
        walk = Walk(document, relations)
        if package.each_below(candidate, (word("document"), word("body")), walk.block):
            walk.flush()
            return document, relations, walk.lines
    mimetype = package.read("mimetype") or b""
    raise recognise.no_word_part(package.names, mimetype[:100])
