"""XML elements with the prefixes of ODF 1.3."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from bnews_desk.exporters.xml_characters import replace_illegal

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
VERSION = "1.3"
Element: TypeAlias = etree._Element
"""One XML element."""


def root(name: str, **attributes: str) -> Element:
    """A new root element such as ``office:document-content``."""
    return _filled(etree.Element(_name(name), nsmap=NAMESPACES), attributes)


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Append a new child with its text; the keyword ``text__name`` gives the attribute
    text:name.
    """
    child = _filled(etree.SubElement(parent, _name(name)), attributes)
    if text:
        child.text = replace_illegal(text)
    return child


def xml_bytes(element: Element) -> bytes:
    """The element as an XML file in UTF-8."""
    data: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8")
    return data


def _filled(element: Element, attributes: dict[str, str]) -> Element:
    for key, value in attributes.items():
        prefix, _, local = key.partition("__")
        element.set(_name(f"{prefix}:{local.replace('_', '-')}"), replace_illegal(value))
    return element


def _name(prefixed: str) -> str:
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
