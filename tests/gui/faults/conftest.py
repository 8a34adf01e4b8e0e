"""Short delays, so that tests of faults need not wait."""

from __future__ import annotations

import pytest

from bnews_desk.archive.journal import write_schedule
from bnews_desk.gui.archive import archive_features, archive_service, sync_controller


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the journal retry and report at once."""
    monkeypatch.setattr(write_schedule, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(write_schedule, "REMIND_SECONDS", 0.1)


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten all delays of the archive."""
    monkeypatch.setattr(archive_features, "REST_MS", 20)
    monkeypatch.setattr(sync_controller, "QUIET_MS", 50)
    monkeypatch.setattr(sync_controller, "RETRY_MS", 100)
    monkeypatch.setattr(archive_service, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(archive_service, "LOOK_MS", 100)
