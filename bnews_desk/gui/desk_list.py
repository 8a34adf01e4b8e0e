"""Meja: the releases at hand, the newest first, with their state and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.desk_rows import ENTRY, DeskDelegate, DeskEntry, DeskModel, Index
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.widgets import label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DeskList(QWidget):
    """The left column: heading with a count, a field to search, the releases.

    Enter in the field takes the first release found, Down goes to the list.
    """

    chosen = Signal(str)
    """The key of a release that is to be shown."""
    removal_wanted = Signal(str)
    """The key of a release that is to leave the desk."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entries: tuple[DeskEntry, ...] = ()
        self._current = ""
        self._now = 0.0
        self.heading = label(self.tr("Meja"), "head", "", self)
        self.count = label("", "", "ink3", self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari di meja"))
        self.search.setAccessibleName(self.tr("Cari di meja"))
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        glass, clear = self.search.findChildren(QToolButton)
        glass.setAccessibleName(self.tr("Cari di meja"))
        clear.setAccessibleName(self.tr("Kosongkan pencarian"))
        self.hint = label(
            self.tr("Rilis yang sedang dikerjakan tampil di sini."), "help", "ink2", self
        )
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(0, 6, 0, 0)
        self.model = DeskModel(self)
        self.delegate = DeskDelegate(theme, self)
        self.view = self._view()
        self._lay_out()
        self.set_theme(theme)
        self._show()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        rows = ((self.heading, 16, 12), (self.search, 10, 0), (self.hint, 16, 0))
        for widget, margins, top in rows:
            row = QHBoxLayout()
            row.setSpacing(0)
            row.setContentsMargins(margins, top, margins, 0)
            row.addWidget(widget)
            if widget is self.heading:
                row.addSpacing(6)
                row.addWidget(self.count)
                row.addStretch(1)
            layout.addLayout(row)
        layout.addWidget(self.view, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.delegate.theme = theme
        self._glass.setIcon(theme.icon("search", "ink3", is_beside=True))
        self.heading.setFont(theme.ui_font(13, 600))
        self.hint.setFont(theme.ui_font(12))
        self.view.viewport().update()

    def show_entries(self, entries: Sequence[DeskEntry], current: str, now: float) -> None:
        """Show the releases on the desk and which one is open in front."""
        is_other, self._current = current != self._current, current
        self._entries, self._now = tuple(entries), now
        self._show()
        if is_other:
            self._select(current)

    def show_counts(self, key: str, errors: int | None, warnings: int | None) -> None:
        """Show how much is left to do in one release, None while unknown."""
        known = {entry.key: entry for entry in self._entries}
        entry = known.get(key)
        if entry is not None and (entry.errors, entry.warnings) != (errors, warnings):
            known[key] = entry._replace(errors=errors, warnings=warnings)
            self._entries = tuple(known.values())
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Go from the field to what was found."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            first = self.model.index(1)  # row 0 is a heading
            if event.key() == Qt.Key.Key_Down and first.isValid():
                if not self.view.currentIndex().isValid():
                    self.view.setCurrentIndex(first)
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in _ENTER and first.isValid() and self.search.text().strip():
                self._choose(first)
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        walked = self._key_of(self.view.currentIndex()) if self.view.hasFocus() else ""
        wanted = self.search.text().casefold().split()
        shown = [e for e in self._entries if all(w in e.title.casefold() for w in wanted)]
        self.model.set_entries(shown, self._now)
        self.count.setText(str(len(self._entries) or ""))
        self.search.setVisible(bool(self._entries))
        self.hint.setVisible(not self._entries)
        self._select(walked or self._current)

    def _select(self, key: str) -> None:
        index = self.model.index_of(key)
        self.view.setCurrentIndex(index)
        if not index.isValid():
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
        remove = QAction(self.tr("Keluarkan dari meja"), view)
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self._remove)
        view.addAction(remove)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return view

    def _choose(self, index: Index) -> None:
        key = self._key_of(index)
        if key:
            self.chosen.emit(key)

    def _remove(self) -> None:
        key = self._key_of(self.view.currentIndex())
        if key:
            self.removal_wanted.emit(key)

    @staticmethod
    def _key_of(index: Index) -> str:
        row = index.data(ENTRY) if index.isValid() else None
        return row.key if isinstance(row, DeskEntry) else ""
