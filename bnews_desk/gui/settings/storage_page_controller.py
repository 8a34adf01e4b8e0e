"""Applies the choices of the storage page."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from bnews_desk.archive.recovery.backups import backup_folder
from bnews_desk.archive.repository.archive_address import is_shared
from bnews_desk.credentials import password_in, without_password
from bnews_desk.log import set_log_detail
from bnews_desk.paths import journal_file
from bnews_desk.settings import Settings

if TYPE_CHECKING:
    from bnews_desk.gui.settings.settings_context import SettingsContext
    from bnews_desk.gui.settings.storage_page import StoragePage


class StoragePageController(QObject):
    """Applies the choices of the page; another archive is opened at the next start.

    ``in_use`` is the setting by which the present archive was opened.
    """

    def __init__(
        self,
        page: StoragePage,
        parts: SettingsContext,
        in_use: str,
        open_folder: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._page, self._parts, self._over = page, parts, parent
        self._awaited = ""
        self._in_use = without_password(Settings(archive=in_use).archive_place)
        page.folder_wanted.connect(open_folder)
        page.archive_changed.connect(self.take_archive)
        page.archive_file_wanted.connect(self._choose_archive)
        page.inbox_wanted.connect(self._choose_inbox)
        page.inbox_ended.connect(self._end_inbox)
        page.log_detail_changed.connect(self._set_log_detail)
        parts.archive_password.kept.connect(self._take_kept)
        parts.archive_password.failed.connect(self._tell_failure)
        self._show()

    def take_archive(self, place: str) -> None:
        """Store another place of the archive, '' for the default, or show why it is invalid.

        A password in it is moved to the keyring first.
        """
        self._awaited = ""
        fault = place_fault(place)
        if fault:
            self._page.show_archive_fault(fault)
            return
        if password_in(place):
            self._awaited = place
            self._parts.archive_password.store_password(place)
            self._page.hide_password(without_password(place))
            return
        self._parts.remembered.save_values(archive=place)
        self._show()

    def _take_kept(self, address: str, sentence: str) -> None:
        if address == self._awaited:
            self._awaited = ""
            self._parts.remembered.save_values(archive=without_password(address))
        self._show()
        self._page.show_password_note(sentence)

    def _tell_failure(self, address: str, sentence: str) -> None:
        if address == self._awaited:
            self._awaited = ""
            self._page.show_archive_fault(sentence)

    def _choose_archive(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._over,
            self.tr("Letak arsip"),
            Settings(archive=self._parts.remembered.settings.archive).archive_place,
            self.tr("Arsip (*.db)"),
            # an existing archive is opened, not replaced
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.take_archive(path)

    def _choose_inbox(self) -> None:
        self._parts.inbox.choose_folder()
        self._show()

    def _end_inbox(self) -> None:
        self._parts.inbox.set_folder("")
        self._show()

    def _set_log_detail(self, is_detailed: bool) -> None:
        self._parts.remembered.save_values(detailed_log=is_detailed)
        set_log_detail(is_detailed=is_detailed)

    def _show(self) -> None:
        chosen, now = self._parts.remembered.settings, self._in_use
        place = without_password(chosen.archive_place)
        self._page.show_journal(journal_file())
        self._page.show_archive(
            now,
            is_usual=not chosen.archive,
            backups="" if is_shared(now) else backup_folder(now),
            next_place=place if place != now else "",
        )
        self._page.show_inbox(chosen.inbox)
        self._page.show_log_detail(is_detailed=chosen.detailed_log)


def place_fault(place: str) -> str:
    """Why a place is not valid for an archive; '' when it is."""
    translate = QCoreApplication.translate
    if not place or is_shared(place):
        return ""
    if "://" in place:
        return translate(
            "PlacesChoice", "Alamat arsip berawalan postgresql://, atau tulis letak sebuah berkas."
        )
    if not os.path.isabs(place):
        return translate("PlacesChoice", "Tulis letak lengkap berkas arsip, mulai dari foldernya.")
    if not os.path.isdir(os.path.dirname(place)):
        return translate("PlacesChoice", "Folder untuk arsip itu belum ada; buat dahulu foldernya.")
    return ""
