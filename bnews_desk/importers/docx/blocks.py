"""Handlers of block-level elements: paragraphs, tables, content controls, inserted
files (17.2.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.importers import table_rows
from bnews_desk.importers.docx import changes, format_check
from bnews_desk.importers.docx.fields import end_unfinished
from bnews_desk.importers.docx.parser import DocxParser, Handlers
from bnews_desk.importers.docx.xml_names import (
    MC,
    attribute,
    by_word_tag,
    child,
    is_on,
    local,
    number,
    relation,
    value,
)
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.limits import MAX_LINES
from bnews_desk.importers.zip_xml_package import Element

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


def table(parser: DocxParser, element: Element) -> None:
    """``w:tbl``: its rows as lines; a row with words in one cell only keeps its paragraphs."""
    parser.flush()
    first = len(parser.lines)
    for row in _members(element, "tr"):
        _row(parser, row)
    if len(parser.lines) > first:
        parser.lines[first].carried.append("table")


def _row(parser: DocxParser, row: Element) -> None:
    parser.document.deadline.check()
    if _is_deleted(row):
        lost = ImportedLine()
        lost.is_account = True
        for cell in _members(row, "tc"):
            changes.leave_out(parser, cell, lost)
        parser.lines.append(lost)
        return
    cells = [parser.read_apart(cell) for cell in _members(row, "tc")]
    if sum(map(table_rows.has_words, cells)) > 1:
        parser.emit(table_rows.join_cells(cells))
        return
    for lines in cells:
        table_rows.drop_blank_lines(lines)
        parser.lines += lines


def _is_deleted(row: Element) -> bool:
    settings = child(row, "trPr")
    return settings is not None and child(settings, "del") is not None


def _members(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, including those inside content controls and the
    like.
    """
    for element in parent:
        kind = local(element)
        if kind == name:
            yield element
        elif kind in _WRAPPERS:
            yield from _members(element, name)


_DROP_CAPS = frozenset({"drop", "margin"})
"""A large first letter is a separate paragraph before the one it belongs to (17.18.20)."""
_MARK_GONE = frozenset({"del", "moveFrom", "vanish", "specVanish"})


def paragraph(parser: DocxParser, element: Element) -> None:
    """``w:p``: one line, or a part of one where the paragraph mark before it was deleted
    (17.13.5.15).
    """
    parser.document.deadline.check()
    if len(parser.lines) > MAX_LINES:
        raise format_check.WORD.too_large()
    line = parser.pending
    if line is None:
        line = ImportedLine()
    parser.pending = None
    parser.line = line
    parser.is_mark_kept = True
    if parser.link:
        line.link_to(parser.link)
    parser.inline(element)
    end_unfinished(parser)
    parser.line = line
    if parser.is_mark_kept:
        parser.emit(line)
    else:
        parser.pending = line


def properties(parser: DocxParser, element: Element) -> None:
    """``w:pPr``: the style, the list label, and whether the paragraph mark was deleted."""
    style = ""
    numbered: tuple[str, int] | None = None
    for entry in element:
        name = local(entry)
        if name == "pStyle":
            style = value(entry)
        elif name == "numPr":
            numbered = _numbered(entry)
        elif name == "rPr":
            _paragraph_mark(parser, entry)
        elif name == "framePr" and attribute(entry, "dropCap") in _DROP_CAPS:
            parser.is_mark_kept = False
    parser.line.style = style
    if parser.is_mark_kept:
        _label(parser, style, numbered)


def _paragraph_mark(parser: DocxParser, element: Element) -> None:
    for entry in element:
        name = local(entry)
        if name in _MARK_GONE and (name in {"del", "moveFrom"} or is_on(entry)):
            parser.is_mark_kept = False
            if name == "del":
                parser.line.left_out.append(("deletion", ""))


def _numbered(element: Element) -> tuple[str, int]:
    identity, level = child(element, "numId"), child(element, "ilvl")
    return (
        "" if identity is None else value(identity),
        -1 if level is None else number(value(level)),
    )


def _label(parser: DocxParser, style: str, direct: tuple[str, int] | None) -> None:
    if direct is None and not style:
        return
    label = parser.document.numbering.label(style, direct)
    if label is None:
        return
    parser.line.carried.append("list")
    if label:
        parser.line.prefix(label)


def structured(parser: DocxParser, element: Element) -> None:
    """``w:sdt``: a content control around blocks; its content is imported (17.5.2)."""
    count = len(parser.lines)
    content = child(element, "sdtContent")
    if content is not None:
        parser.blocks(content)
        if len(parser.lines) > count:
            parser.lines[count].carried.append("content-control")


def alternate(parser: DocxParser, element: Element) -> None:
    """``mc:AlternateContent``: the first choice, or the fallback where that shows nothing."""
    parser.first_shown(element, parser.blocks)


def foreign_part(parser: DocxParser, element: Element) -> None:
    """``w:altChunk``: an inserted file of another format, imported as Word would show it
    (17.17.2.1).
    """
    found = parser.relations.get(relation(element, "id"))
    is_here = found is not None and not found.is_external
    lines = parser.document.inserted(found.target) if found is not None and is_here else ()
    if lines:
        parser.flush()
        lines[0].carried.append("embedded-file")
        for line in lines:
            parser.emit(line)
        if len(parser.lines) > MAX_LINES:
            raise format_check.WORD.too_large()
        return
    lost = ImportedLine()
    lost.left_out.append(("embedded-file", found.target if found else ""))
    _keep_account(parser, lost)


def deleted(parser: DocxParser, element: Element) -> None:
    """``w:del`` or ``w:moveFrom`` around blocks."""
    lost = ImportedLine()
    changes.leave_out(parser, element, lost)
    _keep_account(parser, lost)


def _keep_account(parser: DocxParser, lost: ImportedLine) -> None:
    """Keep deleted text between two paragraphs for the receipt, without a line of copy."""
    lost.is_account = True
    parser.lines.append(lost)


def wrapper(parser: DocxParser, element: Element) -> None:
    """Custom XML, smart tags and insertions around blocks are transparent."""
    parser.blocks(element)


BLOCKS: Handlers = {
    **by_word_tag(
        {
            "p": paragraph,
            "tbl": table,
            "sdt": structured,
            "customXml": wrapper,
            "smartTag": wrapper,
            "ins": wrapper,
            "moveTo": wrapper,
            "del": deleted,
            "moveFrom": deleted,
            "altChunk": foreign_part,
        }
    ),
    MC + "AlternateContent": alternate,
}
"""The handlers of elements at paragraph level."""
