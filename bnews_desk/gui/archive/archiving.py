"""All that connects the window with the archive, made once the window is furnished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bnews_desk.gui.archive.service import ArchiveService

if TYPE_CHECKING:
    from bnews_desk.gui.commands import Command
    from bnews_desk.gui.conductor import Conductor

REST_MS = 800
"""Milliseconds without a key after which the archive is opened: that takes half a second of
processor time, which belongs to the keys as long as there are any."""
LATEST_MS = 15_000
"""Milliseconds after which it is opened although somebody types all the time."""
NOTICE = "arsip"
"""Under which it is told above the page that the archive does not work."""


class Archiving(QObject):
    """Begins the ``service`` when the editor rests, and says above the page how it fares."""

    def __init__(self, act: Conductor, service: ArchiveService) -> None:
        super().__init__(act)
        self.service = service
        notice = act.window.parts.notice
        service.troubled.connect(lambda text: notice.tell(text, NOTICE))
        service.mended.connect(lambda: notice.settle(NOTICE))
        self._rest, self._latest = self._timer(REST_MS), self._timer(LATEST_MS)
        act.window.parts.page.text_changed.connect(self._put_off)

    def commands(self) -> list[Command]:
        """What can be done with the archive from the menu."""
        return []

    def shut_down(self) -> None:
        """Bring to its end what is being done with the archive."""
        self._stop()
        self.service.shut_down()

    def _begin(self) -> None:
        self._stop()
        self.service.begin()

    def _put_off(self) -> None:
        if not self.service.has_begun:
            self._rest.start()

    def _stop(self) -> None:
        self._rest.stop()
        self._latest.stop()

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._begin)
        timer.start(interval_ms)
        return timer
