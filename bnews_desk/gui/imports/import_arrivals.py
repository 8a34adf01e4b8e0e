"""Passes imported releases to the desk, through the import sheet when there is a choice to make."""

from __future__ import annotations

import os.path
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.imports.import_texts import format_name
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.house.style import HouseStyle
from bnews_desk.importers.imported_release import ImportedRelease, is_cover_note
from bnews_desk.importers.parts.copy_selection import default_choices
from bnews_desk.importers.parts.part_recognition import recognise_parts
from bnews_desk.importers.parts.subject_headline import subject_headline, take_parts_under_subject

if TYPE_CHECKING:
    from bnews_desk.gui.imports.import_sheet import Arrival, ImportSheet


class ImportArrivals(QObject):
    """Shows the import sheet for each release that needs a decision, one after the other.

    A release without furniture, captions or greetings goes to the desk as it is, and so does a mail
    that only says that the release is attached. When a mail has no headline, its subject is offered
    as one. ``theme`` returns the theme in use.
    """

    ready = Signal(str, object, bytes)
    """A file's name, its ``ImportedRelease`` with the parts taken, and the imported bytes."""
    left = Signal(str, object)
    """One sentence about a file that the editor declined, and a function that shows its sheet
    again.
    """
    declined = Signal(str, object)
    """The name of a file that the editor declined, and its ``ImportedRelease``."""
    sheet_shown = Signal(object, object)
    """The sheet, and the ``Arrival`` that it shows."""
    shown_again = Signal(str)
    """The name of a declined file whose sheet is shown again."""

    def __init__(
        self,
        window: QWidget,
        importing: ImportService,
        house: HouseStyle,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._reader = FrameReader(house)
        self._waiting: deque[Arrival] = deque()
        self._sheet: ImportSheet | None = None
        self._unread = self._shown = 0
        self._without_sheet: set[str] = set()
        importing.imported.connect(self._take_file)
        importing.progress.connect(self._count)
        importing.finished.connect(self._clear_unread)

    @property
    def sheet(self) -> ImportSheet | None:
        """The open sheet; None when there is none."""
        return self._sheet

    def set_house(self, house: HouseStyle) -> None:
        """Recognise parts by another style sheet from the next file on."""
        self._reader = FrameReader(house)

    def take(self, name: str, form: str, imported: ImportedRelease, original: bytes) -> None:
        """Import a release, through the sheet when it needs a decision."""
        from bnews_desk.gui.imports.import_sheet import Arrival

        recognised = imported.recognised or recognise_parts(imported.release, self._reader)
        subject = subject_headline(imported, recognised)
        if is_cover_note(imported) or not (recognised.needs_decision or subject):
            self.ready.emit(name, imported, original)
            return
        self._offer(Arrival(name, form, imported, recognised, original, subject))

    def skip_sheet(self, path: str) -> None:
        """Import the next file of that path whole, without its sheet."""
        self._without_sheet.add(path)

    def close(self) -> None:
        """Close the sheet; releases that wait are not imported."""
        self._waiting.clear()
        if self._sheet is not None:
            self._sheet.end()
            self._sheet = None

    def _take_file(self, path: str, imported: ImportedRelease, original: object) -> None:
        if path in self._without_sheet:
            self._without_sheet.discard(path)
            self.ready.emit(os.path.basename(path), imported, getattr(original, "data", b""))
            return
        name = os.path.basename(path)
        self.take(name, format_name(path, imported), imported, getattr(original, "data", b""))

    def _count(self, done: int, total: int) -> None:
        """Count files still to be read, since each may have a sheet."""
        self._unread = total - done
        self._show_count()

    def _clear_unread(self) -> None:
        self._unread = 0
        self._show_count()

    def _show_count(self) -> None:
        if self._sheet is not None:
            count = self._shown + len(self._waiting) + self._unread
            self._sheet.show_count(self._shown, count)

    def _offer(self, arrival: Arrival) -> None:
        self._waiting.append(arrival)
        if self._sheet is None:
            self._show_next()
        else:
            self._sheet.show_waiting(len(self._waiting))
            self._show_count()

    def _show_next(self) -> None:
        from bnews_desk.gui.imports.import_sheet import ImportSheet

        if not self._waiting:
            if self._sheet is not None:
                self._sheet.end()
                self._sheet = None
            self._shown = 0
            return
        if self._sheet is None:
            self._sheet = ImportSheet(self._theme(), self._window)
            self._sheet.taken.connect(self._import_taken)
            self._sheet.left.connect(self._decline)
            self._sheet.import_all_wanted.connect(self._import_waiting)
        self._shown += 1
        arrival = self._waiting.popleft()
        self._sheet.show_arrival(arrival)
        self.sheet_shown.emit(self._sheet, arrival)
        self._show_count()
        self._sheet.show_waiting(len(self._waiting))
        if not self._sheet.isVisible():
            self._sheet.open()

    def _import_taken(self, arrival: Arrival, made: ImportedRelease) -> None:
        self._show_next()
        self.ready.emit(arrival.name, made, arrival.original)

    def _decline(self, arrival: Arrival) -> None:
        self._show_next()
        said = self.tr("“{0}” tidak diimpor.").format(arrival.name)
        self.left.emit(said, partial(self._show_again, arrival))
        self.declined.emit(arrival.name, arrival.imported)

    def _show_again(self, arrival: Arrival) -> None:
        self.shown_again.emit(arrival.name)
        self._offer(arrival)

    def _import_waiting(self) -> None:
        """Take the release on the sheet as ticked, and all waiting ones with their default
        ticks.
        """
        waiting = list(self._waiting)
        self._waiting.clear()
        if self._sheet is not None:
            self._sheet.accept()
        for arrival in waiting:
            release = arrival.imported.release
            choices = default_choices(arrival.recognised, release)
            subject = arrival.subject
            headline = subject.text if subject and subject.is_marked else ""
            made = take_parts_under_subject(headline, arrival.imported, choices)
            self.ready.emit(arrival.name, made, arrival.original)
