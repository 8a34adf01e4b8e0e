"""The dialog with a stored receipt: what was found, carried and left out, to be put back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.imports.import_texts import receipt_entry_counts, receipt_entry_name
from bnews_desk.gui.imports.original_loader import ReadOriginal
from bnews_desk.gui.imports.photo_row import PhotoThumbnail, photo_description
from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.reading_dialog import fitting
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import ElidedLabel, FixButton, SeparatorLine, label
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Photo

SIZE = (640, 520)
MOST_LETTERS = 1000
"""The most code points of a left-out text that are shown."""
_OPENING = 40
_FILES = ("attachment", "attachment-read")
"""Kinds whose texts are file names, which cannot be put into the copy as words."""


class ReceiptDialog(QDialog):
    """Lists a receipt's entries, those with anything left out first; each left-out text has a
    button that puts it back.

    Once the original has been read, its photos and the mail's attachments follow. ``is_there``
    tells whether a text is in the copy, ``is_photo_there`` whether a photo is: its button is
    disabled then.
    """

    restore_wanted = Signal(str)
    """A left-out text is to be put back into the copy."""
    restore_photo_wanted = Signal(object)
    """A ``Photo`` of the original is to be put back."""
    attachments_wanted = Signal()
    """The mail's attachments are to be chosen from."""

    def __init__(
        self,
        theme: Theme,
        receipt: Receipt,
        is_there: Callable[[str], bool],
        is_photo_there: Callable[[Photo], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self._theme, self._is_there, self._is_photo_there = theme, is_there, is_photo_there
        self.buttons: list[tuple[str, FixButton]] = []
        self.photos: list[tuple[Photo, FixButton]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Laporan impor"))
        self.resize(fitting(QSize(*SIZE), parent))
        self._lay_out()
        for entry in sorted(receipt, key=lambda entry: not entry.left_out):
            self._add(entry)
        if not receipt:
            self._add_line(self.tr("Semua isi rilis ada di naskah."))
        self.refresh()

    def refresh(self) -> None:
        """Update the buttons: which texts and photos are in the copy."""
        for text, button in self.buttons:
            _update_button(button, self._words, is_there=self._is_there(text))
        for photo, button in self.photos:
            _update_button(button, self._words, is_there=self._is_photo_there(photo))

    def show_name(self, name: str) -> None:
        """Show the name of the imported file."""
        self._head.setText(name)

    def show_none(self, sentence: str) -> None:
        """Show that there is no original or, with a sentence, why it cannot be read."""
        if sentence:
            self._add_line(sentence, self.tr("Rilis asli tidak dapat dibaca lagi"))
        else:
            self._head.setText(self.tr("Rilis ini ditulis di sini."))

    def show_original(self, original: ReadOriginal) -> None:
        """Offer what only the original holds: photos, and a mail's attachments."""
        if original.release.photos:
            self._add_heading(self.tr("Foto pada rilis asli"))
            for photo in original.release.photos:
                self._contents.addLayout(self._photo_row(photo, original))
        if original.attachments:
            self._add_heading(self.tr("Lampiran yang dapat dipilih"))
            names = ", ".join(f"“{file.name}”" for file in original.attachments)
            self._contents.addLayout(self._attachments_row(names))
        self.refresh()

    @property
    def _words(self) -> tuple[str, str]:
        return self.tr("Kembalikan ke naskah"), self.tr("Sudah di naskah")

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("contents")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 12, 4)
        self._contents = QVBoxLayout()
        self._contents.setSpacing(6)
        column.addLayout(self._contents)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        self._head = label(self.tr("Membuka rilis asli…"), "head")
        self._head.setWordWrap(True)
        whole.addWidget(self._head)
        whole.addWidget(area, 1)
        whole.addWidget(buttons)

    def _add_heading(self, heading: str) -> None:
        """Add a heading for the rows that follow."""
        if self._contents.count():
            self._contents.addWidget(SeparatorLine())
        self._contents.addWidget(label(heading, "head"))

    def _add_line(self, text: str, heading: str = "") -> None:
        if heading:
            self._add_heading(heading)
        line = label(text, ink="ink2")
        line.setWordWrap(True)
        self._contents.addWidget(line)

    def _add(self, entry: ReceiptEntry) -> None:
        name = receipt_entry_name(entry.kind)
        self._add_heading(name[:1].upper() + name[1:])
        self._contents.addWidget(label(receipt_entry_counts(entry), "help", "ink2"))
        if entry.note:
            note = label(entry.note, "help", "ink2")
            note.setWordWrap(True)
            self._contents.addWidget(note)
        texts = () if entry.kind in _FILES else entry.texts
        for text in texts:
            self._contents.addLayout(self._row(name, text))

    def _row(self, name: str, text: str) -> QHBoxLayout:
        shown = label(text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + "…")
        shown.setFont(self._theme.page_font(14))
        shown.setWordWrap(True)
        back = self._button(f"{name}, {text[:_OPENING]}")
        back.clicked.connect(partial(self.restore_wanted.emit, text))
        self.buttons.append((text, back))
        return _row_of(shown, back)

    def _photo_row(self, photo: Photo, original: ReadOriginal) -> QHBoxLayout:
        name = photo.name or self.tr("tanpa nama")
        back = self._button(name)
        back.clicked.connect(partial(self.restore_photo_wanted.emit, photo))
        self.photos.append((photo, back))
        data = original.pictures.get(photo.digest, b"")
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(PhotoThumbnail(data))
        row.addWidget(ElidedLabel(photo_description(name, data)), 1)
        return _row_of(shown, back)

    def _attachments_row(self, names: str) -> QHBoxLayout:
        shown = label(names)
        shown.setWordWrap(True)
        choose = FixButton(self._theme, self.tr("Pilih lampiran…"))
        choose.clicked.connect(self.accept)
        choose.clicked.connect(self.attachments_wanted)
        return _row_of(shown, choose)

    def _button(self, what: str) -> FixButton:
        button = FixButton(self._theme, self._words[0])
        said = self.tr("Kembalikan ke naskah: {0}").replace("{0}", what.replace("\n", " "))
        button.setAccessibleName(said)
        return button


def _row_of(shown: QWidget, button: FixButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(shown, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _update_button(button: FixButton, words: tuple[str, str], *, is_there: bool) -> None:
    button.setEnabled(not is_there)
    button.setText(words[is_there])
