"""Side pages (archive, inbox) that take the place of the copy, each with its panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QWidget

from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import FootRow
from bnews_desk.gui.window.main_window import DeskWindow
from bnews_desk.gui.window.release_controller import ReleaseController


class SidePageWidget(ThemedWidget, QFrame):
    """The page or the panel of a side page."""


def is_side_page_shown(window: DeskWindow) -> bool:
    """Whether a side page is shown in place of the copy or of the empty desk."""
    return isinstance(window.middle.currentWidget(), SidePageWidget)


PageT = TypeVar("PageT", bound=SidePageWidget)
PanelT = TypeVar("PanelT", bound=SidePageWidget)


class SidePage(QObject, Generic[PageT, PanelT]):
    """Shows a page in place of the copy and a panel in place of the copy's panels.

    Both are made by ``make_widgets`` when they are first needed.
    """

    row: FootRow
    """Opens this page; a subclass makes it with ``add_foot_row``."""

    def __init__(self, controller: ReleaseController, theme: Callable[[], Theme]) -> None:
        super().__init__(controller)
        self._controller, self._window, self._theme = controller, controller.window, theme
        self._made: tuple[PageT, PanelT] | None = None
        self._before: QWidget | None = None
        self._name = ""
        self._window.middle.currentChanged.connect(self._follow)

    def add_foot_row(self, icon: str, name: str, about: str) -> FootRow:
        """Add a row that opens this page at the foot of the desk column."""
        self._name = name
        row = FootRow(self._theme(), icon, name, about)
        row.clicked.connect(lambda _checked=False: self.enter())
        self._window.left.add_foot(row)
        return row

    def make_widgets(self) -> tuple[PageT, PanelT]:
        """Make page and panel; called once."""
        raise NotImplementedError

    def enter(self) -> None:
        """Open the page and focus its first control."""
        raise NotImplementedError

    def leave(self) -> None:
        """The page is left: work that goes on for it may end."""

    @property
    def is_made(self) -> bool:
        """Whether page and panel are made."""
        return self._made is not None

    @property
    def is_shown(self) -> bool:
        """Whether the page is shown."""
        return self._made is not None and self._window.middle.currentWidget() is self._made[0]

    @property
    def page(self) -> PageT:
        """The page; made now where it is not there yet."""
        return self._parts()[0]

    @property
    def panel(self) -> PanelT:
        """The panel beside the page."""
        return self._parts()[1]

    def show_side_page(self) -> None:
        """Show page and panel in place of the copy and its panels."""
        page, panel = self._parts()
        self._window.left.close_drawer()
        if self.is_shown:
            return
        self._window.middle.setCurrentWidget(page)  # which ends another room
        self._before = self._window.right.currentWidget()
        self._window.right.setCurrentWidget(panel)

    def _parts(self) -> tuple[PageT, PanelT]:
        if self._made is None:
            self._made = page, panel = self.make_widgets()
            self._window.middle.addWidget(page)
            self._window.right.addWidget(panel)
        return self._made

    def _follow(self) -> None:
        """React when this page is shown or left."""
        is_shown = self.is_shown
        self.row.set_shown(is_shown)
        if is_shown or not is_side_page_shown(self._window):
            for bar in (self._window.parts.top_bar, self._window.parts.status):
                bar.set_place(self._name if is_shown else "")
        if self._made is not None and not is_shown:
            self.leave()
            right = self._window.right
            if right.currentWidget() is self._made[1] and self._before is not None:
                right.setCurrentWidget(self._before)
