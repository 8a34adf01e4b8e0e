"""The styles of a Word file (17.7), parsed on first use."""

from __future__ import annotations

from collections.abc import Callable

from bnews_desk.importers.docx.xml_names import attribute, child, is_on, local, number, value
from bnews_desk.importers.imported_line import BOLD, HIDDEN, ITALIC, STRUCK
from bnews_desk.importers.release_assembly import house_styles
from bnews_desk.importers.zip_xml_package import Element

MAX_ANCESTORS = 20
"""Maximum length of a chain of base styles; it also ends a circular chain."""
HEADLINE_NAMES = frozenset({"title", "heading 1", "judul", "judul 1", "judul berita", "headline"})
"""Folded names of styles by which the first paragraph of a foreign file is recognised
as headline.
"""
_FLAGS = {"b": BOLD, "i": ITALIC, "vanish": HIDDEN, "strike": STRUCK, "dstrike": STRUCK}


class DocxStyles:
    """Styles by id; an unknown id is a style without properties."""

    def __init__(self, load: Callable[[], Element | None]) -> None:
        self._load = load
        self._known: dict[str, Element] | None = None
        self._flags: dict[str, int] = {}
        self._numbered: dict[str, tuple[str, int]] = {}

    def name(self, style: str) -> str:
        """A style's name as Word knows it (``heading 1``), folded; '' for none."""
        element = self._element(style)
        name = child(element, "name") if element is not None else None
        return value(name).casefold() if name is not None else ""

    def is_title(self, style: str) -> bool:
        """Whether a paragraph style is a headline style."""
        return self.name(style) in HEADLINE_NAMES

    def house_styles(self) -> dict[str, str]:
        """Our own styles by the ids under which another program has saved them, if it has."""
        return house_styles({self.name(style): style for style in self._elements()})

    def flags(self, style: str) -> int:
        """The flags that a character style sets: bold, italic, hidden, struck."""
        if style not in self._flags:
            self._flags[style] = self._resolved_flags(style)
        return self._flags[style]

    def numbering(self, style: str) -> tuple[str, int]:
        """The list (``numId``) and level of paragraphs in a style.

        The list is '' for none; the level is -1 where the style does not specify it.
        """
        if style not in self._numbered:
            self._numbered[style] = self._resolved_numbering(style)
        return self._numbered[style]

    def _resolved_flags(self, style: str) -> int:
        flags = said = 0
        for element in self._line_of(style):
            run = child(element, "rPr")
            for entry in run if run is not None else ():
                flag = _FLAGS.get(local(entry), 0)
                if flag & ~said:
                    said |= flag
                    flags |= flag if is_on(entry) else 0
        return flags

    def _resolved_numbering(self, style: str) -> tuple[str, int]:
        for element in self._line_of(style):
            paragraph = child(element, "pPr")
            numbered = child(paragraph, "numPr") if paragraph is not None else None
            if numbered is not None:
                identity, level = child(numbered, "numId"), child(numbered, "ilvl")
                if identity is not None:
                    return value(identity), -1 if level is None else number(value(level))
        return "", -1

    def _line_of(self, style: str) -> list[Element]:
        """A style and its chain of base styles, nearest first."""
        line: list[Element] = []
        while len(line) < MAX_ANCESTORS and (element := self._element(style)) is not None:
            line.append(element)
            base = child(element, "basedOn")
            style = value(base) if base is not None else ""
        return line

    def _element(self, style: str) -> Element | None:
        return self._elements().get(style) if style else None

    def _elements(self) -> dict[str, Element]:
        if self._known is None:
            root = self._load()
            self._known = {
                attribute(element, "styleId"): element
                for element in (root if root is not None else ())
                if local(element) == "style"
            }
        return self._known
