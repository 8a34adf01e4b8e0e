"""What goes along with every import: how far it is, how it ended, and what came with a mail."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bnews_desk.gui.commands import Command
from bnews_desk.gui.conductor import Conductor
from bnews_desk.gui.import_progress import ImportProgress
from bnews_desk.gui.import_report import BatchTabs, ImportReport
from bnews_desk.gui.mail_files import MailFiles
from bnews_desk.gui.theme import Theme


class Attendance(QObject):
    """Watches the imports of one window for as long as that lives."""

    def __init__(self, act: Conductor, theme: Callable[[], Theme]) -> None:
        super().__init__(act)
        importing, desk, window = act.importing, act.desk, act.window
        notice = window.parts.notice
        self._progress = ImportProgress(importing, notice, self)
        self._report = ImportReport(importing, notice, act.say, theme, window)
        self._tabs = BatchTabs(importing, desk, self)
        self._mail_files = MailFiles(desk, importing, act.photos, notice, act.say, theme, window)

    def commands(self) -> list[Command]:
        """What can be done from the menu."""
        return self._mail_files.commands()
