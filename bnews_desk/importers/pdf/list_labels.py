"""Recognises the bullet or number at the start of a list item in a PDF."""

from __future__ import annotations

from bnews_desk.importers.pdf.text_rows import TextRow
from bnews_desk.patterns import Pattern

BULLETS = frozenset("•◦‣▪▫■□●○◆◇➢➤➔→✓✔⧫❖–—-*·o§")
"""What may stand alone before an item."""
DASH = "- "
"""What stands for every bullet, as in copy that is typed."""
_NUMBER = Pattern(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)](?:\d{1,2}[.)]?)*|\d{1,2}\)")
GAP = 0.45
"""Ems between a label and its item, at least, where the label alone does not say it all."""


def is_bullet(row: TextRow) -> bool:
    """Whether a row begins with a bullet that stands apart from the words behind it."""
    first = row.words[0]
    if first.text not in BULLETS:
        return False
    return len(row.words) == 1 or (row.words[1].is_apart and _gap(row) > GAP / 2)


def is_note(row: TextRow) -> bool:
    """Whether a row begins a note at the end."""
    text = row.words[0].text
    return text.startswith("[") and text.endswith("]") and text[1:-1].isdecimal()


def is_number(row: TextRow) -> bool:
    """Whether a row begins with a number or a letter that may be an item's."""
    first = row.words[0]
    return _NUMBER.fullmatch(first.text) is not None and (
        len(row.words) == 1 or row.words[1].is_apart
    )


def is_wide(row: TextRow) -> bool:
    """Whether more than a space stands behind a row's first word."""
    return len(row.words) > 1 and _gap(row) > GAP


def item_left(row: TextRow) -> float:
    """Where the words behind a label begin."""
    return row.words[1].left if len(row.words) > 1 else row.left


def _gap(row: TextRow) -> float:
    return (row.words[1].left - row.words[0].right) / row.size
