"""Paragraphs and what stands beside them in a body, cell, note or text box (17.2.2)."""

from __future__ import annotations

from bnews_desk.importers.docx import changes, recognise, tables
from bnews_desk.importers.docx.fields import end_unfinished
from bnews_desk.importers.docx.names import (
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
from bnews_desk.importers.docx.walk import Handlers, Walk
from bnews_desk.importers.limits import MAX_LINES
from bnews_desk.importers.line import Line
from bnews_desk.importers.package import Element

_DROP_CAPS = frozenset({"drop", "margin"})
"""A large first letter is a paragraph before the one that it begins (17.18.20)."""
_MARK_GONE = frozenset({"del", "moveFrom", "vanish", "specVanish"})


def paragraph(walk: Walk, element: Element) -> None:
    """``w:p``: one line, or a part of one where the mark before it was deleted (17.13.5.15)."""
    walk.document.deadline.ask()
    if len(walk.lines) > MAX_LINES:
        raise recognise.WORD.too_large()
    line = walk.pending
    if line is None:
        line = Line()
    walk.pending = None
    walk.line = line
    walk.is_mark_kept = True
    if walk.link:
        line.link_to(walk.link)
    walk.inline(element)
    end_unfinished(walk)
    walk.line = line
    if walk.is_mark_kept:
        walk.emit(line)
    else:
        walk.pending = line


def properties(walk: Walk, element: Element) -> None:
    """``w:pPr``: the style, the list label, and whether the paragraph's mark is still there."""
    style = ""
    numbered: tuple[str, int] | None = None
    for entry in element:
        name = local(entry)
        if name == "pStyle":
            style = value(entry)
        elif name == "numPr":
            numbered = _numbered(entry)
        elif name == "rPr":
            _paragraph_mark(walk, entry)
        elif name == "framePr" and attribute(entry, "dropCap") in _DROP_CAPS:
            walk.is_mark_kept = False
    walk.line.style = style
    if walk.is_mark_kept:
        _label(walk, style, numbered)


def _paragraph_mark(walk: Walk, element: Element) -> None:
    for entry in element:
        name = local(entry)
        if name in _MARK_GONE and (name in {"del", "moveFrom"} or is_on(entry)):
            walk.is_mark_kept = False
            if name == "del":
                walk.line.left_out.append(("deletion", ""))


def _numbered(element: Element) -> tuple[str, int]:
    identity, level = child(element, "numId"), child(element, "ilvl")
    return (
        "" if identity is None else value(identity),
        -1 if level is None else number(value(level)),
    )


def _label(walk: Walk, style: str, direct: tuple[str, int] | None) -> None:
    if direct is None and not style:
        return
    label = walk.document.numbering.label(style, direct)
    if label is None:
        return
    walk.line.carried.append("list")
    if label:
        walk.line.prefix(label)


def structured(walk: Walk, element: Element) -> None:
    """``w:sdt``: a content control around blocks; its content counts (17.5.2)."""
    count = len(walk.lines)
    content = child(element, "sdtContent")
    if content is not None:
        walk.blocks(content)
        if len(walk.lines) > count:
            walk.lines[count].carried.append("content-control")


def alternate(walk: Walk, element: Element) -> None:
    """``mc:AlternateContent``: the first choice, or the fallback where that shows nothing."""
    walk.first_shown(element, walk.blocks)


def foreign_part(walk: Walk, element: Element) -> None:
    """``w:altChunk``: a whole file of another format inside, as Word would show it (17.17.2.1)."""
    found = walk.relations.get(relation(element, "id"))
    is_here = found is not None and not found.is_external
    lines = walk.document.inserted(found.target) if found is not None and is_here else ()
    if lines:
        walk.flush()
        lines[0].carried.append("embedded-file")
        for line in lines:
            walk.emit(line)
        if len(walk.lines) > MAX_LINES:
            raise recognise.WORD.too_large()
        return
    lost = Line()
    lost.left_out.append(("embedded-file", found.target if found else ""))
    _keep_account(walk, lost)


def deleted(walk: Walk, element: Element) -> None:
    """``w:del`` or ``w:moveFrom`` around blocks."""
    lost = Line()
    changes.leave_out(walk, element, lost)
    _keep_account(walk, lost)


def _keep_account(walk: Walk, lost: Line) -> None:
    """Keep what was left out between two paragraphs for the receipt, without a line of copy."""
    lost.is_account = True
    walk.lines.append(lost)


def wrapper(walk: Walk, element: Element) -> None:
    """Custom XML, smart tags and insertions around blocks are transparent."""
    walk.blocks(element)


BLOCKS: Handlers = {
    **by_word_tag(
        {
            "p": paragraph,
            "tbl": tables.table,
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
"""What reads each element that stands where a paragraph may."""
