"""The coordinates of a PDF page, rotated so that its text is upright."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2_raw as pdfium

from bnews_desk.importers.pdf.pdfium_document import PdfPage


class Box(NamedTuple):
    """A rectangle in points from the sheet's upper left corner, ``top`` above ``bottom``."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class PdfPageGeometry(NamedTuple):
    """A page's rectangle in its own points, and the quarter turns of its text to the left."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def height(self) -> float:
        """The height of the upright page."""
        return self.right - self.left if self.turn % 2 else self.top - self.bottom

    @property
    def width(self) -> float:
        """The width of the upright page."""
        return self.top - self.bottom if self.turn % 2 else self.right - self.left

    def down(self, x: float, y: float) -> float:
        """The distance of a point of the page from the sheet's upper edge."""
        if not self.turn:
            return self.top - y
        return self.box(x, y, x, y).top

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the page in the sheet's coordinates."""
        if not self.turn:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.turn == 1:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turn == 2:
            return Box(
                self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            )
        return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)


def page_geometry_of(page: PdfPage) -> PdfPageGeometry:
    """The rectangle of a page."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page.handle, ctypes.byref(rect)):
        return PdfPageGeometry(0.0, 0.0, 595.0, 842.0)
    return PdfPageGeometry(rect.left, rect.bottom, rect.right, rect.top)
