"""The list view of the findings panel: mouse, keys, and a stable scroll position."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner, dictionary_word
from bnews_desk.gui.findings.finding_delegate import FindingDelegate, HoveredButton
from bnews_desk.gui.findings.finding_rows import RowKind
from bnews_desk.gui.findings.findings_model import FindingsModel
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.findings.official_dialog import official_in
from bnews_desk.gui.findings.row_geometry import RowAction
from bnews_desk.gui.shared.theme import Theme, ThemedWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NUMBERS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}

Index = QModelIndex | QPersistentModelIndex


class FindingsList(ThemedWidget, QListView):
    """Shows a ``FindingsModel``; emits signals with the row number for what the user does to a
    row.
    """

    chosen = Signal(int)
    """The user went to a row by key or mouse."""
    fix_wanted = Signal(int, int, bool)
    """Row, number of the fix from 0, and whether a key asked for it."""
    undo_wanted = Signal(int)
    alike_wanted = Signal(int)
    """Fix all findings like the one in this row."""
    ignore_wanted = Signal(int, object)
    """Row, and the ``IgnoreScope``."""
    add_word_wanted = Signal(int, object)
    """Row of a word to be added to a dictionary, and the ``DictionaryOwner``."""
    official_wanted = Signal(int)
    """Row of a finding whose person is to be added to the register of officials."""
    unfold_wanted = Signal(int)
    about_wanted = Signal(int)
    escape_wanted = Signal()
    """Give the text the focus."""

    def __init__(self, theme: Theme, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._held_scroll_value: int | None = None
        self._is_held = False
        self._anchored = QPersistentModelIndex()
        self._anchored_at = 0
        self._delegate = FindingDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        model.rows_changing.connect(self._save_anchor)
        model.rows_changed.connect(self._restore_anchor)

    def apply_theme(self) -> None:
        self._delegate.apply_theme()
        self.scheduleDelayedItemsLayout()

    def hold(self, is_held: bool) -> None:
        """Keep the current row at its place on the screen while rows are added and removed."""
        self._is_held = is_held
        if not is_held and self._held_scroll_value is not None:
            self._held_scroll_value = None
            self.updateGeometries()

    def go_to(self, row: int) -> None:
        """Make a row current without scrolling."""
        index = self._model.index(row)
        if index.isValid() and index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)

    def go_to_and_show(self, row: int) -> None:
        """Make a row current and scroll to it."""
        self.go_to(row)
        self.scrollTo(self.currentIndex())

    def _open_under_pointer(self, row: int) -> None:
        """Make a row current without moving it on the screen, as far as the list's ends allow."""
        anchor = self._model.index(row)
        top = self.visualRect(anchor).top()
        self.go_to(row)
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(anchor).top() - top)
        self.scrollTo(anchor)

    def _save_anchor(self) -> None:
        """Remember the screen position of the current row, or else of the first visible one."""
        anchor = self._anchor()
        self._anchored = QPersistentModelIndex(anchor)
        self._anchored_at = self.visualRect(anchor).top()

    def _restore_anchor(self) -> None:
        """Scroll the remembered row back to its position, beyond the list's ends where needed."""
        if self._is_held and self._anchored.isValid():
            self.doItemsLayout()
            bar = self.verticalScrollBar()
            top = self.visualRect(self._anchored).top()
            self._held_scroll_value = bar.value() + top - self._anchored_at
            self.updateGeometries()
            bar.setValue(self._held_scroll_value)

    def step(self, row: int, by: int) -> int:
        """The next row in a direction that is not a heading; ``row`` when there is none."""
        at = row + by
        while 0 <= at < self._model.rowCount():
            if self._model.row_at(at).kind is not RowKind.GROUP:
                return at
            at += by
        return row

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Open the current row and close the one before."""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def updateGeometries(self) -> None:  # noqa: N802
        """Extend the scroll bar's range to include the held position."""
        bar = self.verticalScrollBar()
        value = bar.value()
        super().updateGeometries()
        if self._held_scroll_value is not None:
            bar.setRange(
                min(0, self._held_scroll_value), max(bar.maximum(), self._held_scroll_value)
            )
            bar.setValue(value)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out the rows again: lines break elsewhere at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Take the panel's own keys before the window's shortcuts do."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Act on the panel's keys; type-ahead search is off, because letters are commands here."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if not self._is_own(event):
            if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                super().keyPressEvent(event)
                self.chosen.emit(self.currentIndex().row())
            else:
                event.ignore()
        elif key == Qt.Key.Key_Escape:
            self.escape_wanted.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            at_end = key == Qt.Key.Key_End
            self._step_current(self._model.rowCount() if at_end else -1, -1 if at_end else 1)
        elif key in _STEPS:
            self._step_current(row, _STEPS[key])
        elif row >= 0:
            self._act_on_key(key, row, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Press a button, or go to a row."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        hovered = self._button_at(event.position().toPoint())
        self._delegate.hovered = self._delegate.pressed = hovered
        if hovered.button is None and hovered.row >= 0:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if self._model.row_at(hovered.row).kind is RowKind.MORE:
                self.unfold_wanted.emit(hovered.row)
            else:
                self._open_under_pointer(hovered.row)
                self.chosen.emit(hovered.row)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Carry out a button's action if the pointer is still on the one that was pressed."""
        pressed, self._delegate.pressed = self._delegate.pressed, HoveredButton(-1)
        hovered = self._button_at(event.position().toPoint())
        if pressed.button is not None and pressed == hovered:
            row, button = hovered.row, pressed.button
            if button.action is RowAction.FIX:
                self.fix_wanted.emit(row, button.number, False)
            elif button.action is RowAction.ALIKE:
                self.alike_wanted.emit(row)
            elif button.action is RowAction.UNDO:
                self.undo_wanted.emit(row)
            else:
                self.ignore_wanted.emit(row, IgnoreScope.HERE)
        self._update_hovered(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ignore double clicks: the second click would hit whatever the first one moved there."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Highlight the row or button under the pointer."""
        self._update_hovered(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Remove the highlight."""
        self._delegate.hovered = HoveredButton(-1)
        self.viewport().update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Make a row current when the list gets the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(self.step(-1, 1))
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Show a menu with the other actions for a finding: dictionaries, ignores, rule."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and self._model.finding(index.row()) is not None:
            place = self.visualRect(index).center() if by_key else event.pos()
            self._menu(QPersistentModelIndex(index)).popup(self.viewport().mapToGlobal(place))

    def _menu(self, index: QPersistentModelIndex) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        finding = self._model.finding(index.row())
        for owner in DictionaryOwner if finding is not None and dictionary_word(finding) else ():
            action = menu.addAction(f"{owner.label}\t{owner.key}")
            action.triggered.connect(partial(self._add_word_at, index, owner))
        for reach in IgnoreScope:
            action = menu.addAction(f"{reach.label}\t{reach.key}")
            action.triggered.connect(partial(self._ignore_at, index, reach))
        if finding is not None and official_in(finding) is not None:
            action = menu.addAction(self.tr("Catat sebagai pejabat…"))
            action.triggered.connect(partial(self._record_at, index))
        menu.addSeparator()
        about = menu.addAction(f"{self.tr('Tentang aturan ini')}\tF1")
        about.triggered.connect(lambda: self.about_wanted.emit(index.row()))
        return menu

    def _ignore_at(self, index: QPersistentModelIndex, reach: IgnoreScope) -> None:
        if index.isValid():
            self.ignore_wanted.emit(index.row(), reach)

    def _add_word_at(self, index: QPersistentModelIndex, owner: DictionaryOwner) -> None:
        if index.isValid():
            self.add_word_wanted.emit(index.row(), owner)

    def _record_at(self, index: QPersistentModelIndex) -> None:
        if index.isValid():
            self.official_wanted.emit(index.row())

    def _act_on_key(self, key: Qt.Key, row: int, event: QKeyEvent) -> None:
        if key in (*_ENTER, *_NUMBERS):
            if self._model.row_at(row).kind is RowKind.MORE:
                self.unfold_wanted.emit(row)
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.alike_wanted.emit(row)
            else:
                self.fix_wanted.emit(row, _NUMBERS.get(key, 0), True)
        elif key == Qt.Key.Key_I:
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.ignore_wanted.emit(row, IgnoreScope.NEWSROOM if is_shifted else IgnoreScope.HERE)
        elif key == Qt.Key.Key_R:
            self.ignore_wanted.emit(row, IgnoreScope.RELEASE)
        elif key == Qt.Key.Key_A:
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.add_word_wanted.emit(
                row, DictionaryOwner.NEWSROOM if is_shifted else DictionaryOwner.EDITOR
            )
        elif key == Qt.Key.Key_U:
            self.undo_wanted.emit(row)
        elif key == Qt.Key.Key_F1:
            self.about_wanted.emit(row)

    def _is_own(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the panel."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = (*_ENTER, *_NUMBERS, *_STEPS, Qt.Key.Key_U, Qt.Key.Key_A, Qt.Key.Key_F1)
        plain = (
            *plain,
            Qt.Key.Key_I,
            Qt.Key.Key_R,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        )
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            return event.key() in (Qt.Key.Key_I, Qt.Key.Key_A, *_ENTER)
        return modifiers == Qt.KeyboardModifier.NoModifier and event.key() in plain

    def _step_current(self, row: int, by: int) -> None:
        at = self.step(row, by)
        if at != row and 0 <= at < self._model.rowCount():
            self.go_to_and_show(at)
            self.chosen.emit(at)

    def _anchor(self) -> QModelIndex:
        current = self.currentIndex()
        if current.isValid() and self.visualRect(current).intersects(self.viewport().rect()):
            return current
        return self.indexAt(QPoint(20, 1))

    def _button_at(self, point: QPoint) -> HoveredButton:
        index = self.indexAt(point)
        if not index.isValid() or self._model.row_at(index.row()).kind is RowKind.GROUP:
            return HoveredButton(-1)
        row_layout = self._delegate.row_layout(index)
        return HoveredButton(index.row(), row_layout.hit(point - self.visualRect(index).topLeft()))

    def _update_hovered(self, point: QPoint) -> None:
        hovered = self._button_at(point)
        if hovered != self._delegate.hovered:
            self._delegate.hovered = hovered
            self.viewport().update()
