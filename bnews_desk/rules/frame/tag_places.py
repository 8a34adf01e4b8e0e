"""Where source tags stand, and the paragraph where one belongs."""

from __future__ import annotations

from bnews_desk.frame.release_frame import Part, Role
from bnews_desk.frame.source_tag import SourceTag
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.places import END_MARKS

LEAST_WORDS = 3
"""A last paragraph of fewer words takes no tag unasked."""
LONG = 8
"""A paragraph of so many words is copy though its full stop is missing."""


def tags_of(context: ReleaseContext) -> list[tuple[Part, SourceTag]]:
    """The tags of a release, each with its paragraph, in order."""
    return [
        (part, tag)
        for part in context.tagged
        if part.tag is not None
        for tag in (*part.further_tags, part.tag)
    ]


def is_copy(context: ReleaseContext, last: Part, tagged: Part | None) -> bool:
    """Whether a paragraph surely is copy: not a line that nobody could place.

    A tag directly below it vouches for one whose full stop is missing; so does its length.
    """
    copy = last.text[last.copy.start : last.copy.end].rstrip()
    count = len(copy.split())
    if count < LEAST_WORDS:
        return False
    return (
        count >= LONG or copy[-1:] in tuple(END_MARKS) or _is_directly_above(context, last, tagged)
    )


def _is_directly_above(context: ReleaseContext, last: Part, tagged: Part | None) -> bool:
    if tagged is None or tagged.paragraph.start < last.paragraph.start:
        return False
    between = context.frame.parts[last.paragraph.number + 1 : tagged.paragraph.number]
    return all(part.role in (Role.BLANK, Role.RELATED, Role.CREDIT) for part in between)


def aim(context: ReleaseContext, tagged: Part | None) -> Part | None:
    """The paragraph where the tag belongs: the last that surely is copy, else the last."""
    copy = context.copy_parts
    sure = (part for part in reversed(copy) if part is tagged or is_copy(context, part, tagged))
    return next(sure, copy[-1] if copy else None)
