"""Carries out an export: chooses file names, writes files off the GUI thread, fills the
clipboard.
"""

from __future__ import annotations

import logging
import os.path
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Thread

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bnews_desk.exporters.file_names import files_of, free_stem, taken_files
from bnews_desk.exporters.html import rich_html, write_html
from bnews_desk.exporters.wordpress import write_wordpress
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.publish.export_choices import ExportChoices, form_of
from bnews_desk.gui.publish.export_writer import (
    ExportOrder,
    ExportOutcome,
    ExportTarget,
    PrintPages,
    write_export,
)
from bnews_desk.gui.publish.readiness_texts import join_names
from bnews_desk.gui.shared.fonts import Fonts
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.release import Release
from bnews_desk.text_form import text_form


def clipboard_data(release: Release, pictures: Mapping[str, bytes], form: str) -> QMimeData:
    """The data for the clipboard, in one of its forms.

    In the form ``rich``, rich-text editors get the page and plain fields the TXT form; every other
    form is plain text.
    """
    data = QMimeData()
    if form == "rich":
        data.setHtml(rich_html(release, pictures))
    if form == "html":
        data.setText(write_html(release))
    elif form == "wordpress":
        data.setText(write_wordpress(release))
    else:
        data.setText(text_form(release))
    return data


_LOG = logging.getLogger(__name__)
JOIN_SECONDS = 30.0
"""Seconds that ``shut_down`` waits for files being written."""

Ask = Callable[[QWidget | None, Theme, str, str, Sequence[tuple[str, str]]], str]
"""Asks one question; returns the key of the answer, '' when it was dismissed."""

