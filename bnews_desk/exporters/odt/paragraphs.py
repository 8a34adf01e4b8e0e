"""Writes paragraphs of copy as OpenDocument text (ODF 1.3-3, 5 and 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from bnews_desk.exporters.odt import styles
from bnews_desk.exporters.odt.xml import Element, add
from bnews_desk.exporters.text_runs import TextRun
from bnews_desk.exporters.xml_characters import replace_illegal

_SPECIAL = re.compile(r"(\t|\n|\r| {2,}|^ +| +$)")


def add_paragraph(parent: Element, style: str, content: Iterable[TextRun]) -> Element:
    """Add a ``text:p``, or a ``text:h`` for the headline, with spans and links."""
    if style == styles.HEADLINE:
        element = add(parent, "text:h", text__style_name=style, text__outline_level="1")
    else:
        element = add(parent, "text:p", text__style_name=style)
    for target, group in groupby(content, key=lambda piece: piece.target):
        holder = element
        if target:
            holder = add(
                element,
                "text:a",
                xlink__type="simple",
                xlink__href=target,
                text__style_name=styles.LINK,
            )
        for piece in group:
            _add_piece(holder, piece)
    return element


def _add_piece(parent: Element, piece: TextRun) -> None:
    style = _style_of(piece)
    holder = add(parent, "text:span", text__style_name=style) if style else parent
    _add_text(holder, replace_illegal(piece.text))


def _style_of(piece: TextRun) -> str:
    if piece.is_bold and piece.is_italic:
        return styles.BOTH
    if piece.is_bold or piece.is_italic:
        return styles.BOLD if piece.is_bold else styles.ITALIC
    return styles.TAG if piece.is_tag else ""


def _add_text(holder: Element, text: str) -> None:
    """Add text; white space that a reader would collapse becomes elements (6.1.2 to 6.1.4)."""
    for part in _SPECIAL.split(text):
        if part == "\t":
            add(holder, "text:tab")
        elif part in {"\n", "\r"}:
            add(holder, "text:line-break")
        elif part and not part.strip(" "):
            add(holder, "text:s", text__c=str(len(part)))
        elif part:
            _append(holder, part)


def _append(holder: Element, text: str) -> None:
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text
