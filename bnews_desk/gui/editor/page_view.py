"""The page widget: shows and edits one release with its findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from bnews_desk.finding import Finding
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.editor.finding_scroll_bar import FindingScrollBar
from bnews_desk.gui.editor.page_state import PageState
from bnews_desk.gui.editor.paragraph_styles import ALONE, PageSizes, ParagraphFormats
from bnews_desk.gui.editor.pointer_tracking import PointedEditor
from bnews_desk.gui.editor.row_painting import CARET_WIDTH
from bnews_desk.gui.editor.text_editor import CHORD
from bnews_desk.gui.editor.underlines import NOWHERE, word_at
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.text import Span


class PageCommands(QObject):
    """Actions that work while the page has the focus."""

    def __init__(
        self,
        page: QWidget,
        *,
        bold: Callable[[], None],
        italic: Callable[[], None],
        link: Callable[[], None],
        move_paragraphs: Callable[[bool], None],
        zoom: Callable[[int], None],
        find: Callable[[bool], None],
        open_finding: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self.bold = self._make(self.tr("Tebal"), bold, "Ctrl+B")
        self.italic = self._make(self.tr("Miring"), italic, "Ctrl+I")
        self.link = self._make(self.tr("Tautan…"), link, "Ctrl+K")
        self.paragraph_up = self._make(
            self.tr("Naikkan paragraf"), lambda: move_paragraphs(False), "Alt+Up"
        )
        self.paragraph_down = self._make(
            self.tr("Turunkan paragraf"), lambda: move_paragraphs(True), "Alt+Down"
        )
        self.zoom_in = self._make(self.tr("Perbesar"), lambda: zoom(1), "Ctrl++", "Ctrl+=")
        self.zoom_out = self._make(self.tr("Perkecil"), lambda: zoom(-1), "Ctrl+-")
        self.zoom_reset = self._make(self.tr("Ukuran biasa"), lambda: zoom(0), "Ctrl+0")
        self.find = self._make(self.tr("Cari…"), lambda: find(False), "Ctrl+F")
        self.replace = self._make(self.tr("Cari dan ganti…"), lambda: find(True), "Ctrl+H")
        self.open_finding = self._make(self.tr("Buka temuan"), open_finding, "Ctrl+.")

    def _make(self, text: str, act: Callable[[], None], *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self._page.addAction(action)
        return action


TICKS_MS = 120
"""Milliseconds after which the scroll bar's ticks follow a change."""


