"""Opens the settings dialog (Ctrl+,) and connects its pages."""

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
    """Opens the settings dialog; its controllers apply and store every choice at once.

    ``edit_words`` opens the dialog of the dictionaries; ``theme`` returns the theme in use.
    ``shut_down`` must be called at the end.
    """

    theme_changed = Signal()
    """Apply the theme of the settings to the window."""

    def __init__(
        self,
        controller: ReleaseController,
        parts: SettingsContext,
        edit_words: Callable[[], object],
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(controller)
        self._controller, self._parts = controller, parts
        self._edit_words, self._theme = edit_words, theme
        self._place_in_use = parts.remembered.settings.archive
        self._dialog: SettingsDialog | None = None
        self._installing = LanguageToolSetup(self)
        self._installing.ended.connect(self._tell)
        self.open_path: Callable[[str], bool] = _open

    def commands(self) -> list[Command]:
        """The command that opens the dialog, and the hidden ones that choose a theme."""
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
        """Open the dialog, unless it is open."""
        if self._dialog is None:
            self._dialog = dialog = self._made()
            dialog.finished.connect(self._forget)
            dialog.open()
        return self._dialog

    def shut_down(self) -> None:
        """Close the dialog and end the background threads."""
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
        dialog = SettingsDialog(theme, pages, self._controller.window)
        LanguageToolPageController(opinion, parts, self._installing, self._say, dialog)
        sheet = StyleSheetPageController(style, parts, self._say, self._open, dialog)
        sheet.changed.connect(lambda: self._show_words(words))
        StoragePageController(places, parts, self._place_in_use, self._open_folder, dialog)
        page = self._controller.window.parts.page
        dress = AppearancePageController(looks, page, parts.remembered, dialog)
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
        """Show a result in the window when the dialog is closed."""
        if self._dialog is None:
            self._controller.show_status(sentence)

    def _say(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_status(sentence)

    def _open(self, path: str) -> None:
        """Open a file or folder with the system's own program."""
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
        """Replace the settings dialog by that of the dictionaries."""
        if self._dialog is not None:
            self._dialog.accept()
        self._edit_words()


def _open(path: str) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
