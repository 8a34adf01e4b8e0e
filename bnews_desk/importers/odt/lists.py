"""List labels of an OpenDocument text (ODF 1.3 part 3, 5.3 and 16.30)."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.importers.list_numbers import format_list_number
from bnews_desk.importers.odt.xml_names import find, name, number, value
from bnews_desk.importers.zip_xml_package import Element

BULLET = "-"
"""The label of every bulleted item, as in typed copy."""
MAX_LEVEL = 20
"""Maximum nesting of numbered lists; deeper ones get no numbers."""
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class _Level(NamedTuple):
    """One level of a list style; ``form`` is None for a bullet."""

    form: str | None
    prefix: str
    suffix: str
    start: int
    shows: int


_BULLETED = _Level(None, "", "", 1, 1)


class Lists:
    """Numbers the items of a text's lists in order."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for element in find(root, "text:list-style"):
                self._styles[value(element, "style:name")] = _levels(element)
        outline = next((e for root in roots for e in find(root, "text:outline-style")), None)
        self._outline = _levels(outline) if outline is not None else {}
        self._open: list[str] = []
        self._counts: dict[str, list[int]] = {}
        self._names: dict[str, str] = {}

    def begin(self, element: Element) -> None:
        """``text:list``: a list begins, or continues another's numbers."""
        style = value(element, "text:style-name") or (self._open[-1] if self._open else "")
        depth = len(self._open)
        continued = value(element, "text:continue-list")
        goes_on = bool(continued) or value(element, "text:continue-numbering") == "true"
        if not depth and continued in self._names:
            style = self._names[continued]
        if identity := value(element, "xml:id"):
            self._names[identity] = style
        self._open.append(style)
        if depth >= MAX_LEVEL:
            return
        counts = self._counts.setdefault(style, [0] * MAX_LEVEL)
        if not goes_on or not counts[depth]:
            counts[depth] = self._level(style, depth).start - 1

    def end(self) -> None:
        """The list ends."""
        self._open.pop()

    def label(self, item: Element) -> str:
        """The label of the next ``text:list-item``, with a space after it."""
        depth = len(self._open) - 1
        if depth < 0 or depth >= MAX_LEVEL:
            return ""
        style = self._open[-1]
        counts = self._counts[style]
        counts[depth] = number(item, "text:start-value", counts[depth] + 1)
        counts[depth + 1 :] = [0] * (MAX_LEVEL - depth - 1)
        level = self._level(style, depth)
        if level.form is None:
            return f"{BULLET} "
        return self._numbered(self._styles.get(style, {}), counts, depth)

    def heading(self, element: Element) -> str:
        """The number of a heading, '' for none."""
        depth = number(element, "text:outline-level", 1) - 1
        if not 0 <= depth < MAX_LEVEL or not self._outline.get(depth, _BULLETED).form:
            return ""
        counts = self._counts.setdefault("\0outline", [0] * MAX_LEVEL)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (MAX_LEVEL - depth - 1)
        return self._numbered(self._outline, counts, depth)

    def _level(self, style: str, depth: int) -> _Level:
        return self._styles.get(style, {}).get(depth, _BULLETED)

    def _numbered(self, levels: dict[int, _Level], counts: list[int], depth: int) -> str:
        level = levels.get(depth, _BULLETED)
        if not level.form:
            return ""
        first = max(0, depth + 1 - level.shows)
        parts = [
            format_list_number(max(counts[at], 1), _FORMS.get(form, "decimal"))
            for at in range(first, depth + 1)
            if (form := levels.get(at, _BULLETED).form)
        ]
        label = " ".join(f"{level.prefix}{'.'.join(parts)}{level.suffix}".split())
        return f"{label} " if label else ""


def _levels(style: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in style:
        depth = number(element, "text:level", 1) - 1
        is_bullet = element.tag in (
            name("text:list-level-style-bullet"),
            name("text:list-level-style-image"),
        )
        levels[depth] = _Level(
            None if is_bullet else value(element, "style:num-format"),
            value(element, "style:num-prefix")[:10],
            value(element, "style:num-suffix")[:10],
            number(element, "text:start-value", 1),
            number(element, "text:display-levels", 1),
        )
    return levels
