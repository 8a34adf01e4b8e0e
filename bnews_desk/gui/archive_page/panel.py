"""The right column beside the archive: the release that has the keyboard, or how to search."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.archive.vault.values import Record, Summary
from bnews_desk.gui.archive_page.results import day_of, title_of
from bnews_desk.gui.archive_page.syntax import syntax
from bnews_desk.gui.rooms import RoomPart
from bnews_desk.gui.stages import name_of
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.widgets import IconButton, QuietButton, Rule, label

SHOWN = 1_500
"""Code points of a body that are shown here; the rest is read where it is opened."""
PARAGRAPH_GAP = 8
"""Pixels below a paragraph."""


class ArchivePanel(RoomPart):
    """Says what a release is, with what can be done to it."""

    close_wanted = Signal()
    open_wanted = Signal(str)
    versions_wanted = Signal(str)
    bin_wanted = Signal(str)
    """The release is to go into the bin, or to come back out of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self._theme = theme
        self._summary: Summary | None = None
        self._title = label("", "head")
        self._close = IconButton(theme, "close", tr("Tutup arsip"), tr("Kembali (Esc)"))
        self._close.clicked.connect(self.close_wanted)
        self._name = label("")
        self._text = label("", ink="ink2")
        self._values: dict[str, QLabel] = {}
        self._text.setTextFormat(Qt.TextFormat.RichText)
        for said in (self._name, self._text):
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QuietButton(theme, tr("Buka"), about=tr("Buka di halaman (Enter)"))
        self.versions = QuietButton(theme, tr("Versi…"), about=tr("Keadaannya yang terdahulu"))
        self.bin = QuietButton(theme, tr("Buang"), about=self._about_bin(in_bin=False))
        for button, wanted in (
            (self.open, self.open_wanted),
            (self.versions, self.versions_wanted),
            (self.bin, self.bin_wanted),
        ):
            button.clicked.connect(lambda _=False, send=wanted: self._send(send))
        self._help = label("")
        self._help.setTextFormat(Qt.TextFormat.RichText)
        self._help.setWordWrap(True)
        self._foot = QWidget()
        self._pages = QStackedWidget()
        self._lay_out()
        self.set_theme(theme)
        self.show_summary(None)

    @property
    def key(self) -> str:
        """The key of the release that is shown, '' without any."""
        return self._summary.key if self._summary else ""

    def show_summary(self, summary: Summary | None) -> None:
        """Show another release, as far as a list knows it; or how to search."""
        is_same = summary is not None and self.key == summary.key
        self._summary = summary
        self._title.setText(self.tr("Naskah terpilih") if summary else self.tr("Cara mencari"))
        self._pages.setCurrentIndex(int(summary is not None))
        self._foot.setVisible(summary is not None)
        if summary is None:
            return
        self._name.setFont(self._theme.page_font(17, 600))  # Qt forgets it where widgets move
        self._name.setText(title_of(summary))
        in_bin = summary.deleted is not None
        self.open.setVisible(not in_bin)
        self.bin.setText(self.tr("Pulihkan") if in_bin else self.tr("Buang"))
        self.bin.setToolTip(self._about_bin(in_bin=in_bin))
        self.bin.setAccessibleDescription(self._about_bin(in_bin=in_bin))
        for name, value in (
            (self.tr("Status"), name_of(summary.status)),
            (self.tr("Tempat"), summary.place),
            (self.tr("Sumber"), summary.source),
            (self.tr("Inisial"), summary.initials.replace(",", ", ")),
            (self.tr("Editor"), summary.editor),
            (self.tr("Tanggal"), day_of(summary.day)),
            (self.tr("Alamat"), summary.address),
        ):
            self._show_value(name, value)
        if not is_same:
            self._text.setText("")

    def show_record(self, record: Record) -> None:
        """Show what the release says, where it is still the one shown."""
        if record.key == self.key:
            body = record.release.body.strip()
            cut = body[:SHOWN]
            self._text.setText(_paragraphs(f"{cut.rstrip()}…" if cut != body else cut))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        self._title.setFont(theme.ui_font(13, 600))
        self._name.setFont(theme.page_font(17, 600))
        self._help.setText(syntax(theme))
        for part in (self._close, self.open, self.versions, self.bin):
            part.set_theme(theme)

    def _about_bin(self, *, in_bin: bool) -> str:
        if in_bin:
            return self.tr("Kembalikan dari tempat sampah (Enter)")
        return self.tr("Pindahkan ke tempat sampah; di sana disimpan 30 hari (Del)")

    def _send(self, wanted: object) -> None:
        if self._summary is not None:
            wanted.emit(self._summary.key)  # type: ignore[attr-defined]

    def _show_value(self, name: str, value: str) -> None:
        said = self._values[name]
        said.setText(value)
        self._form.setRowVisible(said, bool(value))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 6, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(6)
        for button in (self.open, self.versions, self.bin):
            foot.addWidget(button)
        foot.addStretch(1)
        for inside in (self._helping(), self._telling()):
            self._pages.addWidget(_scrolled(inside))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._pages, 1)
        column.addWidget(Rule())
        column.addWidget(self._foot)

    def _helping(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._help)
        column.addStretch(1)
        return inside

    def _telling(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        for name in ("Status", "Tempat", "Sumber", "Inisial", "Editor", "Tanggal", "Alamat"):
            value = self._values[self.tr(name)] = label("")
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._form.addRow(label(self.tr(name), ink="ink2"), value)
        column.addWidget(self._name)
        column.addLayout(self._form)
        column.addWidget(Rule())
        column.addWidget(self._text)
        column.addStretch(1)
        return inside


def _paragraphs(body: str) -> str:
    """Plain paragraphs as HTML, each apart from the next; empty ones are left out."""
    lines = (escape(line) for line in body.split("\n") if line.strip())
    return "".join(f'<p style="margin: 0 0 {PARAGRAPH_GAP}px 0">{line}</p>' for line in lines)


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    inside.setObjectName("contents")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
