"""The parts of a press release, as recognised."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.text import Span


class Part(NamedTuple):
    """Paragraphs of one kind that stand together.

    ``paragraphs`` are their numbers in the release, rising, empty ones left out; ``sureness``
    is between 0 and 1.
    """

    kind: PartKind
    paragraphs: tuple[int, ...]
    sureness: float


class RecognisedParts(NamedTuple):
    """A release's parts in order: every paragraph that is not empty is in exactly one."""

    parts: tuple[Part, ...]
    dateline: Span | None = None
    """The sender's dateline at the start of the first paragraph of the body, in the release."""

    def of(self, kind: PartKind) -> tuple[Part, ...]:
        """The parts of one kind."""
        return tuple(part for part in self.parts if part.kind is kind)

    @property
    def needs_decision(self) -> bool:
        """Whether anything is there that an editor should decide on."""
        return any(not part.kind.is_copy for part in self.parts)