class Page(ThemedWidget, PointedEditor):
    """Shows one open release, or nothing, and remembers caret and scroll position of each.

    ``reader`` reads a release's frame until its first check has come; without it the frame is shown
    after that. Positions in signals and methods count code points of the release's text.
    """

    caret_moved = Signal(int)
    """The caret has moved."""
    text_changed = Signal()
    """The text of the release shown has changed."""
    release_shown = Signal()
    """Another release is shown, or none."""
    find_wanted = Signal(bool)
    """The find bar is wanted; True with replacing."""

    def __init__(
        self, theme: Theme, reader: FrameReader | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._reader = reader
        self._sizes, self._formats_used = ALONE, ParagraphFormats(theme)
        self._blank = QTextDocument(self)
        self._sheets: dict[OpenRelease, PageState] = {}
        self._revision = -1
        self._is_typing = False
        self._bar = FindingScrollBar(theme, self)
        self.setVerticalScrollBar(self._bar)
        self.setCursorWidth(round(CARET_WIDTH))
        self.setAccessibleName(self.tr("Naskah"))
        self.commands = PageCommands(
            self,
            bold=self.toggle_bold,
            italic=self.toggle_italic,
            link=self.ask_for_link,
            move_paragraphs=lambda is_down: self.move_paragraphs(down=is_down),
            zoom=lambda step: self.zoom.step(step) if step else self.zoom.reset(),
            find=self.find_wanted.emit,
            open_finding=self._activate_at_caret,
        )
        self._ticking = once_after(TICKS_MS, self._show_ticks, self)
        self.zoom.changed.connect(self._update_formats)
        self.cursorPositionChanged.connect(self._tell_caret)

    @property
    def release(self) -> OpenRelease | None:
        """The release that is shown."""
        return self._sheet.release if self._sheet is not None else None

    @property
    def ticks(self) -> FindingScrollBar:
        """The scroll bar with the findings' ticks."""
        return self._bar

    def show_release(self, release: OpenRelease | None) -> None:
        """Show a release where it was left, or nothing."""
        self._leave()
        self.viewport().update()  # Qt paints another document by itself only where it is set anew
        if release is None:
            self.setReadOnly(True)
            self.setDocument(self._blank)
            self.release_shown.emit()
            return
        sheet = self._sheets.get(release)
        if sheet is None:
            sheet = PageState(release, self._formats_used, self.devicePixelRatioF())
            self._sheets[release] = sheet
        document = release.document
        self._sheet, self._written, self._revision = sheet, document, document.revision
        self.setDocument(document.document)
        self.setCursorWidth(round(CARET_WIDTH))
        sheet.set_formats(self._formats_used)
        self.setReadOnly(False)
        release.findings_changed.connect(self._take_findings)
        document.changed.connect(self.text_changed)
        document.details_changed.connect(self._take_details)
        sheet.take_frame(self._reader)
        self._take_findings()
        self.setTextCursor(sheet.cursor())
        self.verticalScrollBar().setValue(sheet.scroll)
        self.release_shown.emit()

    def forget_release(self, release: OpenRelease) -> None:
        """Disconnect a release that is about to be closed."""
        if self.release is release:
            self.show_release(None)
        self._sheets.pop(release, None)

    def apply_theme(self) -> None:
        self._update_formats()

    def set_sizes(self, sizes: PageSizes) -> None:
        """Use other font sizes."""
        self._sizes = sizes
        self._update_formats()

    def set_current_finding(self, finding: Finding | None) -> None:
        """Tint one finding, that of the panel's current row."""
        self._pointed = Span(finding.start, finding.end) if finding is not None else NOWHERE
        if self._sheet is not None and self._sheet.underlines.current != finding:
            self._sheet.underlines.current = finding
            self.viewport().update()

    def set_matches(self, spans: Sequence[Span], current: int) -> None:
        """Tint the matches of a search."""
        if self._sheet is not None:
            self._sheet.matches, self._sheet.current_match = spans, current
            self.viewport().update()

    def reveal(self, start: int, end: int) -> None:
        """Select a stretch and scroll it into view, with some lines around it."""
        if self._sheet is None:
            return
        self.setTextCursor(self._sheet.release.document.cursor(start, end))
        rect, view = self.cursorRect(), self.viewport().rect()
        if rect.top() < view.top() + view.height() // 10 or rect.bottom() > view.bottom() * 9 // 10:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.center().y() - view.height() // 3)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint tints, text, then the underlines of the visible lines."""
        sheet = self._sheet
        if sheet is None:
            super().paintEvent(event)
            return
        positions, offset = self.positions(), self._offset()
        clip = QRectF(event.rect()).translated(0, offset)
        sheet.underlines.silent = self._silent_word()
        painter = QPainter(self.viewport())
        painter.translate(0, -offset)
        sheet.paint_under(painter, clip, positions)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -offset)
        sheet.paint_placeholder(painter, self.tr("Judul berita"))
        sheet.paint_over(painter, clip, positions)
        painter.end()
        self._tell_painted()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Write; the hover card closes."""
        self._hover(None)
        if self._sheet is not None and event.text() and not event.modifiers() & CHORD:
            self._sheet.release.delay_settling()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Typing has ended: underline the last word too and send ``findings_settled``."""
        super().focusOutEvent(event)
        self._end_typing()
        if self.release is not None:
            self.release.settle()

    def _leave(self) -> None:
        sheet = self._sheet
        self._sheet = self._written = None
        self._is_typing = False
        self._ticking.stop()
        self._bar.set_ticks(())
        if sheet is None:
            return
        cursor = self.textCursor()
        sheet.caret, sheet.scroll = (cursor.anchor(), cursor.position()), self._offset()
        sheet.matches = ()
        sheet.underlines.hovered = None
        sheet.release.findings_changed.disconnect(self._take_findings)
        sheet.release.document.changed.disconnect(self.text_changed)
        sheet.release.document.details_changed.disconnect(self._take_details)

    def _update_formats(self) -> None:
        self._formats_used = ParagraphFormats(self._theme, self.zoom.factor, self._sizes)
        if self._sheet is not None:
            self._sheet.set_formats(self._formats_used)
            self.ensureCursorVisible()
            self.viewport().update()

    def _take_findings(self) -> None:
        if (sheet := self._sheet) is None:
            return
        sheet.take_frame(None)
        view = QRectF(self.viewport().rect()).translated(0, self._offset())
        for rect in sheet.take_findings(view, self.positions()):
            self.viewport().update(self._in_view(rect))
        self._ticking.start()

    def _take_details(self) -> None:
        if self._sheet is not None:
            self._sheet.layout.refresh_photos()

    def _show_ticks(self) -> None:
        if self._sheet is not None:
            self._bar.set_ticks(self._sheet.ticks(self.positions()))

    def _tell_caret(self) -> None:
        if self._sheet is None:
            return
        revision = self._sheet.release.document.revision
        if revision == self._revision:
            self._end_typing()
        else:
            self._is_typing = self._is_handling_key
        self._revision = revision
        self.caret_moved.emit(self.positions().from_qt(self.textCursor().position()))

    def _end_typing(self) -> None:
        if self._is_typing:
            self._is_typing = False
            self.viewport().update()

    def _silent_word(self) -> Span:
        if not self._is_typing:
            return NOWHERE
        positions = self.positions()
        return word_at(positions.text, positions.from_qt(self.textCursor().position()))

    def _activate_at_caret(self) -> None:
        finding = self.finding_at(self.positions().from_qt(self.textCursor().position()))
        if finding is not None:
            self.finding_activated.emit(finding)
