"""Handlers of elements inside a paragraph other than plain runs (17.3.2, 17.13.5, 17.16)."""

from __future__ import annotations

from bnews_desk.importers.docx import changes
from bnews_desk.importers.docx.blocks import properties
from bnews_desk.importers.docx.fields import simple_field
from bnews_desk.importers.docx.parser import DocxParser, Handlers
from bnews_desk.importers.docx.runs import run
from bnews_desk.importers.docx.xml_names import (
    MC,
    attribute,
    by_word_tag,
    child,
    math,
    relation,
)
from bnews_desk.importers.link_addresses import external_address
from bnews_desk.importers.zip_xml_package import Element


def hyperlink(parser: DocxParser, element: Element) -> None:
    """``w:hyperlink``: its runs, marked as a link where the target is outside the file
    (17.16.22).
    """
    found = parser.relations.get(relation(element, "id"))
    target = ""
    if found is not None and found.is_external:
        target = external_address(parser.line, found.target, attribute(element, "anchor"))
    before = parser.link_to(target or parser.link)
    parser.inline(element)
    parser.link_to(before)


def wrapper(parser: DocxParser, element: Element) -> None:
    """Smart tags, custom XML and changes of direction are transparent."""
    parser.inline(element)


def structured(parser: DocxParser, element: Element) -> None:
    """``w:sdt``: a content control around runs; its content is imported (17.5.2)."""
    content = child(element, "sdtContent")
    if content is not None:
        parser.line.carried.append("content-control")
        parser.inline(content)


def formula(parser: DocxParser, element: Element) -> None:
    """``m:oMath``: the formula's characters in order, without its layout (22.1)."""
    characters = math("t")
    text = "".join(part.text or "" for part in element.iter() if part.tag in characters)
    parser.flags = 0
    parser.line.write(text.replace("\n", " "), 0)
    parser.line.carried.append("equation")


def alternate(parser: DocxParser, element: Element) -> None:
    """``mc:AlternateContent``: the first choice, or the fallback where that shows nothing."""
    parser.first_shown(element, parser.inline)


INLINE: Handlers = {
    **by_word_tag(
        {
            "pPr": properties,
            "r": run,
            "hyperlink": hyperlink,
            "fldSimple": simple_field,
            "sdt": structured,
            "smartTag": wrapper,
            "customXml": wrapper,
            "dir": wrapper,
            "bdo": wrapper,
            "ins": changes.insertion,
            "moveTo": changes.moved_here,
            "del": changes.deletion,
            "moveFrom": changes.moved_away,
        }
    ),
    **dict.fromkeys((*math("oMath"), *math("oMathPara")), formula),
    MC + "AlternateContent": alternate,
}
"""The handlers of elements inside a paragraph."""
