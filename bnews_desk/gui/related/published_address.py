"""Binds the field *Alamat terbit* to the archive."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.archive.repository.archive_errors import UnknownReleaseError
from bnews_desk.archive.sync.outbox import OutboxEntry

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.gui.archive.archive_service import ArchiveService
    from bnews_desk.gui.archive.outbox_service import OutboxService
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.gui.window.release_controller import ReleaseController


class PublishedAddress(QObject):
    """The field *Alamat terbit* bound to the archive; what is not in the archive has none yet."""

    def __init__(
        self, act: ReleaseController, service: ArchiveService, errands: OutboxService
    ) -> None:
        super().__init__(act)
        self._act, self._service, self._errands = act, service, errands
        self._row = act.window.parts.frame_panel.details.address
        self._row.edited.connect(self._set)
        act.desk.current_changed.connect(self._show_other)
        service.opened.connect(self._ask)
        service.changed.connect(self._ask)
        errands.done.connect(lambda _key: self._ask())  # another one may stand there

    def _show_other(self, _release: OpenRelease | None) -> None:
        self._row.forget_typing()
        self._row.show_address(None)
        self._ask()

    def _ask(self) -> None:
        release = self._act.desk.current
        if release is None:
            return
        key = release.key
        if self._errands.address_of(key) is not None:
            self._show(key, None)
        elif self._service.has_begun:
            self._service.ask(partial(_address_of, key), partial(self._show, key))

    def _show(self, key: str, address: str | None) -> None:
        release = self._act.desk.current
        if release is not None and release.key == key:
            waiting = self._errands.address_of(key)  # then the archive has the one before
            self._row.show_address(address if waiting is None else waiting)

    def _set(self, address: str) -> None:
        release = self._act.desk.current
        if release is None:
            return
        said = self.tr("Alamat terbit dicatat.") if address else self.tr("Alamat terbit dihapus.")
        replaced = self._row.replaced
        self._errands.ask(OutboxEntry(release.key, time.time(), address=address, replaced=replaced))
        self._act.say(said)


def _address_of(key: str, archive: Archive) -> str | None:
    try:
        return archive.get(key).address
    except UnknownReleaseError:
        return None
