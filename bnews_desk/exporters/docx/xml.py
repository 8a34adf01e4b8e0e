"""XML elements with the prefixes of ECMA-376."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
Element: TypeAlias = etree._Element
"""One XML element."""


def name(prefixed: str) -> str:
    """A name such as ``w:p`` in lxml's notation."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def new(prefixed: str) -> Element:
    """A new element without a parent."""
    return etree.Element(name(prefixed), nsmap={k: v for k, v in _NAMESPACES.items() if k != "xml"})


def add(parent: Element, prefixed: str, **attributes: str) -> Element:
    """Append a new child to ``parent``; ``attributes`` are in the ``w`` namespace."""
    child = etree.SubElement(parent, name(prefixed))
    for key, value in attributes.items():
        child.set(name(f"w:{key}"), value)
    return child
