"""Fixtures for tests of the window, which run without a screen; any warning of Qt fails a test."""

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
"""After this many more objects than at the last collection, a window has come and gone."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":
    # On the offscreen platform Qt looks for fonts in an empty folder of its own; Wine's Windows has
    # no fonts either, and passes on no variable that begins with QT_.
    fonts = r"Z:\usr\share\fonts\truetype\dejavu" if under_wine() else r"C:\Windows\Fonts"
    os.environ.setdefault("QT_QPA_FONTDIR", fonts)

PATIENCE_MS = 30_000
"""Events usually come at once, but later on a busy machine."""


class PatientBot(QtBot):
    """A bot whose default timeout is longer than five seconds."""

    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)  # noqa: N815
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """Operates a window as an editor does, and waits."""
    return PatientBot(request)


@pytest.fixture
def open_at(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[Path], Program]]:
    """Opens the window on a profile folder and closes it at the end."""
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
    """Empty the clipboard: on the offscreen platform Qt frees its Python data after Python has
    ended, which crashes the process."""
    yield
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _documents_of_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows too, use the documents folder in the environment's home: the registry would make
    tests write into the user's own."""
    if sys.platform == "win32":
        from bnews_desk.gui.publish import export_form

        monkeypatch.setattr(export_form, "documents_folder", lambda: os.environ["HOME"])


def pytest_runtest_setup() -> None:
    """Collect garbage on the GUI thread, as in the program."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    """Leave nothing of a window to later tests."""
    is_last = nextitem is None or not nextitem.path.is_relative_to(HERE)
    if is_last or gc.get_count()[0] > MUCH:
        gc.collect()
    gc.enable()
