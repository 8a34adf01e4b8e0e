"""Offers earlier headlines from the archive as related lines of the release in front."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.archive.repository.archive_errors import UnknownReleaseError
from bnews_desk.archive.repository.archive_values import (
    NOT_RELATED,
    RELATED,
    DismissedProposal,
    ResultPage,
)
from bnews_desk.archive.sync.outbox import OutboxEntry
from bnews_desk.gui.frame.date_input import format_date
from bnews_desk.gui.related.linked_title_cache import LinkedTitleCache
from bnews_desk.gui.related.title_popup import RelatedOffer
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.window.commands import Command
from bnews_desk.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.archive.repository.archive_values import ReleaseSummary
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.gui.archive.archive_service import ArchiveService
    from bnews_desk.gui.archive.outbox_service import OutboxService
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.gui.window.release_controller import ReleaseController
    from bnews_desk.release import Release


class PublishedAddressController(QObject):
    """Binds the field *Alamat terbit* to the archive; disabled for a release that is not in it."""

    def __init__(
        self, controller: ReleaseController, service: ArchiveService, outbox: OutboxService
    ) -> None:
        super().__init__(controller)
        self._controller, self._service, self._outbox = controller, service, outbox
        self._row = controller.window.parts.frame_panel.details.address
        self._row.edited.connect(self._set)
        controller.desk.current_changed.connect(self._show_other)
        service.opened.connect(self._ask)
        service.changed.connect(self._ask)
        # the archive may hold another address by then
        outbox.done.connect(lambda _key: self._ask())

    def _show_other(self, _release: OpenRelease | None) -> None:
        self._row.forget_typing()
        self._row.show_address(None)
        self._ask()

    def _ask(self) -> None:
        release = self._controller.desk.current
        if release is None:
            return
        key = release.key
        if self._outbox.address_of(key) is not None:
            self._show(key, None)
        elif self._service.has_begun:
            self._service.ask(partial(_address_of, key), partial(self._show, key))

    def _show(self, key: str, address: str | None) -> None:
        release = self._controller.desk.current
        if release is not None and release.key == key:
            # the archive has the former one until it is written
            waiting = self._outbox.address_of(key)
            self._row.show_address(address if waiting is None else waiting)

    def _set(self, address: str) -> None:
        release = self._controller.desk.current
        if release is None:
            return
        said = self.tr("Alamat terbit dicatat.") if address else self.tr("Alamat terbit dihapus.")
        replaced = self._row.replaced
        self._outbox.add_entry(
            OutboxEntry(release.key, time.time(), address=address, replaced=replaced)
        )
        self._controller.show_status(said)


def _address_of(key: str, archive: Archive) -> str | None:
    try:
        return archive.get(key).address
    except UnknownReleaseError:
        return None


LOOKED_AT = 3 * RELATED
"""Search results read, of which each headline is offered once."""
TYPING_MS = 120
"""Milliseconds without a key before headlines are searched."""


class RelatedController(QObject):
    """Connects *Baca juga* to the archive: offers, linked titles and addresses.

    ``save_changes`` saves the present state of the release in front in the archive.
    """

    def __init__(
        self,
        controller: ReleaseController,
        service: ArchiveService,
        save_changes: Callable[[], object],
        outbox: OutboxService,
    ) -> None:
        super().__init__(controller)
        self.titles = LinkedTitleCache(service, self)
        self.titles.learned.connect(controller.checking.schedule)
        self._offers = RelatedOffers(controller, service, save_changes, outbox)
        self._published = PublishedAddressController(controller, service, outbox)
        self._controller = controller
        controller.window.parts.ready_panel.exporting.linked = self._linked

    def commands(self) -> list[Command]:
        """The menu command that adds a related line."""
        text = self.tr("Tambah “Baca juga”…")
        return [Command("related", text, ("Ctrl+Shift+J",), self._add, needs_release=True)]

    def _add(self) -> None:
        """Open the popup for a title."""
        related = self._controller.window.parts.frame_panel.related
        if self._controller.window.is_ready_shown:
            self._controller.toggle_ready()
        related.ask()

    def _linked(self, release: Release, reader: FrameReader) -> Release:
        from bnews_desk.exporters.related_links import link_related_titles

        return link_related_titles(release, reader, self.titles.address_of)


class RelatedOffers(QObject):
    """Fills the popup of *Tambah…*: proposals when it opens, search results while the user types.

    This opens the archive. Until it is open, or if it cannot be opened, the popup only asks for a
    title.
    """

    def __init__(
        self,
        controller: ReleaseController,
        service: ArchiveService,
        save_changes: Callable[[], object],
        outbox: OutboxService,
    ) -> None:
        super().__init__(controller)
        self._controller, self._service, self._save_changes = controller, service, save_changes
        self._outbox = outbox
        self._popup = controller.window.parts.frame_panel.related.popup
        self._number = 0
        self._typing = once_after(TYPING_MS, self._look, self)
        self._popup.opened.connect(self._look)
        self._popup.typed.connect(self._typing.start)
        self._popup.dismissed.connect(self._dismiss)

    def _look(self) -> None:
        """Offer headlines that match the typed text, or proposals for the release when it is
        empty.
        """
        release = self._controller.desk.current
        if release is None:
            return
        self._service.begin()  # the user is waiting for the archive
        from bnews_desk.archive.search.search_query import parse_headline_query

        self._number += 1
        key, value, query = (
            release.key,
            release.document.release(),
            parse_headline_query(self._popup.field.text()),
        )
        if query.wanted:

            def search(archive: Archive) -> list[ReleaseSummary]:
                hits = archive.search(query, page=ResultPage(LOOKED_AT))
                found = (hit.summary for hit in hits if hit.summary.key != key)
                return _each_once(found)[:RELATED]

            self._service.ask(search, partial(self._offer, self._number, is_found=True))
        else:
            self._service.ask(
                lambda archive: archive.related(key, value),
                partial(self._offer, self._number, is_found=False),
            )

    def _offer(self, number: int, found: Sequence[ReleaseSummary], *, is_found: bool) -> None:
        if number != self._number or not self._popup.isVisible():
            return
        offers = [_offer_of(summary) for summary in found]
        head = self.tr("Judul di arsip") if is_found else self.tr("Usulan dari arsip")
        self._popup.show_offers(offers, head, dismissible=not is_found)

    def _dismiss(self, key: str) -> None:
        """Never propose a headline for this release again."""
        release = self._controller.desk.current
        if release is None:
            return
        own, value = release.key, release.document.release()

        def look(archive: Archive) -> list[ReleaseSummary]:
            return [one for one in archive.related(own, value) if one.key != key]

        self._number += 1
        self._save_changes()  # a dismissal can only be stored for a release in the archive
        self._outbox.add_entry(
            OutboxEntry(own, time.time(), dismissed=DismissedProposal(NOT_RELATED, key))
        )
        self._service.ask(
            look, partial(self._offer, self._number, is_found=False), self._controller.show_status
        )


def _each_once(found: Iterable[ReleaseSummary]) -> list[ReleaseSummary]:
    """One release per headline: the published one, else the first."""
    kept: dict[str, ReleaseSummary] = {}
    for one in found:
        title = fold(one.headline)
        if title not in kept or one.status == "tayang" != kept[title].status:
            kept[title] = one
    return list(kept.values())


def _offer_of(summary: ReleaseSummary) -> RelatedOffer:
    from datetime import date

    day = format_date(date.fromisoformat(summary.day))
    headline = " ".join(summary.headline.split())
    about = f"{day} · {summary.status}"
    is_published = summary.status == "tayang"
    return RelatedOffer(summary.key, headline, about, summary.address, is_published)
