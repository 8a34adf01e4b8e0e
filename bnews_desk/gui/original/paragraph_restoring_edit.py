"""The edit that puts a paragraph of the original back into the copy."""

from __future__ import annotations

from bnews_desk.comparison import Comparison
from bnews_desk.release import Edit, Release
from bnews_desk.text import paragraphs


def paragraph_restoring_edit(comparison: Comparison, original: Release, number: int) -> Edit:
    """The edit of the copy that puts a paragraph of the original behind what came before it.

    Bold, italic and links come with it. ``comparison`` is that of both texts as they are, and the
    paragraph one of its ``unused``.
    """
    behind = 0
    for group in comparison.groups:
        if number in group.old:
            break
        behind = max(behind, group.new.stop - 1)
    at = list(paragraphs(comparison.new))[behind].end
    paragraph = list(paragraphs(original.text))[number]
    marks = original.marks_within(paragraph.start, paragraph.end)
    moved = tuple([mark._replace(start=mark.start + 1, end=mark.end + 1) for mark in marks])
    return Edit(at, at, "", f"\n{paragraph.text}", moved)
