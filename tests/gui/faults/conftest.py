"""The whole window in the test's own process, on a profile folder of the test's choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bnews_desk.archive.journal import write_schedule
from bnews_desk.gui.app import Program
from bnews_desk.gui.archive import archive_features, archive_service, sync_controller
from bnews_desk.paths import HOME_VARIABLE

OpenAt = Callable[[Path], Program]


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal that tries again, and tells again, at once."""
    monkeypatch.setattr(write_schedule, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(write_schedule, "REMIND_SECONDS", 0.1)


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything about the archive happens soon."""
    monkeypatch.setattr(archive_features, "REST_MS", 20)
    monkeypatch.setattr(sync_controller, "QUIET_MS", 50)
    monkeypatch.setattr(sync_controller, "RETRY_MS", 100)
    monkeypatch.setattr(archive_service, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(archive_service, "LOOK_MS", 100)


@pytest.fixture
def open_at(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[OpenAt]:
    """Opens the window on a profile folder; it is closed in the end."""
    monkeypatch.setenv("HOME", str(tmp_path))
    before = qapp.styleSheet(), qapp.palette(), qapp.font()
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
