"""Fields: what they show comes in, what makes them show it does not (17.16)."""

from __future__ import annotations

import re

from bnews_desk.importers.docx.names import attribute
from bnews_desk.importers.docx.walk import Field, Walk
from bnews_desk.importers.line import Line
from bnews_desk.importers.links import external
from bnews_desk.importers.package import Element
from bnews_desk.patterns import Pattern

_HYPERLINK = Pattern(r'\s*HYPERLINK\b(?P<rest>[^"]*)(?:"(?P<address>[^"]*)"(?P<more>.*))?', re.S)
_BARE = Pattern(r"\s*(?P<address>[^\s\\][^\s]*)")
_PLACE = Pattern(r'\\l\s+"?(?P<anchor>[^"\s]*)')


def simple_field(walk: Walk, element: Element) -> None:
    """``w:fldSimple``: its runs are what it shows."""
    before = walk.link
    target = _opened(walk.line, attribute(element, "instr"))
    walk.link_to(target or before)
    walk.inline(element)
    walk.link_to(before)


def character(walk: Walk, element: Element) -> None:
    """``w:fldChar``: begin, separate or end of a complex field."""
    kind = attribute(element, "fldCharType")
    if kind == "begin":
        field = Field(walk.line, walk.link)
        walk.fields.append(field)
        walk.line = field.shadow
    elif kind == "separate" and walk.fields and walk.fields[-1].is_open:
        _show_result(walk, walk.fields[-1])
    elif kind == "end" and walk.fields:
        field = walk.fields.pop()
        if field.is_open:
            walk.line = field.line
        else:
            walk.link_to(field.outer_link)


def instruction(walk: Walk, element: Element) -> None:
    """``w:instrText``: collected, never shown."""
    if walk.fields and walk.fields[-1].is_open:
        walk.fields[-1].instruction.append(element.text or "")


def end_unfinished(walk: Walk) -> None:
    """A field whose result never begins in its paragraph is none: its words come back."""
    while walk.fields and walk.fields[-1].is_open:
        field = walk.fields.pop()
        field.shadow.finish()
        field.line.absorb(field.shadow)
        walk.line = field.line


def link_target(line: Line, instruction_text: str) -> str:
    """The address in a HYPERLINK instruction, or '' (17.16.5.25); counts it."""
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
    return external(line, address, place["anchor"] if place else "")


def _show_result(walk: Walk, field: Field) -> None:
    field.is_open = False
    walk.line = field.line
    target = _opened(walk.line, "".join(field.instruction))
    walk.link_to(target or field.outer_link)


def _opened(line: Line, instruction_text: str) -> str:
    if instruction_text.lstrip().upper().startswith("HYPERLINK"):
        return link_target(line, instruction_text)
    line.carried.append("field")
    return ""
