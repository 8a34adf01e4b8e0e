"""Shows the versions of a release, compares them and restores one."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from bnews_desk.archive.repository.archive_errors import UnknownReleaseError
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import ReleaseRecord, Version
from bnews_desk.gui.archive.archive_access import ArchiveAccess
from bnews_desk.gui.archive.photo_loading import photos_in
from bnews_desk.gui.versions.version_restoring import restore_state
from bnews_desk.gui.versions.version_texts import format_time_in_sentence, format_word_changes
from bnews_desk.gui.window.commands import Command
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.gui.versions.versions_dialog import VersionsDialog


class _State(NamedTuple):
    """A state of a release, with the photos that the desk may lack."""

    release: Release
    photos: dict[str, bytes]


class VersionsController(QObject):
    """Opens the dialog of versions and restores one.

    The replaced text is kept as a version itself; on the page it is one undo step.
    """

    def __init__(self, access: ArchiveAccess) -> None:
        super().__init__(access.controller)
        self._access = access
        self._controller, self._desk, self._service = access.controller, access.desk, access.service
        self.dialog: VersionsDialog | None = None

    def commands(self) -> list[Command]:
        """The command that opens them for the release in front."""
        return [Command("versions", self.tr("Versi…"), (), self.show_current, True)]

    def show_current(self) -> None:
        """Show the versions of the release in front."""
        if self._desk.current is not None:
            self.show(self._desk.current.key)

    def show(self, key: str) -> None:
        """Show the versions of a release, open or not."""
        self._service.begin()
        self._access.sync_controller.save_changes()

        def fetch(archive: Archive) -> tuple[ReleaseRecord, list[Version]] | None:
            try:
                return archive.get(key), archive.versions(key)
            except UnknownReleaseError:
                return None

        self._service.ask(fetch, self._open, self._controller.show_status)

    def _open(self, found: tuple[ReleaseRecord, list[Version]] | None) -> None:
        from bnews_desk.gui.versions.versions_dialog import VersionsDialog

        if found is None:
            said = self.tr("Naskah ini belum punya versi; yang pertama dibuat begitu ada isinya.")
            self._controller.show_status(said)
            return
        record, versions = found
        if self.dialog is not None:
            self.dialog.reject()
        access = self._access
        dialog = VersionsDialog(
            access.theme(), access.zoom, access.reader, time.time(), access.window
        )
        self.dialog = dialog
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.text_wanted.connect(partial(self._fetch_text, dialog, record.key))
        dialog.restore_wanted.connect(partial(self._restore, record.key, versions))
        opened = access.opened(record.key)
        present = opened.document.release() if opened else record.release
        dialog.show_versions(versions, present, self._where(record))
        dialog.open()
        self._measure(dialog, record.key, versions, None)

    def _where(self, record: ReleaseRecord) -> str:
        """Where the release is now, in words."""
        current = self._desk.current
        if current is not None and current.key == record.key:
            return self.tr("naskah seperti di halaman")
        if self._access.opened(record.key) is not None:
            return self.tr("naskah seperti di tabnya")
        if record.deleted is not None:
            return self.tr("naskah seperti di tempat sampah")
        return self.tr("naskah seperti di arsip")

    def _forget(self, dialog: VersionsDialog, _result: int) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _fetch_text(self, dialog: VersionsDialog, key: str, number: int) -> None:
        def take(release: Release) -> None:
            if self.dialog is dialog:
                dialog.show_text(number, release)

        self._service.ask(
            lambda archive: archive.version(key, number), take, self._controller.show_status
        )

    def _measure(
        self, dialog: VersionsDialog, key: str, rest: list[Version], before: Release | None
    ) -> None:
        """Show for one version after the other how much it changed; the archive is free in
        between.
        """
        if not rest or self.dialog is not dialog:
            return
        version = rest[0]

        def measure(archive: Archive) -> tuple[Release, str]:
            from bnews_desk.comparison import compare

            release = archive.version(key, version.number)
            if before is None:
                return release, ""
            comparison = compare(before.text, release.text)
            return release, format_word_changes(comparison.words_inserted, comparison.words_deleted)

        def show(found: tuple[Release, str]) -> None:
            if self.dialog is dialog:
                dialog.list.show_size(version.number, found[1])
                self._measure(dialog, key, rest[1:], found[0])

        self._service.ask(measure, show)

    def _restore(self, key: str, versions: Sequence[Version], number: int) -> None:
        made = next(version.made for version in versions if version.number == number)

        def fetch(archive: Archive) -> _State:
            release = archive.version(key, number)
            hung = (photo.digest for photo in release.photos)
            return _State(release, photos_in(archive, hung))

        def fetched(state: _State) -> None:
            self._access.release_loader.open(key, lambda: self._make_present(key, made, state))

        self._service.ask(fetch, fetched, self._controller.show_status)

    def _make_present(self, key: str, made: float, state: _State) -> None:
        opened = self._access.opened(key)
        if opened is None:
            return
        self._access.sync_controller.keep_version(key, "pulih")
        for digest, data in state.photos.items():
            self._desk.put_picture(digest, data)
        take_back = restore_state(opened, state.release, state.photos)
        self._access.sync_controller.keep_version(key, "pulih")
        said = self.tr("Versi {0} dipulihkan; yang sebelumnya tersimpan sebagai versi.")
        self._controller.show_status(
            said.format(format_time_in_sentence(made, time.time())), take_back
        )
