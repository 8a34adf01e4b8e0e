"""A layout that lays out nothing, for a document that no page shows yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
)


class EmptyLayout(QAbstractTextDocumentLayout):
    """Sets nothing. Without a layout Qt tells nobody of changes; its own breaks every line at once.

    A page gives the document another one.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802
        """Nothing has to be set anew; called by Qt."""

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Nothing is painted."""

    def hitTest(  # type: ignore[override]  # noqa: N802
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """Nothing lies anywhere."""
        return -1

    def pageCount(self) -> int:  # noqa: N802
        """No page."""
        return 0

    def documentSize(self) -> QSizeF:  # noqa: N802
        """No size."""
        return QSizeF(0, 0)

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: N802
        """No place."""
        return QRectF()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """No place."""
        return QRectF()
