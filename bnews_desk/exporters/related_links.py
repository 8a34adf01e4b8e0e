"""Links related lines to their articles' addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bnews_desk.exporters.text_runs import is_safe_target
from bnews_desk.release import Mark, Release

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

AddressOf = Callable[[str], str]
"""Returns the web address of the article with a title; '' when it is not known."""


def link_related_titles(release: Release, reader: FrameReader, address_of: AddressOf) -> Release:
    """The release with a link on every related title whose address is known.

    The text is unchanged, and so is every line that already has a link.
    """
    marks: list[Mark] = []
    for part in reader.read(release.text).parts:
        line = part.related
        if line is None or line.is_empty:
            continue
        at = part.paragraph.start
        own = release.marks_within(at + line.span.start, at + line.span.end)
        if any(mark.kind == "link" for mark in own):
            continue
        address = address_of(line.title)
        if is_safe_target(address):
            start, end = line.title_span
            marks.append(Mark(at + start, at + end, "link", address))
    return release._replace(marks=(*release.marks, *marks)) if marks else release
