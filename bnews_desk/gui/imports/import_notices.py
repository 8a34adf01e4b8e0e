"""Notices of imports above the page, and the limit of tabs when many files are imported."""

from __future__ import annotations

import os.path
from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.window.notice_bar import NoticeBar

NOTICE_DELAY_MS = 700
"""Milliseconds after which a single import shows its progress."""
_PROGRESS_KEY = "impor"


class ImportProgressNotice(QObject):
    """Shows "Mengimpor 2 dari 5" with *Batalkan* while files are read."""

    def __init__(self, importing: ImportService, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._importing, self._notice = importing, notice
        self._done = self._total = 0
        self._notice_timer = once_after(NOTICE_DELAY_MS, self._show, self)
        importing.progress.connect(self._take)
        importing.finished.connect(self._end)

    def _take(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        if not self._importing.is_busy:
            return
        if self._notice_timer.isActive():
            return
        if done or total > 1:
            self._show()
        else:
            self._notice_timer.start()

    def _show(self) -> None:
        number = min(self._done + 1, self._total)
        text = self.tr("Mengimpor {0} dari {1} …").format(number, self._total)
        remedy = (self.tr("Batalkan"), self._importing.cancel)
        self._notice.show_notice(text, _PROGRESS_KEY, "warn", remedy)

    def _end(self) -> None:
        self._notice_timer.stop()
        self._notice.remove_notice(_PROGRESS_KEY)


MOST_NAMES = 3
"""The most file names in the notice itself."""
MOST_TABS = 12
"""The most tabs that one batch of imports keeps open; earlier releases stay on Meja without one."""
_KEY = "hasil impor"
_SIZE = (560, 420)


class ImportResultNotice(QObject):
    """Reports a single file that failed at once, and several files in one notice at the end.

    The notice gives the number of files read, names the others and opens their reasons.
    """

    def __init__(
        self,
        importing: ImportService,
        notice: NoticeBar,
        say: Callable[[str], object],
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._notice, self._say, self._theme, self._window = notice, say, theme, window
        self._imported: list[str] = []
        self._failed: list[tuple[str, str]] = []
        self._unread: list[str] = []
        self._total = 0
        importing.progress.connect(self._count)
        importing.imported.connect(lambda path, *_: self._imported.append(path))
        importing.failed.connect(self._note_failure)
        importing.cancelled.connect(self._unread.extend)
        importing.finished.connect(self._report_results)

    def _count(self, _done: int, total: int) -> None:
        self._total = max(self._total, total)

    def _note_failure(self, path: str, sentence: str) -> None:
        self._failed.append((path, sentence))

    def _report_results(self) -> None:
        total = max(self._total, len(self._imported) + len(self._failed) + len(self._unread))
        if total > 1 and (self._failed or self._unread):
            self._report_together(total)
        elif self._failed:
            path, sentence = self._failed[0]
            name = os.path.basename(path)
            self._notice.show_notice(sentence if name in sentence else f"{name}: {sentence}", path)
        elif self._unread:
            self._say(self.tr("Impor dibatalkan."))
        elif total > 1:
            self._say(self.tr("{0} berkas dibaca, semuanya dapat diimpor.").format(total))
        self._imported, self._failed, self._total = [], [], 0
        self._unread.clear()

    def _report_together(self, total: int) -> None:
        missed = [path for path, _ in self._failed] + self._unread
        names = ", ".join(os.path.basename(path) for path in missed[:MOST_NAMES])
        if len(missed) > MOST_NAMES:
            names = self.tr("{0}, dan {1} lainnya").format(names, len(missed) - MOST_NAMES)
        if self._unread:
            told = self.tr("Impor dibatalkan: {0} dari {1} berkas terbaca, yang lain tidak: {2}.")
        else:
            told = self.tr("{0} dari {1} berkas terbaca; yang tidak: {2}.")
        html = self._page()
        self._notice.show_notice(
            told.format(len(self._imported), total, names),
            _KEY,
            "err" if self._failed else "warn",
            (self.tr("Rincian…"), lambda: self._show(html)),
        )

    def _page(self) -> str:
        unread = self.tr("Belum dibaca karena impor dibatalkan.")
        groups = (
            (self.tr("Tidak dapat diimpor"), self._failed),
            (self.tr("Belum dibaca"), [(path, unread) for path in self._unread]),
            (self.tr("Sudah dibaca"), [(path, "") for path in self._imported]),
        )
        parts: list[str] = []
        for heading, lines in groups:
            if lines:
                parts.append(f"<h3>{escape(heading)} ({len(lines)})</h3><ul>")
                parts += (_line(path, sentence) for path, sentence in lines)
                parts.append("</ul>")
        return "".join(parts)

    def _show(self, html: str) -> None:
        from bnews_desk.gui.shared.reading_dialog import ReadingDialog

        title = self.tr("Hasil impor")
        ReadingDialog(self._theme(), title, lambda _theme: html, _SIZE, self._window).open()


class BatchTabs(QObject):
    """Limits the tabs while many files are imported: the earliest releases stay on Meja without
    one.
    """

    def __init__(self, importing: ImportService, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._arrived: list[OpenRelease] = []
        desk.imported.connect(self._take)
        desk.closed.connect(self._forget)
        importing.progress.connect(self._begin)

    def _begin(self, done: int, _total: int) -> None:
        if done == 0:
            self._arrived.clear()

    def _take(self, release: OpenRelease) -> None:
        self._arrived.append(release)
        if len(self._arrived) > MOST_TABS:
            self._desk.close(self._arrived[0])

    def _forget(self, release: OpenRelease) -> None:
        if release in self._arrived:
            self._arrived.remove(release)


def _line(path: str, sentence: str) -> str:
    name = f"<b>{escape(os.path.basename(path))}</b>"
    return f"<li>{name}<br>{escape(sentence)}</li>" if sentence else f"<li>{name}</li>"
