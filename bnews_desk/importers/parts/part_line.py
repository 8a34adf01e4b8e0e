"""A line of a release while its part is being determined."""

from __future__ import annotations

from bnews_desk.frame.furniture.line_class import LineClass
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.text import Paragraph


class PartLine:
    """A paragraph with words, its classification by itself, and its final kind.

    ``after_gap`` says that an empty paragraph is above it. ``kind`` is None until it is settled.
    """

    __slots__ = ("after_gap", "is_frame", "is_sentence", "kind", "paragraph", "sign", "sureness")

    def __init__(self, paragraph: Paragraph, *, after_gap: bool, is_frame: bool) -> None:
        self.paragraph = paragraph
        self.after_gap = after_gap
        self.is_frame = is_frame
        self.sign: LineClass | None = None
        self.is_sentence = False
        self.kind: PartKind | None = None
        self.sureness = 0.0

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph.text

    @property
    def words(self) -> int:
        """The number of words between white space."""
        return len(self.text.split())

    def settle(self, kind: PartKind, sureness: float) -> None:
        """Set the line's kind."""
        self.kind, self.sureness = kind, sureness
