"""Connects the window with the archive, once all panels are made."""

from __future__ import annotations

import os.path
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.maintenance import MaintenanceService
from bnews_desk.gui.archive.newsroom_mirror import NewsroomMirror
from bnews_desk.gui.archive.sync_controller import SyncController
from bnews_desk.gui.publish.export_choices import form_of
from bnews_desk.gui.related.related_offers import RelatedController

if TYPE_CHECKING:
    from bnews_desk.archive.sync.sync_file import SyncFile
    from bnews_desk.gui.archive.archive_service import ArchiveService
    from bnews_desk.gui.archive.maintenance import MaintenanceService
    from bnews_desk.gui.desk.journal_signals import JournalSignals
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.gui.settings.dictionary_pair import UserDictionaries
    from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
    from bnews_desk.gui.window.commands import Command
    from bnews_desk.gui.window.notice_bar import NoticeBar
    from bnews_desk.gui.window.release_controller import ReleaseController
    from bnews_desk.release import Release

TROUBLE, NEWS, CARE, RECOVERY = "arsip", "arsip lama", "rawat arsip", "pulih arsip"
"""The keys of notices: the archive does not work, another one was opened, its maintenance failed,
it is being recovered.
"""


class ArchiveNotices(QObject):
    """Shows failures of the archive in ``notice`` and removes them when they are over.

    While the journal cannot be written only that is told: both usually lie on the same disk, and
    what the archive lacks it gets from the journal.
    """

    def __init__(
        self,
        notice: NoticeBar,
        service: ArchiveService,
        maintenance: MaintenanceService,
        journal_signals: JournalSignals,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notice, self._service = notice, service
        self._trouble = ""
        self._is_journal_troubled = False
        service.troubled.connect(self._take_trouble)
        service.mended.connect(lambda: self._take_trouble(""))
        service.noticed.connect(lambda text: notice.show_notice(text, NEWS, "warn"))
        service.recovering.connect(lambda text: notice.show_notice(text, RECOVERY, "warn"))
        service.attempted.connect(lambda: notice.remove_notice(RECOVERY))
        maintenance.failed.connect(self._show_failed_maintenance)
        maintenance.done.connect(lambda: notice.remove_notice(CARE))
        journal_signals.troubled.connect(lambda _text: self._note_journal_trouble(is_troubled=True))
        journal_signals.mended.connect(lambda: self._note_journal_trouble(is_troubled=False))

    def _take_trouble(self, trouble: str) -> None:
        self._trouble = trouble
        self._show()

    def _note_journal_trouble(self, *, is_troubled: bool) -> None:
        if self._is_journal_troubled is not is_troubled:
            self._is_journal_troubled = is_troubled
            if not is_troubled:
                self._trouble = ""
                self._service.try_again()
            self._show()

    def _show(self) -> None:
        if self._trouble and not self._is_journal_troubled:
            self._notice.show_notice(self._trouble, TROUBLE)
        else:
            self._notice.remove_notice(TROUBLE)

    def _show_failed_maintenance(self, why: str) -> None:
        if not (self._trouble or self._is_journal_troubled):  # or that has been said
            self._notice.show_notice(why, CARE)


REST_MS = 800
"""Milliseconds without a key after which the archive is opened; that takes half a second of
processor time, which belongs to the keys while somebody types.
"""
LATEST_MS = 60_000
"""Milliseconds after which it is opened although somebody types."""
FINISH_SECONDS = 5.0
"""Seconds that closing the window waits for the archive; the journal has everything anyway."""
LEAST_SECONDS = 0.5
"""Seconds for what the archive is still doing after that."""


class ArchiveFeatures(QObject):
    """Starts the ``service`` when the editor pauses, syncs the archive with the desk, and shows
    failures.
    """

    comparison_wanted = Signal(str)
    """The key of a release in conflict whose texts are to be compared."""

    def __init__(
        self,
        controller: ReleaseController,
        service: ArchiveService,
        sync_file: SyncFile,
        journal_signals: JournalSignals,
        dictionaries: UserDictionaries,
        register: NewsroomRegister,
    ) -> None:
        super().__init__(controller)
        self.service, self._sync_file = service, sync_file
        self._controller, self._notice = controller, controller.window.parts.notice
        self.sync_controller = SyncController(
            controller.desk, service, sync_file, journal_signals, self
        )
        self._maintenance = MaintenanceService(service, self)
        self._archive_notices = ArchiveNotices(
            self._notice, service, self._maintenance, journal_signals, self
        )
        self._newsroom_mirror = NewsroomMirror(service, dictionaries, register, self)
        sync_controller = self.sync_controller
        self.related_controller = RelatedController(
            controller,
            service,
            lambda: sync_controller.save_changes(is_all=True),
            sync_controller.outbox,
        )
        self._rest, self._latest = self._timer(REST_MS), self._timer(LATEST_MS)
        self._connect()

    def commands(self) -> list[Command]:
        """The archive's commands in the menu."""
        return self.related_controller.commands()

    def shut_down(self) -> None:
        """Save what is new to the archive, as far as there is time, and close it."""
        self._stop()
        self._maintenance.shut_down()
        self._newsroom_mirror.copy_changes()
        end = time.monotonic() + FINISH_SECONDS
        if self.service.may_open:
            self.sync_controller.finish(FINISH_SECONDS)
        self.service.shut_down(max(LEAST_SECONDS, end - time.monotonic()))
        self.sync_controller.outbox.shut_down()
        self._sync_file.close()

    def _connect(self) -> None:
        controller, notice = self._controller, self._notice
        controller.window.parts.page.text_changed.connect(self._delay_opening)
        controller.house_changed.connect(lambda _house: self._newsroom_mirror.copy_changes())
        controller.tidying.about_to_fix.connect(self._keep_before)
        controller.window.parts.findings.about_to_fix_alike.connect(self._keep_before)
        controller.window.parts.ready_panel.exporting.sent.connect(self._take_export)
        self.sync_controller.conflicted.connect(self._show_conflict)
        self.sync_controller.conflict_resolved.connect(
            lambda key: notice.remove_notice(_conflict_notice(key))
        )
        self.sync_controller.replaced_by_theirs.connect(self._show_replaced)

    def _keep_before(self, release: OpenRelease | None) -> None:
        """Keep a version of a release before many of its words are changed at once."""
        if release is not None:
            self.sync_controller.keep_version(release.key, "rapikan")

    def _take_export(self, key: str, sent: Release, paths: tuple[str, ...]) -> None:
        """Keep a version of what was exported, with the files."""
        files = tuple((form_of(path).key, os.path.basename(path)) for path in paths)
        self.sync_controller.keep_version(key, "ekspor", sent, files)

    def _show_conflict(self, key: str, mine: Release, _theirs: object) -> None:
        said = self.tr(
            "“{0}” juga diubah dari jendela lain. Kedua teksnya tersimpan di arsip; yang Anda"
            " lihat di sini adalah teks Anda."
        )
        remedy = self.tr("Bandingkan…"), partial(self.comparison_wanted.emit, key)
        self._notice.show_notice(said.format(mine.headline), _conflict_notice(key), "warn", remedy)

    def _show_replaced(self, key: str) -> None:
        for release in self._controller.desk.releases:
            if release.key == key:
                headline = release.document.release().headline
                said = self.tr("“{0}” diperbarui: disimpan dari jendela lain.")
                self._controller.show_status(said.format(headline))

    def _open_archive(self) -> None:
        self._stop()
        self.service.begin()

    def _delay_opening(self) -> None:
        if not self.service.has_begun:
            self._rest.start()

    def _stop(self) -> None:
        self._rest.stop()
        self._latest.stop()

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._open_archive)
        timer.start(interval_ms)
        return timer


def _conflict_notice(key: str) -> str:
    return f"bentrok {key}"
