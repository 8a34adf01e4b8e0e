"""Applies, extends and remembers the style sheet in use, and rereads it when it changes on disk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.settings.stored_settings import StoredSettings
from bnews_desk.gui.window.release_controller import ReleaseController


class StyleSheetWatch(QObject):
    """Looks at the sheet whenever the window comes to the front, and takes what is new in it.

    Its faults are told above the page, each once.
    """

    def __init__(self, conductor: ReleaseController, register: NewsroomRegister) -> None:
        super().__init__(conductor)
        self._conductor, self._register = conductor, register
        self._told = set(register.faults)
        conductor.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Never keeps an event back."""
        if event.type() == QEvent.Type.WindowActivate and self._register.reread():
            self._conductor.set_house(self._register.house)
            for fault in self._register.faults:
                if fault not in self._told:
                    self._conductor.window.parts.notice.show_notice(fault, severity="warn")
            self._told.update(self._register.faults)
        return super().eventFilter(watched, event)


class StyleSheetController(QObject):
    """Hands the sheet to everything that judges by it, whoever has changed it."""

    def __init__(
        self, conductor: ReleaseController, register: NewsroomRegister, remembered: StoredSettings
    ) -> None:
        super().__init__(conductor)
        self._conductor, self._register, self._remembered = conductor, register, remembered
        self._watch = StyleSheetWatch(conductor, register)

    def remember_sheet(self) -> None:
        """Remember which sheet is in use."""
        self._remembered.remember_style_sheet(self._register.path)

    def add(self, kind: str, value: str) -> None:
        """Put a place, code, initials or editor on the newsroom's own list, and say so."""
        sentence = self._register.add(kind, value)
        self._follow()
        self._conductor.show_status(sentence)

    def use(self, path: str) -> str:
        """Judge by another sheet, '' for the shipped one; why not, or nothing."""
        fault = self._register.use(path)
        if not fault:
            self._follow()
        return fault

    def begin_own_sheet(self) -> str:
        """Have a sheet of the newsroom's own; why not, or nothing."""
        fault = self._register.begin_own_sheet()
        if not fault:
            self._follow()
        return fault

    def _follow(self) -> None:
        self._conductor.set_house(self._register.house)
        self.remember_sheet()
