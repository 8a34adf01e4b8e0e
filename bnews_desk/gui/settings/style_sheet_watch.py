"""The newsroom's style sheet, changed in another program while the window is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.window.release_controller import ReleaseController


class SheetWatch(QObject):
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
                    self._conductor.window.parts.notice.tell(fault, severity="warn")
            self._told.update(self._register.faults)
        return super().eventFilter(watched, event)
