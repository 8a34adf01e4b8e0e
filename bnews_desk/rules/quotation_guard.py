"""What somebody said is never changed in bulk: safe fixes inside speech become offered ones.

The one exception are marks and spaces at the edges of a quotation, which belong to the newsroom.
"""

from __future__ import annotations

from dataclasses import replace

from bnews_desk.finding import Finding, Fix
from bnews_desk.release import Edit
from bnews_desk.rules.punctuation.quote_tokens import quote_pairs
from bnews_desk.rules.rule import Passage
from bnews_desk.text import Span


def guarded(finding: Finding, passage: Passage, start: int = 0) -> Finding:
    """``finding`` with each safe fix that changes what ``passage`` says somebody said demoted.

    ``start`` is the passage's place in the text that the finding's spans count in.
    """
    if finding.safe_fix is None or not passage.speech:
        return finding
    fixes = tuple(_guarded_fix(fix, passage, start) for fix in finding.fixes)
    return finding if fixes == finding.fixes else replace(finding, fixes=fixes)


def _guarded_fix(fix: Fix, passage: Passage, start: int) -> Fix:
    if fix.is_safe and any(_changes_speech(edit, passage, start) for edit in fix.edits):
        return fix.demoted()
    return fix


def _changes_speech(edit: Edit, passage: Passage, start: int) -> bool:
    """Whether ``edit`` works inside a quotation and not merely at its edge.

    Where a mark is missing nobody can tell who says what: all words of the paragraph count.
    """
    first, last = edit.start - start, edit.end - start
    if _changes_words(edit) and not quote_pairs(passage).is_sure:
        return True
    return any(
        not _is_at_edge(edit, first, last, span, passage.text)
        for span in passage.speech
        if (
            first < span.end - 1 and span.start + 1 < last
            if first < last
            else span.start < first < span.end
        )
    )


def _is_at_edge(edit: Edit, first: int, last: int, span: Span, text: str) -> bool:
    """Whether ``edit`` changes only marks and spaces beside the quotation's own marks."""
    if _changes_words(edit):
        return False
    before = text[span.start : max(first, span.start)]
    behind = text[min(last, span.end) : span.end]
    return not any(c.isalnum() for c in before) or not any(c.isalnum() for c in behind)


def _changes_words(edit: Edit) -> bool:
    return any(c.isalnum() for c in edit.old) or any(c.isalnum() for c in edit.new)
