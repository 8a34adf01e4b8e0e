"""How far an import is, above the page, with a way to stop it; silent while it is quick."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.window.notice_bar import Notice

PATIENCE_MS = 700
"""Milliseconds after which an import is worth a word."""
_KEY = "impor"


class ImportProgress(QObject):
    """Shows "Mengimpor 2 dari 5" with *Batalkan* while files are read."""

    def __init__(self, importing: ImportService, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._importing, self._notice = importing, notice
        self._done = self._total = 0
        self._late = once_after(PATIENCE_MS, self._show, self)
        importing.progress.connect(self._take)
        importing.finished.connect(self._end)

    def _take(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        if not self._importing.is_busy:
            return
        if self._late.isActive():
            return
        if done or total > 1:
            self._show()
        else:
            self._late.start()

    def _show(self) -> None:
        number = min(self._done + 1, self._total)
        text = self.tr("Mengimpor {0} dari {1} …").format(number, self._total)
        remedy = (self.tr("Batalkan"), self._importing.cancel)
        self._notice.tell(text, _KEY, "warn", remedy)

    def _end(self) -> None:
        self._late.stop()
        self._notice.settle(_KEY)
