"""The report of how a release came in, and texts that were left out on their way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.errors import DeskError
from bnews_desk.gui.commands import Command
from bnews_desk.gui.conductor import Conductor
from bnews_desk.gui.importing.answers import Kept
from bnews_desk.gui.open_release import OpenRelease
from bnews_desk.gui.theme import Theme
from bnews_desk.importers.imported import Imported
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.archive.batch import Original
    from bnews_desk.gui.import_sheet.report import ReportDialog


class Receipts(QObject):
    """Opens the report over the window and puts texts back, each as one undo step.

    ``original`` gives what a release was made from, by its key; ``theme`` the present colours.
    """

    def __init__(
        self,
        conductor: Conductor,
        original: Callable[[str], Original | None],
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(conductor)
        self._conductor, self._original, self._theme = conductor, original, theme
        self._wholes: dict[str, Release] = {}
        self._asked: set[str] = set()
        self._waiting: list[tuple[OpenRelease, str]] = []
        conductor.importing.read_again.connect(self._take_whole)
        conductor.desk.closed.connect(self._forget)

    def commands(self) -> list[Command]:
        """The command that opens the report."""
        return [Command("receipt", self.tr("Laporan impor…"), (), self.show_report, True)]

    def show_report(self) -> ReportDialog | None:
        """Open the report of the release in front; None where there is no release."""
        from bnews_desk.gui.import_sheet.report import ReportDialog
        from bnews_desk.importers.parts.returning import is_there

        release = self._conductor.desk.current
        if release is None:
            return None
        original = self._original(release.key)
        dialog = ReportDialog(
            self._theme(),
            original.name if original else "",
            release.receipt,
            lambda text: is_there(text, release.document.release()),
            self._conductor.window,
        )
        release.document.changed.connect(dialog.refresh)
        dialog.return_wanted.connect(partial(self._bring_back, release))
        if original and any(entry.texts for entry in release.receipt):
            self._read(release.key, original)
        dialog.open()
        return dialog

    def _read(self, key: str, original: Original) -> None:
        """Have the original read whole, to know where things stood."""
        if key not in self._wholes and key not in self._asked:
            self._asked.add(key)
            self._conductor.importing.read_kept(Kept(key, original.name, original.data))

    def _bring_back(self, release: OpenRelease, text: str) -> None:
        """Put a text back, at once or when the original has been read."""
        if release.key in self._asked:
            self._waiting.append((release, text))
        else:
            self._put_back(release, text)

    def _take_whole(self, key: str, answer: Imported | str) -> None:
        if key not in self._asked:
            return
        self._asked.discard(key)
        if isinstance(answer, Imported):
            self._wholes[key] = answer.release
        ready = [(release, text) for release, text in self._waiting if release.key == key]
        self._waiting = [entry for entry in self._waiting if entry not in ready]
        for release, text in ready:
            self._put_back(release, text)

    def _put_back(self, release: OpenRelease, text: str) -> None:
        from bnews_desk.importers.parts.returning import is_there, returning

        copy = release.document.release()
        if is_there(text, copy):
            return
        try:
            release.document.apply([returning(text, copy, self._wholes.get(release.key))])
        except DeskError as error:
            self._conductor.say(str(error))
            return
        self._conductor.say(self.tr("Bagian dikembalikan ke naskah."), self._conductor.undo)

    def _forget(self, release: OpenRelease) -> None:
        self._wholes.pop(release.key, None)
        self._asked.discard(release.key)
        self._waiting = [entry for entry in self._waiting if entry[0] is not release]
