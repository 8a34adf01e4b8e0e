"""The panel of differences from the original: added, removed, left out, moved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from bnews_desk.gui.original.comparison_service import ShownComparison
from bnews_desk.gui.original.original_paragraph_list import OriginalParagraphList
from bnews_desk.gui.publish.exported_row import ExportedRow, OpenPath, open_path
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import IconButton, QuietButton, SeparatorLine, label


class DifferencePanel(ThemedWidget, QWidget):
    """Says how original and copy differ, and gives back what was left out."""

    close_wanted = Signal()
    restore_wanted = Signal(int)
    """The paragraph of that number in the original is wanted in the copy."""
    reveal_wanted = Signal(int)
    """It stands elsewhere in the copy: where?"""
    report_wanted = Signal()
    failed = Signal(str)
    """One sentence: why a report does not open."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, opener: OpenPath = open_path
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        tr = self.tr
        self._title = label(tr("Beda dengan rilis asli"), "head")
        self._close = IconButton(theme, "close", tr("Tutup rilis asli"), tr("Kembali (Esc)"))
        self._close.clicked.connect(self.close_wanted)
        self._dropped, self._added = label(""), label("")
        self._same = label(tr("Naskah masih sama dengan rilis asli."), ink="ink2")
        self.unused = OriginalParagraphList(
            theme,
            tr("Paragraf tidak dipakai"),
            tr("Kembalikan"),
            tr("Sisipkan paragraf ini di tempatnya dalam naskah"),
        )
        self.moved = OriginalParagraphList(
            theme,
            tr("Paragraf dipindah"),
            tr("Tunjukkan"),
            tr("Tunjukkan tempatnya sekarang dalam naskah"),
        )
        self._report = QuietButton(
            theme,
            tr("Laporan perubahan…"),
            about=tr("Simpan perbedaannya kata demi kata sebagai halaman web atau berkas Word"),
        )
        self._report.clicked.connect(self.report_wanted)
        self._exported = ExportedRow(theme, opener=opener)
        self._exported.failed.connect(self.failed)
        self.unused.wanted.connect(self.restore_wanted)
        self.moved.wanted.connect(self.reveal_wanted)
        self.setAccessibleName(tr("Beda dengan rilis asli"))
        self._lay_out()
        self.apply_theme()

    def begin(self) -> None:
        """Show that nothing is known as yet: another original has been opened."""
        for figure in (self._dropped, self._added):
            figure.setText("…")
        self._same.hide()
        self._exported.show_paths(())
        self.unused.show_paragraphs(())
        self.moved.show_paragraphs(())

    def show_compared(self, compared: ShownComparison) -> None:
        """Show how the texts differ now."""
        self._dropped.setText(str(compared.words_deleted))
        self._added.setText(str(compared.words_inserted))
        self._same.setVisible(compared.comparison.old == compared.comparison.new)
        self.unused.show_paragraphs(compared.unused)
        self.moved.show_paragraphs(compared.moved)

    def show_exported(self, paths: tuple[str, ...]) -> None:
        """Offer a report that has been written."""
        self._exported.show_paths(paths)

    def focus_first(self) -> None:
        """Give the first thing that can be done the keyboard."""
        buttons = (*self.unused.buttons, *self.moved.buttons, self._report)
        buttons[0].setFocus()

    def apply_theme(self) -> None:
        """Take the theme's colours and fonts as they are now."""
        self._title.setFont(self._theme.ui_font(13, 600))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 6, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._figures())
        rows.addWidget(self.unused)
        rows.addWidget(self.moved)
        rows.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._report)
        foot.addWidget(self._exported)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(SeparatorLine())
        column.addWidget(_scrolled(inside), 1)
        column.addWidget(SeparatorLine())
        column.addLayout(foot)

    def _figures(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 4)
        column.setSpacing(8)
        for name, figure in (
            (self.tr("Kata dihapus"), self._dropped),
            (self.tr("Kata ditambah"), self._added),
        ):
            column.addLayout(_line(name, figure))
        column.addWidget(self._same)
        return column


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    inside.setObjectName("contents")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def _line(name: str, figure: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    said = label(name, ink="ink2")
    said.setBuddy(figure)
    row.addWidget(said, 1)
    row.addWidget(figure)
    return row
