"""The whole program as a new user operates it: real keys, real clicks, its own folder."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bnews_desk.finding import Finding, Severity
from bnews_desk.gui.app import Program
from bnews_desk.gui.desk.desk_list_model import ENTRY, DeskEntry
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.finding_rows import RowKind
from bnews_desk.gui.findings.finding_selection import counts
from bnews_desk.gui.findings.row_geometry import RowAction
from bnews_desk.release import Release

PATIENCE_MS = 30_000
FOLLOWED = 5
"""Most times that the pointer follows a widget that layout changes move."""
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
OUR_THREADS = ("jurnal", "bnews-")

HEADLINE = "Warga Sumberagung Panen Kopi"
BODY = (
    "BLITAR | B-news.id - Warga Desa Sumberagung memanen kopi pada Kamis (13/11/2024).",
    "Panen itu dihadiri perangkat desa.",
    "Hasilnya dijual di Pasar Wlingi. (kmfkabblt/sun)",
    "Editor : Zainul Arifin",
)
"""A release with one finding that holds it back: 13 November 2024 was a Wednesday."""


class Sitting:
    """One session of the program, from start to close; it counts the clicks."""

    def __init__(self, qtbot: QtBot, application: QApplication, size: tuple[int, int]) -> None:
        self.qtbot = qtbot
        self.application = application
        self.program = Program(application)
        self.window = self.program.window
        self.parts = self.window.parts
        self.clicks = 0
        self._is_closed = False
        if not self.program.settings.geometry:
            self.window.resize(*size)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.move_pointer(self.parts.status, QPoint(600, 10))

    # what is there

    @property
    def release(self) -> OpenRelease:
        """The release in front."""
        release = self.program.desk.current
        assert release is not None
        return release

    @property
    def value(self) -> Release:
        """The release in front as a value."""
        return self.release.document.release()

    @property
    def text(self) -> str:
        """Its text."""
        return self.value.text

    def errors(self) -> int:
        """The number of findings that hold it back."""
        return counts(self.release.findings)[Severity.ERROR]

    def state(self) -> str:
        """The text at the left end of the status line."""
        return self.parts.status._state.text()

    def status_text(self) -> str:
        """The last message of the status line."""
        log = self.parts.status.log
        return log[-1].text if log else ""

    def button(self, parent: QWidget, words: str) -> QPushButton:
        """The visible push button with this text."""
        found = [
            button
            for button in parent.findChildren(QPushButton)
            if words.casefold() in button.text().casefold() and button.isVisible()
        ]
        assert found, f"tidak ada tombol {words!r}"
        return found[0]

    def rows(self) -> list[DeskEntry]:
        """The rows of Meja."""
        model = self.parts.desk_list.model
        entries = (model.index(row).data(ENTRY) for row in range(model.rowCount()))
        return [entry for entry in entries if isinstance(entry, DeskEntry)]

    # hands

    def settle(self) -> None:
        """Process all posted events."""
        QApplication.processEvents()

    def wait(self, holds: Callable[[], bool]) -> None:
        """Wait until a condition holds."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def wait_checked(self) -> None:
        """Wait until the findings belong to the present text and are shown everywhere."""
        self.wait(lambda: self.program.desk.current is not None and self.release.is_checked)
        self.wait(lambda: self.release.is_settled)
        self.settle()

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, where: QWidget | None = None
    ) -> None:
        """Press a key as the window system does: shortcuts first, then the widget with the
        focus."""
        window = where or QApplication.activeWindow()
        if window is None or not window.isVisible():  # no window manager returns the focus
            self.window.activateWindow()
            window = self.window
        QTest.keyClick(window.window().windowHandle(), key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        """Type into the widget with the focus."""
        for letter in words:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, letter)

    def move_pointer(self, widget: QWidget, at: QPoint | None = None) -> QPoint:
        """Move the pointer over a widget; returns its position in the window."""
        place = _place_of(widget, at)
        for _ in range(FOLLOWED):
            QTest.mouseMove(widget.window().windowHandle(), place)
            self.settle()
            before, place = place, _place_of(widget, at)
            if place == before:
                break
        return place

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Move the pointer there and click once."""
        assert widget.isVisible(), "nobody can click what is not shown"
        _scroll_to(widget)
        place = self.move_pointer(widget, at)
        button = Qt.MouseButton.LeftButton
        QTest.mouseClick(widget.window().windowHandle(), button, NONE, place)
        self.clicks += 1
        self.settle()

    def click_fix(self, row: int, number: int = 0) -> None:
        """Click a fix in a row of the panel."""
        view = self.parts.findings.list
        index = self.parts.findings.model.index(row)
        view.scrollTo(index)
        self.settle()
        placed = view.itemDelegate().row_layout(index)
        buttons = [b for b in placed.buttons if b.action is RowAction.FIX]
        corner = view.visualRect(index).topLeft()
        self.click(view.viewport(), corner + buttons[number].rect.center())

    def click_row(self, key: str) -> None:
        """Click a release in Meja once the list no longer moves."""
        self.settle()
        view = self.parts.desk_list.view
        index = self.parts.desk_list.model.index_of(key)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def finding_row(self, severity: Severity | None = None) -> int:
        """The first row of the panel with a finding that has a fix; -1 without any."""
        model = self.parts.findings.model
        for row in range(model.rowCount()):
            finding = model.finding(row)
            if finding is None or model.row_at(row).kind is not RowKind.FINDING:
                continue
            if severity in (None, finding.severity):
                return row
        return -1

    def finding(self, rule: str) -> Finding:
        """The finding of a rule."""
        return next(finding for finding in self.release.findings if finding.rule == rule)

    def place_caret(self, position: int, end: int | None = None) -> None:
        """Put the caret in the text, or select up to ``end``."""
        self.parts.page.reveal(position, position if end is None else end)
        self.parts.page.setFocus()
        self.settle()

    # ways in

    def paste(self, text: str, html: str = "") -> None:
        """Copy the text elsewhere, then paste with Ctrl+Alt+V."""
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        before = len(self.program.desk.releases)
        self.press(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.AltModifier)
        self.wait(lambda: len(self.program.desk.releases) == before + 1)
        self.wait_checked()

    def open_own(self) -> None:
        """Open a release with ``HEADLINE`` and ``BODY``, and check it."""
        self.paste("\n".join((HEADLINE, "", *BODY)))

    def check_facts(self) -> None:
        """Mark every changed fact as checked."""
        self.wait_checked()
        assert self.release.facts is not None
        for fact in self.release.facts.open_facts:
            self.release.check_fact(fact, datetime.now().astimezone())
        self.wait(lambda: self.release.facts is not None and not self.release.facts.open_facts)
        self.wait_checked()

    def open_sample(self) -> None:
        """Open the sample by one click on the empty desk."""
        self.click(self.button(self.parts.empty_page, "Buka rilis contoh"))
        self.wait(lambda: self.program.desk.current is not None)
        self.wait_checked()

    def drop(self, widget: QWidget, *paths: str, text: str = "") -> None:
        """Drop files or text on a widget."""
        data = QMimeData()
        if paths:
            data.setUrls([QUrl.fromLocalFile(path) for path in paths])
        else:
            data.setText(text)
        at = widget.rect().center()
        flags = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE
        enter = QDragEnterEvent(at, *flags)
        QApplication.sendEvent(widget, enter)
        assert enter.isAccepted(), "what is dragged is not taken here"
        drop = QDropEvent(QPointF(at), *flags, QEvent.Type.Drop)
        QApplication.sendEvent(widget, drop)
        self.settle()

    # the end

    def close(self) -> None:
        """Close the window as a user does; it must ask nothing, and no thread may remain."""
        if self._is_closed:
            return
        self._is_closed = True
        assert self.window.close()
        self.settle()
        assert not self.window.isVisible()
        self.wait(lambda: not _our_threads())  # on a slow machine a thread may outlast the close
        assert multiprocessing.active_children() == []
        self.window.deleteLater()
        self.program.deleteLater()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()


def _our_threads() -> list[str]:
    """The names of the program's threads that have not ended."""
    return [t.name for t in threading.enumerate() if t.name.startswith(OUR_THREADS)]


def _scroll_to(widget: QWidget) -> None:
    """Scroll a page that is longer than the window to a button."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None and widget is not parent.viewport():
        parent.ensureWidgetVisible(widget)


def _place_of(widget: QWidget, at: QPoint | None) -> QPoint:
    """The present position in the window of a point of a widget, by default its middle."""
    return widget.mapTo(widget.window(), at if at is not None else widget.rect().center())


class Starter:
    """Starts the program as often as a test needs; one session at a time."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self._qtbot, self._application = qtbot, application
        self.sittings: list[Sitting] = []

    def __call__(self, size: tuple[int, int] = (1366, 768)) -> Sitting:
        if self.sittings:
            self.sittings[-1].close()
        self.sittings.append(Sitting(self._qtbot, self._application, size))
        return self.sittings[-1]


def change_theme(desk: Sitting, name: str) -> None:
    """Change the window's theme while it is open, to ``light`` or ``dark``."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    desk.program.theme.set_colours(is_dark=name == "dark")
    desk.program.theme.apply_to(application)
