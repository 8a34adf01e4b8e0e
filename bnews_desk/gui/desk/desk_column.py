"""The left column: the desk list, or in a narrow window a rail that opens it over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FootRow, IconButton, SeparatorLine

if TYPE_CHECKING:
    from bnews_desk.gui.desk.desk_list import DeskList

LEAST, MOST = 180, 280
"""Pixels of width that the column may have."""
RAIL = 48
"""Pixels of width of the column as a rail."""
DRAWER = 240
"""Pixels of width of the list while it lies over the page."""


class DeskColumn(QWidget):
    """Holds the desk list; as a rail it opens the list in a drawer beside itself.

    Below the list, or below the rail's button, are the rows that lead to the side pages. The drawer
    closes as soon as it loses the keyboard focus.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.is_rail = False
        self._desk_list: DeskList | None = None
        self._button: IconButton | None = None
        self._drawer: QFrame | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._foot_rows: list[FootRow] = []
        self._foot_rule, self._foot, self._rest = SeparatorLine(), QWidget(), QWidget()
        self._foot_layout = QVBoxLayout(self._foot)
        self._foot_layout.setSpacing(0)
        self._foot.hide()
        for widget, stretch in ((self._foot_rule, 0), (self._foot, 0), (self._rest, 1)):
            self._column.addWidget(widget, stretch)
        self._set_widths(LEAST, MOST)
        self._show_form()

    def set_desk_list(self, desk_list: DeskList, theme: Theme) -> None:
        """Put the list into the column."""
        self._desk_list = desk_list
        self._button = IconButton(theme, "list", self.tr("Meja"), self.tr("Meja (Ctrl+Shift+M)"))
        self._button.setFixedSize(32, 32)
        self._button.clicked.connect(self.toggle_drawer)
        place = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        self._column.insertWidget(0, self._button, 0, place)
        self._column.insertWidget(1, desk_list, 1)
        self._show_form()

    def add_foot(self, row: FootRow, place: int = -1) -> None:
        """Insert a row at the foot; ``place`` counts the rows there, -1 appends."""
        self._foot_rows.append(row)
        self._foot_layout.insertWidget(place, row)
        self._show_form()

    def set_rail(self, is_rail: bool) -> None:
        """Show the rail, or the whole column."""
        if self.is_rail != is_rail:
            self.close_drawer()
            self.is_rail = is_rail
            self._set_widths(*((RAIL, RAIL) if is_rail else (LEAST, MOST)))
            self._show_form()

    def focus_list(self) -> None:
        """Focus the list, in the column or in the drawer."""
        if self.is_rail:
            self._open_drawer()
        if self._desk_list is not None:
            self._desk_list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_drawer(self) -> None:
        """Open the drawer and focus its list, or close it."""
        if self._drawer is None:
            self.focus_list()
        else:
            self.close_drawer()

    def close_drawer(self) -> None:
        """Close the drawer."""
        drawer, self._drawer = self._drawer, None
        if drawer is None or self._desk_list is None:
            return
        self._application.focusChanged.disconnect(self._follow_focus)
        self._desk_list.hide()
        self._column.insertWidget(1, self._desk_list, 1)
        drawer.hide()
        drawer.deleteLater()

    @property
    def _application(self) -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there are widgets
        return application

    def _open_drawer(self) -> None:
        if self._drawer is not None or self._desk_list is None:
            return
        drawer = self._drawer = QFrame(self.window())
        drawer.setProperty("ground", "side")
        drawer.setAccessibleName(self.tr("Meja"))
        row = QHBoxLayout(drawer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._desk_list, 1)
        row.addWidget(SeparatorLine(is_upright=True))
        corner = self.mapTo(self.window(), QPoint(self.width(), 0))
        drawer.setGeometry(corner.x(), corner.y(), DRAWER, self.height())
        self._desk_list.show()
        drawer.show()
        drawer.raise_()
        self._application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        drawer = self._drawer
        if now is not None and drawer is not None and not drawer.isAncestorOf(now):
            self.close_drawer()

    def _set_widths(self, least: int, most: int) -> None:
        self.setMinimumWidth(least)
        self.setMaximumWidth(most)

    def _show_form(self) -> None:
        self._column.setContentsMargins(0, 8 if self.is_rail else 0, 0, 0)
        if self._button is not None and self._desk_list is not None:
            self._button.setVisible(self.is_rail)
            self._desk_list.setVisible(not self.is_rail)
        for row in self._foot_rows:
            row.set_slim(self.is_rail)
        side, gap = (8, 4) if self.is_rail else (6, 0)
        self._foot_layout.setContentsMargins(side, 4, side, 4)
        self._foot_layout.setSpacing(gap)
        self._foot.setVisible(bool(self._foot_rows))
        self._foot_rule.setVisible(bool(self._foot_rows) and not self.is_rail)
        self._rest.setVisible(self.is_rail)
