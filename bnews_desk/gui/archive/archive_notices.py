"""How the archive fares, said above the page: each trouble once, and not beside the journal's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from bnews_desk.gui.archive.archive_service import ArchiveService
    from bnews_desk.gui.archive.maintenance import Maintenance
    from bnews_desk.gui.desk.journal_signals import JournalSignals
    from bnews_desk.gui.window.notice_bar import NoticeBar

TROUBLE, NEWS, CARE, RECOVERY = "arsip", "arsip lama", "rawat arsip", "pulih arsip"
"""Under which it is told that the archive does not work, that another one was opened, that it
could not be cared for, that it is being recovered."""


class ArchiveNotices(QObject):
    """Says in ``notice`` what is wrong with the archive, and takes it away when it is mended.

    While the journal cannot be written it alone speaks: both lie on the same disk as a rule, and
    what the archive lacks it gets from the journal.
    """

    def __init__(
        self,
        notice: NoticeBar,
        service: ArchiveService,
        upkeep: Maintenance,
        voice: JournalSignals,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notice, self._service = notice, service
        self._trouble = ""
        self._is_journal_troubled = False
        service.troubled.connect(self._take_trouble)
        service.mended.connect(lambda: self._take_trouble(""))
        service.noticed.connect(lambda text: notice.tell(text, NEWS, "warn"))
        service.recovering.connect(lambda text: notice.tell(text, RECOVERY, "warn"))
        service.attempted.connect(lambda: notice.settle(RECOVERY))
        upkeep.failed.connect(self._take_failed_care)
        upkeep.done.connect(lambda: notice.settle(CARE))
        voice.troubled.connect(lambda _text: self._heed_journal(is_troubled=True))
        voice.mended.connect(lambda: self._heed_journal(is_troubled=False))

    def _take_trouble(self, trouble: str) -> None:
        self._trouble = trouble
        self._show()

    def _heed_journal(self, *, is_troubled: bool) -> None:
        if self._is_journal_troubled is not is_troubled:
            self._is_journal_troubled = is_troubled
            if not is_troubled:
                self._trouble = ""
                self._service.try_again()
            self._show()

    def _show(self) -> None:
        if self._trouble and not self._is_journal_troubled:
            self._notice.tell(self._trouble, TROUBLE)
        else:
            self._notice.settle(TROUBLE)

    def _take_failed_care(self, why: str) -> None:
        if not (self._trouble or self._is_journal_troubled):  # or that has been said
            self._notice.tell(why, CARE)
