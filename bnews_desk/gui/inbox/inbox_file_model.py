"""Qt model and delegate of the files of Kotak masuk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.gui.inbox.inbox_texts import (
    file_action_label,
    file_description,
    printable_file_name,
)
from bnews_desk.gui.shared.row_background import paint_row_background
from bnews_desk.gui.shared.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
ROW_HEIGHT, INSET = 50, 12
BUTTON_HEIGHT, SHAPE = 26, 14


class InboxFileModel(QAbstractListModel):
    """One row a file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[InboxFile, ...] = ()
        self._numbers: dict[str, int] = {}

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """One row a file."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The file under ``ITEM``, its words for screen readers."""
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return printable_file_name(item)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.file_description(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{printable_file_name(item)}\n{self.file_description(item)}"
        return None

    def take(self, items: Sequence[InboxFile]) -> None:
        """Show other files."""
        if tuple(items) != self._items:
            self.beginResetModel()
            self._items = tuple(items)
            self._numbers = {item.file.path: at for at, item in enumerate(self._items)}
            self.endResetModel()

    def index_of(self, path: str) -> QModelIndex:
        """The row of a file; an invalid index where there is none."""
        number = self._numbers.get(path)
        return QModelIndex() if number is None else self.index(number)

    def file_description(self, item: InboxFile) -> str:
        """The second line of a row."""
        return file_description(item)


class InboxFileDelegate(QStyledItemDelegate):
    """Draws a file, with a button at its right end that imports it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """A fixed height, so that the list never jumps."""
        return QSize(100, ROW_HEIGHT)

    def button(self, rect: QRect, item: InboxFile) -> QRect:
        """The rectangle of the button in a file's row."""
        width = (
            QFontMetrics(self.theme.ui_font(12, 500)).horizontalAdvance(file_action_label(item))
            + 18
        )
        top = rect.top() + (ROW_HEIGHT - BUTTON_HEIGHT) // 2
        return QRect(rect.right() - INSET - width, top, width, BUTTON_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        item, rect = index.data(ITEM), option.rect
        painter.save()
        paint_row_background(painter, option, rect, self.theme)
        button = self.button(rect, item)
        room = QRect(rect.left() + INSET, rect.top(), button.left() - rect.left() - 2 * INSET, 0)
        font = self.theme.ui_font(13, 500 if item.is_new else 400)
        painter.setFont(font)
        painter.setPen(self.theme.color("ink" if item.is_new else "ink3"))
        self._line(painter, room, 8, printable_file_name(item), Qt.TextElideMode.ElideMiddle)
        is_failed = bool(item.failure) and item.is_new
        if is_failed:
            shape = QRect(room.left(), rect.top() + 26, SHAPE, SHAPE)
            self.theme.icon("error", "err").paint(painter, shape)
            room.setLeft(room.left() + SHAPE + 5)
        painter.setFont(self.theme.ui_font(11))
        painter.setPen(self.theme.color("err" if is_failed else "ink3"))
        self._line(painter, room, 26, file_description(item), Qt.TextElideMode.ElideRight)
        is_pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if item.is_new or item.is_again or is_pointed:
            self._button(painter, button, file_action_label(item))
        painter.restore()

    def _line(
        self, painter: QPainter, room: QRect, top: int, text: str, mode: Qt.TextElideMode
    ) -> None:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, mode, room.width())
        painter.drawText(room.left(), room.top() + top + metrics.ascent(), shown)

    def _button(self, painter: QPainter, rect: QRect, deed: str) -> None:
        painter.setBrush(self.theme.color("raised"))
        painter.setPen(self.theme.color("line2"))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setFont(self.theme.ui_font(12, 500))
        painter.setPen(self.theme.color("ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, deed)
