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

    ``remember`` is called when that style sheet has become the one in use.
    """

    def __init__(
        self,
        conductor: ReleaseController,
        register: NewsroomRegister,
        remember: Callable[[], object],
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(conductor)
        self._conductor, self._register = conductor, register
        self._remember, self._theme = remember, theme
        conductor.window.parts.findings.official_wanted.connect(self.ask)
        conductor.display.card.official_wanted.connect(self.ask)

    def ask(self, finding: Finding) -> None:
        """Show the dialog, filled in from the finding."""
        official = official_in(finding)
        if official is None:
            return
        dialog = OfficialDialog(self._theme(), official, self._conductor.window)
        dialog.wanted.connect(lambda wanted: self._record(dialog, wanted))
        dialog.open()

    def _record(self, dialog: OfficialDialog, official: Official) -> None:
        sentence = self._register.record_official(official)
        if sentence:
            dialog.show_fault(sentence)
            return
        dialog.accept()
        self._conductor.set_house(self._register.house)
        self._remember()
        said = self.tr("{0} dicatat sebagai {1}.")
        self._conductor.show_status(said.format(official.name, official.office))
