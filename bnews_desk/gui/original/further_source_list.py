"""Lists the texts beside the original that facts may come from, and takes more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import ElidedLabel, IconButton, QuietButton, label
from bnews_desk.release import Source


class FurtherSourceList(ThemedWidget, QWidget):
    """The sources of the release in front, each with a button that takes it away."""

    add_wanted = Signal()
    remove_wanted = Signal(object)
    """The ``Source`` that is to be no source any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Source, ...] = ()
        self.buttons: list[IconButton] = []
        """The buttons that remove, in order."""
        self._title = label(self.tr("Bahan lain"), "head")
        about = self.tr(
            "Pilih notulen, percakapan, atau rilis lain; fakta naskah boleh berasal dari sana"
        )
        self.add = QuietButton(theme, self.tr("Tambah bahan…"), about=about)
        self.add.clicked.connect(self.add_wanted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addWidget(self.add)
        self._title.hide()
        self.apply_theme()

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show other sources; the keyboard stays at the button that adds one."""
        if tuple(sources) == self._shown:
            return
        self._shown = tuple(sources)
        if any(button.hasFocus() for button in self.buttons):
            self.add.setFocus()
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.buttons = []
        for source in self._shown:
            self._rows.addWidget(self._row(source))
        self._title.setVisible(bool(self._shown))

    def apply_theme(self) -> None:
        """Take the theme's colours and fonts as they are now."""
        self._title.setFont(self._theme.ui_font(13, 600))

    def _row(self, source: Source) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel(source.name)
        name.setToolTip(source.name)
        remove = IconButton(self._theme, "close", self.tr("Lepas bahan {0}").format(source.name))
        remove.clicked.connect(partial(self.remove_wanted.emit, source))
        line.addWidget(name, 1)
        line.addWidget(remove)
        self.buttons.append(remove)
        return row
