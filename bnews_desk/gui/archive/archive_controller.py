"""Carries out the actions of the archive page in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bnews_desk.archive.repository.archive_values import ReleaseRecord, SearchHit
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.release_loading import ReleaseLoader
from bnews_desk.gui.archive.search_request import PAGE, ArchiveHits, SearchRequest, answer_request
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.window.commands import Command
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.gui.window.side_pages import SidePage

if TYPE_CHECKING:
    from bnews_desk.gui.archive.archive_page import ArchivePage
    from bnews_desk.gui.archive.archive_panel import ArchivePanel

QUIET_MS = 150
"""Milliseconds without a key after which a search begins."""


class SearchAsYouType(QObject):
    """Searches the archive and drops every answer that does not belong to the latest request."""

    found = Signal(object)
    """An ``ArchiveHits``: with offset 0 it replaces what was found before."""
    failed = Signal(str)
    """One sentence: why the search failed."""

    def __init__(self, service: ArchiveService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._request = SearchRequest()
        self._number = 0
        self._is_asking_more = False
        self._quiet = once_after(QUIET_MS, self._begin, self)

    def search(self, request: SearchRequest) -> None:
        """Search, unless another request follows within ``QUIET_MS``."""
        self._request = request
        self._quiet.start()

    def search_now(self, request: SearchRequest, limit: int = PAGE) -> None:
        """Search at once, for ``limit`` releases."""
        self._request = request
        self._begin(limit)

    def more(self, offset: int) -> None:
        """Fetch the releases after the first ``offset`` of the present answer."""
        if not self._is_asking_more and not self._quiet.isActive():
            self._is_asking_more = True
            self._ask(offset, PAGE)

    def stop(self) -> None:
        """Drop the answers that are still to come."""
        self._quiet.stop()
        self._number += 1

    def _begin(self, limit: int = PAGE) -> None:
        self._quiet.stop()
        self._number += 1
        self._is_asking_more = False
        self._ask(0, limit)

    def _ask(self, offset: int, limit: int) -> None:
        request, number = self._request, self._number

        def work(archive: object) -> ArchiveHits | None:
            if number != self._number:
                return None  # another has been typed meanwhile
            return answer_request(archive, request, offset, limit)  # type: ignore[arg-type]

        self._service.ask(work, partial(self._take, number), partial(self._fail, number))

    def _take(self, number: int, found: ArchiveHits | None) -> None:
        if number == self._number and found is not None:
            self._is_asking_more = False
            self.found.emit(found)

    def _fail(self, number: int, sentence: str) -> None:
        if number == self._number:
            self._is_asking_more = False
            self.failed.emit(sentence)


LOOK_MS = 120
"""Milliseconds for which a row must have the focus before its text is fetched."""
PATIENCE_MS = 400
"""Milliseconds without an answer after which the page says that it is waiting."""


class ArchiveController(SidePage["ArchivePage", "ArchivePanel"]):
    """Connects search, page and panel of the archive; the focused release is shown beside the
    list.
    """

    versions_wanted = Signal(str)
    """The key of a release whose versions are to be shown."""

    def __init__(
        self,
        controller: ReleaseController,
        service: ArchiveService,
        release_loader: ReleaseLoader,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(controller, theme)
        about = self.tr("Cari di semua naskah (Ctrl+Shift+F)")
        self.row = self.add_foot_row("archive", self.tr("Arsip"), about)
        self._desk = controller.desk
        self._service, self._release_loader = service, release_loader
        self.searches = SearchAsYouType(service, self)
        self.searches.found.connect(self._show_found)
        self.searches.failed.connect(self._show_failure)
        self._look = once_after(LOOK_MS, self._fetch_text, self)
        self._patience = once_after(PATIENCE_MS, self._show_slow_notice, self)
        service.changed.connect(self._refresh)
        service.opened.connect(self._refresh)
        desk_list = self._window.parts.desk_list
        desk_list.archive_wanted.connect(self.enter)
        desk_list.stages.bin_wanted.connect(self._enter_bin)

    def commands(self) -> list[Command]:
        """The commands that open the archive."""
        tr = self.tr
        return [
            Command("archive", tr("Cari di arsip"), ("Ctrl+Shift+F",), self._enter_with_words),
            Command("bin", tr("Tempat sampah"), (), self._enter_bin, in_menu=False),
        ]

    def enter(self, words: str | None = None, *, in_bin: bool = False) -> None:
        """Show the archive, and search for ``words`` where they are given."""
        self._service.begin()
        self.show_side_page()
        self.page.begin(words, in_bin=in_bin)
        self.searches.search_now(self.page.request)
        self._patience.start()

    def make_widgets(self) -> tuple[ArchivePage, ArchivePanel]:
        """Make page and panel, connected."""
        from bnews_desk.gui.archive.archive_page import ArchivePage
        from bnews_desk.gui.archive.archive_panel import ArchivePanel

        page, panel = ArchivePage(self._theme()), ArchivePanel(self._theme())
        page.request_changed.connect(self.searches.search)
        page.more_wanted.connect(self.searches.more)
        page.current_changed.connect(self._show_hit)
        page.opened.connect(self._open)
        page.binned.connect(self._bin)
        page.versions_wanted.connect(self.versions_wanted)
        panel.close_wanted.connect(self._controller.focus_page)
        panel.open_wanted.connect(self._open)
        panel.versions_wanted.connect(self.versions_wanted)
        panel.bin_wanted.connect(self._bin_or_restore)
        return page, panel

    def leave(self) -> None:
        """Stop fetching and searching."""
        self._look.stop()
        self.searches.stop()

    def _enter_bin(self) -> None:
        self.enter("", in_bin=True)

    def _enter_with_words(self) -> None:
        """Search for what is typed in the desk's own field, or was selected in the copy."""
        if self.is_shown:
            self.enter()
            return
        words = self._window.parts.desk_list.search.text().strip()
        page = self._window.parts.page
        if not words and self._desk.current is not None and not page.is_led_to:
            start, end = page.selection()
            chosen = self._desk.current.document.release().text[start:end]
            words = "" if "\n" in chosen else chosen.strip()
        self.enter(words or None)

    def _refresh(self) -> None:
        """Search again: something in the archive has changed."""
        if self.is_shown:
            fetched = self.page.results.rowCount()
            self.searches.search_now(self.page.request, max(PAGE, fetched))

    def _show_slow_notice(self) -> None:
        if self.is_shown:
            self.page.show_waiting()

    def _show_found(self, found: object) -> None:
        self._patience.stop()
        if self.is_made:
            self.page.show_found(found)  # type: ignore[arg-type]

    def _show_failure(self, sentence: str) -> None:
        self._patience.stop()
        if self.is_made:
            self.page.show_failure(sentence)

    def _show_hit(self, hit: SearchHit | None) -> None:
        if self.is_made:  # the page begins with a hit of none, before it has its panel
            self.panel.show_summary(hit.summary if hit else None)
            self._look.start()

    def _fetch_text(self) -> None:
        key = self.panel.key
        if key:
            self._service.ask(lambda archive: archive.get(key), self._show_text)

    def _show_text(self, record: ReleaseRecord) -> None:
        self.panel.show_record(record)

    def _open(self, key: str) -> None:
        if self.page.request.in_bin:
            self._restore(key)
        else:
            self._release_loader.open(key)

    def _bin_or_restore(self, key: str) -> None:
        if self.page.request.in_bin:
            self._restore(key)
        else:
            self._bin(key)

    def _bin(self, key: str) -> None:
        self._desk.remove(key)
        said = self.tr("Naskah dipindahkan ke tempat sampah; di sana ia disimpan 30 hari.")
        self._controller.show_status(said, partial(self._desk.restore, key))

    def _restore(self, key: str) -> None:
        self._desk.restore(key)
        said = self.tr("Naskah dipulihkan dari tempat sampah.")
        self._controller.show_status(said, partial(self._desk.remove, key))
