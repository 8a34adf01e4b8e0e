"""``check --format text``: for each finding the line, the marked words, the reason and the
fixes.
"""

from __future__ import annotations

from bnews_desk.cli.finding_excerpt import excerpt_of
from bnews_desk.cli.reports.checked_release import CheckedFile, CheckedText, Counts
from bnews_desk.cli.standard_error import printable
from bnews_desk.finding import Finding, Safety, Severity
from bnews_desk.importers.encoding import PLAIN_ENCODING
from bnews_desk.receipt import ReceiptEntry
from bnews_desk.text_form import LineColumns

MAX_FIXES = 5
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "34"}
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)


class TextReport:
    """The report of ``check`` as text, in colour if asked."""

    def __init__(self, *, has_colours: bool = False) -> None:
        self._has_colours = has_colours
        self._is_first = True

    def opening(self) -> str:
        """Empty."""
        return ""

    def of_file(self, checked: CheckedFile) -> str:
        """A file's heading and its findings in text order."""
        if checked.content is None:
            return ""
        content = checked.content
        places = LineColumns(content.release)
        heading = f"{printable(checked.file)}: {_counted(content.findings)}"
        lines = [self._styled("1", heading)]
        lines += [f"  Impor: {printable(e.note)}" for e in content.receipt if _is_news(e)]
        lines += [self._finding(finding, content, places) for finding in content.findings]
        return "\n".join(lines) + "\n"

    def joined(self, fragment: str) -> str:
        """A file after an empty line, except for the first."""
        if self._is_first or not fragment:
            self._is_first = self._is_first and not fragment
            return fragment
        return "\n" + fragment

    def closing(self, counts: Counts, files: int, unreadable: list[tuple[str, str]]) -> str:
        """The totals, if there were several files."""
        if files < 2:
            return ""
        unread = f", {counts.unreadable} tidak terbaca" if counts.unreadable else ""
        return (
            f"\n{files} berkas{unread}: {counts.errors} wajib diperbaiki,"
            f" {counts.warnings} perlu dicek, {counts.suggestions} saran\n"
        )

    def _finding(self, finding: Finding, content: CheckedText, places: LineColumns) -> str:
        place = places.of(finding.start)
        label = self._styled(_COLOURS[finding.severity], finding.severity.label)
        head = f"\n  baris {place.line}, kolom {place.column} · {label} · {finding.rule}"
        lines = [head, f"    {self._excerpt(finding, content.release.text)}"]
        lines.append(f"    {printable(finding.message)}")
        for fix in finding.fixes[:MAX_FIXES]:
            way = "aman" if fix.safety is Safety.SAFE else "pilihan"
            lines.append(f"    → {printable(fix.label)} ({way})")
        return "\n".join(lines)

    def _excerpt(self, finding: Finding, text: str) -> str:
        before, marked, behind = excerpt_of(finding, text)
        shown = self._styled("4", marked) if self._has_colours else f"«{marked}»"
        return before + shown + behind

    def _styled(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._has_colours else text


def _is_news(entry: ReceiptEntry) -> bool:
    """Whether the editor should read a note: plain UTF-8 is not worth one."""
    return bool(entry.note) and (entry.kind, entry.note) != ("encoding", PLAIN_ENCODING)


def _counted(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "tidak ada temuan"
    counts = dict.fromkeys(_ORDER, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return ", ".join(f"{counts[s]} {s.label}" for s in _ORDER if counts[s])
