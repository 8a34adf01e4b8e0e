"""Paints laid-out pages on a printer or into a PDF file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter, QPdfWriter, QTextDocument

from bnews_desk import __version__
from bnews_desk.gui.publish.print_layout import TEXT_POINTS, keep_last_page_together, page_layout

_RESOLUTION = 600
_POINTS_PER_INCH = 72
_FOOT = 24
"""Points between the text and the page number below it."""

_EDGE = 0.1
"""Points cut off at the end of a page, where the next page's first line may start: that line would
be invisible, but copied twice from a PDF file.
"""

Report = Callable[[int, int], object]
"""Called with the number of pages or paragraphs done, and of all; may raise to stop."""


def lay_out_pages(document: QTextDocument, report: Report | None = None) -> None:
    """Break a document into pages, one paragraph at a time so that other threads can run.

    Must run on the thread that paints: Qt does not share fonts between threads.
    """
    layout, count = document.documentLayout(), document.blockCount()
    block = document.begin()
    while block.isValid():
        layout.blockBoundingRect(block)
        if report is not None:
            report(block.blockNumber() + 1, count)
        block = block.next()
    keep_last_page_together(document)


def paint_pages(
    document: QTextDocument, device: QPagedPaintDevice, report: Report | None = None
) -> None:
    """Paint every page of a document laid out in points; page numbers are added to several pages.

    An exception from ``report`` stops the painting; the device is released all the same.
    """
    lay_out_pages(document)
    painter = QPainter(device)
    try:
        scale = device.logicalDpiX() / _POINTS_PER_INCH
        painter.scale(scale, scale)
        count = document.pageCount()
        for number in range(count):
            if number:
                device.newPage()
            _paint_page(painter, document, number)
            if count > 1:
                _paint_number(painter, f"{number + 1}/{count}")
            if report is not None:
                report(number + 1, count)
    finally:
        painter.end()


def _paint_page(painter: QPainter, document: QTextDocument, number: int) -> None:
    width, height = TEXT_POINTS.width(), TEXT_POINTS.height()
    painter.save()
    painter.translate(0, -number * height)
    document.drawContents(painter, QRectF(0, number * height, width, height - _EDGE))
    painter.restore()


def _paint_number(painter: QPainter, text: str) -> None:
    font = QFont()
    font.setPixelSize(9)
    painter.setFont(font)
    foot = QRectF(0, TEXT_POINTS.height() + _FOOT, TEXT_POINTS.width(), 12)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, text)


def make_pdf(document: QTextDocument, report: Report | None = None) -> bytes:
    """The document as an A4 PDF file with its title, embedded fonts and links.

    ``report`` as in ``paint_pages``. Callable from any thread.
    """
    # gives a Python thread the event dispatcher that Qt's layouts need for timers
    timers = QEventLoop()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout())
    writer.setResolution(_RESOLUTION)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    writer.setCreator(f"B-News Desk {__version__}")
    paint_pages(document, writer, report)
    buffer.close()
    del timers
    return bytes(data.data())
