"""What changes with time alone: how old releases are, whether an embargo has passed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from bnews_desk.gui.window.release_controller import ReleaseController

AGE_MS = 30_000
"""Milliseconds after which ages and embargoes are looked at anew."""


class AgeUpdates(QObject):
    """Shows them anew from time to time, until it is told to ``stop``."""

    def __init__(self, act: ReleaseController) -> None:
        super().__init__(act)
        self._timer = QTimer(self)
        self._timer.setInterval(AGE_MS)
        self._timer.timeout.connect(act.display.show_entries)
        self._timer.timeout.connect(act.window.parts.ready_panel.refresh)
        self._timer.start()

    def stop(self) -> None:
        """Show nothing anew any more."""
        self._timer.stop()
