"""Handlers of fields: the result is imported, the instruction is not (17.16)."""

from __future__ import annotations

import re

from bnews_desk.importers.docx.parser import ComplexField, DocxParser
from bnews_desk.importers.docx.xml_names import attribute
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.link_addresses import external_address
from bnews_desk.importers.zip_xml_package import Element
from bnews_desk.patterns import Pattern

_HYPERLINK = Pattern(r'\s*HYPERLINK\b(?P<rest>[^"]*)(?:"(?P<address>[^"]*)"(?P<more>.*))?', re.S)
_BARE = Pattern(r"\s*(?P<address>[^\s\\][^\s]*)")
_PLACE = Pattern(r'\\l\s+"?(?P<anchor>[^"\s]*)')


def simple_field(parser: DocxParser, element: Element) -> None:
    """``w:fldSimple``: its runs are the result."""
    before = parser.link
    target = _opened(parser.line, attribute(element, "instr"))
    parser.link_to(target or before)
    parser.inline(element)
    parser.link_to(before)


def character(parser: DocxParser, element: Element) -> None:
    """``w:fldChar``: begin, separate or end of a complex field."""
    kind = attribute(element, "fldCharType")
    if kind == "begin":
        field = ComplexField(parser.line, parser.link)
        parser.fields.append(field)
        parser.line = field.shadow
    elif kind == "separate" and parser.fields and parser.fields[-1].is_open:
        _show_result(parser, parser.fields[-1])
    elif kind == "end" and parser.fields:
        field = parser.fields.pop()
        if field.is_open:
            parser.line = field.line
        else:
            parser.link_to(field.outer_link)


def instruction(parser: DocxParser, element: Element) -> None:
    """``w:instrText``: collected, never imported as text."""
    if parser.fields and parser.fields[-1].is_open:
        parser.fields[-1].instruction.append(element.text or "")


def end_unfinished(parser: DocxParser) -> None:
    """Restore the text of a field whose result does not begin in its paragraph: it is no field."""
    while parser.fields and parser.fields[-1].is_open:
        field = parser.fields.pop()
        field.shadow.finish()
        field.line.absorb(field.shadow)
        parser.line = field.line


def link_target(line: ImportedLine, instruction_text: str) -> str:
    """The address in a HYPERLINK instruction, or '' (17.16.5.25); it is counted."""
    match = _HYPERLINK.match(instruction_text)
    if match is None:
        return ""
    address, switches = match["address"], match["more"] or ""
    if address is None:
        bare = _BARE.match(match["rest"])
        address, switches = (bare["address"], match["rest"]) if bare else ("", "")
    elif "\\l" in match["rest"]:
        return ""
    if not address:
        return ""
    place = _PLACE.search(switches)
    return external_address(line, address, place["anchor"] if place else "")


def _show_result(parser: DocxParser, field: ComplexField) -> None:
    field.is_open = False
    parser.line = field.line
    target = _opened(parser.line, "".join(field.instruction))
    parser.link_to(target or field.outer_link)


def _opened(line: ImportedLine, instruction_text: str) -> str:
    if instruction_text.lstrip().upper().startswith("HYPERLINK"):
        return link_target(line, instruction_text)
    line.carried.append("field")
    return ""
