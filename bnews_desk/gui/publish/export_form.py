"""The export form: formats, folder and file name."""

from __future__ import annotations

import os.path
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.exporters.file_names import FIELDS, USUAL_PATTERN, pattern_fault, safe_stem
from bnews_desk.gui.publish.export_choices import ExportChoices
from bnews_desk.gui.publish.export_format_boxes import ExportFormatBoxes
from bnews_desk.gui.publish.sign_off_row import BOX_LEFT
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import IconButton, label, set_look
from bnews_desk.windows_names import file_name_fault

_INDENT = 16 - BOX_LEFT
ChooseFolder = Callable[[QWidget, str], str]
"""Asks for a folder, starting at one; returns '' when the editor cancels."""


def choose_folder(parent: QWidget, begin: str) -> str:
    """Ask with the system's folder dialog."""
    title = QCoreApplication.translate("ExportForm", "Pilih folder untuk hasil ekspor")
    return QFileDialog.getExistingDirectory(parent, title, begin)


class ExportForm(ThemedWidget, QWidget):
    """Formats, folder and file name; further formats and the file name pattern are folded.

    The file name is the proposed one until the editor types another; clearing it restores the
    proposal. An invalid pattern is reported and not used.
    """

    changed = Signal(object)
    """The ``ExportChoices``, changed by the editor."""
    unfolded = Signal(QWidget)
    """A part of the form that has just become visible."""

    def __init__(
        self,
        theme: Theme,
        choices: ExportChoices,
        choose: ChooseFolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choose = choose
        self._proposed = ""
        self._is_typed = False
        self._valid_pattern = choices.pattern
        self._notes: list[QLabel] = []
        self._head = label(self.tr("Ekspor"), "head")
        self._head.setIndent(_INDENT)
        self._boxes = ExportFormatBoxes(theme, _INDENT)
        self._folder, self._name, self._pattern = (QLineEdit(self) for _ in range(3))
        self._pattern.setPlaceholderText(USUAL_PATTERN)
        self._crlf = QCheckBox(self.tr("TXT dengan akhir baris Windows (CRLF)"), self)
        self._crlf.setAccessibleDescription(
            self.tr("Untuk program yang menampilkan TXT biasa sebagai satu baris panjang")
        )
        self._crlf.setAccessibleName(self._crlf.text())
        self._crlf.setToolTip(self._crlf.accessibleDescription())
        self._browse = IconButton(theme, "folder", self.tr("Pilih folder"))
        self._fault = label("", "help", ink="err")
        self._fault.setWordWrap(True)
        self._fault.setContentsMargins(_INDENT, 4, 0, 0)
        self._fault.hide()
        self._rename_note = label("", "help", ink="err")
        self._rename_note.setWordWrap(True)
        self._rename_note.setContentsMargins(_INDENT, 4, 0, 0)
        self._rename_note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(BOX_LEFT, 14, 16, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(4)
        column.addWidget(self._boxes)
        column.addSpacing(6)
        column.addLayout(self._fields())
        column.addWidget(self._rename_note)
        column.addSpacing(4)
        column.addWidget(self._crlf)
        column.addWidget(self._fault)
        self._show_pattern_row(False)
        self._show_choices(choices)
        self._connect()
        self.apply_theme()

    def choices(self) -> ExportChoices:
        """The present choices."""
        return ExportChoices(
            self._boxes.files(),
            self._boxes.clipboard.chosen(),
            os.path.expanduser(QDir.toNativeSeparators(self._folder.text().strip())),
            self._valid_pattern,
            self._crlf.isChecked(),
        )

    def stem(self) -> str:
        """The file name without its ending; never empty once one was proposed."""
        return safe_stem(self._name.text()) or self._proposed

    def propose(self, stem: str, *, is_new: bool = False) -> None:
        """Propose a file name; ``is_new`` when it is for another release."""
        self._proposed = stem
        self._is_typed = self._is_typed and not is_new
        if is_new:
            self._rename_note.hide()
        if not self._is_typed and self._name.text() != stem:
            self._name.setText(stem)
            self._name.setCursorPosition(0)

    def focus_first(self) -> None:
        """Put the focus on the first tick box."""
        self._boxes.focus_first()

    def apply_theme(self) -> None:
        self._head.setFont(self._theme.ui_font(13, 600))
        for note in self._notes:
            note.setFont(self._theme.ui_font(12))

    def _show_choices(self, choices: ExportChoices) -> None:
        """Show stored choices; without a folder, the documents folder."""
        self._boxes.show_chosen(choices.files, choices.clipboard)
        self._valid_pattern = choices.pattern
        self._pattern.setText(choices.pattern)
        self._crlf.setChecked(choices.crlf)
        self._show_fault("")
        self._show_folder(choices.folder or documents_folder())
        self._enable_fields()

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(_INDENT, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 48)
        grid.setColumnStretch(1, 1)
        about_pattern = self.tr("Isiannya: {fields}").format(fields=_fields_told())
        rows = (
            (self.tr("Folder"), self._folder, self.tr("Folder tempat berkas disimpan")),
            (self.tr("Nama"), self._name, self.tr("Nama berkas tanpa akhiran")),
            (self.tr("Pola"), self._pattern, about_pattern),
        )
        for number, (text, field, about) in enumerate(rows):
            beside = label(text, ink="ink2")
            beside.setBuddy(field)
            self._notes.append(beside)
            grid.addWidget(beside, number, 0)
            grid.addWidget(field, number, 1, 1, 1 if field is self._folder else 2)
            field.setAccessibleName(text)
            field.setAccessibleDescription(about)
            field.setFixedHeight(26)
        self._pattern.setAccessibleName(self.tr("Pola nama berkas"))
        self._pattern.setToolTip(about_pattern)
        grid.addWidget(self._browse, 0, 2)
        return grid

    def _connect(self) -> None:
        self._boxes.changed.connect(self._emit_choices)
        self._boxes.unfolded.connect(self._show_pattern_row)
        self._folder.editingFinished.connect(self._take_folder)
        self._name.textEdited.connect(self._take_name)
        self._name.editingFinished.connect(self._correct_name)
        self._pattern.textEdited.connect(self._take_pattern)
        self._pattern.editingFinished.connect(self._show_valid_pattern)
        self._crlf.toggled.connect(self._emit_choices)
        self._browse.clicked.connect(self._browse_folders)

    def _emit_choices(self) -> None:
        self._enable_fields()
        self.changed.emit(self.choices())

    def _show_pattern_row(self, is_open: bool) -> None:
        self._pattern.setVisible(is_open)
        self._crlf.setVisible(is_open)
        self._notes[-1].setVisible(is_open)
        self._fault.setVisible(is_open and bool(self._fault.text()))
        if is_open:
            self.unfolded.emit(self)

    def _take_pattern(self, text: str) -> None:
        """Use a valid pattern at once; keep the former one while it is invalid."""
        pattern = text.strip() or USUAL_PATTERN
        fault = pattern_fault(pattern)
        self._show_fault(fault)
        if not fault and pattern != self._valid_pattern:
            self._valid_pattern = pattern
            self._emit_choices()

    def _show_valid_pattern(self) -> None:
        """Show the pattern in use, unless a fault is shown."""
        if self._pattern.text() != self._valid_pattern and not self._fault.text():
            self._pattern.setText(self._valid_pattern)

    def _show_fault(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault) and self._boxes.fold.isChecked())
        set_look(self._pattern, state="err" if fault else "")
        if fault:
            self.unfolded.emit(self._fault)

    def _take_folder(self) -> None:
        if not self._folder.text().strip():
            self._show_folder(documents_folder())
        self._folder.setToolTip(self._folder.text())
        self._emit_choices()

    def _take_name(self, text: str) -> None:
        self._is_typed = bool(text.strip())
        self._rename_note.hide()

    def _correct_name(self) -> None:
        """Replace an invalid file name, and say why."""
        typed, stem = self._name.text().strip(), self.stem()
        why = file_name_fault(typed)
        if why and typed != stem:
            said = self.tr("Nama diubah menjadi “{stem}” karena {why}.")
            self._rename_note.setText(said.format(stem=stem, why=why))
            self._rename_note.show()
            self.unfolded.emit(self._rename_note)
        if self._name.text() != stem:
            self._name.setText(stem)

    def _browse_folders(self) -> None:
        chosen = self._choose(self, self.choices().folder)
        if chosen:
            self._show_folder(chosen)
            self._emit_choices()

    def _show_folder(self, folder: str) -> None:
        """Show a folder, scrolled to the end of its path."""
        self._folder.setText(QDir.toNativeSeparators(folder))
        self._folder.setToolTip(self._folder.text())
        self._folder.end(False)

    def _enable_fields(self) -> None:
        """Disable the fields for files while only the clipboard is chosen."""
        has_files = bool(self.choices().endings)
        for field in (self._folder, self._name, self._pattern, self._browse):
            field.setEnabled(has_files)


def documents_folder() -> str:
    """The user's documents folder, or else the home folder."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = QStandardPaths.writableLocation(place)
    return found if os.path.isdir(found) else QDir.homePath()


def _fields_told() -> str:
    return ", ".join(f"{{{name}}}" for name in FIELDS)
