"""Writes the change report to a file off the GUI thread."""

from __future__ import annotations

import os.path
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bnews_desk.errors import WriteError
from bnews_desk.exporters.change_report import ENDINGS, ReportSubject, write_report
from bnews_desk.files import system_path, write_atomically
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.publish.export import Ask
from bnews_desk.gui.shared.theme import Theme

JOIN_SECONDS = 30.0
"""Seconds that ``shut_down`` waits for a report being written."""
ChooseFile = Callable[[QWidget, str, str, str], tuple[str, str]]
"""Asks where to save (title, proposed path, filters); returns the path, '' when cancelled, and the
filter.
"""


def choose_file(window: QWidget, title: str, path: str, filters: str) -> tuple[str, str]:
    """Ask with the system's dialog, which does not ask about an existing file."""
    return QFileDialog.getSaveFileName(
        window, title, path, filters, options=QFileDialog.Option.DontConfirmOverwrite
    )


class ReportExport(QObject):
    """Writes one change report at a time."""

    status_message = Signal(str)
    """One sentence: where the report is."""
    failed = Signal(str)
    """One sentence: why the report was not written."""
    exported = Signal(object)
    """A tuple with the path written."""
    folder_changed = Signal(str)
    """The folder that the editor chose for reports."""
    _written = Signal(str, str)

    def __init__(self, window: QWidget, ask: Ask, choose: ChooseFile = choose_file) -> None:
        super().__init__(window)
        self._window, self._ask, self._choose = window, ask, choose
        self._thread: Thread | None = None
        self._written.connect(self._finish)

    def begin(
        self, subject: ReportSubject, reader: FrameReader, folder: str, stem: str, theme: Theme
    ) -> None:
        """Ask for a name and write the report; asks again before replacing a file."""
        if self._thread is not None:
            return
        page, tracked = ENDINGS
        filters = (
            self.tr("Halaman web ({0})").format(f"*{page}"),
            self.tr("Word dengan perubahan terlacak ({0})").format(f"*{tracked}"),
        )
        proposed = os.path.join(folder, stem + page)
        title = self.tr("Laporan perubahan")
        path, chosen = self._choose(self._window, title, proposed, ";;".join(filters))
        if not path:
            return
        path = _with_ending(path, ENDINGS[filters.index(chosen)] if chosen in filters else page)
        self.folder_changed.emit(os.path.dirname(path))
        may_overwrite = os.path.lexists(system_path(path))
        if may_overwrite and not self._may_replace(path, theme):
            return
        args = (subject, reader, path, may_overwrite)
        self._thread = Thread(target=self._run, args=args, name="bnews-export")
        self._thread.start()

    def shut_down(self) -> None:
        """Wait for a report that is being written."""
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)

    def _may_replace(self, path: str, theme: Theme) -> bool:
        answer = self._ask(
            self._window,
            theme,
            self.tr("Berkas dengan nama itu sudah ada"),
            self.tr(
                "“{0}” sudah ada di folder ini; menggantinya menghapus isinya yang lama."
            ).format(os.path.basename(path)),
            [("back", self.tr("Batal")), ("replace", self.tr("Ganti yang lama"))],
        )
        return answer == "replace"

    def _run(
        self, subject: ReportSubject, reader: FrameReader, path: str, may_overwrite: bool
    ) -> None:
        failure = self.tr(
            "Laporan perubahan gagal dibuat karena kesalahan program; naskah tidak berubah, coba"
            " bentuk lain."
        )
        try:
            data = write_report(subject, os.path.splitext(path)[1], reader)
            write_atomically(path, data, overwrite=may_overwrite)
            failure = ""
        except WriteError as error:
            failure = str(error)
        finally:
            self._written.emit(path, failure)

    def _finish(self, path: str, failure: str) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if failure:
            self.failed.emit(failure)
            return
        whole = os.path.dirname(path)
        told = self.tr("Laporan perubahan tersimpan di folder “{folder}”.")
        self.status_message.emit(told.format(folder=os.path.basename(whole) or whole))
        self.exported.emit((path,))


def _with_ending(path: str, ending: str) -> str:
    return path if os.path.splitext(path)[1].lower() in ENDINGS else path + ending
