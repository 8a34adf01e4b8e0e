"""Tracks which finding or photo the mouse points at on the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from bnews_desk.finding import Finding
from bnews_desk.gui.editor.page_state import PageState
from bnews_desk.gui.editor.photo_view import PhotoBox
from bnews_desk.gui.editor.text_editor import Editor
from bnews_desk.gui.editor.underlines import finding_around
from bnews_desk.gui.shared.theme import Theme


class PointedEditor(Editor):
    """An editor that tells which finding the pointer is on.

    Positions count code points of the release's text.
    """

    finding_hovered = Signal(object)
    """The ``Finding`` under the pointer, None when the pointer has left it."""
    finding_activated = Signal(object)
    """A finding was clicked, or asked for with Ctrl+."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._sheet: PageState | None = None
        self._pressed_at = QPointF()
        self.viewport().setMouseTracking(True)

    @property
    def sheet(self) -> PageState | None:
        """The state of the release on the page."""
        return self._sheet

    def finding_at(self, position: int) -> Finding | None:
        """The finding at a position of the text."""
        findings = self._sheet.underlines.findings if self._sheet else ()
        return finding_around(findings, position)

    def finding_rect(self, finding: Finding) -> QRect:
        """The place of a finding's last line in the viewport, for a card below it."""
        sheet = self._sheet
        return self._in_view(sheet.rect_of(finding, self.positions())) if sheet else QRect()

    def edit_photo(self, box: PhotoBox) -> None:
        """Open the card with a photo's texts."""
        from bnews_desk.gui.editor.link_and_photo_popups import PhotoPopup

        if self._sheet is None:
            return
        document = self._sheet.release.document
        popup = PhotoPopup(self._theme, box.photo, self)
        popup.changed.connect(document.set_photo)
        popup.removed.connect(lambda photo: document.remove_photo(photo.digest))
        popup.open_at(self.cursor().pos())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Place the caret, or open a photo's texts."""
        self._pressed_at = event.position()
        box = self._photo_at(event.position())
        if box is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit_photo(box)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a finding activates it."""
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed_at).manhattanLength()
        is_click = moved < QApplication.startDragDistance() and not self.textCursor().hasSelection()
        finding = self._finding_under(event.position()) if is_click else None
        if event.button() == Qt.MouseButton.LeftButton and finding is not None:
            self.finding_activated.emit(finding)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Emit which finding the pointer is on."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(self._finding_under(event.position()))
            is_photo = self._photo_at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if is_photo else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """The pointer leaves the page, and with it the finding."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, finding: Finding | None) -> None:
        if self._sheet is not None and self._sheet.underlines.hovered != finding:
            self._sheet.underlines.hovered = finding
            self.viewport().update()
            self.finding_hovered.emit(finding)

    def _finding_under(self, point: QPointF) -> Finding | None:
        if self._sheet is None:
            return None
        at = self._sheet.layout.character_at(point + QPointF(0, self._offset()))
        if at < 0:
            return None
        position = self.positions().from_qt(at)
        finding = self.finding_at(position)
        return finding if finding is not None and position < finding.end else None

    def _photo_at(self, point: QPointF) -> PhotoBox | None:
        place = point + QPointF(0, self._offset())
        return self._sheet.photo_at(place) if self._sheet is not None else None

    def _in_view(self, rect: QRectF) -> QRect:
        return rect.translated(0, -self._offset()).toAlignedRect()

    def _offset(self) -> int:
        return self.verticalScrollBar().value()
