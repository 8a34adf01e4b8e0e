"""The notice above the page that the release in front is a duplicate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from bnews_desk.archive.repository.archive_values import Likeness
from bnews_desk.gui.imports.duplicate_texts import (
    duplicate_description,
    publication_or_arrival_text,
)
from bnews_desk.gui.window.side_pages import is_side_page_shown
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.gui.desk.desk import Desk
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.gui.window.main_window import DeskWindow

_KEY = "rilis serupa"


class ArrivedDuplicate(NamedTuple):
    """A release as it was imported, its key, and the earlier release that it resembles."""

    key: str
    release: Release
    found: Likeness


class DuplicateNotices(QObject):
    """Shows a notice for each duplicate while it is in front.

    A closed notice does not return for that release until the program restarts. A notice is removed
    with the release's tab, and when the release is published.
    """

    look_wanted = Signal(object)
    """This ``ArrivedDuplicate`` is to be compared side by side."""

    def __init__(self, desk: Desk, window: DeskWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._window, self._notice = desk, window, window.parts.notice
        self._waiting: dict[str, ArrivedDuplicate] = {}
        self._shown: ArrivedDuplicate | None = None
        self._silenced: set[str] = set()
        self._notice.closed.connect(self._take_closed)
        window.middle.currentChanged.connect(lambda _: self._show())
        desk.current_changed.connect(lambda _release: self._show())
        desk.closed.connect(lambda release: self.remove_notice(release.key))
        desk.removed.connect(self.remove_notice)
        desk.progress_replaced.connect(self._take_advanced)

    def add_notice(self, duplicate: ArrivedDuplicate) -> None:
        """Add the notice of an open release, in place of its former one."""
        is_open = any(release.key == duplicate.key for release in self._desk.releases)
        if is_open and duplicate.key not in self._silenced:
            self._waiting[duplicate.key] = duplicate
            self._show()

    def remove_notice(self, key: str) -> None:
        """Remove the notice of a release."""
        if self._waiting.pop(key, None) is not None:
            self._show()

    def _show(self) -> None:
        current = self._desk.current
        is_side_page = is_side_page_shown(self._window)
        key = current.key if current is not None and not is_side_page else ""
        self._shown = self._waiting.get(key)
        if self._shown is None:
            self._notice.remove_notice(_KEY)
            return
        found = self._shown.found
        when = publication_or_arrival_text(found.summary)
        said = self.tr("Rilis ini {0} ({1}).").format(duplicate_description(found), when)
        remedy = self.tr("Lihat…"), partial(self.look_wanted.emit, self._shown)
        self._notice.show_notice(said, _KEY, "warn", remedy)

    def _take_closed(self, notice: str) -> None:
        """Do not show the notice of this release again."""
        if notice == _KEY and self._shown is not None:
            self._silenced.add(self._shown.key)
            self.remove_notice(self._shown.key)

    def _take_advanced(self, release: OpenRelease) -> None:
        if release.progress.stage(release.document.release()) == "tayang":
            self.remove_notice(release.key)
