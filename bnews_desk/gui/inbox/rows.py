"""The files of Kotak masuk as rows: a name, and below it what it is, how large, since when."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
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

from bnews_desk.errors import ReadError
from bnews_desk.gui.inbox.inbox import Item
from bnews_desk.gui.row_ground import paint_ground
from bnews_desk.gui.theme import Theme
from bnews_desk.importers.formats import by_name

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
ROW_HEIGHT, INSET = 50, 12
BUTTON_HEIGHT = 26


class Rows(QAbstractListModel):
    """One row a file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """One a file."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The file under :data:`ITEM`, its words for readers of the screen."""
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown_name(item)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.about(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{shown_name(item)}\n{self.about(item)}"
        return None

    def take(self, items: Sequence[Item]) -> None:
        """Show other files."""
        if tuple(items) != self._items:
            self.beginResetModel()
            self._items = tuple(items)
            self.endResetModel()

    def index_of(self, path: str) -> QModelIndex:
        """The row of a file; an invalid index where there is none."""
        for number, item in enumerate(self._items):
            if item.file.path == path:
                return self.index(number)
        return QModelIndex()

    def about(self, item: Item) -> str:
        """Kind, size and time of a file, and why it is no news."""
        form = ""
        with suppress(ReadError):
            form = by_name(item.file.path).name
        parts = [form, size_of(item.file.size), self._moment(item.file.modified / 1e9)]
        if item.is_taken:
            parts.append(self.tr("sudah diimpor"))
        elif item.is_ignored:
            parts.append(self.tr("diabaikan"))
        return "  ·  ".join(part for part in parts if part)

    def _moment(self, moment: float) -> str:
        try:
            then, today = datetime.fromtimestamp(moment), datetime.fromtimestamp(time.time())
        except (OverflowError, OSError, ValueError):  # a clock far off
            return ""
        days = (today.date() - then.date()).days
        clock = f"{then.hour:02}.{then.minute:02}"
        if days == 0:
            return self.tr("hari ini {0}").format(clock)
        if days == 1:
            return self.tr("kemarin {0}").format(clock)
        return f"{then.day}/{then.month}/{then.year} {clock}"


class RowDelegate(QStyledItemDelegate):
    """Draws a file, with a button at its right end that brings it in."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """A fixed height: the list never jumps."""
        return QSize(100, ROW_HEIGHT)

    def button(self, rect: QRect) -> QRect:
        """Where in a row's rectangle the button is."""
        width = QFontMetrics(self.theme.ui_font(12, 500)).horizontalAdvance(self._word) + 18
        top = rect.top() + (ROW_HEIGHT - BUTTON_HEIGHT) // 2
        return QRect(rect.right() - INSET - width, top, width, BUTTON_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        item, rect = index.data(ITEM), option.rect
        painter.save()
        paint_ground(painter, option, rect, self.theme)
        button = self.button(rect)
        room = QRect(rect.left() + INSET, rect.top(), button.left() - rect.left() - 2 * INSET, 0)
        font = self.theme.ui_font(13, 500 if item.is_new else 400)
        painter.setFont(font)
        painter.setPen(self.theme.color("ink" if item.is_new else "ink3"))
        self._line(painter, room, 8, shown_name(item), Qt.TextElideMode.ElideMiddle)
        painter.setFont(self.theme.ui_font(11))
        painter.setPen(self.theme.color("ink3"))
        model = index.model()
        about = model.about(item) if isinstance(model, Rows) else ""
        self._line(painter, room, 26, about, Qt.TextElideMode.ElideRight)
        is_pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if item.is_new or is_pointed:
            self._button(painter, button)
        painter.restore()

    def _line(
        self, painter: QPainter, room: QRect, top: int, text: str, mode: Qt.TextElideMode
    ) -> None:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, mode, room.width())
        painter.drawText(room.left(), room.top() + top + metrics.ascent(), shown)

    def _button(self, painter: QPainter, rect: QRect) -> None:
        painter.setBrush(self.theme.color("raised"))
        painter.setPen(self.theme.color("line2"))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setFont(self.theme.ui_font(12, 500))
        painter.setPen(self.theme.color("ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._word)

    @property
    def _word(self) -> str:
        return self.tr("Impor")


def shown_name(item: Item) -> str:
    """A file's name as it can be painted: a name that is no text has marks in it."""
    return item.file.name.encode("utf-8", "replace").decode()


def size_of(count: int) -> str:
    """Bytes in thousands or millions, with a decimal comma."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")
