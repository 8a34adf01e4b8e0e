"""Ctrl+,: opens the settings dialog and connects its pages."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner
from bnews_desk.gui.settings.languagetool_setup import LanguageToolSetup
from bnews_desk.gui.window.commands import Command

if TYPE_CHECKING:
    from bnews_desk.gui.settings.dictionaries_page import DictionariesPage
    from bnews_desk.gui.settings.settings_context import SettingsContext
    from bnews_desk.gui.settings.settings_dialog import SettingsDialog
    from bnews_desk.gui.shared.theme import Theme
    from bnews_desk.gui.window.release_controller import ReleaseController


class SettingsController(QObject):
    """Opens the dialog and applies what is chosen; every choice is written down at once.

    ``edit_words`` opens the window of the dictionaries; ``theme`` gives the present colours.
    ``shut_down`` must be called in the end.
    """

    theme_changed = Signal()
    """The window shall be dressed anew, as the settings say now."""

    def __init__(
        self,
        conductor: ReleaseController,
        parts: SettingsContext,
        edit_words: Callable[[], object],
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(conductor)
        self._conductor, self._parts = conductor, parts
        self._edit_words, self._theme = edit_words, theme
        self._place_in_use = parts.remembered.settings.archive
        self._dialog: SettingsDialog | None = None
        self._installing = LanguageToolSetup(self)
        self._installing.ended.connect(self._tell)
        self.open_path: Callable[[str], bool] = _open

    def commands(self) -> list[Command]:
        """What opens the dialog, and by name alone the choices of colour."""
        named = (
            ("light", self.tr("Warna terang")),
            ("dark", self.tr("Warna gelap")),
            ("system", self.tr("Warna ikut sistem")),
        )
        return [
            Command("settings", self.tr("Setelan…"), ("Ctrl+,",), self.show_settings),
            *(
                Command(f"colours-{theme}", text, (), partial(self._dress, theme), in_menu=False)
                for theme, text in named
            ),
        ]

    def show_settings(self) -> SettingsDialog:
        """Open the dialog, or turn to it."""
        if self._dialog is None:
            self._dialog = dialog = self._made()
            dialog.finished.connect(self._forget)
            dialog.open()
        return self._dialog

    def shut_down(self) -> None:
        """Close the dialog and end what runs beside the window."""
        if self._dialog is not None:
            self._dialog.reject()
        self._installing.shut_down()

    def _made(self) -> SettingsDialog:
        from bnews_desk.gui.settings.appearance_page import AppearancePage, AppearancePageController
        from bnews_desk.gui.settings.dictionaries_page import DictionariesPage
        from bnews_desk.gui.settings.languagetool_page import LanguageToolPage
        from bnews_desk.gui.settings.languagetool_page_controller import LanguageToolPageController
        from bnews_desk.gui.settings.settings_dialog import SettingsDialog
        from bnews_desk.gui.settings.storage_page import StoragePage
        from bnews_desk.gui.settings.storage_page_controller import StoragePageController
        from bnews_desk.gui.settings.style_sheet_page import (
            StyleSheetPage,
            StyleSheetPageController,
        )

        theme, parts = self._theme(), self._parts
        opinion, style, words = (
            LanguageToolPage(theme),
            StyleSheetPage(theme),
            DictionariesPage(theme),
        )
        places, looks = StoragePage(theme), AppearancePage(theme)
        pages = (style, looks, words, places, opinion)
        dialog = SettingsDialog(theme, pages, self._conductor.window)
        LanguageToolPageController(opinion, parts, self._installing, self._say, dialog)
        sheet = StyleSheetPageController(style, parts, self._say, self._open, dialog)
        sheet.changed.connect(lambda: self._show_words(words))
        StoragePageController(places, parts, self._place_in_use, self._open_folder, dialog)
        zoom = self._conductor.window.parts.page.zoom
        dress = AppearancePageController(looks, zoom, parts.remembered, dialog)
        dress.changed.connect(self.theme_changed)
        words.edit_wanted.connect(self._leave_for_words)
        words.folder_wanted.connect(self._open_folder)
        self._show_words(words)
        return dialog

    def _dress(self, theme: str) -> None:
        self._parts.remembered.save_values(theme=theme)
        self.theme_changed.emit()

    def _forget(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _tell(self, sentence: str) -> None:
        """Say in the window what came to its end after the dialog had closed."""
        if self._dialog is None:
            self._conductor.show_status(sentence)

    def _say(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_status(sentence)

    def _open(self, path: str) -> None:
        """Open a file or a folder with the system's own program."""
        if not os.path.exists(path):
            self._say(self.tr("“{0}” belum ada.").format(path))
        elif not self.open_path(path):
            self._say(
                self.tr("Komputer ini tidak mempunyai program untuk membuka “{0}”.").format(path)
            )

    def _open_folder(self, path: str) -> None:
        self._open(path if os.path.isdir(path) else os.path.dirname(path))

    def _show_words(self, page: DictionariesPage) -> None:
        for key, owner in (("own", DictionaryOwner.EDITOR), ("newsroom", DictionaryOwner.NEWSROOM)):
            dictionary = self._parts.dictionaries[owner]
            page.show_dictionary(key, len(dictionary.words), dictionary.path)

    def _leave_for_words(self) -> None:
        """Let the window of the dictionaries take the place of the dialog."""
        if self._dialog is not None:
            self._dialog.accept()
        self._edit_words()


def _open(path: str) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
