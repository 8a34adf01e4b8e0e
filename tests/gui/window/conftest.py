"""A separate program for every test, closed at its end with all its threads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Sitting, Starter

from bnews_desk.paths import HOME_VARIABLE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, the default target of exports."""
    home = tmp_path / "pengguna"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "meja"))
    return home


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Starter]:
    """Starts the program with a new profile; starting it again closes the session before."""
    looks = qapp.palette(), qapp.font(), qapp.styleSheet()
    starter = Starter(qtbot, qapp)
    yield starter
    for sitting in starter.sittings:
        sitting.close()
    qapp.clipboard().clear()
    qapp.setStyleSheet(looks[2])
    qapp.setPalette(looks[0])
    qapp.setFont(looks[1])


@pytest.fixture
def desk(start: Starter) -> Sitting:
    """The program, just started with an empty desk."""
    return start()
