"""The archive page: a search field, filters, the results."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.archive.repository.archive_values import SearchHit
from bnews_desk.gui.archive.filter_bar import FilterBar
from bnews_desk.gui.archive.hit_delegate import HitDelegate
from bnews_desk.gui.archive.search_request import ArchiveHits, SearchRequest
from bnews_desk.gui.archive.search_results import HIT, Index, SearchResults
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import LinkButton, label
from bnews_desk.gui.window.side_pages import SidePageWidget

COLUMN = 720
"""The greatest width of the page's column in pixels."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ArchivePage(SidePageWidget):
    """Shows a search and its results; does not search itself."""

    request_changed = Signal(object)
    """A ``SearchRequest``, sent while the editor types and filters."""
    more_wanted = Signal(int)
    """The number of hits after which more are needed."""
    opened = Signal(str)
    """The key of a release that is to be opened; in the bin: to be restored."""
    binned = Signal(str)
    """The key of a release that is to be moved to the bin."""
    versions_wanted = Signal(str)
    """The key of a release whose versions are to be shown."""
    current_changed = Signal(object)
    """The focused ``SearchHit``, or None."""

    def __init__(
        self,
        theme: Theme,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "page")
        self.setAccessibleName(self.tr("Arsip"))
        self.heading = label(self.tr("Arsip"), "head")
        self.field = self._make_field()
        self.filters = FilterBar(theme, today)
        self.filters.changed.connect(self._ask)
        self.notes = label("", "help", "warn")
        self.hint = label("", "", "ink2")
        for said in (self.notes, self.hint):
            said.setWordWrap(True)
        self.whole = LinkButton(theme, self.tr("Tampilkan semua status dan masa"))
        self.whole.clicked.connect(self.filters.show_all)
        self.results = SearchResults(self)
        self.results.more_wanted.connect(self.more_wanted)
        self.delegate = HitDelegate(theme, self)
        self.menu: list[QAction] = []
        self.view = self._make_view()
        self._lay_out()
        self.apply_theme()
        self._show_hint("", is_failure=False)

    @property
    def request(self) -> SearchRequest:
        """The present search."""
        return self.filters.request(self.field.text())

    def begin(self, words: str | None = None, *, in_bin: bool = False) -> None:
        """Search for other words, or for the same as before, with the focus in the field."""
        if words is not None:
            self.field.setText(words)
        self.filters.bin.setChecked(in_bin)
        self._search()

    def show_found(self, found: ArchiveHits) -> None:
        """Show an answer; the focused row keeps the focus where it is still there."""
        key, top = self.current_key, self.view.verticalScrollBar().value()
        had_keyboard = self.view.hasFocus()
        self.results.set_hits(found)
        if not found.offset:
            self._walk_back(key, top)
            self.notes.setText(" ".join(found.notes))
            self.notes.setVisible(bool(found.notes))
        count = self.results.rowCount()
        more = self.tr("{0} naskah pertama") if self.results.is_more else self.tr("{0} naskah")
        self.filters.count.setText(more.format(count) if count else "")
        self._show_hint("" if count else self._nothing(), is_failure=False)
        if had_keyboard and not count:
            self.field.setFocus()

    def show_waiting(self) -> None:
        """Say that the answer takes a while, where there is nothing to read meanwhile."""
        if not self.results.rowCount():
            self._show_hint(self.tr("Arsip sedang dibuka …"), is_failure=False)

    def show_failure(self, sentence: str) -> None:
        """Say why nothing can be found."""
        self.results.set_hits(ArchiveHits(()))
        self.filters.count.setText("")
        self._show_hint(sentence, is_failure=True)

    @property
    def current_key(self) -> str:
        """The key of the focused row, '' without any."""
        hit = self._hit(self.view.currentIndex())
        return hit.summary.key if hit else ""

    def apply_theme(self) -> None:
        self.heading.setFont(self._theme.page_font(24, 700))
        self._glass.setIcon(self._theme.icon("search", "ink3", is_beside=True))
        self.view.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Go from the field to the results; a letter typed there continues the search."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.field:
                return self._take_key_of_field(event)
            if watched is self.view and _is_letter(event):
                self.field.setFocus()
                self.field.end(False)
                self.field.insert(event.text())
                return True
        return super().eventFilter(watched, event)

    def _take_key_of_field(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            if self.results.rowCount():
                if not self.view.currentIndex().isValid():  # before Qt does, who selects nothing
                    self.view.setCurrentIndex(self.results.index(0))
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in _ENTER:
            index = self.view.currentIndex()
            self._open(index if index.isValid() else self.results.index(0))
            return True
        return False

    def _ask(self) -> None:
        in_bin = self.filters.bin.isChecked()
        self.heading.setText(self.tr("Tempat sampah") if in_bin else self.tr("Arsip"))
        opens, _, bins = self.menu
        opens.setText(self.tr("Pulihkan") if in_bin else self.tr("Buka"))
        bins.setVisible(not in_bin)
        self.request_changed.emit(self.request)

    def _walk_back(self, key: str, top: int) -> None:
        index = self.results.index_of(key) if key else QModelIndex()
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.verticalScrollBar().setValue(top)
        else:
            self.current_changed.emit(None)

    def _nothing(self) -> str:
        """Why there is nothing to show."""
        typed = self.field.text().strip()
        if self.filters.bin.isChecked() and not typed:
            return self.tr("Tempat sampah kosong.")
        if typed:
            return self.tr("Tidak ada naskah yang cocok dengan “{0}”.").format(typed)
        if self.filters.is_narrowing:
            return self.tr("Tidak ada naskah dengan status dan masa itu.")
        return self.tr("Arsip masih kosong; setiap rilis yang diimpor akan tersimpan di sini.")

    def _show_hint(self, text: str, *, is_failure: bool) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        is_narrowed = self.filters.is_narrowing and not is_failure
        self.whole.setVisible(bool(text) and is_narrowed)
        self.view.setVisible(not text)

    def _open(self, index: Index) -> None:
        hit = self._hit(index)
        if hit is not None:
            self.opened.emit(hit.summary.key)

    def _bin(self) -> None:
        if self.current_key and not self.filters.bin.isChecked():
            self.binned.emit(self.current_key)

    @staticmethod
    def _hit(index: Index) -> SearchHit | None:
        hit = index.data(HIT) if index.isValid() else None
        return hit if isinstance(hit, SearchHit) else None

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Cari judul, isi, nama, tempat, sumber"))
        field.setAccessibleName(self.tr("Cari di arsip"))
        field.setMinimumHeight(34)
        field.setClearButtonEnabled(True)
        self._glass = QAction(field)
        field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        glass, clear = field.findChildren(QToolButton)
        glass.setAccessibleName(self.tr("Cari di arsip"))
        clear.setAccessibleName(self.tr("Kosongkan pencarian"))
        field.textChanged.connect(self._ask)
        field.installEventFilter(self)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, self._search, context=inside)
        return field

    def _search(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _make_view(self) -> QListView:
        view = QListView()
        view.setModel(self.results)
        view.setItemDelegate(self.delegate)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Naskah yang ditemukan"))
        view.doubleClicked.connect(self._open)
        view.activated.connect(self._open)
        view.selectionModel().currentChanged.connect(
            lambda index, _: self.current_changed.emit(self._hit(index))
        )
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, key, do in (
            (self.tr("Buka"), "", lambda: self._open(view.currentIndex())),
            (self.tr("Versi…"), "", self._want_versions),
            (self.tr("Ke tempat sampah"), "Del", self._bin),
        ):
            action = QAction(text, view)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(do)
            view.addAction(action)
            self.menu.append(action)
        return view

    def _want_versions(self) -> None:
        if self.current_key:
            self.versions_wanted.emit(self.current_key)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(COLUMN + 24)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(10)
        for widget in (self.heading, self.field, self.filters, self.notes, self.hint, self.whole):
            row = QHBoxLayout()
            row.setContentsMargins(12, 0, 12, 0)
            row.addWidget(widget)
            if widget is self.whole:
                row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 0, 12, 0)
        whole.addStretch(1)
        whole.addWidget(inside, 10_000)
        whole.addStretch(1)


def _is_letter(event: QKeyEvent) -> bool:
    others = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    return text.isprintable() and bool(text.strip()) and not event.modifiers() & others
