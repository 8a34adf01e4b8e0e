"""The parts of a press release, as recognised."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.text import Span


class Part(NamedTuple):
    """Consecutive paragraphs of one kind.

    ``paragraphs`` are their numbers in the release, ascending, without empty ones; ``sureness`` is
    between 0 and 1.
    """

    kind: PartKind
    paragraphs: tuple[int, ...]
    sureness: float


class RecognisedParts(NamedTuple):
    """A release's parts in order; every non-empty paragraph is in exactly one."""

    parts: tuple[Part, ...]
    dateline: Span | None = None
    """The span of the sender's dateline at the start of the body's first paragraph."""

    def of(self, kind: PartKind) -> tuple[Part, ...]:
        """The parts of one kind."""
        return tuple(part for part in self.parts if part.kind is kind)

    @property
    def needs_decision(self) -> bool:
        """Whether there is anything for an editor to decide on."""
        return any(not part.kind.is_copy for part in self.parts)
