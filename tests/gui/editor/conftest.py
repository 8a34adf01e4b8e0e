"""Fixtures: a page with a fictional release."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from page_release import TEXT, Show, check
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bnews_desk.finding import Severity
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Release


@pytest.fixture(scope="session")
def reader() -> FrameReader:
    return FrameReader(load_style_sheet()[0])


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme.light()


@pytest.fixture
def page(theme: Theme, reader: FrameReader, qtbot: QtBot) -> Iterator[Page]:
    page = Page(theme, reader)
    qtbot.addWidget(page)
    page.setPalette(theme.palette())
    page.resize(826, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    yield page
    page.show_release(None)


@pytest.fixture
def show(page: Page, reader: FrameReader) -> Iterator[Show]:
    """A function that shows a release on the page, with findings at the given words."""
    opened: list[OpenRelease] = []

    def show(release: Release | str = TEXT, **found: Severity) -> OpenRelease:
        value = Release(release) if isinstance(release, str) else release
        shown = OpenRelease(f"{len(opened)}", value)
        opened.append(shown)
        page.show_release(shown)
        check(shown, reader, found)
        return shown

    yield show
    page.show_release(None)
