"""What goes along with every import: how far it is, how it ended, what came with a mail, what
was left out; and the originals, read again when they are asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bnews_desk.gui.desk.earlier_states import RememberedStates
from bnews_desk.gui.imports.import_progress import ImportProgress
from bnews_desk.gui.imports.import_report import BatchTabs, ImportReport
from bnews_desk.gui.imports.mail_attachments import MailFiles
from bnews_desk.gui.imports.originals import Originals
from bnews_desk.gui.imports.receipts import Receipts
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.commands import Command
from bnews_desk.gui.window.release_controller import ReleaseController


class ImportFollowers(QObject):
    """Watches the imports of one window for as long as that lives.

    ``shut_down`` must be called in the end.
    """

    def __init__(self, act: ReleaseController, theme: Callable[[], Theme]) -> None:
        super().__init__(act)
        importing, desk, window = act.importing, act.desk, act.window
        self.originals = Originals(desk, importing, self)
        desk.closed.connect(lambda release: self.originals.forget(release.key))
        self.earlier = RememberedStates(desk, self.originals, self)
        self._progress = ImportProgress(importing, window.parts.notice, self)
        self._report = ImportReport(importing, window.parts.notice, act.say, theme, window)
        self._tabs = BatchTabs(importing, desk, self)
        self._mail_files = MailFiles(act, self.originals, theme)
        self._receipts = Receipts(act, self.originals, theme)
        self._receipts.attachments_wanted.connect(self._mail_files.choose)

    def commands(self) -> list[Command]:
        """What can be done from the menu."""
        return [*self._mail_files.commands(), *self._receipts.commands()]

    def shut_down(self) -> None:
        """End what runs beside the window."""
        self.originals.shut_down()
