"""The receipt of an import, read later: what was found, carried, left out, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.dialogs.keyboard import gives_keyboard_back
from bnews_desk.gui.dialogs.reading import fitting
from bnews_desk.gui.import_sheet.wording import entry_name, tally
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.widgets import FixButton, Rule, label
from bnews_desk.receipt import Entry, Receipt

SIZE = (640, 520)
MOST_LETTERS = 1000
"""Code points of a text that was left out that are shown."""
_OPENING = 40


class ReportDialog(QDialog):
    """Lists a receipt's entries, those with anything left out first; each text that was
    left out has a button that brings it back.

    ``is_there`` tells whether a text stands in the copy: its button is disabled then.
    """

    return_wanted = Signal(str)
    """A text that was left out shall come back into the copy."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        receipt: Receipt,
        is_there: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self._theme, self._is_there = theme, is_there
        self.buttons: list[tuple[str, FixButton]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Laporan impor"))
        self.resize(fitting(QSize(*SIZE), parent))
        inside = QWidget()
        inside.setObjectName("contents")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(4, 4, 12, 4)
        self._column.setSpacing(6)
        for number, entry in enumerate(sorted(receipt, key=lambda entry: not entry.left_out)):
            if number:
                self._column.addWidget(Rule())
            self._add(entry)
        if not receipt:
            self._column.addWidget(label(self.tr("Semua isi rilis ada di naskah."), ink="ink2"))
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        head = label(name or self.tr("Rilis ini ditulis di sini."), "head")
        head.setWordWrap(True)
        column.addWidget(head)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.refresh()

    def refresh(self) -> None:
        """Look anew which texts stand in the copy."""
        for text, button in self.buttons:
            is_there = self._is_there(text)
            button.setEnabled(not is_there)
            button.setText(
                self.tr("Sudah di naskah") if is_there else self.tr("Kembalikan ke naskah")
            )

    def _add(self, entry: Entry) -> None:
        name = entry_name(entry.kind)
        self._column.addWidget(label(name[:1].upper() + name[1:], "head"))
        self._column.addWidget(label(tally(entry), "help", "ink2"))
        if entry.note:
            note = label(entry.note, "help", "ink2")
            note.setWordWrap(True)
            self._column.addWidget(note)
        for text in entry.texts:
            self._column.addLayout(self._row(name, text))

    def _row(self, name: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        shown = label(text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + "…")
        shown.setFont(self._theme.page_font(14))
        shown.setWordWrap(True)
        back = FixButton(self._theme, self.tr("Kembalikan ke naskah"))
        said = self.tr("Kembalikan ke naskah: {0}, {1}")
        back.setAccessibleName(said.format(name, text[:_OPENING].replace("\n", " ")))
        back.clicked.connect(partial(self.return_wanted.emit, text))
        self.buttons.append((text, back))
        row.addWidget(shown, 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row
