"""Qt model and delegate of the desk list: releases in groups by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bnews_desk.archive.journal.journal_entries import JournalEntry
from bnews_desk.archive.release_progress import RemainingWork, Stage
from bnews_desk.archive.repository.archive_values import ReleaseSummary
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.desk.stage_labels import stage_icon, stage_name
from bnews_desk.gui.shared.row_background import paint_row_background
from bnews_desk.gui.shared.theme import Theme

UNTITLED = "Naskah kosong"


def desk_entry(entry: JournalEntry, release: OpenRelease | None) -> DeskEntry:
    """The row of a release in the journal; ``release`` is None where it is not open."""
    headline = release.document.release().headline if release else entry.headline
    title = headline or entry.opening
    left = release.progress.left if release else entry.left
    return DeskEntry(entry.key, title or UNTITLED, not headline, entry.changed, entry.stage, left)


def archived_desk_entry(summary: ReleaseSummary) -> DeskEntry:
    """The row of a release that only the archive has."""
    title = summary.headline or summary.opening
    return DeskEntry(
        summary.key, title or UNTITLED, not summary.headline, summary.changed, summary.status
    )


Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 66
GROUP_HEIGHT = 28
INSET = 10
ENTRY = Qt.ItemDataRole.UserRole + 1


class DeskEntry(NamedTuple):
    """A release on the desk; ``changed`` is in seconds since the epoch.

    ``left`` is None where the remaining work is unknown.
    """

    key: str
    title: str
    is_untitled: bool
    changed: float
    state: Stage = "disunting"
    left: RemainingWork | None = None


class DayHeading(NamedTuple):
    """The heading of a group of rows."""

    text: str


class DeskModel(QAbstractListModel):
    """Entries in groups by the day of their last change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DeskEntry | DayHeading] = []
        self._now = 0.0

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """One row for each entry and each heading."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The row itself under ``ENTRY``, its words for screen readers."""
        row = self._rows[index.row()]
        if role == ENTRY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text if isinstance(row, DayHeading) else row.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(row, DeskEntry):
            return self.description(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, DeskEntry):
            return f"{row.title}\n{self.description(row)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if isinstance(self._rows[index.row()], DayHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def set_entries(self, entries: Sequence[DeskEntry], now: float) -> None:
        """Show other entries; ages are counted up to ``now``, in seconds since the epoch."""
        self._now = now
        rows: list[DeskEntry | DayHeading] = []
        for entry in sorted(entries, key=lambda e: -e.changed):
            heading = DayHeading(self._day(entry.changed))
            if heading not in rows:
                rows.append(heading)
            rows.append(entry)
        if [_kind(r) for r in rows] == [_kind(r) for r in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, key: str) -> QModelIndex:
        """The row of an entry; an invalid index where there is none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, DeskEntry) and row.key == key:
                return self.index(number)
        return QModelIndex()

    def near(self, row: int) -> QModelIndex:
        """The entry in a row or the next one below it, else the last one; invalid where there is
        none.
        """
        entries = [n for n, there in enumerate(self._rows) if isinstance(there, DeskEntry)]
        behind = [number for number in entries if number >= row]
        number = behind[0] if behind else (entries or [-1])[-1]
        return self.index(number) if number >= 0 else QModelIndex()

    def description(self, entry: DeskEntry) -> str:
        """State, age and remaining work, in words."""
        parts = [stage_name(entry.state), self.age(entry)]
        errors, warnings = entry.left or (0, 0)
        if errors:
            parts.append(self.tr("{0} wajib diperbaiki").format(errors))
        elif warnings:
            parts.append(self.tr("{0} perlu dicek").format(warnings))
        return " · ".join(parts)

    def age(self, entry: DeskEntry) -> str:
        """How long ago an entry was changed, in a few letters."""
        minutes = max(0, int((self._now - entry.changed) // 60))
        if minutes < 1:
            return self.tr("baru saja")
        if minutes < 60:
            return self.tr("{0} mnt").format(minutes)
        if minutes < 24 * 60:
            return self.tr("{0} jam").format(minutes // 60)
        return self.tr("{0} hari").format(minutes // (24 * 60))

    def _day(self, changed: float) -> str:
        day, today = _date(changed), _date(self._now)
        days = (today - day).days
        if days <= 0:
            return self.tr("Hari ini")
        if days == 1:
            return self.tr("Kemarin")
        return f"{day.day}/{day.month}/{day.year}"


def _date(moment: float) -> date:
    return datetime.fromtimestamp(moment).astimezone().date()


def _kind(row: DeskEntry | DayHeading) -> str:
    return row.text if isinstance(row, DayHeading) else row.key


class DeskDelegate(QStyledItemDelegate):
    """Draws a row: two lines of title, then state, age and counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Fixed heights, so that the list never jumps."""
        is_heading = isinstance(index.data(ENTRY), DayHeading)
        return QSize(100, GROUP_HEIGHT if is_heading else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ENTRY)
        rect: QRect = option.rect
        painter.save()
        if isinstance(row, DayHeading):
            painter.setFont(self.theme.ui_font(11, 500))
            painter.setPen(self.theme.color("ink3"))
            painter.drawText(
                rect.adjusted(INSET, 0, -INSET, -4), Qt.AlignmentFlag.AlignBottom, row.text
            )
        else:
            paint_row_background(painter, option, rect, self.theme)
            self._title(painter, rect, row, option)
            self._meta(painter, rect, row, index.model())
        painter.restore()

    def _title(
        self, painter: QPainter, rect: QRect, row: DeskEntry, option: QStyleOptionViewItem
    ) -> None:
        is_selected = option.state & QStyle.StateFlag.State_Selected
        font = self.theme.ui_font(13, 500 if is_selected else 400)
        font.setItalic(row.is_untitled)
        painter.setPen(self.theme.color("ink3" if row.is_untitled else "ink"))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        lines = two_lines(row.title, metrics, rect.width() - 2 * INSET)
        for number, line in enumerate(lines):
            baseline = rect.top() + 8 + metrics.ascent() + number * 17
            painter.drawText(rect.left() + INSET, baseline, line)

    def _meta(self, painter: QPainter, rect: QRect, row: DeskEntry, model: object) -> None:
        top = rect.bottom() - 20
        icon = self.theme.icon(*stage_icon(row.state))
        icon.paint(painter, QRect(rect.left() + INSET, top, 12, 12))
        painter.setFont(self.theme.ui_font(11))
        painter.setPen(self.theme.color("ink3"))
        age = model.age(row) if isinstance(model, DeskModel) else ""
        painter.drawText(
            QRect(rect.left() + INSET + 17, top - 2, rect.width() - 70, 16),
            Qt.AlignmentFlag.AlignVCenter,
            f"{stage_name(row.state)}  ·  {age}",
        )
        shape, token, count = _left_to_do(row)
        if not shape:
            return
        right = rect.right() - INSET
        painter.setPen(self.theme.color(token))
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.drawText(
            QRect(right - width, top - 2, width + 1, 16), Qt.AlignmentFlag.AlignVCenter, count
        )
        gap = 4 if count else 0
        self.theme.icon(shape, token).paint(painter, QRect(right - width - gap - 12, top, 12, 12))


def _left_to_do(row: DeskEntry) -> tuple[str, str, str]:
    """Shape, colour and number of the worst findings that remain.

    No shape where that is unknown, or the release is published.
    """
    if row.left is None or row.state == "tayang":
        return "", "", ""
    if row.left.errors:
        return "error", "err", str(row.left.errors)
    if row.left.warnings:
        return "warning", "warn", str(row.left.warnings)
    return "done", "ok", ""


def two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """``text`` in at most two lines of ``width`` pixels, the second cut with an ellipsis."""
    end = _fitting(text, metrics, width)
    if end >= len(text):
        return [text]
    rest = metrics.elidedText(text[end:].strip(), Qt.TextElideMode.ElideRight, width)
    return [text[:end].rstrip(), rest]


def _fitting(text: str, metrics: QFontMetrics, width: int) -> int:
    """How many code points of ``text`` fit on one line, cut at the end of a word where possible."""
    if metrics.horizontalAdvance(text) <= width:
        return len(text)
    end = 0
    for position, char in enumerate(text):
        if metrics.horizontalAdvance(text[: position + 1]) > width:
            break
        if char == " ":
            end = position + 1
    return end or max(1, position)
