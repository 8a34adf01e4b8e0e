"""Likeness in the window: asked of every release that comes in, never in the way of the import."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from bnews_desk.archive.vault.protocol import Archive
from bnews_desk.archive.vault.values import Likeness
from bnews_desk.frame.reading import FrameReader
from bnews_desk.gui.archive.photos import photos_in
from bnews_desk.gui.archive.service import ArchiveService
from bnews_desk.gui.archive_page.bringing import Bringing
from bnews_desk.gui.conductor import Conductor
from bnews_desk.gui.likeness.wording import since, told
from bnews_desk.gui.theme import Theme
from bnews_desk.importers.imported import Imported
from bnews_desk.importers.parts.taking import default_choices, taken
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.gui.import_sheet.sheet import Arrival, ImportSheet
    from bnews_desk.gui.likeness.dialog import LikenessDialog
    from bnews_desk.gui.open_release import OpenRelease

PAUSE_MS = 100
"""Milliseconds between two pieces of what an older archive is caught up with."""
_NOTICE = "rilis serupa"


class _Told(NamedTuple):
    """A release that has come in without a sheet, and what it is like."""

    key: str
    release: Release
    found: Likeness


class _Pair(NamedTuple):
    """A likeness and the earlier release as it was then."""

    found: Likeness
    old: Release
    pictures: dict[str, bytes]


class Likenesses(QObject):
    """Tells on the import sheet, or above the page where there was none, what came in before."""

    def __init__(
        self,
        conductor: Conductor,
        service: ArchiveService,
        bringing: Bringing,
        reader: Callable[[], FrameReader],
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(conductor)
        self._act, self._service, self._bringing = conductor, service, bringing
        self._reader, self._theme = reader, theme
        self._notice = conductor.window.parts.notice
        self._told_on_sheet: bytes | None = None
        self._arrived: OpenRelease | None = None
        self._waiting: deque[_Told] = deque()
        self.dialog: LikenessDialog | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        service.opened.connect(self._pause.start)
        conductor.arrivals.sheet_shown.connect(self._look_for_sheet)
        conductor.desk.arrived.connect(self._note_arrived)
        conductor.arrivals.ready.connect(self._take_in)
        conductor.desk.removed.connect(self._forget)
        self._notice.closed.connect(self._go_on)

    def shut_down(self) -> None:
        """Show nothing any more."""
        self._pause.stop()
        if self.dialog is not None:
            self.dialog.reject()

    def _catch_up(self) -> None:
        """Look at some of the releases of an archive that was begun by an earlier version."""
        self._service.ask(
            lambda archive: archive.catch_up(), lambda count: count and self._pause.start()
        )

    # on the sheet

    def _look_for_sheet(self, sheet: ImportSheet, arrival: Arrival) -> None:
        from bnews_desk.gui.likeness.section import LikenessSection

        section = LikenessSection(self._theme())
        sheet.add_to_receipt(section)
        release = _copy_of(arrival)

        def show(found: list[Likeness]) -> None:
            if isValid(section):
                section.show_found(found)
                self._told_on_sheet = arrival.original

        def hide(_sentence: str) -> None:
            if isValid(section):
                section.hide()

        def dismiss(found: Likeness) -> None:
            self._dismiss(release, found)
            if isValid(section):
                section.show_found([one for one in section.found if one != found])

        def open_old(found: Likeness) -> None:
            sheet.reject()
            self._bringing.open(found.summary.key)

        section.dismissed.connect(dismiss)
        section.open_wanted.connect(open_old)
        section.compare_wanted.connect(
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
        self._service.ask(lambda archive: archive.alike(release), show, hide)

    # without a sheet

    def _note_arrived(self, release: OpenRelease) -> None:
        self._arrived = release

    def _take_in(self, _name: str, _imported: Imported, original: bytes) -> None:
        """A release stands on the desk now; what its sheet has told is not told again."""
        arrived, self._arrived = self._arrived, None
        if original and original is self._told_on_sheet:
            self._told_on_sheet = None
        elif arrived is not None:
            key, release = arrived.key, arrived.document.release()
            self._service.ask(
                lambda archive: archive.alike(release, besides=key, limit=1),
                partial(self._queue, key, release),
            )

    def _queue(self, key: str, release: Release, found: list[Likeness]) -> None:
        if found and self._act.desk.has(key):
            self._waiting.append(_Told(key, release, found[0]))
            self._show_notice()

    def _show_notice(self) -> None:
        """Tell of one release above the page, and of how many more there are."""
        if not self._waiting:
            self._notice.settle(_NOTICE)
            return
        told_of = self._waiting[0]
        current = self._act.desk.current
        is_current = current is not None and current.key == told_of.key
        name = self.tr("Rilis ini")
        if not is_current:
            name = f"“{told_of.release.headline or told_of.release.text[:60].strip()}”"
        said = f"{name} {told(told_of.found)} ({since(told_of.found.summary)})."
        more = len(self._waiting) - 1
        if more:
            said += " " + self.tr("{0} rilis lain juga mirip rilis lama.").format(more)
        remedy = (self.tr("Lihat…"), partial(self._look_at, told_of))
        self._notice.tell(said, _NOTICE, "warn", remedy)

    def _look_at(self, told_of: _Told) -> None:
        self._compare(
            told_of.release,
            told_of.found,
            self._act.window,
            self.tr("Buka naskah yang lama; yang baru masuk dikeluarkan dari meja"),
            partial(self._use_old, told_of),
            partial(self._dismiss_notice, told_of),
        )

    def _use_old(self, told_of: _Told) -> None:
        desk, key = self._act.desk, told_of.key
        desk.remove(key)
        said = self.tr("Rilis yang baru dikeluarkan dari meja; yang lama dibuka.")
        tell = partial(self._act.say, said, partial(desk.restore, key))
        self._bringing.open(told_of.found.summary.key, tell)

    def _dismiss_notice(self, told_of: _Told) -> None:
        self._dismiss(told_of.release, told_of.found)
        self._forget(told_of.key)

    def _forget(self, key: str) -> None:
        if any(one.key == key for one in self._waiting):
            self._waiting = deque(one for one in self._waiting if one.key != key)
            self._show_notice()

    def _go_on(self, notice: str) -> None:
        """The editor has closed the row: the next one."""
        if notice == _NOTICE and self._waiting:
            self._waiting.popleft()
            self._show_notice()

    # both

    def _dismiss(self, release: Release, found: Likeness) -> None:
        key = found.summary.key

        def dismiss(archive: Archive) -> None:
            archive.dismiss(key, archive.dismissal_of(release))

        self._service.ask(dismiss)

    def _compare(
        self,
        release: Release,
        found: Likeness,
        above: QWidget,
        open_about: str,
        open_old: Callable[[], object],
        dismiss: Callable[[], object],
    ) -> None:
        """Show the earlier release beside the new one."""

        def show(pair: _Pair) -> None:
            if isValid(above) and above.isVisible():
                dialog = self._make_dialog(above, open_about)
                dialog.open_wanted.connect(open_old)
                dialog.dismissed.connect(dismiss)
                self._fill(dialog, pair, release)
                dialog.open()

        self._service.ask(partial(_fetch, found), show, self._act.say)

    def _make_dialog(self, above: QWidget, open_about: str) -> LikenessDialog:
        from bnews_desk.gui.likeness.dialog import LikenessDialog

        zoom = self._act.window.parts.page.zoom
        dialog = LikenessDialog(self._theme(), zoom, self._reader, open_about, above)
        dialog.finished.connect(self._let_go)
        self.dialog = dialog
        return dialog

    def _let_go(self) -> None:
        self.dialog = None

    def _fill(self, dialog: LikenessDialog, pair: _Pair, release: Release) -> None:
        from bnews_desk.gui.versions.two_texts import Text

        found = pair.found
        said = self.tr("Rilis ini {0} ({1}).").format(told(found), since(found.summary))
        dialog.show_texts(
            said,
            Text(self.tr("Yang lama"), since(found.summary), pair.old, pair.pictures),
            Text(self.tr("Yang baru"), "", release),
        )


def _copy_of(arrival: Arrival) -> Release:
    """What would come in if nothing were ticked otherwise."""
    choices = default_choices(arrival.recognised, arrival.imported.release)
    return taken(arrival.imported, choices).release


def _fetch(found: Likeness, archive: Archive) -> _Pair:
    """The earlier release as it was when it was so much alike."""
    key = found.summary.key
    old = archive.get(key).release
    if found.version is not None:
        old = archive.version(key, found.version)
    return _Pair(found, old, photos_in(archive, (photo.digest for photo in old.photos)))
