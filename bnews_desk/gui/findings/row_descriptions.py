"""The texts of a row of the findings list, shown and for screen readers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt

from bnews_desk.finding import Finding
from bnews_desk.gui.findings.finding_rows import FindingRow, RowKind
from bnews_desk.gui.findings.finding_texts import capital
from bnews_desk.rules.rule import Rule

_ABSENT = "-missing"
"""Suffix of the ids of rules that flag something missing; the words nearby are not wrong."""
_NOT_YET = " belum "
"""Separates the missing part in the rule's name, as in “Kode rilis belum ada”; only that part is
shown in the row.
"""


class RowDescriptions(QObject):
    """The texts of a row by Qt role."""

    def __init__(self, rules: Mapping[str, Rule], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules = rules

    def text_for_role(self, row: FindingRow, finding: Finding | None, role: int) -> str | None:
        """The text of ``row`` for a Qt role; None when it has none."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown_text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_text(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._explanation(row, finding)
        if role == Qt.ItemDataRole.ToolTipRole and finding is not None:
            return finding.message
        return None

    def source(self, rule: str) -> str:
        """The source of a rule; '' for an unknown rule."""
        known = self._rules.get(rule)
        return capital(known.source) if known else ""

    def _shown_text(self, row: FindingRow) -> str:
        if row.kind is RowKind.GROUP:
            return capital(row.severity.label)
        if row.kind is RowKind.MORE:
            return self.tr("… dan {count} lagi seperti ini").format(count=row.count)
        known = self._rules.get(row.rule)
        if known is not None and row.rule.endswith(_ABSENT):
            return known.name.partition(_NOT_YET)[0]
        wrong = row.wording.wrong if row.wording else ""
        return wrong or self.tr("Baris kosong")

    def _spoken_text(self, row: FindingRow) -> str:
        shown = self._shown_text(row)
        if row.kind is RowKind.GROUP:
            return self.tr("{group}, {count} temuan").format(group=shown, count=row.count)
        if row.kind is RowKind.FIXED and row.fixed is not None:
            if row.fixed.is_undone:
                return self.tr("Diurungkan: {wrong}").format(wrong=shown)
            return self.tr("Sudah diperbaiki: {wrong} menjadi {right}").format(
                wrong=shown, right=row.fixed.right
            )
        if row.kind is RowKind.MORE:
            return shown
        return f"{capital(row.severity.label)}: {shown}"

    def _explanation(self, row: FindingRow, finding: Finding | None) -> str:
        if row.kind is RowKind.GROUP:
            return self.tr("Kelompok temuan menurut beratnya.")
        if row.kind is RowKind.MORE:
            return self.tr("Tekan Enter untuk membuka semuanya.")
        if row.kind is RowKind.FIXED or finding is None or row.wording is None:
            return self.tr("Tekan U untuk mengurungkan perbaikan ini.")
        parts = [finding.message, self.source(row.rule)]
        for number, offer in enumerate(row.wording.offers[:3], 1):
            key = "Enter" if number == 1 else str(number)
            parts.append(self.tr("{key}: {offer}").format(key=key, offer=offer))
        parts.append(self.tr("I: abaikan, R: di rilis ini, Shift+I: untuk redaksi"))
        return ". ".join(part.rstrip(".") for part in parts if part) + "."
