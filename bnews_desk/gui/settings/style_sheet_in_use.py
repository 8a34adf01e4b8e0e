"""The style sheet in use: added to, changed for another, and remembered for tomorrow."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.settings.stored_settings import StoredSettings
from bnews_desk.gui.settings.style_sheet_watch import SheetWatch
from bnews_desk.gui.window.release_controller import ReleaseController


class StyleSheetInUse(QObject):
    """Hands the sheet to everything that judges by it, whoever has changed it."""

    def __init__(
        self, conductor: ReleaseController, register: NewsroomRegister, remembered: StoredSettings
    ) -> None:
        super().__init__(conductor)
        self._conductor, self._register, self._remembered = conductor, register, remembered
        self._watch = SheetWatch(conductor, register)

    def keep(self) -> None:
        """Remember which sheet is in use."""
        self._remembered.take_sheet(self._register.path)

    def add(self, kind: str, value: str) -> None:
        """Put a place, code, initials or editor on the newsroom's own list, and say so."""
        sentence = self._register.add(kind, value)
        self._follow()
        self._conductor.say(sentence)

    def use(self, path: str) -> str:
        """Judge by another sheet, '' for the shipped one; why not, or nothing."""
        fault = self._register.use(path)
        if not fault:
            self._follow()
        return fault

    def begin_own(self) -> str:
        """Have a sheet of the newsroom's own; why not, or nothing."""
        fault = self._register.begin_own()
        if not fault:
            self._follow()
        return fault

    def _follow(self) -> None:
        self._conductor.set_house(self._register.house)
        self.keep()
