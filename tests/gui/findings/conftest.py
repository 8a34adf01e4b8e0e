"""Fixtures: a release with findings of every kind, checked by the real checker, in a real
window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.check_service import CheckResult
from bnews_desk.gui.findings.findings_panel import FindingsPanel
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.rule import Rule

BODY = (
    "BLITAR | B-news.id - Pasar Tani dibuka Kamis (13/11/2024) dipasar Wlingi.",
    "Biayanya Rp. 25.000.000,- dari desa , kata warga  itu.",
    "Warga menjalin kerjasama. Ia dihimbau tertib, dihimbau rapi, dihimbau bersih, "
    "dihimbau hadir, lalu dihimbau pulang.",
    "Kami membaca “berita” (utama. (kmfkabblt/sun)",
    "Editor : Zainul Arifin",
)


@cache
def checker() -> Checker:
    house = load_style_sheet()[0]
    return Checker(all_rules(), house, Lexicon(house.pairs))


def check(release: OpenRelease) -> None:
    """Check a release at once, as the service does in its thread."""
    value = release.document.release()
    frame = checker().reader.read(value.text)
    findings = checker().check_framed(value, frame, CheckOptions(is_finished=False))
    release.take_check_result(
        CheckResult(release.key, release.document.revision, value, frame, tuple(findings))
    )


@pytest.fixture
def rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in all_rules()}


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme.light()


@pytest.fixture
def opened(qapp: QApplication) -> OpenRelease:
    release = OpenRelease("satu", Release.of("Pasar Tani Dibuka", BODY))
    check(release)
    return release


class Desk(QWidget):
    """The panel beside a field in place of the page."""

    def __init__(self, panel: FindingsPanel) -> None:
        super().__init__()
        self.panel = panel
        self.page = QLineEdit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.page)
        row.addWidget(panel)
        panel.setFixedWidth(324)
        self.resize(700, 620)

    def rows(self) -> list[str]:
        """The texts of the rows."""
        model = self.panel.model
        return [model.index(row).data() for row in range(model.rowCount())]

    def row(self, words: str, nth: int = 0) -> int:
        """The number of the nth row with this text."""
        return [i for i, shown in enumerate(self.rows()) if shown == words][nth]

    def top(self, row: int) -> int:
        """The top of a row on the screen."""
        view = self.panel.list
        return view.visualRect(self.panel.model.index(row)).top()

    def point(self, row: int, button: int = -1) -> QPoint:
        """A point in the window over a row's text, or over one of its buttons."""
        view = self.panel.list
        corner = view.visualRect(self.panel.model.index(row)).topLeft()
        placed = view.itemDelegate().row_layout(self.panel.model.index(row))
        rect = placed.title if button < 0 else placed.buttons[button].rect
        return view.viewport().mapTo(self, corner + rect.center())

    def move_pointer(self, point: QPoint) -> None:
        """Move the pointer as the window system does, with enter and leave events."""
        QTest.mouseMove(self.windowHandle(), point)
        QApplication.processEvents()

    def click(self, point: QPoint) -> None:
        """Move the pointer there and click."""
        self.move_pointer(point)
        QTest.mouseClick(
            self.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
        )
        QApplication.processEvents()

    def leave(self) -> None:
        """Move the pointer to the page."""
        self.move_pointer(self.page.geometry().center())


@pytest.fixture
def desk(qtbot, theme: Theme, rules: dict[str, Rule], opened: OpenRelease) -> Iterator[Desk]:
    panel = FindingsPanel(theme, rules)
    made = Desk(panel)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.page.setFocus()
    made.leave()
    panel.show_release(opened)
    QApplication.processEvents()
    yield made
    panel.show_release(None)


@pytest.fixture
def check_again() -> Callable[[OpenRelease], None]:
    return check
