"""Shows two states of a release side by side, read-only, with changes marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.zoom import Zoom
from bnews_desk.gui.original.comparison_service import ComparisonService, ShownComparison
from bnews_desk.gui.original.original_view import OriginalView
from bnews_desk.gui.original.side_by_side_alignment import SideBySideAlignment
from bnews_desk.gui.original.text_heading import TextHeading
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import SeparatorLine
from bnews_desk.release import Release


class ComparedText(NamedTuple):
    """A text to show: its name, a line about it, its photos' bytes."""

    name: str
    about: str
    release: Release
    pictures: Mapping[str, bytes] = {}


class TwoTexts(QWidget):
    """Shows an old and a new text in one height, scrolled together.

    They are compared beside the GUI thread. ``shut_down`` must be called in the end.
    """

    compared = Signal(object)
    """The ``Compared`` whose changes are marked."""

    def __init__(
        self, theme: Theme, zoom: Zoom, reader: Callable[[], FrameReader], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._texts: tuple[ComparedText, ComparedText] | None = None
        self._alignment: SideBySideAlignment | None = None
        self.heads = TextHeading(theme, "", "side"), TextHeading(theme, "", "page")
        self.views = OriginalView(theme, zoom, self), OriginalView(theme, zoom, self)
        self.views[1].setProperty("ground", "page")
        self._comparing = ComparisonService(self._both, self)
        self._comparing.compared.connect(self._take)
        self._lay_out()
        old, new = (view.verticalScrollBar() for view in self.views)
        old.valueChanged.connect(new.setValue)
        new.valueChanged.connect(old.setValue)

    def show_texts(self, old: ComparedText, new: ComparedText) -> None:
        """Show two texts; then mark the changes and scroll to the first."""
        self._let_go()
        self._texts = old, new
        for head, view, text in zip(self.heads, self.views, self._texts, strict=True):
            head.set_heading(text.about, text.name)
            view.setAccessibleName(text.name)
            view.show_original(text.release, text.pictures, self._reader())
        self._alignment = SideBySideAlignment(
            self.views[0].page_layout, self.views[1].page_layout, self
        )
        self._comparing.compare_now()

    def shut_down(self) -> None:
        """End what runs beside the window."""
        self._comparing.shut_down()
        self._let_go()

    def _let_go(self) -> None:
        self._texts = None
        alignment, self._alignment = self._alignment, None
        if alignment is not None:
            alignment.end()
            alignment.deleteLater()
            for view in self.views:
                view.clear()

    def _both(self) -> tuple[str, str] | None:
        if self._texts is None:
            return None
        return self._texts[0].release.text, self._texts[1].release.text

    def _take(self, compared: ShownComparison) -> None:
        if self._alignment is None:
            return
        (old, new), comparison = self.views, compared.comparison
        old.marks.set_marks(compared.old_marks, comparison.old)
        new.marks.set_marks(compared.new_marks, comparison.new)
        pairs = [(p.old.start, p.new.start) for p in comparison.groups if p.old and p.new]
        counts = comparison.old.count("\n") + 1, comparison.new.count("\n") + 1
        self._alignment.set_pairs(pairs, counts)
        for view, marks in zip(self.views, (compared.old_marks, compared.new_marks), strict=True):
            view.viewport().update()
            if marks and not view.verticalScrollBar().value():
                view.bring_into_view(marks[0].start)
        self.compared.emit(compared)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for column, head, view in zip((0, 2), self.heads, self.views, strict=True):
            grid.addWidget(head, 0, column)
            grid.addWidget(view, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(SeparatorLine(is_upright=True), 0, 1, 2, 1)
        grid.setRowStretch(1, 1)
