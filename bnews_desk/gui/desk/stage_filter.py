"""The stage filter of the desk list: a menu, and a line that names the filter."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from bnews_desk.archive.release_progress import STAGES, Stage
from bnews_desk.gui.desk.stage_labels import stage_name, stage_names
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import ElidedLabel, IconButton, LinkButton

ALL: frozenset[Stage] = frozenset(STAGES)


class StageFilter(QObject):
    """The button "⋯" and its menu, with a check mark for each stage; one always stays checked."""

    changed = Signal(object)
    """The stages that are shown, as a frozenset."""
    bin_wanted = Signal()
    """The list of removed releases is to be shown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stages = ALL
        self.button = IconButton(theme, "more", self.tr("Saring meja menurut status"))
        self.choices = QMenu(self.button)
        self._boxes: dict[Stage, QAction] = {}
        for stage in STAGES:
            box = QAction(stage_name(stage), self.choices)
            box.setCheckable(True)
            box.setChecked(True)
            box.toggled.connect(self._apply_choices)
            self.choices.addAction(box)
            self._boxes[stage] = box
        self.choices.addSeparator()
        self._whole = self.choices.addAction(self.tr("Semua status"))
        self._whole.triggered.connect(self.show_all)
        self.choices.addSeparator()
        self._bin = self.choices.addAction(self.tr("Tempat sampah"))
        self._bin.triggered.connect(self.bin_wanted)
        self.button.clicked.connect(self._open)
        self.apply_theme()

    def set_stages(self, stages: Collection[Stage]) -> None:
        """Show only these stages; none means all."""
        wanted = frozenset(stages) & ALL or ALL
        for stage, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(stage in wanted)
            box.blockSignals(False)
        self._apply_choices()

    def show_all(self) -> None:
        """Show every stage."""
        self.set_stages(ALL)

    def apply_theme(self) -> None:
        self._bin.setIcon(self._theme.icon("bin", "ink2"))

    def _open(self) -> None:
        self.choices.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _apply_choices(self) -> None:
        stages = frozenset(stage for stage, box in self._boxes.items() if box.isChecked())
        if not stages:
            self.set_stages(self.stages)
            return
        for stage, box in self._boxes.items():
            box.setEnabled(stages != {stage})
        self._whole.setEnabled(stages != ALL)
        if stages != self.stages:
            self.stages = stages
            self.changed.emit(stages)


class StageFilterLine(QWidget):
    """Names the stages that are shown and links back to all; hidden where all are."""

    def __init__(self, theme: Theme, filtered: StageFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel("", "help", "ink2")
        self._all = LinkButton(theme, self.tr("Semua"), about=self.tr("Tampilkan semua status"))
        self._all.clicked.connect(filtered.show_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._label, 1)
        row.addWidget(self._all)
        filtered.changed.connect(self._show)
        self._show(filtered.stages)

    def _show(self, stages: frozenset[Stage]) -> None:
        is_most = len(stages) > len(ALL) / 2
        said = self.tr("Tanpa {0}") if is_most else self.tr("Hanya {0}")
        self._label.setText(said.format(stage_names(ALL - stages if is_most else stages)))
        self.setVisible(stages != ALL)
