"""What the archive has taken is soon proof against a power cut, without a save's waiting for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.gui.shared.timers import once_after

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.gui.archive.archive_service import ArchiveService

SOON_MS = 200
"""Milliseconds after a save in which others may come along with it: all wait for the disk once."""


class DurableSaves(QObject):
    """Has the archive's disk waited for behind what was taken, on the archive's thread.

    ``make_durable`` waits, on that thread; ``hand_again`` is called with the key of each release
    that is not certain to be there.
    """

    def __init__(
        self,
        service: ArchiveService,
        make_durable: Callable[[Archive], None],
        hand_again: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._service, self._make_durable, self._hand_again = service, make_durable, hand_again
        self._keys: set[str] = set()
        self._soon = once_after(SOON_MS, self.make, self)

    def expect(self, key: str) -> None:
        """A release was taken."""
        self._keys.add(key)
        if not self._soon.isActive():
            self._soon.start()

    def make(self) -> None:
        """Wait for the disk now."""
        self._soon.stop()
        keys, self._keys = self._keys, set()

        def owe(_why: str) -> None:
            # what was taken behind the question, ahead of the disk, has been lost along with it
            for key in sorted(keys | self._keys):
                self._hand_again(key)

        self._service.ask(self._make_durable, failed=owe)
