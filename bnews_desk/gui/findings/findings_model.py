"""The Qt model of the findings list; updates only the rows that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from bnews_desk.errors import StaleEditError
from bnews_desk.finding import Finding, Fix, Severity
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.finding_rows import (
    FindingRow,
    FoldKey,
    RowFilter,
    RowKey,
    RowKind,
    rows_of,
)
from bnews_desk.gui.findings.finding_selection import alike, change_between
from bnews_desk.gui.findings.finding_texts import worded
from bnews_desk.gui.findings.fixed_finding import FixedFinding, Place, inverse, place_after
from bnews_desk.gui.findings.row_descriptions import RowDescriptions
from bnews_desk.rules.rule import Rule

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
AROUND = 40
"""Code points on each side of a finding without words that its row may show."""


class FindingsModel(QAbstractListModel):
    """Group headings, findings, folds and fixed findings of one release.

    While held (``hold``), fixed rows stay and no shown finding is folded. A row keeps its
    persistent index as long as its finding exists.
    """

    rows_changing = Signal()
    """Rows are about to be added or removed."""
    rows_changed = Signal()
    """Rows have been added or removed."""

    def __init__(self, rules: Mapping[str, Rule], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._descriptions = RowDescriptions(rules, self)
        self._release: OpenRelease | None = None
        self._findings: Sequence[Finding] = ()
        self._text = ""
        self._rows: list[FindingRow] = []
        self._fixed: list[FixedFinding] = []
        self._pending: FixedFinding | None = None
        self._unfolded: set[FoldKey] = set()
        self._severities: frozenset[Severity] = frozenset(Severity)
        self._is_held = False

    def show(self, release: OpenRelease | None) -> None:
        """List the findings of another release, or none."""
        self.beginResetModel()
        self._release = release
        self._fixed.clear()
        self._unfolded.clear()
        self._findings = release.findings if release else ()
        self._text = self._present_text()
        self._rows = self._wanted_rows()
        self.endResetModel()

    def set_filter(self, severities: Iterable[Severity]) -> None:
        """Show these severities only; none means all."""
        self._severities = frozenset(severities) or frozenset(Severity)
        self._set_rows(self._wanted_rows())

    def unfold(self, row: int) -> None:
        """Show all findings that the fold in ``row`` stands for."""
        fold = self._rows[row]
        self._unfolded.add((fold.severity, fold.rule))
        self._set_rows(self._wanted_rows(self._keys()))

    def hold(self, is_held: bool) -> None:
        """Keep fixed rows while the user reads the list; remove them when that ends."""
        self._is_held = is_held
        if not is_held and self._fixed:
            self._fixed.clear()
            self._set_rows(self._wanted_rows())

    def alike(self, row: int) -> tuple[Finding, ...]:
        """The findings that can be fixed together with the one in ``row``, itself included.

        Empty when the finding has several fixes or there is no other like it.
        """
        finding = self.finding(row)
        return alike(finding, self._findings) if finding is not None else ()

    def fix_alike(self, row: int) -> int:
        """Fix all findings like the one in ``row`` as one undo step; returns their number."""
        found = self.alike(row)
        # from the end, so that earlier positions stay valid
        for number, finding in enumerate(reversed(found)):
            at = self.row_of(finding)
            if at >= 0:
                self.apply_fix(at, finding.fixes[0], joins=number > 0)
            elif self._release is not None:
                self._release.apply_fix(finding.fixes[0], joins=number > 0)
        for fixed in self._fixed:
            if fixed.finding in found:
                fixed.revision = -1  # each is undone by itself, not with the others
        return len(found)

    def apply_fix(self, row: int, fix: Fix, *, joins: bool = False) -> str:
        """Apply a fix of the finding in ``row``; returns why that failed, or ''.

        With ``joins`` it becomes one undo step with the change before.
        """
        release, finding = self._release, self.finding(row)
        if release is None or finding is None:
            return ""
        before = release.document.release()
        number = finding.fixes.index(fix)
        wording = self._rows[row].wording or worded(finding, before.text)
        self._pending = FixedFinding(
            finding,
            wording,
            wording.offers[number],
            finding.start,
            inverse(fix, before),
        )
        try:
            release.apply_fix(fix, joins=joins)
        except StaleEditError as error:
            return str(error)
        finally:
            self._pending = None
        for fixed in self._fixed:
            if fixed.finding is finding:
                fixed.revision = release.document.revision
        return ""

    def is_last_change(self, row: int) -> bool:
        """Whether the document is unchanged since the finding in ``row`` was fixed."""
        fixed = self._rows[row].fixed
        release = self._release
        return bool(fixed and release and fixed.revision == release.document.revision)

    def undo(self, row: int) -> str:
        """Undo one fix, whatever was changed after it; returns why that failed, or ''."""
        fixed = self._rows[row].fixed
        if fixed is None or self._release is None or fixed.is_undone:
            return ""
        fixed.is_undone = True
        try:
            self._release.apply_fix(fixed.undo_fix())
        except StaleEditError as error:
            fixed.is_undone = False
            return str(error)
        return ""

    def mark_undone(self, row: int) -> None:
        """Mark the fix in ``row`` as undone: the window undoes it itself."""
        fixed = self._rows[row].fixed
        if fixed is not None:
            fixed.is_undone = True
            self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def is_applying_fix(self) -> bool:
        """Whether this model is applying a fix."""
        return self._pending is not None

    def has_other_count(self) -> bool:
        """Whether the release has a different number of findings than are listed."""
        findings = self._release.findings if self._release else ()
        return len(findings) != len(self._findings)

    def _has_same_findings(self, text: str) -> bool:
        """Whether a check found the same findings as are listed, at least one, wherever they
        are.
        """
        if self._release is None or not self._findings or self.has_other_count():
            return False
        pairs = zip(self._release.findings, self._findings, strict=True)
        return all(_row_contents(new, text) == _row_contents(old, self._text) for new, old in pairs)

    def refresh(self) -> bool:
        """Take over the release's findings; returns whether more than their positions changed."""
        findings = self._release.findings if self._release else ()
        text = self._present_text()
        is_new = self._release is not None and self._release.is_checked
        is_same = self._has_same_findings(text) if is_new else not self.has_other_count()
        if is_same and not self._fixed:
            self._findings, self._text = findings, text
            return False
        place = _place_between(self._text, text)
        for fixed in self._fixed:
            fixed.follow(place)
        keys = self._keys(place)
        if self._pending is not None and self._is_held:
            self._fixed.append(self._pending)
        self._findings, self._text = findings, text
        self._drop_found_again(is_new)
        self._set_rows(self._wanted_rows(keys), keys)
        return True

    def row_at(self, row: int) -> FindingRow:
        return self._rows[row]

    def finding(self, row: int) -> Finding | None:
        """The open finding in a row; None when there is none."""
        index = self._rows[row].index if 0 <= row < len(self._rows) else -1
        return self._findings[index] if 0 <= index < len(self._findings) else None

    def source(self, rule: str) -> str:
        """The source of a rule; '' when the rule is unknown."""
        return self._descriptions.source(rule)

    def row_of(self, finding: Finding) -> int:
        """The row of a finding, unfolded if needed; -1 when the filter hides it or it is gone."""
        if finding not in self._findings or finding.severity not in self._severities:
            return -1
        for _ in range(2):
            for row in range(len(self._rows)):
                if self.finding(row) == finding:
                    return row
            self._unfolded.add((finding.severity, finding.rule))
            self._set_rows(self._wanted_rows())
        return -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """The number of rows; rows have no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The text, tooltip or accessible text of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return self._descriptions.text_for_role(row, self.finding(index.row()), role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected."""
        if not index.isValid() or self._rows[index.row()].kind is RowKind.GROUP:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def _present_text(self) -> str:
        return self._release.document.release().text if self._release else ""

    def _drop_found_again(self, is_checked: bool) -> None:
        """Drop fixed rows whose finding is found again, and after a check those that were
        undone.
        """
        found = {(finding.rule, finding.start) for finding in self._findings}
        self._fixed = [
            fixed
            for fixed in self._fixed
            if (fixed.finding.rule, fixed.start) not in found
            and not (is_checked and fixed.is_undone)
        ]

    def _wanted_rows(self, keys: Sequence[RowKey] = ()) -> list[FindingRow]:
        kept = {(key[2], key[3]) for key in keys if key[0] == "finding"} if self._is_held else ()
        shown = RowFilter(self._severities, self._unfolded, kept)
        return rows_of(self._findings, self._fixed, self._text, shown)

    def _keys(self, place: Place = lambda position: position) -> list[RowKey]:
        return [row.key(self._start(row, place)) for row in self._rows]

    def _start(self, row: FindingRow, place: Place) -> int:
        if row.fixed is not None:
            return row.fixed.start
        if row.index < 0:
            return 0
        finding = self._findings[row.index]
        if self._pending is not None and self._pending.finding is finding:
            return self._pending.start
        return place(finding.start)

    def _set_rows(self, rows: list[FindingRow], old: list[RowKey] | None = None) -> None:
        """Replace the rows; views are notified only of those that are added, removed or changed."""
        before = self._keys() if old is None else old
        previous, self._rows = self._rows, rows
        after = self._keys()
        self._rows = list(previous)
        if before == after:
            self._replace(rows, 0, 0, len(rows))
            return
        self.rows_changing.emit()
        steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        for tag, i1, i2, j1, _ in steps:
            if tag == "equal":
                self._replace(rows, i1, j1, i2 - i1)
        for tag, i1, i2, j1, j2 in reversed(steps):
            if tag == "equal":
                continue
            if i2 > i1:
                self.beginRemoveRows(_NOWHERE, i1, i2 - 1)
                del self._rows[i1:i2]
                self.endRemoveRows()
            if j2 > j1:
                self.beginInsertRows(_NOWHERE, i1, i1 + j2 - j1 - 1)
                self._rows[i1:i1] = rows[j1:j2]
                self.endInsertRows()
        self.rows_changed.emit()

    def _replace(self, rows: Sequence[FindingRow], at: int, source: int, count: int) -> None:
        for offset in range(count):
            row = at + offset
            old, new = self._rows[row], rows[source + offset]
            self._rows[row] = new
            if _row_appearance(old) != _row_appearance(new):
                self.dataChanged.emit(self.index(row), self.index(row))


def _row_appearance(row: FindingRow) -> tuple[object, ...]:
    return row.kind, row.count, row.wording, row.fixed and row.fixed.is_undone


def _place_between(before: str, after: str) -> Callable[[int], int]:
    if before is after:
        return lambda position: position
    return place_after(*change_between(before, after))


def _row_contents(finding: Finding, text: str) -> tuple[object, ...]:
    """All that a row shows of a finding; the text around it when it has no words."""
    fixes = [(fix.label, *[edit.new for edit in fix.edits]) for fix in finding.fixes]
    has_words = any(map(str.isalnum, finding.text))
    around = "" if has_words else text[max(0, finding.start - AROUND) : finding.end + AROUND]
    return finding.rule, finding.severity, finding.text, finding.values, fixes, around
