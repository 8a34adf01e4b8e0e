"""The paragraphs of the page as laid out: top, height and look of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bnews_desk.gui.editor.paragraph_styles import BODY, HEADLINE, ParagraphLook

if TYPE_CHECKING:
    from bnews_desk.gui.editor.photo_view import PhotoBox


class ParagraphRow:
    """One paragraph as it is laid out; heights and places in pixels of the document.

    ``lift`` is how much lower it stands than its gap asks for, to align it with another text.
    """

    __slots__ = ("height", "lift", "look", "photos", "text", "top")

    def __init__(self, look: ParagraphLook, text: str) -> None:
        self.look = look
        self.text = text
        self.top = 0.0
        self.height = 0.0
        self.lift = 0.0
        self.photos: tuple[PhotoBox, ...] = ()

    @property
    def full_height(self) -> float:
        """The height of the lines and of the photos under them."""
        return self.height + sum(box.height for box in self.photos)

    @property
    def bottom(self) -> float:
        """Where the row ends, its photos included."""
        return self.top + self.full_height


def row_at(rows: Sequence[ParagraphRow], y: float) -> int:
    """The number of the row at a height; the first above all rows, the last below them."""
    return max(0, bisect_right(rows, y, key=lambda row: row.top) - 1)


def carried(
    old: Sequence[ParagraphRow], texts: Sequence[str], number: int, at_start: bool
) -> list[ParagraphRow]:
    """Rows for changed paragraphs, with the looks of those they replace (at least one).

    ``number`` is the first one's, ``at_start`` whether the change begins at its first character.
    The next check decides their real looks.
    """
    looks = [BODY] * len(texts)
    first, last = old[0], old[-1]
    if len(old) == len(texts):
        looks = [row.look.followed(row.text, t) for row, t in zip(old, texts, strict=True)]
    elif len(texts) == 1:
        kept = last if at_start else first
        looks[0] = kept.look.followed(kept.text, texts[0])
    else:
        if not at_start:
            looks[0] = first.look.followed(first.text, texts[0])
        if at_start or len(old) > 1:
            looks[-1] = last.look.followed(last.text, texts[-1])
    rows = [
        ParagraphRow(BODY if look.kind is HEADLINE.kind else look, text)
        for look, text in zip(looks, texts, strict=True)
    ]
    if number == 0:
        rows[0].look = HEADLINE
    for row, before in zip(rows, old if len(old) == len(rows) else old[:1], strict=False):
        row.lift = before.lift
    return rows
