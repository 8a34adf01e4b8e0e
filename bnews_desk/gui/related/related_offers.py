"""Offers earlier headlines of the archive as related lines of the release in front."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.archive.repository.archive_values import NOT_RELATED, RELATED, Dismissal, Page
from bnews_desk.archive.sync.outbox import OutboxEntry
from bnews_desk.gui.frame.date_input import written_date
from bnews_desk.gui.related.linked_title_cache import LinkedTitles
from bnews_desk.gui.related.published_address import PublishedAddress
from bnews_desk.gui.related.title_popup import Offer
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.window.commands import Command
from bnews_desk.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.archive.repository.archive_values import Summary
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.gui.archive.archive_service import ArchiveService
    from bnews_desk.gui.archive.outbox_service import OutboxService
    from bnews_desk.gui.window.release_controller import ReleaseController
    from bnews_desk.release import Release

LOOKED_AT = 3 * RELATED
"""Headlines that are found, of which each is offered once."""
TYPING_MS = 120
"""Milliseconds without a key after which headlines are looked for."""


class RelatedController(QObject):
    """What *Baca juga* has from the archive: offers, what is known of titles, addresses.

    ``hand_over`` brings the release in front into the archive as it stands.
    """

    def __init__(
        self,
        act: ReleaseController,
        service: ArchiveService,
        hand_over: Callable[[], object],
        errands: OutboxService,
    ) -> None:
        super().__init__(act)
        self.titles = LinkedTitles(service, self)
        self.titles.learned.connect(act.checking.schedule)
        self._offers = RelatedOffers(act, service, hand_over, errands)
        self._published = PublishedAddress(act, service, errands)
        self._act = act
        act.window.parts.ready_panel.exporting.linked = self._linked

    def commands(self) -> list[Command]:
        """What can be done from the menu."""
        text = self.tr("Tambah “Baca juga”…")
        return [Command("related", text, ("Ctrl+Shift+J",), self._add, needs_release=True)]

    def _add(self) -> None:
        """Open the sheet, where one more line has a place to stand."""
        related = self._act.window.parts.frame_panel.related
        if self._act.window.is_ready_shown:
            self._act.toggle_ready()
        related.ask()

    def _linked(self, release: Release, reader: FrameReader) -> Release:
        from bnews_desk.exporters.related_links import link_related_titles

        return link_related_titles(release, reader, self.titles.address_of)


class RelatedOffers(QObject):
    """Fills the sheet of *Tambah…*: proposals as it opens, headlines as somebody types.

    The archive is opened for it. Until it is, and where it cannot be, the sheet asks for a title as
    ever.
    """

    def __init__(
        self,
        act: ReleaseController,
        service: ArchiveService,
        hand_over: Callable[[], object],
        errands: OutboxService,
    ) -> None:
        super().__init__(act)
        self._act, self._service, self._hand_over = act, service, hand_over
        self._errands = errands
        self._popup = act.window.parts.frame_panel.related.popup
        self._number = 0
        self._typing = once_after(TYPING_MS, self._look, self)
        self._popup.opened.connect(self._look)
        self._popup.typed.connect(self._typing.start)
        self._popup.dismissed.connect(self._dismiss)

    def _look(self) -> None:
        """Offer what fits to what stands in the field, or to the release where nothing does."""
        release = self._act.desk.current
        if release is None:
            return
        self._service.begin()  # whoever asks for earlier headlines may wait for them
        from bnews_desk.archive.search.search_query import headed

        self._number += 1
        key, value, query = (
            release.key,
            release.document.release(),
            headed(self._popup.field.text()),
        )
        if query.wanted:

            def search(archive: Archive) -> list[Summary]:
                hits = archive.search(query, page=Page(LOOKED_AT))
                found = (hit.summary for hit in hits if hit.summary.key != key)
                return _each_once(found)[:RELATED]

            self._service.ask(search, partial(self._offer, self._number, is_found=True))
        else:
            self._service.ask(
                lambda archive: archive.related(key, value),
                partial(self._offer, self._number, is_found=False),
            )

    def _offer(self, number: int, found: Sequence[Summary], *, is_found: bool) -> None:
        if number != self._number or not self._popup.isVisible():
            return
        offers = [_offer_of(summary) for summary in found]
        head = self.tr("Judul di arsip") if is_found else self.tr("Usulan dari arsip")
        self._popup.show_offers(offers, head, dismissible=not is_found)

    def _dismiss(self, key: str) -> None:
        """Never propose a headline for this release again."""
        release = self._act.desk.current
        if release is None:
            return
        own, value = release.key, release.document.release()

        def look(archive: Archive) -> list[Summary]:
            return [one for one in archive.related(own, value) if one.key != key]

        self._number += 1
        self._hand_over()  # what is not in the archive has nothing that could be remembered of it
        self._errands.ask(OutboxEntry(own, time.time(), dismissed=Dismissal(NOT_RELATED, key)))
        self._service.ask(look, partial(self._offer, self._number, is_found=False), self._act.say)


def _each_once(found: Iterable[Summary]) -> list[Summary]:
    """Of several releases of one headline the published one, else the first."""
    kept: dict[str, Summary] = {}
    for one in found:
        title = fold(one.headline)
        if title not in kept or one.status == "tayang" != kept[title].status:
            kept[title] = one
    return list(kept.values())


def _offer_of(summary: Summary) -> Offer:
    from datetime import date

    day = written_date(date.fromisoformat(summary.day))
    headline = " ".join(summary.headline.split())
    return Offer(summary.key, headline, f"{day} · {summary.status}", summary.address)
