"""Desks on one archive, each with its own journal, without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.sync_controller import SyncController
from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.desk.journal_signals import JournalSignals
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Release

PATIENCE_MS = 20_000


class Place:
    """One editor's desk while it is open."""

    def __init__(self, folder: Path, open_it: Callable[[], Archive]) -> None:
        self.journal_signals = JournalSignals()
        self.journal_signals.send_early_messages()
        self.journal = Journal(
            str(folder / "jurnal.db"),
            on_trouble=self.journal_signals.report_trouble,
            on_saved=self.journal_signals.saved.emit,
        )
        self.desk = Desk(self.journal)
        self.service = ArchiveService(open_it)
        self.sync_file = SyncFile(str(folder / "sinkron.db"), tell=self.service.report_notice)
        self.sync_controller = SyncController(
            self.desk, self.service, self.sync_file, self.journal_signals, self.desk
        )
        self._is_open = True
        self.desk.reopen_last_session()
        self.service.begin()

    def save_changes(self) -> None:
        """Send everything and receive the answers."""
        self.journal.flush()
        for _ in range(4):  # an answer may lead to more requests
            self.sync_controller.save_changes(is_all=True)
            self.service.flush()
            self.pump()

    def pump(self) -> None:
        """Process what has been sent."""
        for _ in range(3):
            QCoreApplication.processEvents()

    def kill(self) -> None:
        """End without sending; the journal has what was noted."""
        if self._is_open:
            self._is_open = False
            self.service.shut_down()
            self.sync_controller.outbox.shut_down()
            self.sync_file.close()
            self.journal.close()

    def close(self) -> None:
        """End as the window does."""
        if self._is_open:
            self.desk.note_all()
            self.journal.flush()
            self.sync_controller.finish(20.0)
            self.kill()


Sit = Callable[..., Place]


def archive_at(path: str) -> DatabaseArchive:
    return open_archive(path, FrameReader(load_style_sheet(None)[0]))


def two_at(sit: Sit, release: Release) -> tuple[Place, Place, OpenRelease, OpenRelease]:
    """Two desks with one release open on both, known to both from the archive."""
    one, other = sit("a"), sit("b")
    opened = one.desk.open_new(release)
    one.save_changes()
    other.journal.note(opened.key, release)
    there = other.desk.reopen(opened.key)
    assert there is not None
    other.save_changes()
    return one, other, opened, there
