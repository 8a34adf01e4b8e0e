"""What is said of the archive above the page, and when it is taken away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.gui.archive import archive_service as lane
from bnews_desk.gui.archive.archive_features import ArchiveNotices
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.maintenance import MaintenanceService
from bnews_desk.gui.desk.journal_signals import JournalSignals
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.notice_bar import NoticeBar


@pytest.fixture
def owner() -> QObject:
    """Whose the lane and what speaks for it are."""
    return QObject()


@pytest.fixture
def service(owner: QObject) -> Iterator[ArchiveService]:
    """A lane on which nothing is ever asked."""

    def none() -> Archive:
        raise UnusableArchiveError("Tidak ada arsip.")

    service = ArchiveService(none, owner)
    yield service
    service.shut_down()


@pytest.fixture
def notice(owner: QObject, service: ArchiveService, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(Theme.light())
    qtbot.addWidget(notice)
    ArchiveNotices(
        notice, service, MaintenanceService(service, owner), JournalSignals(owner), owner
    )
    return notice


def test_a_long_recovery_is_told_until_it_is_over(
    service: ArchiveService, notice: NoticeBar, qtbot: QtBot
) -> None:
    service.report_recovery("Arsip sedang dipulihkan.")
    qtbot.waitUntil(lambda: notice.texts == ("Arsip sedang dipulihkan.",))
    service.noticed.emit("Cadangan dibuka.")
    service.attempted.emit()
    assert notice.texts == ("Cadangan dibuka.",)


def test_a_recovery_that_fails_is_told_as_a_failure_alone_however_often(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane, "RETRY_SECONDS", 0.0)
    attempts: list[str] = []

    def recover() -> Archive:
        service.report_recovery("Arsip sedang dipulihkan.")
        attempts.append("")
        raise UnusableArchiveError("Disk penuh.")

    service = ArchiveService(recover, owner)
    notice = NoticeBar(Theme.light())
    qtbot.addWidget(notice)
    ArchiveNotices(
        notice, service, MaintenanceService(service, owner), JournalSignals(owner), owner
    )
    service.begin()
    for number in (1, 2, 3):
        qtbot.waitUntil(lambda number=number: len(attempts) >= number)  # type: ignore[misc]
        assert service.flush()
        QCoreApplication.processEvents()
        assert notice.texts == ("Disk penuh.",)
        service.check_for_changes()
    service.shut_down()
