"""Applies, extends and stores the style sheet in use, and rereads a changed file."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.settings.stored_settings import StoredSettings
from bnews_desk.gui.window.release_controller import ReleaseController


class StyleSheetWatch(QObject):
    """Rereads the style sheet, if it has changed, when the window is activated.

    Each fault is shown once, above the page.
    """

    def __init__(self, controller: ReleaseController, register: NewsroomRegister) -> None:
        super().__init__(controller)
        self._controller, self._register = controller, register
        self._told = set(register.faults)
        controller.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Reread the style sheet when the window is activated; lets every event pass."""
        if event.type() == QEvent.Type.WindowActivate and self._register.reread():
            self._controller.set_house(self._register.house)
            for fault in self._register.faults:
                if fault not in self._told:
                    self._controller.window.parts.notice.show_notice(fault, severity="warn")
            self._told.update(self._register.faults)
        return super().eventFilter(watched, event)


class StyleSheetController(QObject):
    """Passes a changed style sheet to all parts that use it, and stores its path."""

    def __init__(
        self, controller: ReleaseController, register: NewsroomRegister, remembered: StoredSettings
    ) -> None:
        super().__init__(controller)
        self._controller, self._register, self._remembered = controller, register, remembered
        self._watch = StyleSheetWatch(controller, register)

    def remember_sheet(self) -> None:
        """Store which style sheet is in use."""
        self._remembered.remember_style_sheet(self._register.path)

    def add(self, kind: str, value: str) -> None:
        """Add a place, code, initials or editor to the newsroom's own list, and report it."""
        sentence = self._register.add(kind, value)
        self._follow()
        self._controller.show_status(sentence)

    def use(self, path: str) -> str:
        """Use another sheet, '' for the shipped one; returns why that failed, or ''."""
        fault = self._register.use(path)
        if not fault:
            self._follow()
        return fault

    def begin_own_sheet(self) -> str:
        """Create and use the newsroom's own sheet; returns why that failed, or ''."""
        fault = self._register.begin_own_sheet()
        if not fault:
            self._follow()
        return fault

    def _follow(self) -> None:
        self._controller.set_house(self._register.house)
        self.remember_sheet()
