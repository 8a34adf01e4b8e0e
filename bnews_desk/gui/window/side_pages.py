"""A page that takes the place of the copy, such as archive or inbox, with its panel."""

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
    """The page of a room, or its panel."""


def is_side_page_shown(window: DeskWindow) -> bool:
    """Whether a room is in the place of the copy and of the empty desk."""
    return isinstance(window.middle.currentWidget(), SidePageWidget)


PageT = TypeVar("PageT", bound=SidePageWidget)
PanelT = TypeVar("PanelT", bound=SidePageWidget)


class SidePage(QObject, Generic[PageT, PanelT]):
    """Shows a page in place of the copy and a panel in place of the copy's panels.

    Both are made when first wanted, by ``make``.
    """

    row: FootRow
    """Leads here; a subclass makes it with ``add_foot_row``."""

    def __init__(self, act: ReleaseController, theme: Callable[[], Theme]) -> None:
        super().__init__(act)
        self._act, self._window, self._theme = act, act.window, theme
        self._made: tuple[PageT, PanelT] | None = None
        self._before: QWidget | None = None
        self._name = ""
        self._window.middle.currentChanged.connect(self._follow)

    def add_foot_row(self, icon: str, name: str, about: str) -> FootRow:
        """Put a row that leads here at the foot of Meja's column."""
        self._name = name
        row = FootRow(self._theme(), icon, name, about)
        row.clicked.connect(lambda _checked=False: self.enter())
        self._window.left.add_foot(row)
        return row

    def make_widgets(self) -> tuple[PageT, PanelT]:
        """Make page and panel; asked for once."""
        raise NotImplementedError

    def enter(self) -> None:
        """Go there, with the keyboard on the first thing one would do."""
        raise NotImplementedError

    def leave(self) -> None:
        """Something else is shown now: what went on for the page may end."""

    @property
    def is_made(self) -> bool:
        """Whether anybody was here yet."""
        return self._made is not None

    @property
    def is_shown(self) -> bool:
        """Whether it is what one sees."""
        return self._made is not None and self._window.middle.currentWidget() is self._made[0]

    @property
    def page(self) -> PageT:
        """What stands in the middle, made now where it is not there yet."""
        return self._parts()[0]

    @property
    def panel(self) -> PanelT:
        """What stands beside it."""
        return self._parts()[1]

    def show_side_page(self) -> None:
        """Put page and panel where the copy and its panels are."""
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
        """The middle shows this, or something else again."""
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