AddLinks = Callable[[Release, FrameReader], Release]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export, and how; ``key`` is the release's in the journal.

    ``may_publish`` is the checklist's verdict: only then does the release count as published.
    """

    key: str
    release: Release
    pictures: Mapping[str, bytes]
    reader: FrameReader
    choices: ExportChoices
    stem: str
    may_publish: bool


class Export(QObject):
    """Carries out one export at a time; never changes the copy."""

    status_message = Signal(str)
    """One sentence: where the release was exported to."""
    failed = Signal(str)
    """One sentence: why the export failed."""
    exported = Signal(object)
    """A tuple of the paths written; empty when only the clipboard was filled."""
    published = Signal(str, object)
    """The key of a release that was ready and was exported, and the exported state."""
    delivered = Signal(str, object, object)
    """The key of an exported release, the paths as in ``exported``, and a sentence for each thing
    that could not be written to a file.
    """
    sent = Signal(str, object, object)
    """The same key, the exported state, the paths."""
    busy_changed = Signal(bool)
    _written = Signal(object, object)

    def __init__(self, window: QWidget, ask: Ask) -> None:
        super().__init__(window)
        self._window = window
        self._ask = ask
        self._thread: Thread | None = None
        self.linked: AddLinks = lambda release, _reader: release
        """Adds the links to a release before its export."""
        self._written.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """Whether files are being written."""
        return self._thread is not None

    def begin(self, request: ExportRequest, theme: Theme) -> None:
        """Write files and fill the clipboard; asks before replacing a file."""
        if self.is_busy:
            return
        named = self._choose_names(request, theme)
        if named is None:
            return
        stem, may_overwrite = named
        targets = _targets(request.choices, stem)
        if not targets:
            self._finish(request, ExportOutcome())
            return
        order = ExportOrder(
            self.linked(request.release, request.reader),
            request.pictures,
            request.reader,
            targets,
            _page_printer(theme.fonts),
            may_overwrite,
            request.choices.crlf,
        )
        self._thread = Thread(target=self._run, args=(request, order), name="bnews-export")
        self.busy_changed.emit(True)
        self._thread.start()

    def shut_down(self) -> None:
        """Wait for files that are being written."""
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)

    def _choose_names(self, request: ExportRequest, theme: Theme) -> tuple[str, bool] | None:
        """The stem, and whether files may be replaced; None when the editor cancelled."""
        folder, endings = request.choices.folder, request.choices.endings
        existing = taken_files(folder, request.stem, endings)
        if not existing:
            return request.stem, False
        free = free_stem(folder, request.stem, endings)
        answer = self._ask(
            self._window,
            theme,
            self.tr("Berkas dengan nama itu sudah ada"),
            self.tr(
                "{files} sudah ada di folder ini. Yang lama tidak diubah kecuali Anda memilih"
                " menggantinya."
            ).format(files=_names_of(existing)),
            [
                (
                    "number",
                    self.tr("Simpan sebagai “… {number}”").format(
                        number=free.removeprefix(request.stem).strip()
                    ),
                ),
                ("replace", self.tr("Ganti yang lama")),
                ("back", self.tr("Batal")),
            ],
        )
        if answer == "number":
            return free, False
        if answer == "replace":
            return request.stem, True
        return None

    def _run(self, request: ExportRequest, order: ExportOrder) -> None:
        outcome = ExportOutcome(
            failure=self.tr(
                "Ekspor gagal karena kesalahan program; naskah tidak berubah, coba bentuk lain."
            )
        )
        try:
            outcome = write_export(order)
        finally:
            self._written.emit(request, outcome)

    def _finish(self, request: ExportRequest, outcome: ExportOutcome) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self.busy_changed.emit(False)
        _LOG.info("%d files exported, failed: %s", len(outcome.written), bool(outcome.failure))
        if outcome.failure:
            self.failed.emit(self._failure_message(outcome))
            return
        form = request.choices.clipboard
        if form:
            linked = self.linked(request.release, request.reader)
            data = clipboard_data(linked, request.pictures, form)
            QGuiApplication.clipboard().setMimeData(data)
        self.status_message.emit(self._success_message(outcome, form))
        if request.may_publish:
            self.published.emit(request.key, request.release)
        self.sent.emit(request.key, request.release, outcome.written)
        self.delivered.emit(request.key, outcome.written, outcome.notes)
        self.exported.emit(outcome.written)

    def _failure_message(self, outcome: ExportOutcome) -> str:
        if not outcome.written:
            return outcome.failure
        kept = self.tr("Yang sudah tersimpan: {files}.").format(files=_names_of(outcome.written))
        return f"{outcome.failure} {kept}"

    def _success_message(self, outcome: ExportOutcome, clipboard: str) -> str:
        """What was exported, short enough for the status line; the panel shows paths and notes."""
        said = []
        if outcome.written:
            whole = os.path.dirname(outcome.written[0])
            folder = os.path.basename(whole) or whole
            forms = [form_of(path).short for path in outcome.written]
            told = self.tr("Tersimpan: {endings} di folder “{folder}”.")
            said.append(told.format(endings=join_names(forms), folder=folder))
        if clipboard:
            said.append(
                {
                    "text": self.tr("Teks ada di papan klip."),
                    "rich": self.tr("Teks berformat ada di papan klip."),
                    "html": self.tr("Kode HTML ada di papan klip."),
                    "wordpress": self.tr("Blok WordPress ada di papan klip."),
                }[clipboard]
            )
        return " ".join(said)


def _targets(choices: ExportChoices, stem: str) -> tuple[ExportTarget, ...]:
    paths = files_of(choices.folder, stem, choices.endings)
    return tuple(
        ExportTarget(form.key, path) for form, path in zip(choices.forms, paths, strict=True)
    )


def _page_printer(fonts: Fonts) -> PrintPages:
    """Makes the pages with these fonts; Qt's documents and PDF files can be made on any thread."""

    def print_pages(release: Release, pictures: Mapping[str, bytes], reader: FrameReader) -> bytes:
        from bnews_desk.gui.publish.print_layout import lay_out_release
        from bnews_desk.gui.publish.print_painting import make_pdf

        return make_pdf(lay_out_release(release, reader.read(release.text), pictures, fonts))

    return print_pages


def _names_of(paths: Sequence[str]) -> str:
    return ", ".join(f"“{os.path.basename(path)}”" for path in paths)
