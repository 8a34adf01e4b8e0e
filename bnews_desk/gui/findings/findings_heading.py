"""The heading of the findings panel: the count and three chips that filter by severity."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bnews_desk.finding import Finding, Severity
from bnews_desk.gui.findings.finding_selection import counts
from bnews_desk.gui.findings.finding_texts import capital, look_of
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import Chip, label


class FindingsHeading(ThemedWidget, QWidget):
    """*Temuan n*, and a chip a severity. No chip on means that all are shown."""

    filter_changed = Signal(object)
    """The severities to show, a frozenset; empty for all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 14, 0)
        row.setSpacing(6)
        self.title = QLabel(self.tr("Temuan"), self)
        self.count = label("", "", "ink3", self)
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        self.chips: dict[Severity, Chip] = {}
        self._found: dict[Severity, int] = {}
        for severity in Severity:
            icon, token = look_of(severity)
            chip = Chip(theme, icon, token, capital(severity.label), self)
            chip.toggled.connect(self._tell)
            row.addWidget(chip)
            self.chips[severity] = chip
        self.apply_theme()
        self.show_counts(())

    def apply_theme(self) -> None:
        """Take the theme's colours and fonts as they are now."""
        self.title.setFont(self._theme.ui_font(13, 600))
        self.title.setProperty("type", "head")
        for chip in self.chips.values():
            chip.setFont(self._theme.ui_font(13, 500))

    def show_counts(self, findings: Iterable[Finding]) -> None:
        """Tell how many findings there are."""
        found = counts(findings)
        if found == self._found:
            return
        self._found = found
        total = sum(found.values())
        self.count.setText(str(total))
        self.title.setAccessibleName(self.tr("Temuan: {count}").format(count=total))
        for severity, chip in self.chips.items():
            chip.set_count(found[severity])

    def chosen(self) -> frozenset[Severity]:
        """The severities whose chips are on."""
        return frozenset(s for s, chip in self.chips.items() if chip.isChecked())

    def clear_filter(self) -> None:
        """Switch all chips off."""
        for chip in self.chips.values():
            chip.setChecked(False)

    def _tell(self) -> None:
        self.filter_changed.emit(self.chosen())
