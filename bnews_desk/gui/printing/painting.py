"""Pages painted on paper or into a file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter, QPdfWriter, QTextDocument

from bnews_desk import __version__
from bnews_desk.gui.printing.layout import TEXT_POINTS, page_layout

_RESOLUTION = 600
_POINTS_PER_INCH = 72
_FOOT = 24
"""Points below the text at which a page's number stands."""


def paint(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Paint every page of a document laid out in points; several pages bear their numbers."""
    painter = QPainter(device)
    scale = device.logicalDpiX() / _POINTS_PER_INCH
    painter.scale(scale, scale)
    width, height = TEXT_POINTS.width(), TEXT_POINTS.height()
    count = document.pageCount()
    for number in range(count):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * height)
        document.drawContents(painter, QRectF(0, number * height, width, height))
        painter.restore()
        if count > 1:
            _paint_number(painter, f"{number + 1}/{count}")
    painter.end()


def _paint_number(painter: QPainter, text: str) -> None:
    font = QFont()
    font.setPixelSize(9)
    painter.setFont(font)
    foot = QRectF(0, TEXT_POINTS.height() + _FOOT, TEXT_POINTS.width(), 12)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, text)


def pdf_of(document: QTextDocument) -> bytes:
    """The document on A4, under its title; fonts are embedded, links can be followed."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout())
    writer.setResolution(_RESOLUTION)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    writer.setCreator(f"B-News Desk {__version__}")
    paint(document, writer)
    buffer.close()
    return bytes(data.data())
