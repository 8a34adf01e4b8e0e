"""Original and copy side by side: aligned, scrolled together, changed words marked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextCursor

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.editor.paragraph_styles import ALONE, BESIDE
from bnews_desk.gui.imports.original_loader import ReadOriginal
from bnews_desk.gui.original.comparison_service import ShownComparison
from bnews_desk.gui.original.original_view import OriginalView
from bnews_desk.gui.original.side_by_side_alignment import SideBySideAlignment
from bnews_desk.gui.original.split_area import SplitArea
from bnews_desk.gui.original.text_heading import TextHeading
from bnews_desk.gui.original.word_marks import WordMarks
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import SeparatorLine


class SideBySide(QObject):
    """Shows an original beside the page, and removes it without changing the copy."""

    def __init__(self, theme: Theme, page: Page, spread: SplitArea) -> None:
        super().__init__(page)
        self._page, self._spread = page, spread
        self._head = TextHeading(theme, self.tr("Rilis asli"), "side", self.tr("hanya baca"))
        self._page_head = TextHeading(theme, self.tr("Naskah"), "page")
        self.view = OriginalView(theme, page.zoom)
        self._alignment: SideBySideAlignment | None = None
        self._marks: WordMarks | None = None
        spread.set_columns(self._head, self.view, SeparatorLine(is_upright=True), self._page_head)
        self.view.verticalScrollBar().valueChanged.connect(self._scroll_page)
        page.verticalScrollBar().valueChanged.connect(self._scroll_view)

    @property
    def is_shown(self) -> bool:
        """Whether an original is shown."""
        return self._alignment is not None

    def show(self, original: ReadOriginal, reader: FrameReader) -> None:
        """Show an original beside the page; the caret's line keeps its height.

        ``show_compared`` marks the differences.
        """
        sheet = self._page.sheet
        assert sheet is not None  # noqa: S101 - there is no original without a release
        with self.keep_place():
            self.view.show_original(original.release, original.pictures, reader)
            self._head.set_heading(original.name)
            self._page.set_sizes(BESIDE)
            self._spread.show_beside(True)
            self._alignment = SideBySideAlignment(self.view.page_layout, sheet.layout, self)
            self._marks = sheet.shading = WordMarks(sheet.layout)

    def show_compared(self, compared: ShownComparison) -> None:
        """Mark the differences, and align the corresponding paragraphs."""
        if self._alignment is None or self._marks is None:
            return
        comparison = compared.comparison
        is_other = self.view.marks.set_marks(compared.old_marks, comparison.old)
        self._marks.set_marks(compared.new_marks, comparison.new)
        pairs = [(p.old.start, p.new.start) for p in comparison.groups if p.old and p.new]
        counts = comparison.old.count("\n") + 1, comparison.new.count("\n") + 1
        with self.keep_place():
            self._alignment.set_pairs(pairs, counts)
        if is_other:
            self.view.viewport().update()
        self._page.viewport().update()

    def hide(self) -> None:
        """Show the page alone, as it was before."""
        alignment, self._alignment = self._alignment, None
        if alignment is None:
            return
        with self.keep_place():
            alignment.end()
            alignment.deleteLater()
            self._marks = None
            if self._page.sheet is not None:
                self._page.sheet.shading = None
            self._spread.show_beside(False)
            self._page.set_sizes(ALONE)
        self.view.clear()

    @contextmanager
    def keep_place(self) -> Iterator[None]:
        """Keep the caret's line, or the first visible one, at its place through a new layout."""
        page, bar = self._page, self._page.verticalScrollBar()
        cursor = QTextCursor(page.textCursor())
        if not page.viewport().rect().contains(page.cursorRect(cursor).center()):
            cursor = page.cursorForPosition(QPoint(0, 0))
        top = page.cursorRect(cursor).top()
        yield
        bar.setValue(bar.value() + page.cursorRect(cursor).top() - top)

    def _scroll_page(self, value: int) -> None:
        if self.is_shown:
            self._page.verticalScrollBar().setValue(value)

    def _scroll_view(self, value: int) -> None:
        if self.is_shown:
            self.view.verticalScrollBar().setValue(value)
