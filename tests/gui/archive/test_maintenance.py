"""What the archive needs every day, beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bnews_desk.archive.repository.archive_errors import ArchiveError, DamagedArchiveError
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.gui.archive import archive_service as lane
from bnews_desk.gui.archive import maintenance as care
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.maintenance import MaintenanceService


class Shared:
    """A shared archive of which no more is asked than care asks, or its failure."""

    path = ""

    def __init__(self, failure: ArchiveError | None) -> None:
        self._failure = failure
        self.was_cared_for = False

    def thin_out(self) -> None:
        if self._failure is not None:
            raise self._failure
        self.was_cared_for = True

    def is_index_current(self) -> bool:
        return True

    def index_duplicates(self) -> int:
        return 0

    def is_file_unchanged(self) -> bool:
        return True

    def change_marker(self) -> str:
        return ""

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def failures() -> list[ArchiveError]:
    """How the archives fail that are opened one after the other."""
    return []


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Shared]:
    """The archives that were opened."""
    monkeypatch.setattr(care, "FIRST_MS", 1)
    monkeypatch.setattr(care, "AGAIN_MS", 10)
    monkeypatch.setattr(lane, "RETRY_SECONDS", 0.0)
    return []


@pytest.fixture
def maintenance(
    qtbot: QtBot, failures: list[ArchiveError], opened: list[Shared]
) -> Iterator[MaintenanceService]:
    def open_it() -> Archive:
        failure = failures[len(opened)] if len(opened) < len(failures) else None
        opened.append(Shared(failure))
        return cast(Archive, opened[-1])

    parent = QObject()
    service = ArchiveService(open_it, parent)
    maintenance = MaintenanceService(service, parent)
    service.begin()
    yield maintenance
    maintenance.shut_down()
    service.shut_down()


@pytest.mark.parametrize("failures", [[DamagedArchiveError("Arsip rusak.")]])
def test_an_archive_that_takes_the_place_of_a_damaged_one_is_cared_for_the_same_day(
    qtbot: QtBot, maintenance: MaintenanceService, opened: list[Shared]
) -> None:
    with qtbot.waitSignal(maintenance.done), qtbot.assertNotEmitted(maintenance.failed):
        pass
    assert [one.was_cared_for for one in opened] == [False, True]


@pytest.mark.parametrize("failures", [[ArchiveError("Salinan belum dapat dibuat.")]])
def test_care_that_failed_is_told_and_tried_again(
    qtbot: QtBot, maintenance: MaintenanceService, opened: list[Shared]
) -> None:
    with qtbot.waitSignal(maintenance.failed) as told:
        pass
    assert told.args == ["Salinan belum dapat dibuat."]
    opened[0]._failure = None
    with qtbot.waitSignal(maintenance.done):
        pass
    assert [one.was_cared_for for one in opened] == [True]


def test_a_day_has_one_care(
    qtbot: QtBot, maintenance: MaintenanceService, opened: list[Shared]
) -> None:
    with qtbot.waitSignal(maintenance.done):
        pass
    with qtbot.assertNotEmitted(maintenance.done, wait=100):
        pass
    assert len(opened) == 1
