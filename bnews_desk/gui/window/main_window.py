"""The main window: lays out desk column, page and right column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.desk.desk_column import LEAST, MOST, RAIL, DeskColumn
from bnews_desk.gui.editor.clipboard_data import files_of
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.original.split_area import SplitArea
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import SeparatorLine
from bnews_desk.gui.window.status_bar import StatusBar
from bnews_desk.gui.window.top_bar import TopBar

if TYPE_CHECKING:
    from bnews_desk.gui.desk.desk_list import DeskList
    from bnews_desk.gui.editor.find_bar import FindBar
    from bnews_desk.gui.findings.findings_panel import FindingsPanel
    from bnews_desk.gui.frame.frame_panel import FramePanel
    from bnews_desk.gui.publish.ready_panel import ReadyPanel
    from bnews_desk.gui.window.empty_page import EmptyPage
    from bnews_desk.gui.window.empty_panels import EmptyPanels
    from bnews_desk.gui.window.notice_bar import NoticeBar

Column = TypeVar("Column", bound=QWidget)


def column_of(*widgets: QWidget) -> QWidget:
    """Widgets in a column, the last taking the remaining room."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, int(widget is widgets[-1]))
    return column


def put_in(column: QWidget | None, place: int, widget: QWidget) -> None:
    """Insert a widget into a column."""
    layout = column.layout() if column is not None else None
    assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made so
    layout.insertWidget(place, widget)


def grounded(column: Column) -> Column:
    """The column with the background of the side panels."""
    column.setProperty("ground", "side")
    column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return column


DESK_WIDTH, PANEL_WIDTH = 216, 324
NARROW = 1180
"""Pixels of window width below which the desk's column gives way to the page."""
FINDINGS_LEAST = 220
"""Pixels that the findings keep where there is little room or much unfolded above them."""
SIZE = (1366, 768)
TITLE_BAR = 24
"""Least height of a title bar in pixels; the real one is known only once the window is shown."""


class FrontWidgets(NamedTuple):
    """The widgets that are shown first, so that one may type."""

    top_bar: TopBar
    status: StatusBar
    page: Page


@dataclass(frozen=True, slots=True)
class WindowWidgets:
    """All widgets of the window."""

    top_bar: TopBar
    status: StatusBar
    page: Page
    notice: NoticeBar
    desk_list: DeskList
    find_bar: FindBar
    empty_page: EmptyPage
    frame_panel: FramePanel
    findings: FindingsPanel
    ready_panel: ReadyPanel
    empty_panels: EmptyPanels


def _focus_goal(part: QWidget) -> QWidget | None:
    """The widget of a part that last had the focus, else the first that can have it."""
    last = part.focusWidget()
    if last is not None and last.isVisible() and last.isEnabled():
        return last
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and part.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return None


