"""Commands that set the stage of a release, with undo."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from bnews_desk.archive.release_progress import STAGES, Progress, Stage
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.archive.sync.outbox import OutboxEntry
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.outbox_service import OutboxService
from bnews_desk.gui.desk.desk import StoredState
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.window.commands import Command
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.release import Release


class StageActions(QObject):
    """Sets the stage of the release in front, or of a row of the desk list, with undo.

    ``reader`` reads frames in the present style: *siap* is signed with the editor's name.
    """

    def __init__(
        self,
        controller: ReleaseController,
        service: ArchiveService,
        reader: Callable[[], FrameReader],
        outbox: OutboxService,
    ) -> None:
        super().__init__(controller)
        self._controller, self._desk, self._reader = controller, controller.desk, reader
        self._service, self._outbox = service, outbox
        self._parts = controller.window.parts
        self._parts.desk_list.menu.stage_wanted.connect(self.set_stage)
        self._desk.progress_replaced.connect(self._show_sign_off)

    def commands(self) -> list[Command]:
        """One command for each stage, for the release in front."""
        return [
            Command(
                f"stage-{stage}",
                self.tr("Tandai {0}").format(stage),
                (),
                partial(self._set_current_stage, stage),
                True,
                in_menu=False,
            )
            for stage in STAGES
        ]

    def set_stage(self, key: str, stage: Stage) -> None:
        """Set the stage of a release; where that is not allowed, say why."""
        stored = self._desk.stored_state(key)
        if stored is None:
            self._set_stage_in_archive(key, stage)
            return
        if stored.progress.stage(stored.release) == stage:
            return
        release, before = stored
        after = before.put_at(stage, release, self._editor(stored), _now())
        if after.stage(release) != stage:
            self._controller.show_status(self._why_not(stored))
            return
        self._desk.set_progress(key, after)
        self._show_outcome(release, stage, partial(self._desk.set_progress, key, before))

    def _set_stage_in_archive(self, key: str, stage: Stage) -> None:
        """Set the stage of a release that only the archive has."""

        def show_outcome(before: ReleaseRecord) -> None:
            undo = partial(self._set_stage_in_archive, key, before.status)
            self._show_outcome(before.release, stage, undo)

        def show_waiting(why: str) -> None:
            said = self.tr("Status {0} dicatat, dan masuk arsip begitu arsipnya dapat dipakai.")
            self._controller.show_status(why if self._service.is_open else said.format(stage))

        self._service.ask(lambda archive: archive.get(key), show_outcome, show_waiting)
        self._outbox.add_entry(OutboxEntry(key, time.time(), stage=stage))

    def _show_outcome(self, release: Release, stage: Stage, undo: Callable[[], object]) -> None:
        name = release.headline or self.tr("Naskah tanpa judul")
        self._controller.show_status(self.tr("“{0}” ditandai {1}.").format(name, stage), undo)

    def _set_current_stage(self, stage: Stage) -> None:
        if self._desk.current is not None:
            self.set_stage(self._desk.current.key, stage)

    def _editor(self, stored: StoredState) -> str:
        credited = self._reader().read(stored.release.text).credited
        credit = credited[-1].credit if credited else None
        return credit.editor if credit else ""

    def _why_not(self, stored: StoredState) -> str:
        """Why a release is not ready."""
        progress: Progress = stored.progress
        if stored.release.details.is_under_embargo(_now()):
            return self.tr("Naskah ini masih diembargo; tandai siap setelah embargonya lewat.")
        count = progress.left.errors if progress.left else 0
        if count:
            return self.tr(
                "Naskah ini belum siap: {0} hal masih wajib dibereskan; lihat daftarnya di Ekspor."
            ).format(count)
        return self.tr("Naskah ini belum siap: buka dahulu agar diperiksa, lalu tandai siap.")

    def _show_sign_off(self, release: OpenRelease) -> None:
        self._parts.ready_panel.show_sign_off(release.key, release.progress.sign_off)


def _now() -> datetime:
    return datetime.now().astimezone()
