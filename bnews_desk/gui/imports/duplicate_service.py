"""Searches for duplicates of imported releases; reports them on the import sheet or above the
page.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from bnews_desk.archive.repository.archive_errors import UnknownReleaseError
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import KNOWN_ALIKE, DismissedProposal, Likeness
from bnews_desk.archive.search.text_fingerprints import no_copy
from bnews_desk.archive.sync.outbox import OutboxEntry
from bnews_desk.gui.archive.archive_access import ArchiveAccess
from bnews_desk.gui.archive.photo_loading import photos_in
from bnews_desk.gui.imports.duplicate_notices import ArrivedDuplicate, DuplicateNotices
from bnews_desk.gui.imports.duplicate_texts import (
    duplicate_description,
    publication_or_arrival_text,
)
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.parts.copy_selection import default_choices, take_parts
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.gui.imports.duplicate_views import DuplicateDialog
    from bnews_desk.gui.imports.import_sheet import Arrival, ImportSheet

INDEX_PAUSE_MS = 100
"""Milliseconds between two batches of indexing an archive made by an earlier version."""


class _SheetDuplicates(NamedTuple):
    """The duplicates shown on a sheet: the imported bytes, and the keys of the earlier releases."""

    original: bytes
    keys: tuple[str, ...]


class _EarlierRelease(NamedTuple):
    """A duplicate and the earlier release as it was then."""

    found: Likeness
    old: Release
    pictures: dict[str, bytes]


class DuplicateService(QObject):
    """Reports duplicates on the import sheet, or above the page when there was none.

    The notice above the page is shown whenever the release is opened, until the editor has decided.
    """

    def __init__(self, access: ArchiveAccess) -> None:
        super().__init__(access.controller)
        self._access = access
        self._controller, self._service, self._theme = (
            access.controller,
            access.service,
            access.theme,
        )
        controller, service = access.controller, access.service
        self._sheet_duplicates: _SheetDuplicates | None = None
        self._arrived: OpenRelease | None = None
        self._opened: dict[str, None] = {}
        self.notices = DuplicateNotices(controller.desk, controller.window, self)
        self.notices.look_wanted.connect(self._compare_duplicate)
        self.dialog: DuplicateDialog | None = None
        self._index_timer = once_after(INDEX_PAUSE_MS, self._index_batch, self)
        self._opened_timer = once_after(0, self._look_for_opened, self)
        service.opened.connect(self._index_timer.start)
        controller.arrivals.sheet_shown.connect(self._look_for_sheet)
        controller.desk.imported.connect(self._note_arrived)
        controller.arrivals.ready.connect(self._look_for_imported)
        controller.desk.opened.connect(self._note_opened)
        for release in controller.desk.releases:
            self._note_opened(release)

    def shut_down(self) -> None:
        """Stop the timers and close the dialog."""
        self._index_timer.stop()
        self._opened_timer.stop()
        if self.dialog is not None:
            self.dialog.reject()

    def _index_batch(self) -> None:
        """Index a batch of releases in an archive made by an earlier version."""
        self._service.ask(
            lambda archive: archive.index_duplicates(),
            lambda count: count and self._index_timer.start(),
        )

    # on the sheet

    def _look_for_sheet(self, sheet: ImportSheet, arrival: Arrival) -> None:
        from bnews_desk.gui.imports.duplicate_views import DuplicateLines

        lines = DuplicateLines(self._theme())
        sheet.show_lines(lines)
        release = _default_copy(arrival)

        def show(found: list[Likeness]) -> None:
            if isValid(lines):
                lines.show_found(found)
                keys = tuple(one.summary.key for one in found)
                self._sheet_duplicates = _SheetDuplicates(arrival.original, keys)

        def hide(_sentence: str) -> None:
            if isValid(lines):
                lines.hide()

        def dismiss(found: Likeness) -> None:
            self._dismiss(release, found)
            if isValid(lines):
                lines.show_found([one for one in lines.found if one != found])

        def open_old(found: Likeness) -> None:
            sheet.reject()
            self._access.release_loader.open(found.summary.key)

        lines.dismissed.connect(dismiss)
        lines.open_wanted.connect(open_old)
        lines.compare_wanted.connect(
            lambda found: self._compare(
                release,
                found,
                sheet,
                self.tr("Buka naskah yang lama; rilis ini tidak diimpor"),
                partial(open_old, found),
                partial(dismiss, found),
            )
        )
        self._service.begin()
        self._service.ask(lambda archive: archive.find_duplicates(release), show, hide)

    # without a sheet

    def _note_arrived(self, release: OpenRelease) -> None:
        self._arrived = release
        self._opened.pop(release.key, None)

    def _look_for_imported(self, _name: str, _imported: ImportedRelease, original: bytes) -> None:
        """Search once a release is on the desk, unless its sheet has already shown the
        duplicates.
        """
        arrived, self._arrived = self._arrived, None
        shown_on_sheet = self._sheet_duplicates
        if arrived is None:
            return
        key, release = arrived.key, arrived.document.release()
        if shown_on_sheet is not None and original and original is shown_on_sheet.original:
            self._sheet_duplicates = None
            self._service.ask(partial(_dismiss_known, key, shown_on_sheet.keys))
            return
        self._service.ask(
            lambda archive: archive.find_duplicates(release, besides=key, limit=1),
            lambda found: self._show_notice(
                ArrivedDuplicate(key, release, found[0]) if found else None
            ),
        )

    def _show_notice(self, duplicate: ArrivedDuplicate | None) -> None:
        if duplicate is not None:
            self.notices.add_notice(duplicate)

    def _note_opened(self, release: OpenRelease) -> None:
        self._opened[release.key] = None
        self._opened_timer.start()  # by then it is known whether the release has just been imported

    def _look_for_opened(self) -> None:
        """Ask whether releases imported earlier have duplicates that are not decided."""
        opened, self._opened = self._opened, {}
        for release in self._controller.desk.releases:
            if release.key in opened:
                self._service.ask(
                    partial(_undecided_duplicate, release.key, release.document.release()),
                    self._show_notice,
                )

    def _compare_duplicate(self, duplicate: ArrivedDuplicate) -> None:
        self._compare(
            duplicate.release,
            duplicate.found,
            self._controller.window,
            self.tr("Buka naskah yang lama; yang baru masuk dikeluarkan dari meja"),
            partial(self._open_earlier, duplicate),
            partial(self._dismiss_notice, duplicate),
        )

    def _open_earlier(self, duplicate: ArrivedDuplicate) -> None:
        desk, key = self._controller.desk, duplicate.key
        desk.remove(key)
        said = self.tr("Rilis yang baru dikeluarkan dari meja; yang lama dibuka.")
        tell = partial(self._controller.show_status, said, partial(desk.restore, key))
        self._access.release_loader.open(duplicate.found.summary.key, tell)

    def _dismiss_notice(self, duplicate: ArrivedDuplicate) -> None:
        self._dismiss(duplicate.release, duplicate.found)
        self.notices.remove_notice(duplicate.key)

    # both

    def _dismiss(self, release: Release, found: Likeness) -> None:
        """Store with the earlier release that ``release`` is no duplicate of it."""
        dismissed = no_copy(release.text, self._access.reader())
        entry = OutboxEntry(found.summary.key, time.time(), dismissed=dismissed)
        self._access.sync_controller.outbox.add_entry(entry)

    def _compare(
        self,
        release: Release,
        found: Likeness,
        above: QWidget,
        open_about: str,
        open_old: Callable[[], object],
        dismiss: Callable[[], object],
    ) -> None:
        """Show the earlier release beside the imported one."""

        def show(earlier_release: _EarlierRelease) -> None:
            if isValid(above) and above.isVisible():
                dialog = self._make_dialog(above, open_about)
                dialog.open_wanted.connect(open_old)
                dialog.dismissed.connect(dismiss)
                self._show_texts(dialog, earlier_release, release)
                dialog.open()

        self._service.ask(partial(_fetch_earlier, found), show, self._controller.show_status)

    def _make_dialog(self, above: QWidget, open_about: str) -> DuplicateDialog:
        from bnews_desk.gui.imports.duplicate_views import DuplicateDialog

        access = self._access
        dialog = DuplicateDialog(access.theme(), access.zoom, access.reader, open_about, above)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        return dialog

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _show_texts(
        self, dialog: DuplicateDialog, earlier_release: _EarlierRelease, release: Release
    ) -> None:
        from bnews_desk.gui.versions.two_texts import ComparedText

        found = earlier_release.found
        said = self.tr("Rilis ini {0} ({1}).").format(
            duplicate_description(found), publication_or_arrival_text(found.summary)
        )
        dialog.show_texts(
            said,
            ComparedText(
                self.tr("Yang lama"),
                publication_or_arrival_text(found.summary),
                earlier_release.old,
                earlier_release.pictures,
            ),
            ComparedText(self.tr("Yang baru"), self.tr("seperti saat masuk"), release),
        )


def _default_copy(arrival: Arrival) -> Release:
    """The release that would be imported with the default ticks."""
    choices = default_choices(arrival.recognised, arrival.imported.release)
    return take_parts(arrival.imported, choices).release


def _undecided_duplicate(key: str, release: Release, archive: Archive) -> ArrivedDuplicate | None:
    """The duplicate of a release as it was imported; a release that the archive lacks is new."""
    try:
        found = archive.duplicates_at_arrival(key)
        if found:
            release = archive.version(key, archive.versions(key)[0].number)
    except UnknownReleaseError:
        found = archive.find_duplicates(release, besides=key, limit=1)
    return ArrivedDuplicate(key, release, found[0]) if found else None


def _dismiss_known(key: str, earlier: tuple[str, ...], archive: Archive) -> None:
    """Store that the editor imported a release knowing of its duplicates."""
    for known in earlier:
        archive.dismiss(key, DismissedProposal(KNOWN_ALIKE, known))


def _fetch_earlier(found: Likeness, archive: Archive) -> _EarlierRelease:
    """The earlier release in the version that was so similar."""
    key = found.summary.key
    old = archive.get(key).release
    if found.version is not None:
        old = archive.version(key, found.version)
    return _EarlierRelease(found, old, photos_in(archive, (photo.digest for photo in old.photos)))
