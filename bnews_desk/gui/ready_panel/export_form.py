"""In which forms a release goes out, where to, under which name."""

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

from bnews_desk.exporters.names import safe_stem
from bnews_desk.gui.ready_panel.choices import ExportChoices
from bnews_desk.gui.ready_panel.sign_off_row import BOX_LEFT
from bnews_desk.gui.ready_panel.tick_row import TickRow
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.widgets import IconButton, label

_INDENT = 16 - BOX_LEFT
ChooseFolder = Callable[[QWidget, str], str]
"""Lets the editor choose a folder, beginning at one; '' where he would not."""


def choose_folder(parent: QWidget, begin: str) -> str:
    """The system's own dialog for folders."""
    title = QCoreApplication.translate("ExportForm", "Pilih folder untuk hasil ekspor")
    return QFileDialog.getExistingDirectory(parent, title, begin)


class ExportForm(QWidget):
    """Tick boxes, folder and name.

    The name is the proposed one until the editor types another; emptying it brings the proposal
    back.
    """

    changed = Signal(object)
    """The editor has made other :class:`ExportChoices`."""

    def __init__(
        self,
        theme: Theme,
        choices: ExportChoices,
        choose: ChooseFolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._proposed = ""
        self._is_typed = False
        self._notes: list[QLabel] = []
        self._head = label(self.tr("Ekspor"), "head")
        self._head.setIndent(_INDENT)
        column = QVBoxLayout(self)
        column.setContentsMargins(BOX_LEFT, 14, 16, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(4)
        self._docx = self._box(column, self.tr("Word"), "DOCX")
        self._txt = self._box(column, self.tr("Teks polos"), "TXT")
        clipboard = self.tr("ke papan klip")
        self._text = self._box(column, self.tr("Teks"), clipboard)
        self._html = self._box(column, self.tr("HTML"), clipboard)
        column.addSpacing(8)
        self._folder, self._name = QLineEdit(self), QLineEdit(self)
        self._browse = IconButton(theme, "folder", self.tr("Pilih folder"))
        column.addLayout(self._fields())
        self.show_choices(choices)
        self._connect()
        self.set_theme(theme)

    def choices(self) -> ExportChoices:
        """What is chosen now."""
        return ExportChoices(
            self._docx.isChecked(),
            self._txt.isChecked(),
            self._text.isChecked(),
            self._html.isChecked(),
            os.path.expanduser(QDir.toNativeSeparators(self._folder.text().strip())),
        )

    def show_choices(self, choices: ExportChoices) -> None:
        """Show earlier choices; without a folder, that of the user's documents."""
        for box, is_on in (
            (self._docx, choices.docx),
            (self._txt, choices.txt),
            (self._text, choices.text_to_clipboard),
            (self._html, choices.html_to_clipboard),
        ):
            box.blockSignals(True)
            box.setChecked(is_on)
            box.blockSignals(False)
        self._show_folder(choices.folder or documents_folder())
        self._enable_fields()

    def stem(self) -> str:
        """The name of the files without their endings; never empty once one was proposed."""
        return safe_stem(self._name.text()) or self._proposed

    def propose(self, stem: str, *, is_new: bool = False) -> None:
        """Propose a name; ``is_new`` where it is that of another release."""
        self._proposed = stem
        self._is_typed = self._is_typed and not is_new
        if not self._is_typed and self._name.text() != stem:
            self._name.setText(stem)
            self._name.setCursorPosition(0)

    def focus_first(self) -> None:
        """Put the focus on the first tick box."""
        self._docx.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._head.setFont(theme.ui_font(13, 600))
        self._browse.set_theme(theme)
        for note in self._notes:
            note.setFont(theme.ui_font(12))

    def _box(self, column: QVBoxLayout, text: str, note: str) -> QCheckBox:
        """A tick box with what comes of it at the right end."""
        box = QCheckBox(text, self)
        box.setAccessibleName(f"{text} {note}")
        box.setAccessibleDescription(self.tr("Bentuk ekspor"))
        beside = label(note, ink="ink2")
        beside.setBuddy(box)
        self._notes.append(beside)
        row = TickRow(box, beside, self)
        row.setMinimumHeight(28)
        column.addWidget(row)
        return box

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(_INDENT, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 48)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Folder"), self._folder, self.tr("Folder tempat berkas disimpan")),
            (self.tr("Nama"), self._name, self.tr("Nama berkas tanpa akhiran")),
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
        grid.addWidget(self._browse, 0, 2)
        return grid

    def _connect(self) -> None:
        for box in (self._docx, self._txt, self._text, self._html):
            box.toggled.connect(self._tell)
        self._folder.editingFinished.connect(self._take_folder)
        self._name.textEdited.connect(self._take_name)
        self._name.editingFinished.connect(self._put_name_right)
        self._browse.clicked.connect(self._browse_folders)

    def _tell(self) -> None:
        self._enable_fields()
        self.changed.emit(self.choices())

    def _take_folder(self) -> None:
        if not self._folder.text().strip():
            self._show_folder(documents_folder())
        self._folder.setToolTip(self._folder.text())
        self._tell()

    def _take_name(self, text: str) -> None:
        self._is_typed = bool(text.strip())

    def _put_name_right(self) -> None:
        if self._name.text() != self.stem():
            self._name.setText(self.stem())

    def _browse_folders(self) -> None:
        chosen = self._choose(self, self.choices().folder)
        if chosen:
            self._show_folder(chosen)
            self._tell()

    def _show_folder(self, folder: str) -> None:
        """The end of a path tells most: it is what is seen."""
        self._folder.setText(QDir.toNativeSeparators(folder))
        self._folder.setToolTip(self._folder.text())
        self._folder.end(False)

    def _enable_fields(self) -> None:
        """Folder and name mean nothing while only the clipboard is wanted."""
        has_files = bool(self.choices().endings)
        for field in (self._folder, self._name, self._browse):
            field.setEnabled(has_files)


def documents_folder() -> str:
    """The user's documents, or the home folder."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = QStandardPaths.writableLocation(place)
    return found if os.path.isdir(found) else QDir.homePath()
