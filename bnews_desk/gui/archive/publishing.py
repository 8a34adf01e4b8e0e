"""Where the release in front is published, as the archive remembers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.archive.vault.troubles import ConflictError, UnknownReleaseError

if TYPE_CHECKING:
    from bnews_desk.archive.vault.protocol import Archive
    from bnews_desk.gui.archive.service import ArchiveService
    from bnews_desk.gui.conductor import Conductor
    from bnews_desk.gui.open_release import OpenRelease


_TRIES = 3
"""How often it is tried while others save the same release at the same moment."""


class PublishedAddress(QObject):
    """The field *Alamat terbit* bound to the archive; what is not in the archive has none yet."""

    def __init__(self, act: Conductor, service: ArchiveService) -> None:
        super().__init__(act)
        self._act, self._service = act, service
        self._row = act.window.parts.frame_panel.details.address
        self._row.edited.connect(self._set)
        act.desk.current_changed.connect(self._show_other)
        service.opened.connect(self._ask)
        service.changed.connect(self._ask)

    def _show_other(self, _release: OpenRelease | None) -> None:
        self._row.forget_typing()
        self._row.show_address(None)
        self._ask()

    def _ask(self) -> None:
        release = self._act.desk.current
        if release is not None and self._service.has_begun:
            key = release.key
            self._service.ask(partial(_address_of, key), partial(self._show, key))

    def _show(self, key: str, address: str | None) -> None:
        release = self._act.desk.current
        if release is not None and release.key == key:
            self._row.show_address(address)

    def _set(self, address: str) -> None:
        release = self._act.desk.current
        if release is None:
            return

        key = release.key
        said = self.tr("Alamat terbit dicatat.") if address else self.tr("Alamat terbit dihapus.")
        self._service.ask(
            partial(_note, key, address), lambda _none: self._act.say(said), self._act.say
        )


def _note(key: str, address: str, archive: Archive) -> None:
    for attempt in range(_TRIES):
        try:
            archive.save(archive.get(key)._replace(address=address))
        except ConflictError:  # another desk has saved in between
            if attempt == _TRIES - 1:
                raise
        else:
            return


def _address_of(key: str, archive: Archive) -> str | None:
    try:
        return archive.get(key).address
    except UnknownReleaseError:
        return None
