"""The right side of the import sheet: the receipt of one import."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.imports.import_texts import (
    ReceiptLine,
    attention_lines,
    carried_lines,
    paragraph_and_word_count,
)
from bnews_desk.gui.shared.icons import ALONE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import ElidedLabel, SeparatorLine, label
from bnews_desk.importers.imported_release import ImportedRelease


class ReceiptColumn(ThemedWidget, QScrollArea):
    """The receipt of one import: the file, what was carried, what needs attention."""

    def __init__(self, theme: Theme, name: str, form: str, imported: ImportedRelease) -> None:
        super().__init__()
        self._theme = theme
        self._shapes: list[tuple[QLabel, str, str]] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ground", "side")
        self.setAccessibleName(self.tr("Laporan impor"))
        inside = QWidget()
        inside.setProperty("ground", "side")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)
        self._add_head(name, form, imported)
        self._add(self.tr("Dibawa"), carried_lines(imported), "check", "ok")
        self._add(self.tr("Perlu dilihat"), attention_lines(imported), "warning", "warn")
        self._column.addStretch(1)
        self.setWidget(inside)

    def apply_theme(self) -> None:
        for shape, icon, token in self._shapes:
            shape.setPixmap(self._theme.icon(icon, token).pixmap(ALONE, self.devicePixelRatioF()))

    def _add_head(self, name: str, form: str, imported: ImportedRelease) -> None:
        self._column.addWidget(label(self.tr("Laporan impor"), "head"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        said = ", ".join(
            part for part in (form, paragraph_and_word_count(imported.release)) if part
        )
        known = label(said, "help")
        known.setWordWrap(True)
        rows = ((self.tr("Berkas"), ElidedLabel(name, "help")), (self.tr("Dikenali"), known))
        for row, (what, value) in enumerate(rows):
            grid.addWidget(label(what, "help", "ink2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)

    def _add(self, heading: str, lines: Iterable[ReceiptLine], icon: str, token: str) -> None:
        lines = list(lines)
        if not lines:
            return
        self._column.addSpacing(4)
        self._column.addWidget(SeparatorLine())
        self._column.addSpacing(4)
        self._column.addWidget(label(heading, "head"))
        for line in lines:
            self._column.addLayout(self._row(line, icon, token))

    def _row(self, line: ReceiptLine, icon: str, token: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(7)
        shape = QLabel()
        shape.setPixmap(self._theme.icon(icon, token).pixmap(ALONE, self.devicePixelRatioF()))
        self._shapes.append((shape, icon, token))
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        said = label(line.text)
        said.setWordWrap(True)
        texts.addWidget(said)
        if line.note:
            note = label(line.note, "help", "ink2")
            note.setWordWrap(True)
            texts.addWidget(note)
        row.addLayout(texts, 1)
        return row
