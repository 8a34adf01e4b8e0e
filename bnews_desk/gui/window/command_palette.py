"""The command palette: finds a command by a few letters of its name and runs it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.findings.findings_list import Index
from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import label

SIZE = (480, 380)
TOP = 60
"""Pixels below the window's upper edge."""
_KEYS = Qt.ItemDataRole.UserRole + 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CommandPalette(QDialog):
    """Lists the commands that are available now; Enter or a click runs one.

    The list shows the commands that contain each of the typed words.
    """

    def __init__(
        self, theme: Theme, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        gives_keyboard_back(self)
        self.setWindowTitle(self.tr("Semua perintah"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "sheet")
        self.resize(*SIZE)
        self._actions = [action for action in actions if action.isEnabled() and action.text()]
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Ketik nama perintah"))
        self.field.setAccessibleName(self.tr("Cari perintah"))
        self.field.setFixedHeight(32)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Perintah"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_KeyDelegate(theme, self.list))
        self.nothing = label(self.tr("Tidak ada perintah dengan nama itu."), "help", "ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for widget in (self.field, self.nothing, self.list):
            column.addWidget(widget)
        self.field.textChanged.connect(self._show)
        self.list.itemClicked.connect(self._carry_out)
        self._show("")
        if parent is not None:
            room = parent.rect()
            self.move(parent.mapToGlobal(room.topLeft()).x() + (room.width() - SIZE[0]) // 2, 0)
            self.move(self.x(), parent.mapToGlobal(room.topLeft()).y() + TOP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Move in the list and run its command while the field keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS and self.list.count():
                row = (self.list.currentRow() + _STEPS[key]) % self.list.count()
                self.list.setCurrentRow(row)
                return True
            if key in _ENTER:
                self._carry_out(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self.list.clear()
        for number, action in enumerate(self._actions):
            name = action.text().replace("&", "")
            if not all(word in name.casefold() for word in wanted):
                continue
            item = QListWidgetItem(name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, number)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item.setData(_KEYS, keys)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, keys)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)

    def _carry_out(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = self._actions[item.data(Qt.ItemDataRole.UserRole)]
        self.accept()
        action.trigger()


class _KeyDelegate(QStyledItemDelegate):
    """A command's name at the left end, its key at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """The type and height of the window's rows."""
        super().initStyleOption(option, index)
        option.font = self._theme.ui_font(13)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Rows of 30 px at the usual scale."""
        size = super().sizeHint(option, index)
        size.setHeight(round(30 * self._theme.fonts.scale))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, then its key."""
        super().paint(painter, option, index)
        keys = index.data(_KEYS)
        if keys:
            painter.save()
            painter.setFont(self._theme.ui_font(11))
            painter.setPen(self._theme.color("ink3"))
            room = option.rect.adjusted(0, 0, -8, 0)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, keys
            )
            painter.restore()
