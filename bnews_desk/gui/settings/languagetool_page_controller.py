"""Applies the choices of the LanguageTool page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from bnews_desk.errors import DeskError
from bnews_desk.gui.findings.second_opinion_service import LOCAL, OFF
from bnews_desk.gui.settings.languagetool_page import LanguageToolNeed

if TYPE_CHECKING:
    from bnews_desk.gui.settings.languagetool_page import LanguageToolPage
    from bnews_desk.gui.settings.languagetool_setup import LanguageToolParts, LanguageToolSetup
    from bnews_desk.gui.settings.settings_context import SettingsContext
    from bnews_desk.lexicon.languagetool.installation import Installation, Java


SIZE = "± 250 MB"
"""The size of the download, before the server was asked."""


class LanguageToolPageController(QObject):
    """Applies the choices of the page while its dialog is open.

    ``say`` shows how an action went. What an address would be sent is shown while it is typed, so
    that *Pakai* is the editor's consent.
    """

    def __init__(
        self,
        page: LanguageToolPage,
        parts: SettingsContext,
        setup: LanguageToolSetup,
        say: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._page, self._opinions, self._remembered = page, parts.opinions, parts.remembered
        self._setup, self._say, self._over = setup, say, parent
        self._lacks = False
        self._shown = OFF
        page.mode_changed.connect(self._take_mode)
        page.address_edited.connect(self._show_privacy)
        page.indonesian_changed.connect(self._take_indonesian)
        page.download_wanted.connect(setup.download)
        page.stop_wanted.connect(setup.stop)
        page.zip_wanted.connect(self._choose_zip)
        page.folder_wanted.connect(self._choose_folder)
        page.look_wanted.connect(setup.look_for_parts)
        setup.looked.connect(self._take_look)
        setup.advanced.connect(page.show_progress)
        setup.ended.connect(self._take_end)
        chosen = self._remembered.settings
        page.show_choice(chosen.languagetool, reads_indonesian=chosen.languagetool_indonesian)
        self._show_privacy(chosen.languagetool)
        if setup.is_busy:
            page.show_progress(*setup.done)
        setup.look_for_parts()

    def _take_mode(self, mode: str) -> None:
        """Use another server, unless its address is invalid."""
        if self._show_privacy(mode):
            self._keep(languagetool=mode)
            self._say(self._told(mode))

    def _told(self, mode: str) -> str:
        """The sentence about a new choice."""
        if mode == OFF:
            return ""
        if mode == LOCAL and self._lacks:
            return self.tr("LanguageTool ditanya begitu yang kurang di atas ini sudah ada.")
        return self.tr("LanguageTool ditanya mulai sekarang.")

    def _take_indonesian(self, is_wanted: bool) -> None:
        self._keep(languagetool_indonesian=is_wanted)
        self._show_privacy(self._shown)

    def _keep(self, **values: str | bool) -> None:
        self._remembered.save_values(**values)
        chosen = self._remembered.settings
        self._opinions.choose(chosen.languagetool, reads_indonesian=chosen.languagetool_indonesian)

    def _show_privacy(self, mode: str) -> bool:
        """Show what leaves this computer; returns whether the mode can be used."""
        from bnews_desk.lexicon.languagetool.server_address import address_of, what_is_sent

        self._shown = mode
        if mode == OFF:
            self._page.show_privacy(self.tr("Tidak ada yang ditanya dan tidak ada yang dikirim."))
            return True
        local = self.tr("Naskah tidak meninggalkan komputer ini.")
        if mode == LOCAL:
            self._page.show_privacy(local)
            return True
        try:
            reads = self._remembered.settings.languagetool_indonesian
            sent = what_is_sent(address_of(mode), reads_indonesian=reads)
        except DeskError as error:
            self._page.show_privacy(str(error), is_fault=True)
            return False
        self._page.show_privacy(sent or local, leaves=bool(sent))
        return True

    # needs

    def _take_look(self, there: LanguageToolParts) -> None:
        if self._setup.is_busy:
            return
        needs = (self._java(there.java), self._release(there.release))
        self._lacks = not all(need.is_there for need in needs)
        self._page.show_needs(needs, is_installed=there.release is not None)

    def _java(self, found: Java | None) -> LanguageToolNeed:
        from bnews_desk.lexicon.languagetool.installation import java_remedy

        if found is None:
            return LanguageToolNeed(self.tr("Java tidak ada"), java_remedy())
        if not found.is_enough:
            return LanguageToolNeed(
                self.tr("Java {0} terlalu lama").format(found.version), java_remedy()
            )
        return LanguageToolNeed(self.tr("Java {0} ({1})").format(found.version, found.path))

    def _release(self, found: Installation | None) -> LanguageToolNeed:
        if found is None:
            remedy = self.tr("Unduh ({0}), atau tunjuk folder atau ZIP yang sudah ada.")
            return LanguageToolNeed(self.tr("LanguageTool belum ada"), remedy.format(SIZE))
        return LanguageToolNeed(
            self.tr("LanguageTool {0} ({1})").format(found.version, found.folder)
        )

    # installation

    def _choose_zip(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._over, self.tr("ZIP LanguageTool"), "", self.tr("Berkas ZIP (*.zip)")
        )
        if path:
            self._setup.install_from(path)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._over, self.tr("Folder LanguageTool"))
        if chosen:
            self._setup.install_from(chosen)

    def _take_end(self, told: str) -> None:
        """Report how it went; with a server on this computer, start it again."""
        self._say(told)
        if self._remembered.settings.languagetool == LOCAL:
            self._keep()
