"""Spans and edits of paragraphs for frame rules, counted in the release's text."""

from __future__ import annotations

from bnews_desk.frame.release_frame import FramePart
from bnews_desk.release import Edit, Release
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.text import Span, words

END_MARKS = '.?!…"”’'


def whole_span(part: FramePart) -> Span:
    """The span of a paragraph without its line break."""
    return Span(part.paragraph.start, part.paragraph.end)


def span_within(part: FramePart, span: Span) -> Span:
    """A span of a paragraph, converted to positions in the release."""
    return Span(part.paragraph.start + span.start, part.paragraph.start + span.end)


def first_word_span(part: FramePart) -> Span:
    """The span of the first word of a paragraph's copy, or of its first code point."""
    found = words(part.text, part.copy.start, min(len(part.text), part.copy.start + 200))
    span = Span(found[0].start, found[0].end) if found else Span(0, 1)
    return span_within(part, span)


def last_word_span(part: FramePart) -> Span:
    """The span of a paragraph's last word and what follows it, or of its last code point."""
    bare = len(part.text.rstrip())
    found = words(part.text, max(0, bare - 60), bare)
    return span_within(part, Span(found[-1].start if found else max(0, bare - 1), max(bare, 1)))


def delete_line(context: ReleaseContext, part: FramePart) -> Edit:
    """An edit that deletes a paragraph (never the headline) and its line break."""
    start = part.paragraph.start - 1
    return Edit(start, part.paragraph.end, context.text[start : part.paragraph.end], "")


def insert_line(release: Release, at: int, part: FramePart) -> Edit:
    """An edit that inserts a paragraph as a line of its own behind position ``at``.

    The paragraph keeps its bold, italic and links.
    """
    marks = release.marks_within(part.paragraph.start, part.paragraph.end)
    moved = tuple(mark._replace(start=mark.start + 1, end=mark.end + 1) for mark in marks)
    return Edit(at, at, "", "\n" + part.text, moved)


def replace_text(context: ReleaseContext, start: int, end: int, new: str) -> Edit:
    """An edit that replaces the text between two positions by ``new``."""
    return Edit(start, end, context.text[start:end], new)
