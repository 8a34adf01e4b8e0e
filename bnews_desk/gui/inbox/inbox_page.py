"""The inbox page: the new files of the watched folder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.gui.inbox.inbox_file_model import ITEM, InboxFileDelegate, InboxFileModel
from bnews_desk.gui.inbox.inbox_texts import file_action_label
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import ElidedLabel, FilledButton, LinkButton, QuietButton, label
from bnews_desk.gui.window.side_pages import SidePageWidget

COLUMN = 720
"""The greatest width of the page's column in pixels."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InboxPage(SidePageWidget):
    """Shows files and emits what the editor does with them; reads no folder itself."""

    import_wanted = Signal(object)
    """A list of ``InboxFile`` to import."""
    open_wanted = Signal(object)
    """An ``InboxFile`` whose release is to be shown."""
    chosen_changed = Signal(object)
    """The list of selected files."""
    ignore_wanted = Signal(object)
    """A list of files to hide, or to show again where they are hidden."""
    folder_wanted = Signal()
    """Another folder is to be chosen."""
    all_wanted = Signal(bool)
    """Whether imported and hidden files are shown too."""
    retry_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        tr = self.tr
        self.setProperty("ground", "page")
        self.setAccessibleName(tr("Kotak masuk"))
        self.heading = label(tr("Kotak masuk"), "head")
        self.place = ElidedLabel("", "help", "ink2")
        self.change = LinkButton(theme, tr("Ganti folder…"))
        self.change.clicked.connect(self.folder_wanted)
        self.hint = label("", "", "ink2")
        self.hint.setWordWrap(True)
        self.notes = label("", "help", "ink2")
        self.notes.setWordWrap(True)
        self.choose = FilledButton(theme, tr("Pilih folder…"))
        self.choose.clicked.connect(self.folder_wanted)
        self.retry = QuietButton(theme, tr("Coba lagi"))
        self.retry.clicked.connect(self.retry_wanted)
        self.take = FilledButton(theme, tr("Impor"))
        self.take.clicked.connect(self._import)
        self.ignore = QuietButton(theme, tr("Abaikan"))
        self.ignore.clicked.connect(self._ignore)
        self.all = QCheckBox(tr("Tampilkan juga yang sudah diimpor atau diabaikan"))
        self.all.toggled.connect(self.all_wanted)
        self.rows = InboxFileModel(self)
        self.delegate = InboxFileDelegate(theme, self)
        self.view = self._make_view()
        self._bar = QWidget()
        self._lay_out()
        self.apply_theme()
        self.show_place("")
        self.show_items((), "")

    def show_place(self, folder: str) -> None:
        """Show which folder is watched, '' for none."""
        self.place.setText(folder.encode("utf-8", "replace").decode())
        self.place.setVisible(bool(folder))
        self.change.setVisible(bool(folder))
        self.choose.setVisible(not folder)
        self._bar.setVisible(bool(folder))

    def show_items(
        self, items: Sequence[InboxFile], hint: str, notes: str = "", *, is_failure: bool = False
    ) -> None:
        """Show these files, or a sentence in their place; selected rows stay selected.

        ``notes`` are shown above the files and say what is missing among them.
        """
        chosen = [item.file.path for item in self.chosen()]
        current, top = self._current(), self.view.verticalScrollBar().value()
        has_keyboard = self.view.hasFocus() or self.focusWidget() in (self.change, self.choose)
        self.rows.take(items)
        self._choose_again(chosen, current, top)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.retry.setVisible(is_failure)
        self.view.setVisible(bool(items))
        self.notes.setVisible(bool(notes))
        self.notes.setText(notes)
        self._tell()
        if has_keyboard and self.isVisible() and self.isActiveWindow():
            self.take_focus()

    def chosen(self) -> list[InboxFile]:
        """The files that are selected, from top to bottom."""
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return [index.data(ITEM) for index in rows]

    def take_focus(self) -> None:
        """Focus the first control that can be used."""
        for widget in (self.view, self.choose, self.change):
            if widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                break
        if self.rows.rowCount() and not self.chosen():
            self.view.setCurrentIndex(self.rows.index(self._current()))

    def apply_theme(self) -> None:
        self.heading.setFont(self._theme.page_font(24, 700))
        self.view.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter on the list imports; a click on a row's button imports that file alone."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and self.chosen():
                self._import()
                return True
        elif (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            item = self._button_at(event.position().toPoint())
            if item is not None:
                self._do(item)
                return True
        return super().eventFilter(watched, event)

    def _button_at(self, at: QPoint) -> InboxFile | None:
        index = self.view.indexAt(at)
        item = index.data(ITEM) if index.isValid() else None
        if isinstance(item, InboxFile):
            button = self.delegate.button(self.view.visualRect(index), item)
            return item if button.contains(at) else None
        return None

    def _do(self, item: InboxFile) -> None:
        """Carry out the button of one file."""
        if item.is_again:
            self.open_wanted.emit(item)
        else:
            self.import_wanted.emit([item])

    def _import(self) -> None:
        """Import the selected files; a single one that the archive has already is opened."""
        chosen = self.chosen()
        fresh = [item for item in chosen if not item.is_again]
        if fresh:
            self.import_wanted.emit(fresh)
        elif len(chosen) == 1:
            self._do(chosen[0])

    def _ignore(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.ignore_wanted.emit(chosen)

    def _current(self) -> int:
        return max(0, self.view.currentIndex().row())

    def _choose_again(self, paths: Sequence[str], current: int, top: int) -> None:
        """Select what was selected; where that is gone, what has taken its place."""
        model = self.view.selectionModel()
        flag = QItemSelectionModel.SelectionFlag
        kept = [index for index in map(self.rows.index_of, paths) if index.isValid()]
        if not kept and paths and self.rows.rowCount():
            kept = [self.rows.index(min(current, self.rows.rowCount() - 1))]
        for index in kept:
            model.select(index, flag.Select)
        if kept:
            model.setCurrentIndex(kept[0], flag.NoUpdate)
            self.view.verticalScrollBar().setValue(top)

    def _tell(self) -> None:
        """Label the buttons for the selection."""
        chosen = self.chosen()
        fresh = sum(not item.is_again for item in chosen)
        self.take.setEnabled(fresh > 0 or len(chosen) == 1)
        self.ignore.setEnabled(bool(chosen))
        word = file_action_label(chosen[0]) if len(chosen) == 1 else self.tr("Impor")
        self.take.setText(self.tr("Impor ({0})").format(fresh) if fresh > 1 else word)
        are_ignored = bool(chosen) and all(item.is_ignored for item in chosen)
        self.ignore.setText(self.tr("Jangan abaikan") if are_ignored else self.tr("Abaikan"))
        self.chosen_changed.emit(chosen)

    def _make_view(self) -> QListView:
        view = QListView()
        view.setModel(self.rows)
        view.setItemDelegate(self.delegate)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Berkas di kotak masuk"))
        view.doubleClicked.connect(lambda index: self._do(index.data(ITEM)))
        view.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete),
            view,
            self._ignore,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        return view

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.place)
        place.addWidget(self.change)
        place.addStretch(1)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(6)
        bar.addWidget(self.take)
        bar.addWidget(self.ignore)
        bar.addStretch(1)
        bar.addWidget(self.all)
        inside = QWidget()
        inside.setMaximumWidth(COLUMN + 24)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(10)
        for part in (self.heading, place, self._bar, self.hint, self.notes):
            row = QHBoxLayout()
            row.setContentsMargins(12, 0, 12, 0)
            if isinstance(part, QWidget):
                row.addWidget(part)
            else:
                row.addLayout(part)
            column.addLayout(row)
        remedies = QHBoxLayout()
        remedies.setContentsMargins(12, 0, 12, 0)
        remedies.addWidget(self.choose)
        remedies.addWidget(self.retry)
        remedies.addStretch(1)
        column.addLayout(remedies)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 0, 12, 0)
        whole.addStretch(1)
        whole.addWidget(inside, 10_000)
        whole.addStretch(1)
