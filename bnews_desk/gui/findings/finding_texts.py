"""Texts about a finding: the words flagged, the fixes offered, an example."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bnews_desk.finding import Finding, Fix, Severity
from bnews_desk.gui.findings.finding_selection import change_between
from bnews_desk.release import Edit
from bnews_desk.rules.rule import Rule

LONGEST_EXAMPLE = 64
"""The longest example shown, in code points for each side."""
_LOOKS = {
    Severity.ERROR: ("error", "err"),
    Severity.WARNING: ("warning", "warn"),
    Severity.SUGGESTION: ("suggestion", "sug"),
}


@dataclass(frozen=True, slots=True)
class FindingTexts:
    """The words a finding flags, and the text that each fix would produce."""

    wrong: str
    offers: tuple[str, ...]


def severity_icon(severity: Severity) -> tuple[str, str]:
    """The icon name and the colour token of a severity."""
    return _LOOKS[severity]


def capital(words: str) -> str:
    """``words`` with the first letter in upper case."""
    return words[:1].upper() + words[1:]


def worded(finding: Finding, text: str) -> FindingTexts:
    """The texts of a finding in ``text``; ``wrong`` is empty for an empty line."""
    start, end = finding.start, finding.end
    if not _has_words(finding.text) and "\n" not in finding.text:
        start, end = _with_neighbours(text, start, end)
    offers = [
        fix.label if _leaves_nothing(fix, start, end) else _offer(finding, fix, text)
        for fix in finding.fixes
    ]
    return FindingTexts(
        visible(text[start:end]),
        tuple(
            fix.label if offers.count(offer) > 1 else offer
            for fix, offer in zip(finding.fixes, offers, strict=True)
        ),
    )


def visible(words: str) -> str:
    """``words`` on one line, runs of spaces made visible; empty when there is only white space."""
    if not words.strip():
        return ""
    shown = re.sub(r"\s*\n\s*", " ¶ ", words.strip())
    return re.sub(r"[ \u00a0]{2,}", lambda run: "␣" * len(run.group()), shown)


def example_of(rule: Rule) -> tuple[str, str] | None:
    """The changed words of a rule's first short example, wrong and right; None when there is
    none.
    """
    for example in rule.bad:
        if example.good is None:
            continue
        bad, good = _differing(example.bad, example.good)
        if bad and len(bad) <= LONGEST_EXAMPLE and len(good) <= LONGEST_EXAMPLE:
            return bad, good
    return None


def _leaves_nothing(fix: Fix, start: int, end: int) -> bool:
    """Whether a fix deletes everything that is shown as wrong, so that only its label describes
    it.
    """
    return any(
        edit.start <= start and edit.end >= end and not edit.new.strip() for edit in fix.edits
    )


def _offer(finding: Finding, fix: Fix, text: str) -> str:
    """The text that a fix produces from the words it touches; its label when that cannot be
    shown.
    """
    edits = sorted(fix.edits)
    if not edits or any("\n" in edit.old + edit.new for edit in edits):
        return fix.label
    first, last = edits[0].start, edits[-1].end
    if len(edits) > 1:
        first, last = min(first, finding.start), max(last, finding.end)
    elif not (_has_words(edits[0].new) and _is_apart(text, first, last)):
        first, last = _with_neighbours(text, first, last)
    if "\n" in text[first:last]:
        return fix.label
    after = _after(text, first, last, edits)
    if after == text[first:last]:  # only bold and italic go
        return fix.label
    return visible(after) or fix.label


def _after(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    pieces = []
    at = start
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join((*pieces, text[at:end]))


def _has_words(words: str) -> bool:
    return any(char.isalnum() for char in words)


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a span starts and ends at word boundaries."""
    return (
        not (text[start - 1 : start] + text[start : start + 1]).isalnum()
        and not (text[max(end - 1, 0) : end] + text[end : end + 1]).isalnum()
    )


def _with_neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """A span extended to the ends of the words it touches, on the same line."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _with_words_beside(text: str, start: int, end: int) -> tuple[int, int]:
    """A span extended by the words beyond the white space at both ends."""
    start = len(text[:start].rstrip())
    end = len(text) - len(text[end:].lstrip())
    return _with_neighbours(text, start, end)


def _differing(bad: str, good: str) -> tuple[str, str]:
    start, removed, added = change_between(bad, good)
    if not (bad[start : start + removed] + good[start : start + added]).strip():
        while start > 0 and bad[start - 1] == " ":  # spaces alone: show the words around them
            start, removed, added = start - 1, removed + 1, added + 1
        while start + removed < len(bad) and bad[start + removed] == " ":
            removed, added = removed + 1, added + 1
    first, last = _with_neighbours(bad, start, start + removed)
    # punctuation alone: show the words beside it
    if not _has_words(bad[first:last] + good[start : start + added]):
        first, last = _with_words_beside(bad, first, last)
    tail = last - start - removed
    return (
        visible(bad[first:last]),
        visible(good[first : start + added + tail]),
    )
