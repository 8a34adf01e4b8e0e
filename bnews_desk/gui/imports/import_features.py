"""Builds the features that follow an import: notices, attachments, receipts, originals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bnews_desk.gui.desk.earlier_states import ArchiveThread, EarlierStateCache
from bnews_desk.gui.imports.import_notices import (
    BatchTabs,
    ImportProgressNotice,
    ImportResultNotice,
)
from bnews_desk.gui.imports.mail_attachments import MailAttachments
from bnews_desk.gui.imports.original_loader import OriginalLoader
from bnews_desk.gui.imports.receipt_controller import ReceiptController
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.commands import Command
from bnews_desk.gui.window.release_controller import ReleaseController


class ImportFeatures(QObject):
    """The import features of one window.

    ``shut_down`` must be called at the end.
    """

    def __init__(
        self, controller: ReleaseController, archive: ArchiveThread, theme: Callable[[], Theme]
    ) -> None:
        super().__init__(controller)
        importing, desk, window = controller.importing, controller.desk, controller.window
        self.originals = OriginalLoader(desk, importing, self)
        desk.closed.connect(lambda release: self.originals.forget(release.key))
        self.earlier = EarlierStateCache(desk, self.originals, archive, self)
        self._progress = ImportProgressNotice(importing, window.parts.notice, self)
        self._report = ImportResultNotice(
            importing, window.parts.notice, controller.show_status, theme, window
        )
        self._tabs = BatchTabs(importing, desk, self)
        self._mail_files = MailAttachments(controller, self.originals, theme)
        self._receipts = ReceiptController(controller, self.originals, theme)
        self._receipts.attachments_wanted.connect(self._mail_files.choose)

    def commands(self) -> list[Command]:
        """The menu commands of these features."""
        return [*self._mail_files.commands(), *self._receipts.commands()]

    def shut_down(self) -> None:
        """End the background threads."""
        self.originals.shut_down()
