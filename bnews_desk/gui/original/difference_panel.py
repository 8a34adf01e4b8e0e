"""The panel of differences from the original: changed facts, added, left-out and moved text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from bnews_desk.gui.original.comparison_service import ShownComparison
from bnews_desk.gui.original.fact_cards import FactCards
from bnews_desk.gui.original.paragraph_list import ParagraphList
from bnews_desk.gui.original.word_marks import NumberedParagraph
from bnews_desk.gui.publish.exported_row import ExportedRow, OpenPath, open_path
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import (
    ElidedLabel,
    IconButton,
    QuietButton,
    SeparatorLine,
    label,
)
from bnews_desk.gui.shared.widgets.fold import FoldButton
from bnews_desk.release import Source
from bnews_desk.rules.facts.checked_facts import FactReview, ReviewedFact


class FurtherSourceList(ThemedWidget, QWidget):
    """The further sources of the release in front, each with a button that removes it."""

    add_wanted = Signal()
    remove_wanted = Signal(object)
    """The ``Source`` to be removed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Source, ...] = ()
        self.buttons: list[IconButton] = []
        """The remove buttons, in order."""
        self._title = label(self.tr("Bahan lain"), "head")
        about = self.tr(
            "Pilih notulen, percakapan, atau rilis lain; fakta naskah boleh berasal dari sana"
        )
        self.add = QuietButton(theme, self.tr("Tambah bahan…"), about=about)
        self.add.clicked.connect(self.add_wanted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addWidget(self.add)
        self._title.hide()
        self.apply_theme()

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show other sources; a focused remove button passes the focus to the add button."""
        if tuple(sources) == self._shown:
            return
        self._shown = tuple(sources)
        if any(button.hasFocus() for button in self.buttons):
            self.add.setFocus()
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.buttons = []
        for source in self._shown:
            self._rows.addWidget(self._row(source))
        self._title.setVisible(bool(self._shown))

    def apply_theme(self) -> None:
        self._title.setFont(self._theme.ui_font(13, 600))

    def _row(self, source: Source) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel(source.name)
        name.setToolTip(source.name)
        remove = IconButton(self._theme, "close", self.tr("Lepas bahan {0}").format(source.name))
        remove.clicked.connect(partial(self.remove_wanted.emit, source))
        line.addWidget(name, 1)
        line.addWidget(remove)
        self.buttons.append(remove)
        return row


class DifferencePanel(ThemedWidget, QWidget):
    """Shows how original and copy differ, and can put back what was left out."""

    close_wanted = Signal()
    restore_wanted = Signal(int)
    """The original's paragraph of that number is to be put into the copy."""
    added_wanted = Signal(int)
    """Show the added paragraph of that number in the copy."""
    reveal_wanted = Signal(int)
    """Show where the original's paragraph of that number is in the copy."""
    fact_chosen = Signal(object)
    """A ``ReviewedFact`` is to be shown in the copy."""
    fact_restore_wanted = Signal(object)
    """A ``ReviewedFact`` is to be replaced by the original's words."""
    fact_check_wanted = Signal(object)
    """The check of a ``ReviewedFact`` is to be recorded or, when it is checked, withdrawn."""
    source_wanted = Signal()
    """A further source is to be chosen."""
    source_removal_wanted = Signal(object)
    """The ``Source`` to be removed."""
    report_wanted = Signal()
    failed = Signal(str)
    """One sentence: why a report cannot be opened."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, opener: OpenPath = open_path
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        tr = self.tr
        self._title = label(tr("Beda dengan rilis asli"), "head")
        self._close = IconButton(theme, "close", tr("Tutup rilis asli"), tr("Kembali (Esc)"))
        self._close.clicked.connect(self.close_wanted)
        self._deleted, self._added = label(""), label("")
        self._same = label(tr("Naskah masih sama dengan rilis asli."), ink="ink2")
        self.unused = ParagraphList(
            theme,
            tr("Tidak dibawa"),
            tr("Kembalikan"),
            tr("Sisipkan paragraf ini di tempatnya dalam naskah"),
        )
        self.furniture = ParagraphList(
            theme,
            "",
            tr("Kembalikan"),
            tr("Sisipkan paragraf ini di tempatnya dalam naskah"),
        )
        self._fold = FoldButton(theme)
        self._fold.toggled.connect(self._show_furniture)
        self._furniture_count = 0
        self.facts = FactCards(theme)
        self.facts.restore_wanted.connect(self.fact_restore_wanted)
        self.facts.check_wanted.connect(self.fact_check_wanted)
        self.facts.chosen.connect(self._choose_fact)
        self.added = ParagraphList(
            theme,
            tr("Ditambah"),
            tr("Tunjukkan"),
            tr("Tunjukkan paragraf baru ini dalam naskah"),
        )
        self.moved = ParagraphList(
            theme,
            tr("Paragraf dipindah"),
            tr("Tunjukkan"),
            tr("Tunjukkan tempatnya sekarang dalam naskah"),
        )
        self.sources = FurtherSourceList(theme)
        self.sources.add_wanted.connect(self.source_wanted)
        self.sources.remove_wanted.connect(self.source_removal_wanted)
        self._report = QuietButton(
            theme,
            tr("Laporan perubahan…"),
            about=tr("Simpan perbedaannya kata demi kata sebagai halaman web atau berkas Word"),
        )
        self._report.clicked.connect(self.report_wanted)
        self._exported = ExportedRow(theme, opener=opener)
        self._exported.failed.connect(self.failed)
        self.unused.wanted.connect(self.restore_wanted)
        self.furniture.wanted.connect(self.restore_wanted)
        self.moved.wanted.connect(self.reveal_wanted)
        self.added.wanted.connect(self.added_wanted)
        self.setAccessibleName(tr("Beda dengan rilis asli"))
        self._lay_out()
        self.apply_theme()

    def begin(self) -> None:
        """Clear the panel after another original was opened."""
        for figure in (self._deleted, self._added):
            figure.setText("…")
        self._same.hide()
        self._exported.show_paths(())
        self.unused.show_paragraphs(())
        self._show_unused_furniture(())
        self._fold.setChecked(False)
        self.facts.forget_current()
        self.moved.show_paragraphs(())
        self.added.show_paragraphs(())

    def show_compared(self, compared: ShownComparison, added: Sequence[NumberedParagraph]) -> None:
        """Show a new comparison; ``added`` are the new paragraphs of the copy's running text."""
        self._deleted.setText(str(compared.words_deleted))
        self._added.setText(str(compared.words_inserted))
        self._same.setVisible(compared.comparison.old == compared.comparison.new)
        self.unused.show_paragraphs(compared.unused)
        self._show_unused_furniture(compared.furniture)
        self.moved.show_paragraphs(compared.moved)
        self.added.show_paragraphs(added)

    def show_facts(self, review: FactReview | None) -> None:
        """Show the facts that differ from the original; None when they are not known."""
        self.facts.show_facts(review, review.same_text if review else "")

    def _choose_fact(self, fact: ReviewedFact) -> None:
        card = next(card for card in self.facts.cards if card.fact is fact)
        self._scrolled.ensureWidgetVisible(card)
        self.fact_chosen.emit(fact)

    def _show_unused_furniture(self, paragraphs: Sequence[NumberedParagraph]) -> None:
        self._furniture_count = len(paragraphs)
        self.furniture.show_paragraphs(paragraphs)
        told = self.tr("Salam dan kop surat ({0})").format(len(paragraphs))
        self._fold.setText(told)
        self._fold.updateGeometry()
        self._show_furniture(self._fold.isChecked())

    def _show_furniture(self, is_open: bool) -> None:
        self._fold_row.setVisible(bool(self._furniture_count))
        self.furniture.setVisible(is_open and bool(self._furniture_count))

    def show_exported(self, paths: tuple[str, ...]) -> None:
        """Show the files of a report that was written."""
        self._exported.show_paths(paths)

    def focus_first(self) -> None:
        """Focus the first card, else the first button."""
        first: list[QWidget] = [
            *self.facts.cards,
            *self.added.buttons,
            *self.unused.buttons,
            *self.moved.buttons,
        ]
        (first[0] if first else self._report).setFocus()

    def apply_theme(self) -> None:
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
        self._fold_row = QWidget()
        fold = QVBoxLayout(self._fold_row)
        fold.setContentsMargins(12, 4, 16, 0)
        fold.addWidget(self._fold)
        rows.addWidget(self.facts)
        rows.addWidget(self.added)
        rows.addWidget(self.unused)
        rows.addWidget(self.moved)
        rows.addLayout(self._figures())
        rows.addWidget(self._fold_row)
        rows.addWidget(self.furniture)
        rows.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.sources)
        foot.addWidget(self._report)
        foot.addWidget(self._exported)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(SeparatorLine())
        self._scrolled = _scrolled(inside)
        column.addWidget(self._scrolled, 1)
        column.addWidget(SeparatorLine())
        column.addLayout(foot)

    def _figures(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 4)
        column.setSpacing(8)
        for name, figure in (
            (self.tr("Kata dihapus"), self._deleted),
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
