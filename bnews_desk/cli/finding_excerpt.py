"""Cuts the line around a finding for the terminal."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.cli.standard_error import printable
from bnews_desk.finding import Finding

CONTEXT = 36
"""The most code points shown on each side of the marked words."""
MAX_MARKED = 100
"""The most code points shown of the marked words."""


class FindingExcerpt(NamedTuple):
    """Part of a line in three printable pieces, with an ellipsis where the line is cut."""

    before: str
    marked: str
    behind: str


def excerpt_of(finding: Finding, text: str) -> FindingExcerpt:
    """The line of a finding, cut to ``CONTEXT`` on both sides."""
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
