"""Arsip in the window: how one gets there and back, and what is done there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bnews_desk.archive.vault.values import Hit, Record
from bnews_desk.gui.archive.service import ArchiveService
from bnews_desk.gui.archive_page.bringing import Bringing
from bnews_desk.gui.archive_page.request import PAGE
from bnews_desk.gui.archive_page.searches import Searches
from bnews_desk.gui.commands import Command
from bnews_desk.gui.conductor import Conductor
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.widgets import FootRow

if TYPE_CHECKING:
    from bnews_desk.gui.archive_page.page import ArchivePage
    from bnews_desk.gui.archive_page.panel import ArchivePanel

LOOK_MS = 120
"""Milliseconds for which a row must have the keyboard before its text is fetched."""
PATIENCE_MS = 400
"""Milliseconds without an answer after which it is said that one is being waited for."""


class ArchiveRoom(QObject):
    """Shows the archive in place of page and panels; its widgets are made when first wanted."""

    versions_wanted = Signal(str)
    """The versions of the release of that key are to be shown."""

    def __init__(
        self,
        conductor: Conductor,
        service: ArchiveService,
        bringing: Bringing,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(conductor)
        self._act, self._window, self._desk = conductor, conductor.window, conductor.desk
        self._service, self._bringing, self._theme = service, bringing, theme
        self._page: ArchivePage | None = None
        self._panel: ArchivePanel | None = None
        about = self.tr("Cari di semua naskah (Ctrl+Shift+F)")
        self.row = FootRow(theme(), "archive", self.tr("Arsip"), about)
        self.row.clicked.connect(self._step_in)
        self._window.left.add_foot(self.row)
        self.searches = Searches(service, self)
        self.searches.found.connect(self._show_found)
        self.searches.failed.connect(self._show_failure)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._fetch_text)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._ask_for_patience)
        service.changed.connect(self._refresh)
        service.opened.connect(self._refresh)
        self._window.middle.currentChanged.connect(self._follow)
        desk_list = self._window.parts.desk_list
        desk_list.archive_wanted.connect(self.enter)
        desk_list.stages.bin_wanted.connect(self._enter_bin)

    @property
    def is_shown(self) -> bool:
        """Whether the archive is what one sees."""
        return self._page is not None and self._window.middle.currentWidget() is self._page

    def commands(self) -> list[Command]:
        """The commands that lead here."""
        tr = self.tr
        return [
            Command("archive", tr("Cari di arsip"), ("Ctrl+Shift+F",), self._enter_with_words),
            Command("bin", tr("Tempat sampah"), (), self._enter_bin, in_menu=False),
        ]

    def enter(self, words: str | None = None, *, in_bin: bool = False) -> None:
        """Show the archive, and look for words where some are given."""
        page, panel = self._made()
        self._service.begin()
        self._window.left.close_drawer()
        self._window.middle.setCurrentWidget(page)
        self._window.right.setCurrentWidget(panel)
        page.begin(words, in_bin=in_bin)
        self.searches.search_now(page.request)
        self._patience.start()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self._page, self._panel):
            if part is not None:
                part.set_theme(theme)

    def _step_in(self) -> None:
        self.enter()

    def _enter_bin(self) -> None:
        self.enter("", in_bin=True)

    def _enter_with_words(self) -> None:
        """Take along what is typed in Meja's own field, or is selected in the copy."""
        if self.is_shown:
            self.enter()
            return
        words = self._window.parts.desk_list.search.text().strip()
        if not words and self._desk.current is not None:
            page = self._window.parts.page
            start, end = page.selection()
            chosen = self._desk.current.document.release().text[start:end]
            words = "" if "\n" in chosen else chosen.strip()
        self.enter(words or None)

    def _made(self) -> tuple[ArchivePage, ArchivePanel]:
        if self._page is None or self._panel is None:
            from bnews_desk.gui.archive_page.page import ArchivePage
            from bnews_desk.gui.archive_page.panel import ArchivePanel

            self._page = page = ArchivePage(self._theme())
            self._panel = panel = ArchivePanel(self._theme())
            self._window.middle.addWidget(page)
            self._window.right.addWidget(panel)
            page.request_changed.connect(self.searches.search)
            page.more_wanted.connect(self.searches.more)
            page.current_changed.connect(self._show_hit)
            page.opened.connect(self._open)
            page.binned.connect(self._bin)
            page.versions_wanted.connect(self.versions_wanted)
            panel.close_wanted.connect(self._act.focus_page)
            panel.open_wanted.connect(self._open)
            panel.versions_wanted.connect(self.versions_wanted)
            panel.bin_wanted.connect(self._bin_or_restore)
        return self._page, self._panel

    def _follow(self) -> None:
        """The middle shows the archive, or something else again."""
        is_shown = self.is_shown
        self.row.set_shown(is_shown)
        if not is_shown:
            self._look.stop()
            self.searches.stop()
            if self._panel is not None and self._window.right.currentWidget() is self._panel:
                self._window.right.setCurrentIndex(0)

    def _refresh(self) -> None:
        """Ask again: something in the archive is not as it was."""
        if self.is_shown and self._page is not None:
            fetched = self._page.results.rowCount()
            self.searches.search_now(self._page.request, max(PAGE, fetched))

    def _ask_for_patience(self) -> None:
        if self.is_shown and self._page is not None:
            self._page.show_waiting()

    def _show_found(self, found: object) -> None:
        self._patience.stop()
        if self._page is not None:
            self._page.show_found(found)  # type: ignore[arg-type]

    def _show_failure(self, sentence: str) -> None:
        self._patience.stop()
        if self._page is not None:
            self._page.show_failure(sentence)

    def _show_hit(self, hit: Hit | None) -> None:
        if self._panel is not None:
            self._panel.show_summary(hit.summary if hit else None)
            self._look.start()

    def _fetch_text(self) -> None:
        key = self._panel.key if self._panel else ""
        if key:
            self._service.ask(lambda archive: archive.get(key), self._show_text)

    def _show_text(self, record: Record) -> None:
        if self._panel is not None:
            self._panel.show_record(record)

    def _open(self, key: str) -> None:
        if self._page is not None and self._page.request.in_bin:
            self._restore(key)
        else:
            self._bringing.open(key)

    def _bin_or_restore(self, key: str) -> None:
        if self._page is not None and self._page.request.in_bin:
            self._restore(key)
        else:
            self._bin(key)

    def _bin(self, key: str) -> None:
        self._desk.remove(key)
        said = self.tr("Naskah dipindahkan ke tempat sampah; di sana ia disimpan 30 hari.")
        self._act.say(said, partial(self._desk.restore, key))

    def _restore(self, key: str) -> None:
        self._desk.restore(key)
        said = self.tr("Naskah dipulihkan dari tempat sampah.")
        self._act.say(said, partial(self._desk.remove, key))
