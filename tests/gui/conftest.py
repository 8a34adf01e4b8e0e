"""Every window test runs without a screen, and any warning of Qt's fails it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot
from wine_faults import under_wine

from bnews_desk.paths import HOME_VARIABLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from bnews_desk.gui.app import Program

HERE = Path(__file__).parent
MUCH = 20_000
"""Objects more than at the last collection: a window has come and gone."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":
    # Without a screen Qt looks for fonts in a folder of its own, which is empty; Wine's Windows
    # has none either, and hands on no variable that begins with QT_.
    fonts = r"Z:\usr\share\fonts\truetype\dejavu" if under_wine() else r"C:\Windows\Fonts"
    os.environ.setdefault("QT_QPA_FONTDIR", fonts)

PATIENCE_MS = 30_000
"""Milliseconds: what is waited for comes at once, but on a machine that has much else to do."""


class PatientBot(QtBot):
    """A robot that by itself waits longer than the five seconds of its kind."""

    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)  # noqa: N815
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """Drives a window as an editor does, and waits."""
    return PatientBot(request)


@pytest.fixture
def open_at(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[Path], Program]]:
    """Opens the window on a profile folder; it is closed in the end."""
    monkeypatch.setenv("HOME", str(tmp_path))
    before = qapp.styleSheet(), qapp.palette(), qapp.font()
    from bnews_desk.gui.app import Program

    programs: list[Program] = []

    def opened(home: Path) -> Program:
        monkeypatch.setenv(HOME_VARIABLE, str(home))
        program = Program(qapp)
        programs.append(program)
        with qtbot.waitActive(program.window):
            program.window.show()
            program.window.activateWindow()
        return program

    yield opened
    for program in programs:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


@pytest.fixture(scope="session", autouse=True)
def _clipboard_left_empty() -> Iterator[None]:
    """Without a screen, Qt frees what Python put into the clipboard when Python has ended: it
    would take the process down with it.
    """
    yield
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _documents_of_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows, too, the documents lie in the home of the environment: elsewhere that decides,
    there the registry, which would have tests write among the user's own.
    """
    if sys.platform == "win32":
        from bnews_desk.gui.publish import export_form

        monkeypatch.setattr(export_form, "documents_folder", lambda: os.environ["HOME"])


def pytest_runtest_setup() -> None:
    """Garbage dies on the GUI thread, as in the program."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    """Nothing of a window is left to tests that come behind it."""
    is_last = nextitem is None or not nextitem.path.is_relative_to(HERE)
    if is_last or gc.get_count()[0] > MUCH:
        gc.collect()
    gc.enable()
