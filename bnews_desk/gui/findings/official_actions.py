"""Records the person of a finding in the newsroom's register of officials."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bnews_desk.finding import Finding
from bnews_desk.gui.findings.official_dialog import OfficialDialog, official_in
from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.house.officials import Official


class OfficialActions(QObject):
    """Asks for office, name and term, and adds them to the newsroom's own style sheet.

    ``remember_sheet`` is called when that style sheet has become the one in use.
    """

    def __init__(
        self,
        controller: ReleaseController,
        register: NewsroomRegister,
        remember_sheet: Callable[[], object],
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(controller)
        self._controller, self._register = controller, register
        self._remember_sheet, self._theme = remember_sheet, theme
        controller.window.parts.findings.official_wanted.connect(self.ask)
        controller.display.card.official_wanted.connect(self.ask)

    def ask(self, finding: Finding) -> None:
        """Show the dialog, filled in from the finding."""
        official = official_in(finding)
        if official is None:
            return
        officials = self._register.house.officials
        dialog = OfficialDialog(self._theme(), official, officials, self._controller.window)
        dialog.wanted.connect(lambda wanted, ended: self._record(dialog, wanted, ended))
        dialog.open()

    def _record(self, dialog: OfficialDialog, official: Official, ended: Official | None) -> None:
        sentence = self._register.record_official(official, ended)
        if sentence:
            dialog.show_fault(sentence)
            return
        dialog.accept()
        self._controller.set_house(self._register.house)
        self._remember_sheet()
        said = self.tr("{0} dicatat sebagai {1}.")
        self._controller.show_status(said.format(official.name, official.office))
