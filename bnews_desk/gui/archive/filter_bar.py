"""The filters of a search: stages, the bin, a period; and the order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bnews_desk.archive.release_progress import STAGES, Stage
from bnews_desk.archive.repository.archive_values import Order
from bnews_desk.gui.archive.search_request import Period, SearchRequest, days_of
from bnews_desk.gui.desk.stage_labels import stage_icon, stage_name
from bnews_desk.gui.shared.icons import BESIDE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import label
from bnews_desk.gui.shared.widgets.buttons import ToolButton


class FilterBar(ThemedWidget, QWidget):
    """Chips and boxes below the search field. No chip of a stage checked means all stages."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self.chips: dict[Stage, QToolButton] = {
            stage: self._chip(stage_name(stage), self.tr("Tampilkan yang {0}").format(stage))
            for stage in STAGES
        }
        self.bin = self._chip(
            self.tr("Tempat sampah"),
            self.tr("Tampilkan yang dibuang; semuanya disimpan 30 hari"),
        )
        self.period = self._box(
            self.tr("Masa"),
            (
                (self.tr("Kapan saja"), "any"),
                (self.tr("7 hari terakhir"), "week"),
                (self.tr("30 hari terakhir"), "month"),
                (self.tr("Tahun ini"), "year"),
                (self.tr("Tahun lalu"), "last-year"),
            ),
        )
        self.order = self._box(
            self.tr("Urutan"),
            ((self.tr("Terbaru dahulu"), "newest"), (self.tr("Paling cocok dahulu"), "best")),
        )
        self.count = label("", "help", "ink3")
        self._lay_out()
        self.apply_theme()

    def request(self, typed: str) -> SearchRequest:
        """The search for some words with these filters."""
        on = frozenset(stage for stage, chip in self.chips.items() if chip.isChecked())
        period: Period = self.period.currentData()
        order: Order = self.order.currentData()
        since, until = days_of(period, self._today())
        in_bin = self.bin.isChecked()
        return SearchRequest(typed, order, on or frozenset(STAGES), since, until, in_bin)

    @property
    def is_narrowing(self) -> bool:
        """Whether any filter is set."""
        return any(c.isChecked() for c in self.chips.values()) or self.period.currentIndex() > 0

    def show_all(self) -> None:
        """Remove all filters."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.period.setCurrentIndex(0)

    def apply_theme(self) -> None:
        for stage, chip in self.chips.items():
            chip.setIcon(self._theme.icon(*stage_icon(stage), is_beside=True))
        self.bin.setIcon(self._theme.icon("bin", "ink2", is_beside=True))

    def _chip(self, name: str, about: str) -> QToolButton:
        chip = ToolButton()
        chip.setText(name)
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setFixedHeight(24)
        chip.setIconSize(BESIDE)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setAccessibleName(name)
        chip.setAccessibleDescription(about)
        chip.setToolTip(about)
        chip.toggled.connect(self.changed)
        return chip

    def _box(self, name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for text, value in choices:
            box.addItem(text, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        rows = ((*self.chips.values(), None, self.bin), (self.count, None, self.period, self.order))
        for widgets in rows:
            row = QHBoxLayout()
            row.setSpacing(6)
            for widget in widgets:
                if widget is None:
                    row.addStretch(1)
                else:
                    row.addWidget(widget)
            column.addLayout(row)
