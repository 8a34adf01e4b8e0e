"""Desks on one archive, each with its own journal, without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sync_kit import Place, Sit, archive_at

from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.gui.archive import sync_controller as keep


@pytest.fixture
def path(tmp_path: Path) -> str:
    """The archive that all desks share."""
    return str(tmp_path / "bersama" / "arsip.db")


@pytest.fixture
def sit(tmp_path: Path, path: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sit]:
    """Opens desks by name; they are closed after the test."""
    monkeypatch.setattr(keep, "QUIET_MS", 50)
    monkeypatch.setattr(keep, "RETRY_MS", 50)
    monkeypatch.setattr(keep, "LOOK_MS", 10)
    places: list[Place] = []

    def sit_down(name: str = "a", open_it: Callable[[], Archive] | None = None) -> Place:
        places.append(Place(tmp_path / name, open_it or (lambda: archive_at(path))))
        return places[-1]

    yield sit_down
    for place in places:
        place.close()


@pytest.fixture
def archive(path: str) -> Iterator[DatabaseArchive]:
    """The archive, opened from outside."""
    vault = archive_at(path)
    yield vault
    vault.close()
