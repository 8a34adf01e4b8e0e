"""Tables as lines (17.4): one row a line, its cells separated by a tab."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.importers import rows
from bnews_desk.importers.docx import changes
from bnews_desk.importers.docx.names import child, local
from bnews_desk.importers.docx.walk import Walk
from bnews_desk.importers.line import Line
from bnews_desk.importers.package import Element

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


def table(walk: Walk, element: Element) -> None:
    """``w:tbl``: its rows as lines; a row with words in one cell only keeps its paragraphs."""
    walk.flush()
    first = len(walk.lines)
    for row in _members(element, "tr"):
        _row(walk, row)
    if len(walk.lines) > first:
        walk.lines[first].carried.append("table")


def _row(walk: Walk, row: Element) -> None:
    walk.document.deadline.ask()
    if _is_deleted(row):
        lost = Line()
        lost.is_account = True
        for cell in _members(row, "tc"):
            changes.leave_out(walk, cell, lost)
        walk.lines.append(lost)
        return
    cells = [walk.read_apart(cell) for cell in _members(row, "tc")]
    if sum(map(rows.is_full, cells)) > 1:
        walk.emit(rows.joined(cells))
        return
    for lines in cells:
        rows.drop_blank(lines)
        walk.lines += lines


def _is_deleted(row: Element) -> bool:
    settings = child(row, "trPr")
    return settings is not None and child(settings, "del") is not None


def _members(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls and the like too."""
    for element in parent:
        kind = local(element)
        if kind == name:
            yield element
        elif kind in _WRAPPERS:
            yield from _members(element, name)
