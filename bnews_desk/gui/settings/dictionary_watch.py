"""The dictionaries, changed by another program while the window is open."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject

from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner
from bnews_desk.gui.settings.dictionary_actions import DictionaryActions
from bnews_desk.gui.settings.user_dictionaries import Dictionaries
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.window.release_controller import ReleaseController

SOON_MS = 200
"""Milliseconds after a change until it is taken: a program that writes does so in several steps."""


class DictionaryWatch(QObject):
    """Takes a change as soon as the system tells of it, else when the window comes to the front.

    A shared folder may tell nothing. Faults are told above the page, each once.
    """

    def __init__(
        self, conductor: ReleaseController, keeping: DictionaryActions, dictionaries: Dictionaries
    ) -> None:
        super().__init__(conductor)
        self._window = conductor.window
        self._keeping, self._dictionaries = keeping, dictionaries
        self._told: set[str] = set()
        self._soon = once_after(SOON_MS, self.look, self)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._soon.start())
        self._watcher.fileChanged.connect(lambda _path: self._soon.start())
        conductor.house_changed.connect(lambda _house: self._soon.start())
        self._window.installEventFilter(self)
        self.look()

    def look(self) -> None:
        """Take what has changed, tell what is wrong, watch what is there now."""
        self._keeping.look()
        for fault in self._dictionaries.faults:
            if fault not in self._told:
                self._window.parts.notice.tell(fault, severity="warn")
        self._told.update(self._dictionaries.faults)
        files = [self._dictionaries[owner].path for owner in DictionaryOwner]
        wanted = {path for path in (*files, *map(os.path.dirname, files)) if os.path.exists(path)}
        missing = wanted.difference(self._watcher.files(), self._watcher.directories())
        if missing:  # a file that was replaced is not watched any more
            self._watcher.addPaths(sorted(missing))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Never keeps an event back."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)
