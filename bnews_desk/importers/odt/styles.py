"""The styles of an OpenDocument (ODF 1.3 part 3, 16)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.importers.imported_line import BOLD, HIDDEN, ITALIC, STRUCK
from bnews_desk.importers.odt.xml_names import find, name, value
from bnews_desk.importers.release_assembly import OUR_STYLES, house_styles
from bnews_desk.importers.zip_xml_package import Element

MAX_ANCESTORS = 20
"""Maximum length of a chain of base styles; it also ends a circular chain."""
_HEADLINES = frozenset({"title", "heading 1", "judul", "judul 1", "judul berita", "headline"})
_HEAVY = frozenset({"bold", "bolder", "600", "700", "800", "900"})


class OdtStyles:
    """Styles by name; an unknown name is a style without properties."""

    def __init__(self, content: Element | None, styles: Element | None) -> None:
        self._known: dict[tuple[str, str], Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        for root in (styles, content):
            for element in find(root, "style:style"):
                self._known[_key(element)] = element
        for holder in find(content, "office:automatic-styles"):
            self._automatic.update(_key(element) for element in find(holder, "style:style"))
        self._ours: dict[str, str] | None = None
        self._flags: dict[tuple[str, str], int] = {}

    def flags(self, family: str, style: str) -> int:
        """The flags that a style sets: bold, italic, hidden, struck.

        Of a paragraph's style only what was chosen for this very paragraph counts: a bold heading
        style is layout.
        """
        key = (family, style)
        if key not in self._flags:
            self._flags[key] = self._resolved(key)
        return self._flags[key]

    def is_headline(self, style: str) -> bool:
        """Whether a paragraph style is a headline style."""
        line = self._line_of(("paragraph", style))
        return any(_shown(element) in _HEADLINES for element in line)

    def house_style(self, style: str) -> str:
        """Our own paragraph style that a style is or is based on, '' for none."""
        if self._ours is None:
            paragraphs = [style for family, style in self._known if family == "paragraph"]
            ids = {_shown(self._known["paragraph", one]): one for one in paragraphs}
            self._ours = {**{own: own for own in OUR_STYLES}, **house_styles(ids)}
        line = (value(element, "style:name") for element in self._line_of(("paragraph", style)))
        return next((self._ours[one] for one in line if one in self._ours), "")

    def _resolved(self, key: tuple[str, str]) -> int:
        flags = said = 0
        for element in self._line_of(key):
            if key[0] == "paragraph" and _key(element) not in self._automatic:
                break
            for properties in element.iter(name("style:text-properties")):
                for flag, is_on in _looks(properties):
                    flags |= flag if is_on and not flag & said else 0
                    said |= flag
        return flags

    def _line_of(self, key: tuple[str, str]) -> Iterator[Element]:
        """A style and its chain of base styles, nearest first."""
        for _ in range(MAX_ANCESTORS):
            element = self._known.get(key)
            if element is None:
                return
            yield element
            key = (key[0], value(element, "style:parent-style-name"))


def _key(element: Element) -> tuple[str, str]:
    return value(element, "style:family"), value(element, "style:name")


def _shown(element: Element) -> str:
    """A style's display name, folded."""
    shown = value(element, "style:display-name") or value(element, "style:name")
    return shown.replace("_20_", " ").casefold()


def _looks(properties: Element) -> Iterator[tuple[int, bool]]:
    weight = value(properties, "fo:font-weight")
    slant = value(properties, "fo:font-style")
    shown = value(properties, "text:display")
    struck = value(properties, "style:text-line-through-style")
    if weight:
        yield BOLD, weight in _HEAVY
    if slant:
        yield ITALIC, slant in ("italic", "oblique")
    if shown:
        yield HIDDEN, shown == "none"
    if struck:
        yield STRUCK, struck != "none"
