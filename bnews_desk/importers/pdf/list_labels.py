"""Recognises the bullet or number at the start of a list item in a PDF."""

from __future__ import annotations

from bnews_desk.importers.pdf.text_rows import TextRow
from bnews_desk.patterns import Pattern

BULLETS = frozenset("•◦‣▪▫■□●○◆◇➢➤➔→✓✔⧫❖–—-*·o§")
"""Characters that are bullets when alone before an item."""
DASH = "- "
"""The label of every bulleted item, as in typed copy."""
_NUMBER = Pattern(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)](?:\d{1,2}[.)]?)*|\d{1,2}\)")
GAP = 0.45
"""Minimum gap in ems between a label and its item, where the label alone is ambiguous."""


def is_bullet(row: TextRow) -> bool:
    """Whether a row begins with a bullet separated from the words after it."""
    first = row.words[0]
    if first.text not in BULLETS:
        return False
    return len(row.words) == 1 or (row.words[1].is_apart and _gap(row) > GAP / 2)


def is_note(row: TextRow) -> bool:
    """Whether a row begins a note at the end."""
    text = row.words[0].text
    return text.startswith("[") and text.endswith("]") and text[1:-1].isdecimal()


def is_number(row: TextRow) -> bool:
    """Whether a row begins with a number or letter that may be an item's label."""
    first = row.words[0]
    return _NUMBER.fullmatch(first.text) is not None and (
        len(row.words) == 1 or row.words[1].is_apart
    )


def is_wide(row: TextRow) -> bool:
    """Whether the gap after a row's first word is wider than a space."""
    return len(row.words) > 1 and _gap(row) > GAP


def item_left(row: TextRow) -> float:
    """The left edge of the words after a label."""
    return row.words[1].left if len(row.words) > 1 else row.left


def _gap(row: TextRow) -> float:
    return (row.words[1].left - row.words[0].right) / row.size
