"""Reads the annotations of a PDF page: links, form fields, comments, attached files."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2_raw as pdfium

from bnews_desk.importers.pdf.page_geometry import Box, PdfPageGeometry
from bnews_desk.importers.pdf.pdfium_document import Handle, PdfDocument, PdfPage, wide_text

MOST = 5_000
"""Maximum annotations of one page that are read."""
_REMARKS = frozenset(
    (
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_CARET,
    )
)


class Annotations(NamedTuple):
    """Links and filled fields with their boxes; the text of comments; the names of
    attached files.
    """

    links: list[tuple[Box, str]]
    fields: list[tuple[Box, str]]
    remarks: list[str]
    files: int


def annotations_on(document: PdfDocument, page: PdfPage, sheet: PdfPageGeometry) -> Annotations:
    """The annotations of a page."""
    found = Annotations([], [], [], 0)
    files = 0
    for at in range(min(MOST, max(0, pdfium.FPDFPage_GetAnnotCount(page.handle)))):
        annotation = pdfium.FPDFPage_GetAnnot(page.handle, at)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            files += kind == pdfium.FPDF_ANNOT_FILEATTACHMENT
            _take(found, document, annotation, kind, sheet)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found._replace(files=files)


def _take(
    found: Annotations, document: PdfDocument, annotation: Handle, kind: int, sheet: PdfPageGeometry
) -> None:
    if kind == pdfium.FPDF_ANNOT_LINK:
        address = document.address(pdfium.FPDFAnnot_GetLink(annotation))
        if address:
            found.links.append((_box_of(annotation, sheet), address))
    elif kind == pdfium.FPDF_ANNOT_WIDGET:
        if filled := " ".join(_text(annotation, b"V").split()):
            found.fields.append((_box_of(annotation, sheet), filled))
    elif kind in _REMARKS:
        found.remarks.append(_text(annotation, b"Contents").strip())


def _text(annotation: Handle, key: bytes) -> str:
    return wide_text(
        lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    )


def _box_of(annotation: Handle, sheet: PdfPageGeometry) -> Box:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
    return sheet.box(
        min(rect.left, rect.right),
        min(rect.bottom, rect.top),
        max(rect.left, rect.right),
        max(rect.bottom, rect.top),
    )
