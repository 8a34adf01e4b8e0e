"""A read-only page that shows the original."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.layout import PageLayout
from bnews_desk.gui.editor.paragraph_styles import BESIDE, ParagraphFormats
from bnews_desk.gui.editor.photo_view import PhotoShelf
from bnews_desk.gui.editor.release_document import ReleaseDocument
from bnews_desk.gui.editor.text_editor import Editor
from bnews_desk.gui.editor.zoom import Zoom
from bnews_desk.gui.original.word_marks import WordMarks
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.release import Release


class OriginalView(ThemedWidget, Editor):
    """Shows one release, laid out like the copy beside it; ``zoom`` is shared with the copy."""

    def __init__(self, theme: Theme, zoom: Zoom, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.zoom = zoom
        self._blank = QTextDocument(self)
        self._shelf: PhotoShelf | None = None
        self._page_layout: PageLayout | None = None
        self._marks: WordMarks | None = None
        self.setProperty("ground", "side")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Rilis asli"))
        self.setAccessibleDescription(self.tr("Hanya untuk dibaca dan disalin."))
        zoom.changed.connect(self._update_formats)

    @property
    def page_layout(self) -> PageLayout:
        """The layout; only valid while a release is shown."""
        assert self._page_layout is not None  # noqa: S101 - only used while a release is shown
        return self._page_layout

    @property
    def marks(self) -> WordMarks:
        """The marked words; only valid while a release is shown."""
        assert self._marks is not None  # noqa: S101 - only used while a release is shown
        return self._marks

    def show_original(
        self, release: Release, pictures: Mapping[str, bytes], reader: FrameReader
    ) -> None:
        """Show a release from its beginning."""
        self.clear()
        formats = ParagraphFormats(self._theme, self.zoom.factor, BESIDE)
        written = self._written = ReleaseDocument(release, self)
        self._shelf = PhotoShelf(written, pictures, formats)
        self._shelf.ratio = self.devicePixelRatioF()
        document = written.document
        document.setUndoRedoEnabled(False)
        with QSignalBlocker(document):
            self._page_layout = PageLayout(document, formats, self._shelf.boxes)
            document.setDocumentLayout(self._page_layout)
            document.setDefaultFont(formats.font())
        self._marks = WordMarks(self._page_layout)
        self.setDocument(document)
        self._page_layout.set_formats(formats)
        self._page_layout.take_frame(reader.read(release.text))

    def bring_into_view(self, position: int) -> None:
        """Scroll down to a position of the text (code points) below the visible part."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions().to_qt(position))
        rect, height = self.cursorRect(cursor), self.viewport().height()
        if rect.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.center().y() - height // 3)

    def clear(self) -> None:
        """Show no release."""
        written, self._written = self._written, None
        self._shelf = self._page_layout = self._marks = None
        if written is not None:
            self.setDocument(self._blank)
            written.deleteLater()

    def apply_theme(self) -> None:
        self._update_formats()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the marks' backgrounds, the text, then the marks' lines."""
        if self._marks is None:
            super().paintEvent(event)
            return
        positions, offset = self.positions(), self.verticalScrollBar().value()
        clip = QRectF(event.rect()).translated(0, offset)
        painter = QPainter(self.viewport())
        painter.translate(0, -offset)
        self._marks.paint_under(painter, clip, positions)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -offset)
        self._marks.paint_over(painter, clip, positions)
        painter.end()

    def _update_formats(self) -> None:
        if self._page_layout is not None and self._shelf is not None:
            formats = ParagraphFormats(self._theme, self.zoom.factor, BESIDE)
            self._shelf.formats = formats
            self._page_layout.set_formats(formats)
            self.viewport().update()
