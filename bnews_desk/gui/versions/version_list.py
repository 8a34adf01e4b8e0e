"""The list of versions: when, why, and how much changed since the one before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bnews_desk.archive.repository.archive_values import Version
from bnews_desk.gui.shared.row_background import paint_row_background
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.versions.version_texts import format_version_time, version_reason

ROW_HEIGHT = 48
INSET = 10
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class VersionRow(NamedTuple):
    """A version in the list; ``size`` is '' while it is unknown."""

    version: Version
    title: str
    about: str
    size: str = ""


class VersionList(QListWidget):
    """The versions of one release, newest first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(theme, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Versi naskah"))

    def show_versions(self, versions: Sequence[Version], now: float) -> None:
        """Show versions, given oldest first."""
        self.clear()
        for version in reversed(versions):
            item = QListWidgetItem(self)
            row = VersionRow(
                version, format_version_time(version.made, now), version_reason(version.reason)
            )
            self._fill(item, row)

    def show_size(self, number: int, size: str) -> None:
        """Show how much a version changed the one before it."""
        for place in range(self.count()):
            item = self.item(place)
            row = VersionRow(*item.data(ROW))
            if row.version.number == number:
                self._fill(item, row._replace(size=size))

    def version(self) -> Version | None:
        """The focused version."""
        item = self.currentItem()
        return VersionRow(*item.data(ROW)).version if item is not None else None

    @staticmethod
    def _fill(item: QListWidgetItem, row: VersionRow) -> None:
        item.setData(ROW, row)
        about = " · ".join(filter(None, (row.about, row.size)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {about}")
        item.setToolTip(about)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines at the user's scale."""
        return QSize(100, round(ROW_HEIGHT * self._theme.fonts.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the time, then reason and size."""
        row = VersionRow(*index.data(ROW))
        rect: QRect = option.rect
        painter.save()
        paint_row_background(painter, option, rect, self._theme)
        upper = rect.adjusted(INSET, 4, -INSET, -rect.height() // 2)
        lower = rect.adjusted(INSET, rect.height() // 2, -INSET, -4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.ui_font(13))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(upper, middle, row.title)
        painter.setFont(self._theme.ui_font(11))
        painter.setPen(self._theme.color("ink3"))
        width = painter.fontMetrics().horizontalAdvance(row.size)
        painter.drawText(lower, middle | Qt.AlignmentFlag.AlignRight, row.size)
        about = painter.fontMetrics().elidedText(
            row.about, Qt.TextElideMode.ElideRight, lower.width() - width - 8
        )
        painter.drawText(lower, middle, about)
        painter.restore()
