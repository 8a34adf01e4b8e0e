"""Meja: the releases at hand, the newest first, with their state and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.desk_rows import ENTRY, DeskDelegate, DeskEntry, DeskModel, Index
from bnews_desk.gui.theme import Theme


class DeskList(QWidget):
    """The left column: heading with a count, a field to search, the releases.

    ``chosen`` brings the key of a release that is to be shown.
    """

    chosen = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entries: tuple[DeskEntry, ...] = ()
        self._current = ""
        self._now = 0.0
        self.heading = QLabel(self.tr("Meja"), self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari di meja"))
        self.search.setAccessibleName(self.tr("Cari di meja"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show)
        self.hint = QLabel(self.tr("Rilis yang sedang dikerjakan tampil di sini."), self)
        self.hint.setWordWrap(True)
        self.model = DeskModel(self)
        self.delegate = DeskDelegate(theme, self)
        self.view = self._view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        for widget, margins in ((self.heading, 16), (self.search, 10), (self.hint, 16)):
            row = QVBoxLayout()
            row.setContentsMargins(margins, 12 if widget is self.heading else 0, margins, 0)
            row.addWidget(widget)
            layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self.set_theme(theme)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.delegate.theme = theme
        self.heading.setFont(theme.ui_font(13, 600))
        self.hint.setFont(theme.ui_font(12))
        palette = self.hint.palette()
        palette.setColor(self.hint.foregroundRole(), theme.color("ink2"))
        self.hint.setPalette(palette)
        self.view.viewport().update()

    def show_entries(self, entries: Sequence[DeskEntry], current: str, now: float) -> None:
        """Show the releases on the desk and which one is open in front."""
        self._entries, self._current, self._now = tuple(entries), current, now
        self._show()

    def _show(self) -> None:
        wanted = self.search.text().casefold().split()
        shown = [e for e in self._entries if all(w in e.title.casefold() for w in wanted)]
        self.model.set_entries(shown, self._now)
        self.heading.setText(
            f"{self.tr('Meja')}  {len(self._entries)}" if self._entries else self.tr("Meja")
        )
        self.search.setVisible(bool(self._entries))
        self.hint.setVisible(not self._entries)
        index = self.model.index_of(self._current)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.clearSelection()

    def _view(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setItemDelegate(self.delegate)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setViewportMargins(6, 0, 6, 0)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Rilis di meja"))
        view.setObjectName("deskList")
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        return view

    def _choose(self, index: Index) -> None:
        row = index.data(ENTRY)
        if isinstance(row, DeskEntry):
            self.chosen.emit(row.key)
