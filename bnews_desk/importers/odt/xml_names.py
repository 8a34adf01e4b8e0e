"""The names in an OpenDocument's XML (ODF 1.3 part 3)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.importers.read_errors import ReadErrors
from bnews_desk.importers.zip_xml_package import Element

ODT = ReadErrors("OpenDocument", "LibreOffice")
"""The errors for a file that cannot be read."""
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "draw": f"{{{_OASIS}drawing:1.0}}",
    "math": "{http://www.w3.org/1998/Math/MathML}",
    "fo": f"{{{_OASIS}xsl-fo-compatible:1.0}}",
    "office": f"{{{_OASIS}office:1.0}}",
    "style": f"{{{_OASIS}style:1.0}}",
    "svg": f"{{{_OASIS}svg-compatible:1.0}}",
    "table": f"{{{_OASIS}table:1.0}}",
    "text": f"{{{_OASIS}text:1.0}}",
    "xlink": "{http://www.w3.org/1999/xlink}",
    "xml": "{http://www.w3.org/XML/1998/namespace}",
    "dc": "{http://purl.org/dc/elements/1.1/}",
}


def name(prefixed: str) -> str:
    """The parser's form of a name such as ``text:p``."""
    prefix, _, local = prefixed.partition(":")
    return _SPACES[prefix] + local


def value(element: Element, attribute: str, otherwise: str = "") -> str:
    """An attribute such as ``text:style-name``."""
    return str(element.get(name(attribute), otherwise))


def number(element: Element, attribute: str, otherwise: int) -> int:
    """An attribute with a small whole number; ``otherwise`` where it is none."""
    text = value(element, attribute)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else otherwise


def find(root: Element | None, prefixed: str) -> Iterator[Element]:
    """Every element with a name below ``root``."""
    if root is not None:
        yield from root.iter(name(prefixed))
