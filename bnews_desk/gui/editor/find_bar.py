"""The find and replace bar above the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.editor.release_document import ReleaseDocument
from bnews_desk.gui.editor.text_search import (
    FindQuery,
    PatternRefused,
    TextMatches,
    edits_for,
    find_all,
    outside_quotations,
)
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.shared.widgets import QuietButton, label, set_look
from bnews_desk.gui.shared.widgets.buttons import ToolButton
from bnews_desk.text import Span

SETTLE_MS = 120
"""Milliseconds after which a changed text is searched again."""
_ALL = 10_000
"""A stretch factor beside which others get room only once a field has its maximum."""


class FindBar(ThemedWidget, QWidget):
    """Finds and replaces in the release on the page; hidden until it is opened.

    Replacing all is one undo step. A query that cannot be searched is explained in the bar in one
    sentence.
    """

    closed = Signal()
    """The bar was closed; the page has the focus again."""
    replaced = Signal(int)
    """The number of places that were replaced at once."""

    def __init__(self, theme: Theme, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self._found = TextMatches()
        self._current = -1
        self.setProperty("ground", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settling = once_after(SETTLE_MS, self._search_again, self)
        self._make_widgets()
        self._lay_out()
        self.apply_theme()
        page.find_wanted.connect(self.open)
        page.text_changed.connect(self._follow)
        page.release_shown.connect(self._follow)
        self.hide()

    def open(self, with_replacement: bool = False) -> None:
        """Show the bar and search for the words selected on one line."""
        selected = self._page.selected_text()
        if selected and "\n" not in selected:
            self.words.setText(selected)
        self.replace_row.setVisible(with_replacement)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._search(self._page.selection().start)

    def close_bar(self) -> None:
        """Hide the bar and give the focus back."""
        self.hide()
        self._page.set_matches((), -1)
        self._page.setFocus()
        self.closed.emit()

    def apply_theme(self) -> None:
        for button, icon in (
            (self.back, "chevron-up"),
            (self.onward, "chevron-down"),
            (self.close_button, "close"),
        ):
            button.setIcon(self._theme.icon(icon))

    def go_on(self) -> None:
        """Select the next match, after the last the first."""
        self._go(1)

    def go_back(self) -> None:
        """Select the previous match, before the first the last."""
        self._go(-1)

    def replace_current(self) -> None:
        """Replace the selected match and select the next."""
        document = self._document()
        if document is None or not 0 <= self._current < len(self._found.spans):
            return
        span = self._found.spans[self._current]
        if self._page.selection() != span:
            self._select()
            return
        count = self._replace(document, (span,))
        self._search(span.start + len(self.replacement.text()) * bool(count))

    def replace_all(self) -> None:
        """Replace every match as one undo step."""
        document = self._document()
        if document is None or not self._found.spans:
            return
        spans = self._found.spans
        if not self.in_quotations.isChecked():
            spans = outside_quotations(document.release().text, spans)
        left = len(self._found.spans) - len(spans)
        count = self._replace(document, spans)
        self._search(0)
        if left:
            told = self.tr("{count} diganti; {left} di dalam kutipan dibiarkan")
            self._say(told.format(count=count, left=left))
        elif count:
            self._say(self.tr("{count} diganti").format(count=count))
        if count:
            self.replaced.emit(count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter selects the next match, Shift+Enter the previous, Esc closes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.replacement:
                self.replace_current()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.go_back()
            else:
                self.go_on()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _make_widgets(self) -> None:
        self.words = self._field(self.tr("Cari di naskah"))
        self.words.textChanged.connect(lambda: self._search(self._page.selection().start))
        self.replacement = self._field(self.tr("Ganti dengan"))
        self.count = label("", "meta", parent=self)
        self.count.setMinimumWidth(84)
        self.complaint = label("", "help", "err", self)
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.minds_case = self._switch("Aa", self.tr("Bedakan huruf besar dan kecil"))
        self.whole_words = self._switch("ab|", self.tr("Hanya kata utuh"))
        self.is_pattern = self._switch(".*", self.tr("Ungkapan reguler"))
        self.in_quotations = self._switch("“ ”", self.tr("Ganti juga di dalam kutipan"))
        self.back = self._button(self.tr("Sebelumnya (Shift+Enter)"), self.go_back)
        self.onward = self._button(self.tr("Berikutnya (Enter)"), self.go_on)
        self.close_button = self._button(self.tr("Tutup (Esc)"), self.close_bar)
        self.replace_one = QuietButton(self._theme, self.tr("Ganti"), parent=self)
        self.replace_one.clicked.connect(self.replace_current)
        self.replace_every = QuietButton(self._theme, self.tr("Ganti semua"), parent=self)
        self.replace_every.clicked.connect(self.replace_all)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        first: tuple[QWidget, ...] = (
            *(self.words, self.minds_case, self.whole_words, self.is_pattern),
            *(self.count, self.back, self.onward),
        )
        for widget in first:
            row.addWidget(widget, _ALL if widget is self.words else 0)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.replace_row = QWidget(self)
        second = QHBoxLayout(self.replace_row)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self.replacement, _ALL)
        second.addWidget(self.in_quotations)
        second.addWidget(self.replace_one)
        second.addWidget(self.replace_every)
        second.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self.replace_row)
        box.addWidget(self.complaint)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setMinimumWidth(120)
        field.setMaximumWidth(260)
        field.installEventFilter(self)
        return field

    def _button(self, name: str, act: Callable[[], None] | None) -> QToolButton:
        button = ToolButton(self)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFixedSize(26, 26)
        button.setIconSize(QSize(16, 16))
        set_look(button, look="icon")
        if act is not None:
            button.clicked.connect(lambda _checked=False: act())
        return button

    def _switch(self, text: str, name: str) -> QToolButton:
        button = self._button(name, None)
        button.setText(text)
        button.setCheckable(True)
        button.setFixedWidth(32)
        set_look(button, look="chip")
        button.toggled.connect(lambda: self._search(self._page.selection().start))
        return button

    def _query(self) -> FindQuery:
        return FindQuery(
            self.words.text(),
            self.minds_case.isChecked(),
            self.whole_words.isChecked(),
            self.is_pattern.isChecked(),
        )

    def _document(self) -> ReleaseDocument | None:
        release = self._page.release
        return release.document if release is not None else None

    def _follow(self) -> None:
        if self.isVisible():
            self._settling.start()

    def _search_again(self) -> None:
        if self.isVisible():
            self._look()
            self._current = self._place_of(self._page.selection())
            self._tell()

    def _search(self, start: int) -> None:
        """Search again and select the first match from a position on."""
        self._look()
        spans = self._found.spans
        behind = (i for i, span in enumerate(spans) if span.start >= start)
        self._current = next(behind, 0 if spans else -1)
        self._tell()
        if spans:
            self._select()

    def _look(self) -> None:
        self._settling.stop()
        document = self._document()
        self.complaint.hide()
        self._found = TextMatches()
        if document is None:
            return
        try:
            self._found = find_all(document.release().text, self._query())
        except PatternRefused as refusal:
            self._complain(refusal)

    def _replace(self, document: ReleaseDocument, spans: tuple[Span, ...]) -> int:
        text = document.release().text
        try:
            edits = edits_for(text, self._query(), spans, self.replacement.text())
        except PatternRefused as refusal:
            self._complain(refusal)
            return 0
        if edits:
            document.apply(edits)
        return len(edits)

    def _go(self, step: int) -> None:
        if self._settling.isActive():
            self._search_again()
        count = len(self._found.spans)
        if count:
            self._current = (self._current + step) % count
            self._tell()
            self._select()

    def _select(self) -> None:
        self._page.reveal(*self._found.spans[self._current])

    def _place_of(self, selection: Span) -> int:
        return next((i for i, s in enumerate(self._found.spans) if s == selection), -1)

    def _tell(self) -> None:
        spans = self._found.spans
        self._page.set_matches(spans, self._current)
        total = f"{len(spans)}+" if self._found.is_cut else f"{len(spans)}"
        if not self.words.text() or self.complaint.isVisible():
            self._say("")
        elif not spans:
            self._say(self.tr("Tidak ada"))
        elif self._current < 0:
            self._say(self.tr("{total} ditemukan").format(total=total))
        else:
            number = self._current + 1
            self._say(self.tr("{number} dari {total}").format(number=number, total=total))

    def _say(self, text: str) -> None:
        self.count.setText(text)

    def _complain(self, refusal: PatternRefused) -> None:
        sentences = {
            "pattern": self.tr(
                "Ungkapan reguler ini belum lengkap atau keliru sehingga tidak dapat dicari;"
                " periksa tanda kurung dan garis miringnya ({detail})."
            ),
            "heavy": self.tr(
                "Ungkapan reguler ini dapat berjalan terlalu lama sehingga tidak dicari; hindari"
                " pengulangan di dalam pengulangan."
            ),
            "replacement": self.tr(
                "Teks pengganti menunjuk kelompok yang tidak ada sehingga tidak ada yang diganti;"
                " periksa tanda \\ di dalamnya ({detail})."
            ),
        }
        self.complaint.setText(sentences[refusal.kind].format(detail=str(refusal)))
        self.complaint.show()
