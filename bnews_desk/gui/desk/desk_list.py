"""The desk list: the releases at hand, the newest first, with their state and remaining work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.archive.release_progress import RemainingWork
from bnews_desk.gui.desk.desk_list_model import ENTRY, DeskDelegate, DeskEntry, DeskModel, Index
from bnews_desk.gui.desk.release_context_menu import ReleaseContextMenu
from bnews_desk.gui.desk.stage_filter import StageFilter, StageFilterLine
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import LinkButton, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DeskList(ThemedWidget, QWidget):
    """The left column: heading with a count, a search field, the releases.

    Enter in the field opens the first release found, Down goes to the list.
    """

    chosen = Signal(str)
    """The key of a release that is to be shown."""
    archive_wanted = Signal(str)
    """Words to search for in the archive."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entries: tuple[DeskEntry, ...] = ()
        self._current = ""
        self._now = 0.0
        self.heading = label(self.tr("Meja"), "head", "", self)
        self.count = label("", "", "ink3", self)
        self.stages = StageFilter(theme, self)
        self.stages.changed.connect(self._show)
        self._filter_line = StageFilterLine(theme, self.stages, self)
        self.search = self._field()
        self.hint = label("", "help", "ink2", self)
        self.hint.setWordWrap(True)
        self.elsewhere = LinkButton(
            theme,
            self.tr("Cari di arsip"),
            parent=self,
            about=self.tr("Cari kata-kata ini di semua naskah (Ctrl+Shift+F)"),
        )
        self.elsewhere.clicked.connect(lambda: self.archive_wanted.emit(self.search.text()))
        self.model = DeskModel(self)
        self.delegate = DeskDelegate(theme, self)
        self.view = self._view()
        self.menu = ReleaseContextMenu(self.view, theme, self._entry)
        self.menu.open_wanted.connect(self.chosen)
        self._lay_out()
        self.apply_theme()
        self._show()

    def _field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Cari di meja"))
        field.setAccessibleName(self.tr("Cari di meja"))
        field.textChanged.connect(self._show)
        field.installEventFilter(self)
        self._glass = QAction(self)
        field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        field.setClearButtonEnabled(True)
        glass, clear = field.findChildren(QToolButton)
        glass.setAccessibleName(self.tr("Cari di meja"))
        clear.setAccessibleName(self.tr("Kosongkan pencarian"))
        return field

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.setContentsMargins(16, 7, 8, 0)
        head.addWidget(self.heading)
        head.addSpacing(6)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.stages.button)
        room = self.stages.button.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the heading stays where it is
        self.stages.button.setSizePolicy(room)
        layout.addLayout(head)
        layout.setSpacing(4)
        for widget, margin in (
            (self.search, 10),
            (self._filter_line, 16),
            (self.hint, 16),
            (self.elsewhere, 13),
        ):
            row = QHBoxLayout()
            row.setContentsMargins(margin, 0, margin, 0)
            row.addWidget(widget)
            if widget is self.elsewhere:
                row.addStretch(1)
            layout.addLayout(row)
        layout.addWidget(self.view, 1)

    def apply_theme(self) -> None:
        self._glass.setIcon(self._theme.icon("search", "ink3", is_beside=True))
        self.heading.setFont(self._theme.ui_font(13, 600))
        self.hint.setFont(self._theme.ui_font(12))
        self.stages.apply_theme()
        self.menu.apply_theme()

    def show_entries(self, entries: Sequence[DeskEntry], current: str, now: float) -> None:
        """Show the releases on the desk and which one is open in front."""
        is_other, self._current = current != self._current, current
        self._entries, self._now = tuple(entries), now
        self._show()
        if is_other:
            self._select(current)

    def show_left(self, key: str, left: RemainingWork | None) -> None:
        """Show how much work remains in one release, None where that is unknown."""
        known = {entry.key: entry for entry in self._entries}
        entry = known.get(key)
        if entry is not None and entry.left != left:
            known[key] = entry._replace(left=left)
            self._entries = tuple(known.values())
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Go from the search field to the results."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            first = self.model.index(1)  # row 0 is a heading
            if event.key() == Qt.Key.Key_Down and first.isValid():
                if not self.view.currentIndex().isValid():
                    self.view.setCurrentIndex(first)
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in _ENTER and self.search.text().strip():
                if first.isValid():
                    self._choose(first)
                else:
                    self.archive_wanted.emit(self.search.text())
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        current = self.view.currentIndex() if self.view.hasFocus() else QModelIndex()
        walked, row = self._key_of(current), current.row()
        wanted = self.search.text().casefold().split()
        shown = [
            entry
            for entry in self._entries
            if entry.state in self.stages.stages
            and all(word in entry.title.casefold() for word in wanted)
        ]
        self.model.set_entries(shown, self._now)
        self._show_words(len(shown), is_searching=bool(wanted))
        if walked and not self.model.index_of(walked).isValid():
            walked = self._key_of(self.model.near(row))
        self._select(walked or self._current)

    def _show_words(self, shown: int, *, is_searching: bool) -> None:
        """Show how many releases there are, or why there are none."""
        there = len(self._entries)
        some = self.tr("{0} dari {1}").format(shown, there)
        self.count.setText(some if shown != there else str(there or ""))
        self.search.setVisible(bool(there))
        self.stages.button.setVisible(bool(there))
        hint = self.tr("Rilis yang sedang dikerjakan tampil di sini.")
        if there:
            hint = self.tr("Tidak ada di meja.") if is_searching else self.tr("Tidak ada.")
        self.hint.setText(hint)
        self.hint.setVisible(not shown)
        self.elsewhere.setVisible(is_searching and bool(there))

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
        return view

    def _choose(self, index: Index) -> None:
        key = self._key_of(index)
        if key:
            self.chosen.emit(key)

    def _entry(self) -> DeskEntry | None:
        index = self.view.currentIndex()
        row = index.data(ENTRY) if index.isValid() else None
        return row if isinstance(row, DeskEntry) else None

    @staticmethod
    def _key_of(index: Index) -> str:
        row = index.data(ENTRY) if index.isValid() else None
        return row.key if isinstance(row, DeskEntry) else ""
