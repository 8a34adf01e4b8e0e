"""Handlers of tracked changes, imported as if all were accepted (17.13.5)."""

from __future__ import annotations

from bnews_desk.importers.docx.parser import DocxParser, plain
from bnews_desk.importers.docx.xml_names import local
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.zip_xml_package import Element


def insertion(parser: DocxParser, element: Element) -> None:
    """``w:ins``: its runs are imported."""
    _bring_in(parser, element, "insertion")


def moved_here(parser: DocxParser, element: Element) -> None:
    """``w:moveTo``: its runs are imported."""
    _bring_in(parser, element, "move")


def deletion(parser: DocxParser, element: Element) -> None:
    """``w:del``: its runs are left out."""
    _stay_out(parser, element, "deletion")


def moved_away(parser: DocxParser, element: Element) -> None:
    """``w:moveFrom``: its runs are left out; they are imported at their new place."""
    _stay_out(parser, element, "move")


def leave_out(parser: DocxParser, element: Element, account: ImportedLine) -> None:
    """Leave out the blocks of a deletion or move; ``account`` takes them for the receipt."""
    kind = "move" if local(element) == "moveFrom" else "deletion"
    parser.is_deleting, before = True, parser.is_deleting
    lines = parser.read_apart(element)
    parser.is_deleting = before
    account.left_out.append((kind, plain(lines)))


def _bring_in(parser: DocxParser, element: Element, kind: str) -> None:
    line = parser.line
    length = line.length
    parser.inline(element)
    if line.length > length:
        line.carried.append(kind)


def _stay_out(parser: DocxParser, element: Element, kind: str) -> None:
    line = parser.line
    parser.is_deleting, before = True, parser.is_deleting
    with parser.aside() as lost:
        parser.inline(element)
    parser.is_deleting = before
    line.left_out.append((kind, plain([lost, *lost.boxed])))