class DeskWindow(QMainWindow):
    """The main window: at first its page alone, then ``set_widgets`` adds the rest.

    ``furnish`` makes and adds that at once, for whoever needs ``parts`` earlier. ``before_close``
    runs before the window closes; it stays open where that answers False. Files that are dropped
    anywhere are emitted as ``files_dropped``.
    """

    files_dropped = Signal(object)
    """Paths."""
    tab_chosen = Signal(int)
    tab_close_wanted = Signal(int)
    escape_wanted = Signal()
    """Esc was pressed and nothing else took it: back to the text."""
    first_shown = Signal()
    """The window has its size and is about to be painted."""
    first_painted = Signal()
    """The window was painted."""

    def __init__(
        self, front: FrontWidgets, furnish: Callable[[], object], before_close: Callable[[], bool]
    ) -> None:
        super().__init__()
        self.front = front
        self._furnish = furnish
        self._parts: WindowWidgets | None = None
        self._is_shown = self._is_painted = False
        self._before_close = before_close
        self._desk_is_wanted, self._is_beside, self._is_open = True, False, False
        self.setWindowTitle("B-News Desk")
        self.setAcceptDrops(True)
        self.resize(*SIZE)
        self.tabs = self._make_tabs()
        self.left, self.right = DeskColumn(), grounded(QStackedWidget())
        self.middle = QStackedWidget()
        self.spread = SplitArea(front.page)
        self._writing = column_of(self.tabs, self.spread)
        self.middle.addWidget(self._writing)
        self.splitter = self._make_splitter()
        self.setCentralWidget(column_of(front.top_bar, self.splitter))
        self.setStatusBar(front.status)
        self.tabs.hide()

    @property
    def parts(self) -> WindowWidgets:
        """All widgets; what is missing is made now."""
        if self._parts is None:
            self._furnish()
        assert self._parts is not None  # noqa: S101 - to furnish is to take
        return self._parts

    @property
    def is_complete(self) -> bool:
        """Whether all widgets are made."""
        return self._parts is not None

    def set_widgets(self, parts: WindowWidgets, theme: Theme) -> None:
        """Put every widget in its place; the page stays where it is."""
        self._parts = parts
        put_in(self.centralWidget(), 1, parts.notice)
        put_in(self._writing, 1, parts.find_bar)
        parts.find_bar.hide()
        self.left.set_desk_list(parts.desk_list, theme)
        self.middle.insertWidget(0, parts.empty_page)
        parts.findings.setMinimumHeight(FINDINGS_LEAST)
        self.right.addWidget(column_of(parts.frame_panel, SeparatorLine(), parts.findings))
        self.right.addWidget(parts.ready_panel)
        self.right.addWidget(parts.empty_panels)

    def show_editing(self, is_open: bool) -> None:
        """Show the page, or the empty desk."""
        self._is_open = is_open
        self.middle.setCurrentWidget(self._writing if is_open else self.parts.empty_page)
        if not is_open:
            self.right.setCurrentWidget(self.parts.empty_panels)
        elif not self.is_ready_shown:
            self.right.setCurrentIndex(0)

    def back_to_text(self) -> None:
        """Show the page, or the empty desk, in place of a side page."""
        if self.middle.currentWidget() not in (self._writing, self.parts.empty_page):
            self.show_editing(self._is_open)

    def show_ready(self, is_ready: bool) -> None:
        """Show *Siap tayang* in place of the editing panels, beside the page."""
        if self._is_open:
            self.back_to_text()
            self.right.setCurrentIndex(int(is_ready))

    @property
    def is_ready_shown(self) -> bool:
        """Whether *Siap tayang* is shown."""
        return self.right.currentIndex() == 1

    def show_tabs(self, titles: list[str], current: int) -> None:
        """Show one tab a release where there are several."""
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(titles):
            self.tabs.removeTab(self.tabs.count() - 1)
        for number, title in enumerate(titles):
            if number < self.tabs.count():
                self.tabs.setTabText(number, title)
            else:
                self.tabs.addTab(title)
        self.tabs.setCurrentIndex(current)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(titles) > 1 and not self.isFullScreen())

    def toggle_desk(self) -> None:
        """Show or hide the desk column; where it is a rail, open the list."""
        if self.left.is_rail and self.left.isVisible():
            self.left.toggle_drawer()
        else:
            self._desk_is_wanted = not self.left.isVisible()
            self.left.setVisible(self._desk_is_wanted)

    def set_beside(self, is_on: bool) -> None:
        """Turn the desk column into a rail while two texts are shown side by side."""
        self._is_beside = is_on
        self._make_room()

    def focus_desk(self) -> None:
        """Focus the desk list, opening it where it is hidden."""
        self._desk_is_wanted = True
        self.left.setVisible(not self.isFullScreen())
        self.left.focus_list()

    def focus_next_part(self, *, forward: bool) -> None:
        """Focus the next of desk, page and right column that is shown, where its focus was last."""
        columns = (self.left, self.middle.currentWidget(), self.right.currentWidget())
        shown = [part for part in columns if part is not None and part.isVisible()]
        now = QApplication.focusWidget()
        at = next((n for n, part in enumerate(shown) if now and part.isAncestorOf(now)), None)
        if at is None:
            at = -1 if forward else 0
        widget = _focus_goal(shown[(at + (1 if forward else -1)) % len(shown)])
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_focus_mode(self, is_on: bool) -> None:
        """Show the page alone, or everything."""
        self.front.top_bar.setVisible(not is_on)
        self.front.status.setVisible(not is_on)
        self.right.setVisible(not is_on)
        self.tabs.setVisible(not is_on and self.tabs.count() > 1)
        self.left.setVisible(not is_on and self._desk_is_wanted)
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | full if is_on else self.windowState() & ~full)

    @property
    def is_desk_wanted(self) -> bool:
        """Whether the desk column is shown where there is room for it."""
        return self._desk_is_wanted

    def restore_geometry(
        self, geometry: bytes, columns: tuple[int, ...], *, is_desk_hidden: bool = False
    ) -> None:
        """Place the window where it was when it was last closed."""
        self._desk_is_wanted = not is_desk_hidden
        if geometry:
            self.left.hide()  # or its least width would keep the window from its own
            self.restoreGeometry(QByteArray(geometry))
            self._make_room()
        if len(columns) == self.splitter.count():
            whole = columns[0] if columns[0] >= LEAST else DESK_WIDTH
            self._share_out(RAIL if self.left.is_rail else whole, columns[2])

    def open(self) -> None:
        """Show the window; one that would reach below the screen is maximised."""
        room = self.screen().availableSize()
        if self.width() > room.width() or self.height() + TITLE_BAR > room.height():
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back to the text wherever nothing else takes it."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escape_wanted.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close at once: everything is noted."""
        if self.isFullScreen():
            self.set_focus_mode(False)
        event.setAccepted(self._before_close())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Emit ``first_shown`` once."""
        super().showEvent(event)
        if not self._is_shown:
            self._is_shown = True
            self.first_shown.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Emit ``first_painted`` once: what typing does not need may be made now."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Turn the desk column into a rail where the window is narrow."""
        super().resizeEvent(event)
        if not self.isFullScreen():
            self._make_room()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept files anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Emit the dropped files."""
        paths = files_of(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _make_room(self) -> None:
        self.left.close_drawer()
        was_rail, right = self.left.is_rail, self.splitter.sizes()[2]
        self.left.set_rail(self.width() < NARROW or self._is_beside)
        self.left.setVisible(self._desk_is_wanted)
        if self.left.is_rail is not was_rail:
            self._share_out(RAIL if self.left.is_rail else DESK_WIDTH, right)

    def _share_out(self, left: int, right: int) -> None:
        """Give the side columns these widths in pixels and the page the rest."""
        handles = 2 * self.splitter.handleWidth()
        self.splitter.setSizes([left, self.width() - left - right - handles, right])

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setDocumentMode(True)
        tabs.setTabsClosable(True)
        tabs.setExpanding(False)
        tabs.setElideMode(Qt.TextElideMode.ElideRight)
        tabs.setAccessibleName(self.tr("Rilis yang terbuka"))
        tabs.currentChanged.connect(self.tab_chosen)
        tabs.tabCloseRequested.connect(self.tab_close_wanted)
        return tabs

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for widget, least, most in (
            (self.left, LEAST, MOST),
            (self.middle, 420, 0),
            (self.right, 300, 400),
        ):
            widget.setMinimumWidth(least)
            if most:
                widget.setMaximumWidth(most)
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([DESK_WIDTH, SIZE[0] - DESK_WIDTH - PANEL_WIDTH, PANEL_WIDTH])
        return splitter
