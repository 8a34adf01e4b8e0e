"""Builds the features of the desk column and the timer that refreshes ages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from bnews_desk.archive.release_progress import STAGES
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive.archive_access import ArchiveAccess
from bnews_desk.gui.archive.archive_controller import ArchiveController
from bnews_desk.gui.archive.archive_features import ArchiveFeatures
from bnews_desk.gui.archive.release_loading import ReleaseLoader
from bnews_desk.gui.archive.unfinished_releases import UnfinishedReleases
from bnews_desk.gui.desk.stage_actions import StageActions
from bnews_desk.gui.imports.duplicate_service import DuplicateService
from bnews_desk.gui.inbox.inbox_controller import InboxController
from bnews_desk.gui.settings.stored_settings import StoredSettings
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.versions.conflict_controller import ConflictController
from bnews_desk.gui.versions.versions_controller import VersionsController
from bnews_desk.gui.window.commands import Command, Commands
from bnews_desk.gui.window.release_controller import ReleaseController

AGE_MS = 30_000
"""Milliseconds between two updates of ages and embargoes."""


class AgeRefreshTimer(QObject):
    """Refreshes ages and embargoes until ``stop``."""

    def __init__(self, controller: ReleaseController) -> None:
        super().__init__(controller)
        self._timer = QTimer(self)
        self._timer.setInterval(AGE_MS)
        self._timer.timeout.connect(controller.display.show_entries)
        self._timer.timeout.connect(controller.window.parts.ready_panel.refresh)
        self._timer.start()

    def stop(self) -> None:
        """End the updates."""
        self._timer.stop()


class DeskFeatures(QObject):
    """Connects the desk column; what it shows is remembered for the next run.

    ``shut_down`` must be called in the end.
    """

    def __init__(
        self,
        controller: ReleaseController,
        archive_features: ArchiveFeatures,
        remembered: StoredSettings,
        reader: Callable[[], FrameReader],
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        service, sync_controller = archive_features.service, archive_features.sync_controller
        self._stage_actions = StageActions(controller, service, reader, sync_controller.outbox)
        self.release_loader = ReleaseLoader(controller, service, reader)
        self._unfinished_releases = UnfinishedReleases(controller.desk, service, self)
        self.inbox = InboxController(controller, service, self.release_loader, remembered, theme)
        self.archive_controller = ArchiveController(controller, service, self.release_loader, theme)
        access = ArchiveAccess(
            controller, service, sync_controller, self.release_loader, reader, theme
        )
        self.versions, self.conflicts = VersionsController(access), ConflictController(access)
        self.archive_controller.versions_wanted.connect(self.versions.show)
        controller.window.parts.desk_list.menu.versions_wanted.connect(self.versions.show)
        archive_features.comparison_wanted.connect(self.conflicts.show)
        self.duplicate_service = DuplicateService(access)
        stages = controller.window.parts.desk_list.stages
        known = frozenset(STAGES)
        stages.set_stages([s for s in STAGES if s in remembered.settings.desk_stages])
        stages.changed.connect(
            lambda shown: remembered.set_values(
                desk_stages=tuple(s for s in STAGES if s in shown) if shown != known else ()
            )
        )

    def commands(self) -> list[Command]:
        """The commands of the column and of its side pages."""
        own = (self.inbox, self.archive_controller, self.versions, self._stage_actions)
        return [command for part in own for command in part.commands()]

    def connect_commands(self, commands: Commands) -> None:
        """Let every command on the release in front show that release first."""
        window, bar = self._controller.window, self._controller.window.parts.top_bar
        for action in commands.needing:
            action.triggered.connect(window.back_to_text)
        for wanted in (bar.undo_wanted, bar.tidy_wanted, bar.compare_wanted):
            wanted.connect(window.back_to_text)

    def shut_down(self) -> None:
        """End what runs beside the window."""
        self.inbox.shut_down()
        self.duplicate_service.shut_down()
