"""Writes paragraphs of copy as WordprocessingML: runs, marks, links (ECMA-376-1, 17.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from bnews_desk.exporters.docx import styles
from bnews_desk.exporters.docx.xml import Element, add, name, new
from bnews_desk.exporters.text_runs import TextRun
from bnews_desk.exporters.xml_characters import replace_illegal

_CONTROLS = re.compile(r"([\t\n])")

Relate = Callable[[str], str]
"""Returns the relationship id of an external target."""


def new_text_paragraph(
    style: str, content: Iterable[TextRun], relate: Relate | None = None
) -> Element:
    """A ``w:p`` of a style with runs, and with hyperlinks if ``relate`` is given."""
    element = new_paragraph(style)
    for target, group in groupby(content, key=lambda piece: piece.target):
        parent = element
        if target and relate:
            parent = add(element, "w:hyperlink", history="1")
            parent.set(name("r:id"), relate(target))
        for piece in group:
            add_run(parent, piece)
    return element


def new_paragraph(style: str) -> Element:
    """An empty ``w:p`` of a style."""
    element = new("w:p")
    add(add(element, "w:pPr"), "w:pStyle", val=style)
    return element


def add_run(parent: Element, piece: TextRun, *, is_deleted: bool = False) -> None:
    """Append a ``w:r`` to ``parent``; deleted text is in ``w:delText`` (17.3.3.7)."""
    run = add(parent, "w:r")
    style = styles.SOURCE_TAG if piece.is_tag else styles.LINK if piece.target else ""
    if style or piece.is_bold or piece.is_italic:
        _add_look(add(run, "w:rPr"), style, piece)
    _add_text(run, replace_illegal(piece.text), "w:delText" if is_deleted else "w:t")


def _add_look(properties: Element, style: str, piece: TextRun) -> None:
    """Add the run properties in the order of the schema (17.3.2.28)."""
    if style:
        add(properties, "w:rStyle", val=style)
    if piece.is_bold:
        add(properties, "w:b")
        add(properties, "w:bCs")
    if piece.is_italic:
        add(properties, "w:i")
        add(properties, "w:iCs")


def _add_text(run: Element, text: str, holder_name: str) -> None:
    """Add text; tabs and line breaks become elements, other white space is kept."""
    for part in _CONTROLS.split(text):
        if part == "\t":
            add(run, "w:tab")
        elif part == "\n":
            add(run, "w:br")
        elif part:
            holder = add(run, holder_name)
            holder.set(name("xml:space"), "preserve")
            holder.text = part
