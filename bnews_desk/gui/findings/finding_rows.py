"""The rows of the findings list: grouped by severity, at most three of a rule unfolded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bnews_desk.finding import Finding, Severity
from bnews_desk.gui.findings.finding_selection import MAX_SHOWN_PER_RULE
from bnews_desk.gui.findings.finding_texts import FindingTexts, worded
from bnews_desk.gui.findings.fixed_finding import FixedFinding

FoldKey = tuple[Severity, str]
"""The findings of one rule and severity, which are folded together."""
RowKey = tuple[str, Severity, str, int]
"""Identifies a row before and after a check."""


class RowKind(Enum):
    """The kind of a row."""

    GROUP = "group"
    FINDING = "finding"
    FIXED = "fixed"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One row. ``index`` is the finding's index in the release, -1 when the row is not a finding;
    ``count`` is the number of findings in a group or a fold.
    """

    kind: RowKind
    severity: Severity
    rule: str = ""
    index: int = -1
    count: int = 0
    wording: FindingTexts | None = None
    fixed: FixedFinding | None = None

    def key(self, start: int = 0) -> RowKey:
        """The row's identity; ``start`` is the start of its finding."""
        kind = "finding" if self.kind in (RowKind.FINDING, RowKind.FIXED) else self.kind.value
        return kind, self.severity, self.rule, start


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are shown.

    ``kept`` are (rule, start) of findings that must not be folded.
    """

    severities: Collection[Severity] = tuple(Severity)
    unfolded: Collection[FoldKey] = ()
    kept: Collection[tuple[str, int]] = ()


def rows_of(
    findings: Sequence[Finding], fixed: Iterable[FixedFinding], text: str, shown: RowFilter
) -> list[FindingRow]:
    """The rows for findings of ``text``, in display order."""
    stayed = list(fixed)
    rows: list[FindingRow] = []
    for severity in Severity:
        if severity not in shown.severities:
            continue
        places = [(p.start, i, None) for i, p in enumerate(findings) if p.severity is severity]
        behind = [(m.start, -1, m) for m in stayed if m.finding.severity is severity]
        group = sorted([*places, *behind], key=lambda entry: entry[:2])
        if group:
            rows.append(FindingRow(RowKind.GROUP, severity, count=len(places)))
            rows += _folded(group, findings, text, shown)
    return rows


Entry = tuple[int, int, FixedFinding | None]


def _folded(
    group: Sequence[Entry], findings: Sequence[Finding], text: str, shown: RowFilter
) -> Iterator[FindingRow]:
    rules = [_rule(entry, findings) for entry in group]
    severity = _severity(group[0], findings)
    is_open = _open(group, rules, severity, shown)
    left = Counter(rule for rule, opened in zip(rules, is_open, strict=True) if not opened)
    last = {rule: i for i, rule in enumerate(rules) if is_open[i]}
    for i, entry in enumerate(group):
        if is_open[i]:
            yield _row(entry, findings, text)
            if left[rules[i]] and last[rules[i]] == i:
                yield FindingRow(RowKind.MORE, severity, rules[i], count=left[rules[i]])


def _open(
    group: Sequence[Entry], rules: Sequence[str], severity: Severity, shown: RowFilter
) -> list[bool]:
    """Which entries of a group are shown: those that must be, then the first of each rule."""
    must = [
        fixed is not None or (severity, rule) in shown.unfolded or (rule, start) in shown.kept
        for (start, _, fixed), rule in zip(group, rules, strict=True)
    ]
    opened = Counter(rule for rule, is_due in zip(rules, must, strict=True) if is_due)
    answer = []
    for rule, is_due in zip(rules, must, strict=True):
        if not is_due and opened[rule] < MAX_SHOWN_PER_RULE:
            opened[rule] += 1
            answer.append(True)
        else:
            answer.append(is_due)
    return answer


def _row(entry: Entry, findings: Sequence[Finding], text: str) -> FindingRow:
    _, index, fixed = entry
    if fixed is not None:
        finding = fixed.finding
        return FindingRow(
            RowKind.FIXED,
            finding.severity,
            finding.rule,
            wording=fixed.wording,
            fixed=fixed,
        )
    finding = findings[index]
    return FindingRow(
        RowKind.FINDING,
        finding.severity,
        finding.rule,
        index,
        wording=worded(finding, text),
    )


def _rule(entry: Entry, findings: Sequence[Finding]) -> str:
    return entry[2].finding.rule if entry[2] else findings[entry[1]].rule


def _severity(entry: Entry, findings: Sequence[Finding]) -> Severity:
    return entry[2].finding.severity if entry[2] else findings[entry[1]].severity
