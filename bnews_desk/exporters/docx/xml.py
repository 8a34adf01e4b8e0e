"""What XML can hold, and its elements under the names of ECMA-376."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
Element: TypeAlias = etree._Element
"""One XML element."""


def legal(text: str) -> str:
    """``text`` with U+FFFD for each code point that XML 1.0 (section 2.2) has no place for."""
    return _FORBIDDEN.sub("\ufffd", text)


def illegal_count(text: str) -> int:
    """How many code points of ``text`` XML has no place for."""
    return len(_FORBIDDEN.findall(text))


def name(prefixed: str) -> str:
    """A name such as ``w:p`` as lxml writes it."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def new(prefixed: str) -> Element:
    """A new element that stands in no tree yet."""
    return etree.Element(name(prefixed), nsmap={k: v for k, v in _NAMESPACES.items() if k != "xml"})


def add(parent: Element, prefixed: str, **attributes: str) -> Element:
    """A new last child of ``parent``; ``attributes`` are of the ``w`` namespace."""
    child = etree.SubElement(parent, name(prefixed))
    for key, value in attributes.items():
        child.set(name(f"w:{key}"), value)
    return child
