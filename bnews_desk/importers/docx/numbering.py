"""List labels, bullets and numbers, as Word shows them (17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bnews_desk.importers.docx.styles import DocxStyles
from bnews_desk.importers.docx.xml_names import attribute, child, is_on, local, number, value
from bnews_desk.importers.list_numbers import format_list_number
from bnews_desk.importers.zip_xml_package import Element
from bnews_desk.patterns import Pattern

BULLET = "-"
"""The label of every bulleted item, as in typed copy; the fonts of bullets are not available."""
LEVELS = 9
"""Levels of a list (17.9.6)."""
MAX_LABEL = 60
"""Maximum characters of a label's pattern."""
_PLACE = Pattern(r"%([1-9])")


class _NumberingLevel(NamedTuple):
    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = " "
    restarts_after: int = -1
    is_legal: bool = False
    style: str = ""


_NO_LEVEL = _NumberingLevel()


class _List:
    """A ``w:num``: its abstract list and its overrides."""

    __slots__ = ("abstract", "levels", "started", "starts")

    def __init__(
        self, abstract: str, levels: dict[int, _NumberingLevel], starts: dict[int, int]
    ) -> None:
        self.abstract = abstract
        self.levels = levels
        self.starts = starts
        self.started: set[int] = set()


class DocxNumbering:
    """Counts the items of a file's lists; labels must be requested in the order of the
    paragraphs.
    """

    def __init__(self, load: Callable[[], Element | None], styles: DocxStyles) -> None:
        self._load = load
        self._styles = styles
        self._root: Element | None = None
        self._is_loaded = False
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}

    def label(self, style: str, direct: tuple[str, int] | None) -> str | None:
        """The label of the next paragraph with its space; None for one in no list.

        ``direct`` is the list and level set on the paragraph itself; level -1 means unspecified.
        """
        self._open()
        if self._root is None:
            return None
        identity, level = self._place(style, direct)
        found = self._list(identity)
        if found is None:
            return None
        level = min(max(level, 0), LEVELS - 1)
        return self._counted(found, level)

    def _open(self) -> None:
        if self._is_loaded:
            return
        self._is_loaded = True
        self._root = self._load()
        for element in self._root if self._root is not None else ():
            name = local(element)
            if name == "abstractNum":
                self._abstract[attribute(element, "abstractNumId")] = element
            elif name == "num":
                self._nums[attribute(element, "numId")] = element

    def _place(self, style: str, direct: tuple[str, int] | None) -> tuple[str, int]:
        if direct is not None and direct[0]:
            return direct
        identity, level = self._styles.numbering(style)
        if direct is not None and direct[1] >= 0:
            return identity, direct[1]
        found = self._list(identity)
        linked = [] if found is None else [i for i, at in found.levels.items() if at.style == style]
        return identity, linked[0] if linked else level

    def _list(self, identity: str) -> _List | None:
        if identity in {"", "0"}:
            return None
        if identity not in self._lists:
            element = self._nums.get(identity)
            self._lists[identity] = None if element is None else self._read(element)
        return self._lists[identity]

    def _read(self, element: Element) -> _List | None:
        abstract = self._abstract_of(element)
        if abstract is None:
            return None
        levels = _levels(abstract)
        starts = {}
        for override in element:
            if local(override) != "lvlOverride":
                continue
            at = number(attribute(override, "ilvl"))
            levels.update(_levels(override))
            start = child(override, "startOverride")
            if start is not None:
                starts[at] = number(value(start), 1)
        return _List(attribute(abstract, "abstractNumId"), levels, starts)

    def _abstract_of(self, element: Element) -> Element | None:
        """The abstract list of a ``w:num``, through a numbering style if it names one (17.9.21)."""
        abstract = self._named(element)
        link = child(abstract, "numStyleLink") if abstract is not None else None
        if link is None:
            return abstract
        num = self._nums.get(self._styles.numbering(value(link))[0])
        return abstract if num is None else self._named(num)

    def _named(self, element: Element) -> Element | None:
        identity = child(element, "abstractNumId")
        return None if identity is None else self._abstract.get(value(identity))

    def _counted(self, found: _List, level: int) -> str:
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        this = found.levels.get(level, _NO_LEVEL)
        for above in range(level):
            if counts[above] is None:  # a skipped level counts as begun
                counts[above] = found.levels.get(above, _NO_LEVEL).start
        count = counts[level]
        if level in found.starts and level not in found.started:
            found.started.add(level)
            counts[level] = found.starts[level]
        else:
            counts[level] = this.start if count is None else count + 1
        _restart_below(counts, found.levels, level)
        return _shown(counts, found.levels, level)


def _restart_below(
    counts: list[int | None], levels: dict[int, _NumberingLevel], level: int
) -> None:
    for below in range(level + 1, LEVELS):
        after = levels.get(below, _NO_LEVEL).restarts_after
        if after < 0 or (after and level < after):
            counts[below] = None


def _shown(counts: list[int | None], levels: dict[int, _NumberingLevel], level: int) -> str:
    this = levels.get(level, _NO_LEVEL)
    if this.form == "bullet":
        return f"{BULLET} "

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        count, that = counts[at], levels.get(at, _NO_LEVEL)
        form = "decimal" if this.is_legal and that.form != "none" else that.form
        return (
            ""
            if form == "bullet"
            else format_list_number(that.start if count is None else count, form)
        )

    label = " ".join(_PLACE.sub(place, this.text).split())
    return label + this.suffix if label else ""


def _levels(parent: Element) -> dict[int, _NumberingLevel]:
    return {
        number(attribute(element, "ilvl")): _level(element)
        for element in parent
        if local(element) == "lvl" and 0 <= number(attribute(element, "ilvl")) < LEVELS
    }


def _level(element: Element) -> _NumberingLevel:
    said = {local(entry): entry for entry in element}

    def of(name: str, otherwise: str) -> str:
        return value(said[name]) if name in said else otherwise

    return _NumberingLevel(
        form=of("numFmt", "decimal"),
        text=of("lvlText", "")[:MAX_LABEL],
        start=number(of("start", "0")),
        suffix="" if of("suff", "tab") == "nothing" else " ",
        restarts_after=number(of("lvlRestart", "-1"), -1),
        is_legal="isLgl" in said and is_on(said["isLgl"]),
        style=of("pStyle", ""),
    )
