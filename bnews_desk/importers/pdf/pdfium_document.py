"""Wraps PDFium: documents, pages and their objects.

Nothing is rendered and no script is run: PDFium is built without JavaScript, and no form
environment, which would run actions, is created.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2_raw as pdfium

from bnews_desk.errors import ReadError
from bnews_desk.importers.read_errors import ReadErrors

PDF: Final = ReadErrors("PDF", "pembaca PDF")
"""The errors for a PDF that cannot be read."""
MAX_TEXT_BYTES = 1_000_000
"""A longer string (an annotation's text, an address), in bytes, is ignored."""

Handle = Any
"""An opaque PDFium pointer."""


class PdfDocument:
    """An open document. Raises ``ReadError`` where it does not open."""

    def __init__(self, data: bytes) -> None:
        pdfium.FPDF_InitLibrary()  # a second call does nothing
        self._data = data  # PDFium reads from these bytes as long as the document is open
        self.handle: Handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self.handle:
            raise _refusal(pdfium.FPDF_GetLastError())

    def close(self) -> None:
        """Free its memory; it must not be used afterwards."""
        pdfium.FPDF_CloseDocument(self.handle)

    @property
    def page_count(self) -> int:
        """The number of pages that it states."""
        return max(0, int(pdfium.FPDF_GetPageCount(self.handle)))

    @contextmanager
    def page(self, number: int) -> Iterator[PdfPage | None]:
        """A page, counted from 0, open during the block; None where it is damaged."""
        handle = pdfium.FPDF_LoadPage(self.handle, number)
        text = pdfium.FPDFText_LoadPage(handle) if handle else None
        try:
            yield PdfPage(handle, text) if text else None
        finally:
            if text:
                pdfium.FPDFText_ClosePage(text)
            if handle:
                pdfium.FPDF_ClosePage(handle)

    @property
    def embedded_files(self) -> list[str]:
        """The names of the embedded files."""
        count = pdfium.FPDFDoc_GetAttachmentCount(self.handle)
        return [self._name_of_file(at) for at in range(max(0, count))]

    def _name_of_file(self, at: int) -> str:
        file = pdfium.FPDFDoc_GetAttachment(self.handle, at)
        return wide_text(lambda buffer, size: pdfium.FPDFAttachment_GetName(file, buffer, size))

    @property
    def script_count(self) -> int:
        """The number of scripts to be run at opening; they are not run."""
        return max(0, int(pdfium.FPDFDoc_GetJavaScriptActionCount(self.handle)))

    def address(self, link: Handle) -> str:
        """The address of a link out of the document, '' for other links."""
        action = pdfium.FPDFLink_GetAction(link)
        if not action:
            return ""
        size = pdfium.FPDFAction_GetURIPath(self.handle, action, None, 0)
        if not 0 < size < MAX_TEXT_BYTES:
            return ""
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(self.handle, action, buffer, size)
        return buffer.value.decode("utf-8", "replace")


class PdfPage:
    """A page and the characters on it."""

    __slots__ = ("handle", "text")

    def __init__(self, handle: Handle, text: Handle) -> None:
        self.handle = handle
        self.text = text


def _refusal(code: int) -> ReadError:
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return PDF.encrypted()
    return PDF.damaged()


def wide_text(ask: Callable[[Any, int], int]) -> str:
    """A UTF-16 string of PDFium's: ``ask`` takes a buffer and its size, and returns the size
    needed.
    """
    size = ask(None, 0)
    if not 2 < size < MAX_TEXT_BYTES:
        return ""
    buffer = ctypes.create_string_buffer(size + 1)
    ask(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").rstrip("\0")


def plain_text(ask: Callable[[Any, int], int]) -> str:
    """The same for a string of bytes."""
    size = ask(None, 0)
    if not 1 < size < MAX_TEXT_BYTES:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.value.decode("latin-1")
