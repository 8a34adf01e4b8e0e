"""Printing the release in front, and saving it as PDF."""

from __future__ import annotations

import os.path
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog

from bnews_desk.errors import WriteError
from bnews_desk.exporters.names import proposed_stem
from bnews_desk.files import write_atomically
from bnews_desk.frame.reading import FrameReader
from bnews_desk.gui.commands import Command
from bnews_desk.gui.conductor import Conductor
from bnews_desk.gui.ready_panel.choices import ExportChoices
from bnews_desk.gui.register import Register
from bnews_desk.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

ChooseFile = Callable[[str], str]
"""Lets the editor say where a PDF file goes, beginning at a path; '' where he would not."""


class Printing(QObject):
    """The two commands; ``theme`` gives the present one, ``choices`` how files last went out."""

    def __init__(
        self,
        conductor: Conductor,
        register: Register,
        theme: Callable[[], Theme],
        choices: Callable[[], ExportChoices],
    ) -> None:
        super().__init__(conductor)
        self._conductor, self._register = conductor, register
        self._theme, self._choices = theme, choices
        self.choose: ChooseFile = self._choose
        self._printer: QPrinter | None = None  # the preview draws on it, and does not keep it

    def commands(self) -> list[Command]:
        """*Cetak* and *Simpan sebagai PDF*."""
        return [
            Command("print", self.tr("Cetak…"), ("Ctrl+P",), self.print_release, True),
            Command("pdf", self.tr("Simpan sebagai PDF…"), (), self.save_pdf, True),
        ]

    def print_release(self) -> None:
        """Show the pages as they will be printed; they go to the printer from there."""
        document = self._laid_out()
        if document is None:
            return
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        from bnews_desk.gui.printing.layout import page_layout
        from bnews_desk.gui.printing.painting import paint

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName(self._stem())
        self._printer = printer
        preview = QPrintPreviewDialog(printer, self._conductor.window)
        preview.setWindowTitle(self.tr("Pratinjau cetak"))
        preview.paintRequested.connect(lambda device: paint(document, device))
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def save_pdf(self) -> None:
        """Write the pages as a PDF file where the editor wants it."""
        document = self._laid_out()
        if document is None:
            return
        proposed = os.path.join(self._choices().folder, f"{self._stem()}.pdf")
        path = self.choose(proposed)
        if not path:
            return
        from bnews_desk.gui.printing.painting import pdf_of

        try:  # the dialog has asked before a file is replaced
            write_atomically(path, pdf_of(document))
        except WriteError as error:
            self._conductor.window.parts.notice.tell(str(error), severity="err")
            return
        shown = QDir.toNativeSeparators(path)
        self._conductor.say(self.tr("Tersimpan sebagai PDF: {0}.").format(shown))

    def _laid_out(self) -> QTextDocument | None:
        release = self._conductor.desk.current
        if release is None:
            return None
        from bnews_desk.gui.printing.layout import laid_out

        value = release.document.release()
        frame = FrameReader(self._register.house).read(value.text)
        return laid_out(value, frame, release.pictures, self._theme().fonts)

    def _stem(self) -> str:
        release = self._conductor.desk.current
        if release is None:
            return ""
        value = release.document.release()
        frame = FrameReader(self._register.house).read(value.text)
        return proposed_stem(value, date.today(), frame, self._choices().pattern)

    def _choose(self, proposed: str) -> str:
        path, _ = QFileDialog.getSaveFileName(
            self._conductor.window, self.tr("Simpan sebagai PDF"), proposed, "PDF (*.pdf)"
        )
        if path and not path.lower().endswith(".pdf"):
            path += ".pdf"
            if os.path.lexists(path):  # the dialog has not asked about this one
                return self._choose(path)
        return path
