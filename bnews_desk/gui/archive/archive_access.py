"""What every dialog over archived releases needs, in one object."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.release_loading import ReleaseLoader
from bnews_desk.gui.archive.sync_controller import SyncController
from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.editor.zoom import Zoom
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.main_window import DeskWindow
from bnews_desk.gui.window.release_controller import ReleaseController


class ArchiveAccess(NamedTuple):
    """The archive's service with the desk, the window and the loader of releases.

    ``reader`` reads frames by the present style sheet, ``theme`` gives the present colours.
    """

    controller: ReleaseController
    service: ArchiveService
    sync_controller: SyncController
    release_loader: ReleaseLoader
    reader: Callable[[], FrameReader]
    theme: Callable[[], Theme]

    @property
    def desk(self) -> Desk:
        """The open releases."""
        return self.controller.desk

    @property
    def window(self) -> DeskWindow:
        """The window that dialogs open over."""
        return self.controller.window

    @property
    def zoom(self) -> Zoom:
        """The zoom of the page, which texts beside it share."""
        return self.controller.window.parts.page.zoom

    def opened(self, key: str) -> OpenRelease | None:
        """The release of a key where it has a tab."""
        return next((release for release in self.desk.releases if release.key == key), None)
