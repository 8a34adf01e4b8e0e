"""The complete layout of the page: layout, geometry and painting."""

from __future__ import annotations

from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter

from bnews_desk.gui.editor.geometry import PageGeometry
from bnews_desk.gui.editor.row_painting import draw_rows


class PageLayout(PageGeometry):
    """The layout that a document gets by ``setDocumentLayout``."""

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the visible lines; called by Qt."""
        draw_rows(self, painter, context)
