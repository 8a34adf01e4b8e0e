"""Findings of a check, their fixes, and the ignores that hide them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from bnews_desk.release import Edit, Ignore, Release
from bnews_desk.text import fold


class Severity(Enum):
    """How serious a finding is; an error holds back *siap tayang*."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def label(self) -> str:
        """The word that the editor reads."""
        return _SEVERITY_LABELS[self]


_SEVERITY_LABELS = {
    Severity.ERROR: "wajib diperbaiki",
    Severity.WARNING: "perlu dicek",
    Severity.SUGGESTION: "saran",
}


class Safety(Enum):
    """Whether a fix may be applied in bulk.

    SAFE: any editor would make it, and it adds no fact. OFFERED: right in most cases, so it takes
    one click each. NONE: used in the records of rules that propose nothing.
    """

    SAFE = "safe"
    OFFERED = "offered"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding; its edits are applied together or not at all."""

    safety: Safety
    label: str
    edits: tuple[Edit, ...]

    @property
    def is_safe(self) -> bool:
        """Whether *Rapikan* may apply it."""
        return self.safety is Safety.SAFE

    def shifted(self, offset: int) -> Fix:
        """The same fix for a text that begins ``offset`` code points earlier."""
        edits = [Edit(e.start + offset, e.end + offset, *e[2:]) for e in self.edits]
        return Fix(self.safety, self.label, tuple(edits))

    def as_offered(self) -> Fix:
        """The same fix, to be applied by one click each."""
        return replace(self, safety=Safety.OFFERED)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of one rule; its span, in code points, is never empty.

    ``template`` and ``values`` make up the message, so that it can be translated.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    template: str
    values: Mapping[str, str] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()

    @property
    def message(self) -> str:
        """One Indonesian sentence that says what is wrong."""
        return self.template.format_map(self.values) if self.values else self.template

    @property
    def safe_fix(self) -> Fix | None:
        """The fix that may be applied in bulk, or None."""
        for fix in self.fixes:  # a plain loop is faster: every check calls this for every finding
            if fix.safety is Safety.SAFE:
                return fix
        return None

    def shifted(self, offset: int) -> Finding:
        """The same finding for a text that begins ``offset`` code points earlier."""
        return Finding(  # replace() takes three times as long
            self.rule,
            self.severity,
            self.start + offset,
            self.end + offset,
            self.text,
            self.template,
            self.values,
            tuple([fix.shifted(offset) for fix in self.fixes]),
        )

    def as_json(self) -> dict[str, Any]:
        """The finding as ``check --format json`` prints it, without line and column."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "message": self.message,
            "fixes": [
                {
                    "safety": fix.safety.value,
                    "label": fix.label,
                    "edits": [
                        {"start": e.start, "end": e.end, "old": e.old, "new": e.new}
                        for e in fix.edits
                    ],
                }
                for fix in self.fixes
            ],
        }


def ignore_here(finding: Finding, release: Release) -> Ignore:
    """The ignore that hides ``finding`` in its paragraph until that paragraph changes."""
    return Ignore(finding.rule, fold(finding.text), _fingerprint(finding, release))


def ignore_in_release(finding: Finding) -> Ignore:
    """The ignore that hides findings like this one in the whole release or newsroom."""
    return Ignore(finding.rule, fold(finding.text))


def without_ignored(
    findings: Iterable[Finding], release: Release, newsroom: frozenset[Ignore] = frozenset()
) -> list[Finding]:
    """``findings`` without those that the release or the newsroom ignores, in the same order."""
    ignores = release.ignores | newsroom
    if not ignores:
        return list(findings)
    return [
        finding
        for finding in findings
        if ignore_in_release(finding) not in ignores
        and ignore_here(finding, release) not in ignores
    ]


def carry_ignores(
    ignores: frozenset[Ignore], before: Sequence[str], after: Sequence[str]
) -> frozenset[Ignore]:
    """Update ``ignores`` after the paragraphs ``before`` have become ``after`` by any edit.

    An ignore for one paragraph moves to the first new paragraph that still has the finding's words.
    Where none has, it stays with the old paragraph, and hides the finding again if that paragraph
    comes back.
    """
    bound = {ignore for ignore in ignores if ignore.paragraph is not None}
    if not bound or before == after:
        return ignores
    marks = {_mark(paragraph) for paragraph in before}
    moved = {}
    for ignore in bound:
        if ignore.paragraph in marks:
            home = next((paragraph for paragraph in after if ignore.text in fold(paragraph)), None)
            moved[ignore] = ignore if home is None else ignore._replace(paragraph=_mark(home))
    return frozenset(moved.get(ignore, ignore) for ignore in ignores)


def _fingerprint(finding: Finding, release: Release) -> str:
    start = release.text.rfind("\n", 0, finding.start) + 1
    end = release.text.find("\n", finding.start)
    return _mark(release.text[start : len(release.text) if end < 0 else end])


def _mark(paragraph: str) -> str:
    from hashlib import blake2b

    return blake2b(paragraph.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def apply_fixes(release: Release, fixes: Iterable[Fix]) -> tuple[Release, list[Fix]]:
    """Apply those of ``fixes`` that can be applied together; returns the release and these fixes.

    A fix whose edits touch those of an earlier one is dropped whole; the next check reports it
    again if it is still needed. Raises ``StaleEditError`` where the text has changed.
    """
    applied = _compatible(fixes)
    return release.edited(edit for fix in applied for edit in fix.edits), applied


def _compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """Those of ``fixes`` whose edits touch none of an earlier fix."""
    chosen: list[Edit] = []
    kept: list[Fix] = []
    for fix in fixes:
        if not any(_meets_one_of(edit, chosen) for edit in fix.edits):
            kept.append(fix)
            for edit in fix.edits:
                insort(chosen, edit)
    return kept


def _meets_one_of(edit: Edit, chosen: list[Edit]) -> bool:
    """Whether ``edit`` touches one of ``chosen``, which are in order and do not overlap."""
    at = bisect_left(chosen, edit)
    return any(_meet(edit, other) for other in chosen[max(0, at - 1) : at + 1])


def _meet(edit: Edit, other: Edit) -> bool:
    """Whether two edits touch the same words, or one inserts words where the other works."""
    if edit.start == edit.end or other.start == other.end:
        return edit.start <= other.end and other.start <= edit.end
    return edit.start < other.end and other.start < edit.end
