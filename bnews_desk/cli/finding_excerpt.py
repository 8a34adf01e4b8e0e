"""Cuts the line around a finding for the terminal."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.cli.standard_error import printable
from bnews_desk.finding import Finding

CONTEXT = 36
"""Code points of the line that are shown on each side of the marked words."""
MAX_MARKED = 100
"""Code points of the marked words that are shown."""


class FindingExcerpt(NamedTuple):
    """A stretch of one line in three parts, printable; an ellipsis where the line goes on."""

    before: str
    marked: str
    behind: str


def excerpt_of(finding: Finding, text: str) -> FindingExcerpt:
    """The line of a finding around its place, cut to ``CONTEXT`` on both sides."""
    start = text.rfind("\n", 0, finding.start) + 1
    end = text.find("\n", finding.end)
    end = len(text) if end < 0 else end
    first, last = max(start, finding.start - CONTEXT), min(end, finding.end + CONTEXT)
    marked = text[finding.start : finding.end]
    if len(marked) > MAX_MARKED:
        marked = f"{marked[: MAX_MARKED - 20]} … {marked[-15:]}"
    return FindingExcerpt(
        ("… " if first > start else "") + printable(text[first : finding.start]),
        printable(marked.replace("\n", "⏎")),
        printable(text[finding.end : last]) + (" …" if last < end else ""),
    )
