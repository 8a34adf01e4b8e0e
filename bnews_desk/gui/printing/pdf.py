"""A release as the bytes of a PDF file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter, QTextDocument

from bnews_desk import __version__
from bnews_desk.gui.printing.layout import page_layout

_RESOLUTION = 300


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
    document.print_(writer)
    del writer  # what is still buffered is written when the writer goes
    buffer.close()
    return bytes(data.data())
