"""What a paragraph of a release can be."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """The part a paragraph plays."""

    HEADLINE = "headline"
    LEAD = "lead"
    """The first paragraph of copy, its dateline included."""
    BODY = "body"
    RELATED = "related"
    TAG = "tag"
    """A source tag that stands on a line of its own."""
    CREDIT = "credit"
    LEFTOVER = "leftover"
    """Furniture of the press release: letterhead, number, contact, signature."""
    BLANK = "blank"

    __hash__ = object.__hash__
    """By identity: Enum's own is a function in Python, and roles are looked up at every turn."""


COPY = frozenset({Role.LEAD, Role.BODY})
"""The paragraphs that are the newsroom's running text."""

COPY_AND_HEADLINE = COPY | {Role.HEADLINE}
"""Running text and headline."""
