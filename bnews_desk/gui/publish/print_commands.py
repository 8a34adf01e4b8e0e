"""The commands that print the release in front and save it as PDF."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from bnews_desk.errors import WriteError
from bnews_desk.exporters.file_names import proposed_stem
from bnews_desk.files import write_atomically
from bnews_desk.frame.release_frame import Frame, FrameReader
from bnews_desk.gui.publish.export_choices import ExportChoices
from bnews_desk.gui.publish.print_job import NOTICE_DELAY_MS, PrintCancelledError, PrintJob
from bnews_desk.gui.publish.print_painting import Report, lay_out_pages, make_pdf, paint_pages
from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.commands import Command
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.release import Release

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from bnews_desk.gui.shared.fonts import Fonts

ChooseFile = Callable[[str], str]
"""Asks where to save a PDF file, starting at a path; returns '' when the editor cancels."""


class _Subject(NamedTuple):
    """A release to be printed, and the stem of its file name."""

    release: Release
    frame: Frame
    pictures: Mapping[str, bytes]
    fonts: Fonts
    stem: str

    def lay_out_release(self) -> QTextDocument:
        """The document to print; may be made on any thread."""
        from bnews_desk.gui.publish.print_layout import lay_out_release

        return lay_out_release(self.release, self.frame, self.pictures, self.fonts)


class PrintCommands(QObject):
    """The print commands; ``theme`` returns the theme in use, ``choices`` the last export's
    choices.

    A PDF is made off the GUI thread. ``shut_down`` must be called at the end.
    """

    def __init__(
        self,
        controller: ReleaseController,
        register: NewsroomRegister,
        theme: Callable[[], Theme],
        choices: Callable[[], ExportChoices],
    ) -> None:
        super().__init__(controller)
        self._controller, self._register = controller, register
        self._theme, self._choices = theme, choices
        self.choose: ChooseFile = self._choose
        self._print_job = PrintJob(controller.window.parts.notice, self)
        # the preview draws on the printer without keeping a reference
        self._printer: QPrinter | None = None

    def commands(self) -> list[Command]:
        """*Cetak* and *Simpan sebagai PDF*."""
        return [
            Command("print", self.tr("Cetak…"), ("Ctrl+P",), self.print_release, True),
            Command("pdf", self.tr("Simpan sebagai PDF…"), (), self.save_pdf, True),
        ]

    def shut_down(self) -> None:
        """Wait for a file that is being written."""
        self._print_job.shut_down()

    def print_release(self) -> None:
        """Show a preview of the pages, from which they can be printed."""
        subject = self._subject()
        if subject is None:
            return
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        from bnews_desk.gui.publish.print_layout import page_layout

        document = subject.lay_out_release()
        window = self._controller.window
        if not self._with_progress(window, self.tr("Menyusun halaman …"), document, lay_out_pages):
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName(subject.stem)
        self._printer = printer
        preview = QPrintPreviewDialog(printer, window)
        preview.setWindowTitle(self.tr("Pratinjau cetak"))
        preview.paintRequested.connect(lambda device: self._paint(document, device, preview))
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def save_pdf(self) -> None:
        """Ask where to save a PDF file and write it off the GUI thread."""
        subject = self._subject()
        if subject is None:
            return
        path = self.choose(os.path.join(self._choices().folder, f"{subject.stem}.pdf"))
        if not path:
            return

        def work(report: Report) -> str:
            data = make_pdf(subject.lay_out_release(), report)
            try:  # the dialog asked before replacing a file
                write_atomically(path, data)
            except WriteError as error:
                return str(error)
            return ""

        text = self.tr("Menyimpan PDF: halaman {0} dari {1} …")
        if not self._print_job.begin(text, work, lambda failure: self._tell_saved(path, failure)):
            self._controller.show_status(self.tr("PDF sebelumnya masih disimpan; tunggu sebentar."))

    def _paint(self, document: QTextDocument, device: QPrinter, preview: QWidget) -> None:
        text = self.tr("Menggambar halaman …")
        self._with_progress(
            preview, text, document, lambda d, report: paint_pages(d, device, report)
        )

    def _with_progress(
        self,
        over: QWidget,
        text: str,
        document: QTextDocument,
        work: Callable[[QTextDocument, Report], object],
    ) -> bool:
        """Do work that only the GUI thread can do, with a progress dialog that can cancel it.

        Returns False when it was cancelled.
        """
        progress = QProgressDialog(text, self.tr("Batalkan"), 0, 0, over)
        progress.setWindowTitle(self.tr("Cetak"))
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(NOTICE_DELAY_MS)

        def report(done: int, count: int) -> None:
            progress.setMaximum(count)
            progress.setValue(done)  # processes events once the dialog is shown
            if progress.wasCanceled():
                raise PrintCancelledError

        try:
            work(document, report)
        except PrintCancelledError:
            self._controller.show_status(self.tr("Pencetakan dibatalkan; naskah tidak berubah."))
            return False
        finally:
            progress.close()
            progress.deleteLater()
        return True

    def _tell_saved(self, path: str, failure: str | None) -> None:
        if failure is None:
            failure = self.tr("PDF gagal dibuat karena kesalahan program; naskah tidak berubah.")
        if failure:
            self._controller.window.parts.notice.show_notice(failure, severity="err")
        else:
            whole = os.path.dirname(path)
            told = self.tr("Tersimpan sebagai PDF: “{0}” di folder “{1}”.")
            folder = os.path.basename(whole) or whole
            self._controller.show_status(told.format(os.path.basename(path), folder))

    def _subject(self) -> _Subject | None:
        """The release in front, with its frame."""
        release = self._controller.desk.current
        if release is None:
            return None
        value = release.document.release()
        frame = FrameReader(self._register.house).read(value.text)
        stem = proposed_stem(value, date.today(), frame, self._choices().pattern)
        return _Subject(value, frame, dict(release.pictures), self._theme().fonts, stem)

    def _choose(self, proposed: str) -> str:
        path, _ = QFileDialog.getSaveFileName(
            self._controller.window, self.tr("Simpan sebagai PDF"), proposed, "PDF (*.pdf)"
        )
        if path and not path.lower().endswith(".pdf"):
            path += ".pdf"
            if os.path.lexists(path):  # the dialog has not asked about this path
                return self._choose(path)
        return path
