"""The names in a Word file's XML, in both of its dialects.

Transitional files (ECMA-376 part 4) and strict ones (part 1) differ in namespaces only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from bnews_desk.importers.zip_xml_package import Element

T = TypeVar("T")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
M_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
R_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_VAL, _VAL_STRICT = W + "val", W_STRICT + "val"
_OFF = frozenset({"0", "false", "off"})


def word(name: str) -> tuple[str, str]:
    """A WordprocessingML tag or attribute in both dialects."""
    return W + name, W_STRICT + name


def math(name: str) -> tuple[str, str]:
    """An Office Math tag in both dialects."""
    return M + name, M_STRICT + name


def by_word_tag(table: Mapping[str, T]) -> dict[str, T]:
    """``table`` keyed by the full tags of its WordprocessingML names, in both dialects."""
    return {tag: entry for name, entry in table.items() for tag in word(name)}


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element) -> str:
    """The ``w:val`` of an element; '' where it has none."""
    found: str | None = element.get(_VAL)
    return found if found is not None else element.get(_VAL_STRICT, "")


def is_on(element: Element) -> bool:
    """Whether an on/off property is on: it is unless its ``w:val`` turns it off (17.17.4)."""
    return value(element) not in _OFF


def attribute(element: Element, name: str) -> str:
    """A WordprocessingML attribute; '' where there is none."""
    found: str | None = element.get(W + name)
    return found if found is not None else element.get(W_STRICT + name, "")


def relation(element: Element, name: str) -> str:
    """A relationship attribute (``r:id``, ``r:embed``, ``r:link``), or ''."""
    found: str | None = element.get(R + name)
    return found if found is not None else element.get(R_STRICT + name, "")


def child(element: Element, name: str) -> Element | None:
    """The first child of a WordprocessingML name, or None."""
    found = element.find(W + name)
    return found if found is not None else element.find(W_STRICT + name)


def number(text: str, otherwise: int = 0) -> int:
    """A whole number in a file; ``otherwise`` where it is none or absurdly long."""
    plain = text.strip()
    if plain.lstrip("-").isascii() and plain.lstrip("-").isdigit() and len(plain) <= 9:
        try:
            return int(plain)
        except ValueError:
            return otherwise
    return otherwise
