"""The pictures on a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2_raw as pdfium

from bnews_desk.importers.limits import Deadline
from bnews_desk.importers.pdf import bitmaps
from bnews_desk.importers.pdf.library import Handle, Page
from bnews_desk.importers.pdf.sheet import Box, Sheet

MAX_PICTURE_BYTES = 50_000_000
"""Bytes of one picture beyond which it is not taken."""
MAX_DEPTH = 4
"""Forms that may stand inside one another before they are not looked into."""
LEAST_SIDE = 12.0
"""Points that a picture must measure to be one: lines and dots are drawn as pictures too."""
LEAST_PHOTO = 100.0
"""Points that a picture kept as bare pixels must measure to be taken for a photo: coats of arms are
mostly kept so, and are smaller.
"""
_JPEG = "DCTDecode"


class Picture(NamedTuple):
    """A picture and where it stands; ``data`` is a JPEG or PNG file, or empty for others."""

    box: Box
    data: bytes


class Unpacking:
    """What may still be unpacked of the pictures of one file."""

    def __init__(self) -> None:
        self._left = bitmaps.MAX_PIXELS

    def file_of(self, handle: Handle, box: Box) -> bytes:
        """A picture as a file, empty for one that is too small or too large."""
        data = _jpeg(handle)
        if data or min(box.right - box.left, box.bottom - box.top) < LEAST_PHOTO:
            return data
        pixels = bitmaps.pixels_of(handle)
        if not 0 < pixels <= self._left:
            return b""
        self._left -= pixels
        return bitmaps.png_of(handle)


def pictures_on(
    page: Page, sheet: Sheet, unpacking: Unpacking, deadline: Deadline
) -> list[Picture]:
    """The pictures of a page in the order in which they were painted; no JPEG is decoded."""
    return [
        Picture(box, unpacking.file_of(handle, box))
        for handle in _images(page, deadline)
        if (box := _box_of(handle, sheet)) is not None
    ]


def _images(page: Page, deadline: Deadline) -> Iterator[Handle]:
    count = pdfium.FPDFPage_CountObjects(page.handle)
    for at in range(max(0, count)):
        if not at % 512:
            deadline.ask()
        yield from _inside(pdfium.FPDFPage_GetObject(page.handle, at), MAX_DEPTH)


def _inside(handle: Handle, depth: int) -> Iterator[Handle]:
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        yield handle
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
        for at in range(max(0, pdfium.FPDFFormObj_CountObjects(handle))):
            yield from _inside(pdfium.FPDFFormObj_GetObject(handle, at), depth - 1)


def _box_of(handle: Handle, sheet: Sheet) -> Box | None:
    """Where a picture stands; None for one that is too small to show anything."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return None
    if min(right.value - left.value, top.value - bottom.value) < LEAST_SIDE:
        return None
    return sheet.box(left.value, bottom.value, right.value, top.value)


def _jpeg(handle: Handle) -> bytes:
    """The bytes of a picture that is kept as a JPEG file, and as nothing else."""
    if pdfium.FPDFImageObj_GetImageFilterCount(handle) != 1:
        return b""
    name = ctypes.create_string_buffer(32)
    pdfium.FPDFImageObj_GetImageFilter(handle, 0, name, len(name))
    if name.value.decode("latin-1") != _JPEG:
        return b""
    size = pdfium.FPDFImageObj_GetImageDataRaw(handle, None, 0)
    if not 0 < size < MAX_PICTURE_BYTES:
        return b""
    data = ctypes.create_string_buffer(size)
    pdfium.FPDFImageObj_GetImageDataRaw(handle, data, size)
    return data.raw
