"""Paints the rows of the findings list and locates their buttons."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from bnews_desk.gui.findings.finding_rows import FindingRow, RowKind
from bnews_desk.gui.findings.finding_texts import severity_icon
from bnews_desk.gui.findings.findings_model import FindingsModel
from bnews_desk.gui.findings.row_geometry import (
    LEFT,
    PlacedRow,
    RowAction,
    RowButton,
    RowMeasurer,
    UnfoldedRow,
)
from bnews_desk.gui.shared.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAP = Qt.TextFlag.TextWordWrap


class HoveredButton(NamedTuple):
    """The row under the pointer, and its button there or None."""

    row: int
    button: RowButton | None = None


class FindingDelegate(QStyledItemDelegate):
    """Paints rows of 31 px with icon, flagged words and one button; the current row is unfolded.

    The view that owns the delegate sets ``hovered`` and ``pressed``.
    """

    def __init__(self, theme: Theme, model: FindingsModel, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view, self._model = view, model
        self.hovered = HoveredButton(-1)
        self.pressed = HoveredButton(-1)
        self.apply_theme()

    def apply_theme(self) -> None:
        self._measurer = RowMeasurer(self._theme)

    def row_layout(self, index: Index) -> PlacedRow:
        """The rectangles of a row's parts, relative to its top left corner."""
        row = self._model.row_at(index.row())
        width = self._view.width()
        if self._is_open(index, row):
            edge = min(width - 6, self._view.viewport().width() - 2)
            return self._measurer.opened(self._card(index, row), width, edge)
        offer, action = "", RowAction.FIX
        if row.kind is RowKind.FIXED and row.fixed is not None and not row.fixed.is_undone:
            offer, action = self.tr("Urungkan"), RowAction.UNDO
        elif row.kind is RowKind.FINDING and row.wording is not None and row.wording.offers:
            offer = row.wording.offers[0]
        return self._measurer.closed(self._title(index, row), offer, action, width)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The row's height; it depends on its kind."""
        if self._model.row_at(index.row()).kind is RowKind.GROUP:
            return QSize(0, self._measurer.group_height())
        return QSize(0, self.row_layout(index).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.GROUP:
            self._paint_group(painter, index)
        else:
            row_layout = self.row_layout(index)
            self._paint_background(painter, index, row, row_layout)
            self._paint_texts(painter, index, row, row_layout)
            for button in row_layout.buttons:
                self._paint_button(painter, index, button, row_layout.reason is not None)
        painter.restore()

    def _paint_group(self, painter: QPainter, index: Index) -> None:
        room = QRect(LEFT, 0, self._view.width() - 2 * LEFT, self._measurer.group_height())
        self._draw_text(painter, room.translated(0, 1), self._words(index), "ink3", 11, 500)

    def _paint_background(
        self, painter: QPainter, index: Index, row: FindingRow, row_layout: PlacedRow
    ) -> None:
        is_open = row_layout.reason is not None
        frame = row_layout.frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        has_ring = index == self._view.currentIndex() and self._view.hasFocus()
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open:
            painter.setBrush(self._theme.color("raised"))
            painter.setPen(QPen(self._theme.color("line2"), 1))
            painter.drawRoundedRect(frame, 8, 8)
        elif self.hovered.row == index.row():
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(frame, 6, 6)
        if has_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("sug"), 2))
            ring = frame.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, 8 if is_open else 6, 8 if is_open else 6)

    def _paint_texts(
        self, painter: QPainter, index: Index, row: FindingRow, row_layout: PlacedRow
    ) -> None:
        name, token = self._shape(row)
        self._theme.icon(name, token).paint(painter, row_layout.icon)
        is_open = row_layout.reason is not None
        is_done = row.kind is RowKind.FIXED
        ink = "ink3" if is_done else "ink2" if row.kind is RowKind.MORE else "ink"
        title = self._title(index, row)
        self._draw_text(painter, row_layout.title, title, ink, 13, 600 if is_open else 400)
        if row_layout.reason is None:
            return
        card = self._card(index, row)
        self._draw_text(painter, row_layout.reason, card.reason, ink, 13, wraps=True)
        if row_layout.source is not None:
            self._draw_text(painter, row_layout.source, card.source, "ink3", 12, wraps=True)

    def _paint_button(
        self, painter: QPainter, index: Index, button: RowButton, is_in_card: bool
    ) -> None:
        here = HoveredButton(index.row(), button)
        is_plain = button.action is RowAction.IGNORE or (
            button.action is RowAction.UNDO and not is_in_card
        )
        ground = "raised"
        if self.hovered == here:
            ground = "sel" if self.pressed == here else "hover"
        if not is_plain or self.hovered == here:
            edge = "line2" if is_in_card or self.hovered == here else "line"
            painter.setBrush(self._theme.color(ground))
            painter.setPen(QPen(self._theme.color(edge), 1) if not is_plain else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(button.rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ink = {
            RowAction.FIX: "ink",
            RowAction.ALIKE: "ink",
            RowAction.UNDO: "sug",
            RowAction.IGNORE: "ink2",
        }[button.action]
        weight = 400 if is_plain else 500
        room = button.rect.adjusted(8, 0, -8, 0)
        self._draw_text(painter, room, button.text, ink, 13, weight, align=_CENTRE)

    def _draw_text(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        ink: str,
        px: float,
        weight: int = 400,
        *,
        wraps: bool = False,
        align: Qt.AlignmentFlag = _MIDDLE,
    ) -> None:
        painter.setFont(self._theme.ui_font(px, weight))
        painter.setPen(QColor(self._theme.color(ink)))
        if wraps:
            painter.drawText(room, int(_WRAP), words)
            return
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, int(align | Qt.TextFlag.TextSingleLine), shown)

    def _is_open(self, index: Index, row: FindingRow) -> bool:
        is_finding = row.kind in (RowKind.FINDING, RowKind.FIXED)
        return is_finding and index.row() == self._view.currentIndex().row()

    def _shape(self, row: FindingRow) -> tuple[str, str]:
        if row.kind is RowKind.MORE:
            return "chevron-down", "ink2"
        if row.fixed is not None and not row.fixed.is_undone:
            return "check", "ok"
        return severity_icon(row.severity)

    def _title(self, index: Index, row: FindingRow) -> str:
        if row.fixed is not None and not row.fixed.is_undone:
            return f"{self._words(index)} → {row.fixed.right}"
        return self._words(index)

    def _card(self, index: Index, row: FindingRow) -> UnfoldedRow:
        finding = row.fixed.finding if row.fixed else self._model.finding(index.row())
        return UnfoldedRow(
            self._title(index, row),
            finding.message if finding else "",
            self._model.source(row.rule),
            row.wording.offers if row.wording else (),
            self.tr("Abaikan"),
            self.tr("Urungkan") if row.fixed and not row.fixed.is_undone else "",
            self._alike(index),
        )

    def _alike(self, index: Index) -> str:
        """The label of the button that fixes all findings like this one; '' when there are no
        others.
        """
        alike = self._model.alike(index.row())
        if not alike:
            return ""
        is_line = any("\n" in edit.old and not edit.new for edit in alike[0].fixes[0].edits)
        words = self.tr("Hapus {count} baris") if is_line else self.tr("Semua {count}")
        return words.format(count=len(alike))

    @staticmethod
    def _words(index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
