"""Extracts the photos of a PDF page: JPEG unchanged, raw pixels as PNG."""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2_raw as pdfium

from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.pdf.page_geometry import Box, PdfPageGeometry
from bnews_desk.importers.pdf.pdfium_document import Handle, PdfPage

MAX_PIXELS: Final = 20_000_000
"""Maximum pixels of a file's pictures that are unpacked in total; further pictures are counted."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 1
"""Compression level: fast, because a picture is stored once and rewritten on export."""
_WIDTH_OF = {
    pdfium.FPDFBitmap_Gray: 1,
    pdfium.FPDFBitmap_BGR: 3,
    pdfium.FPDFBitmap_BGRx: 4,
    pdfium.FPDFBitmap_BGRA: 4,
}
"""Bytes of a pixel in PDFium's pixel formats."""


def pixel_count(handle: Handle) -> int:
    """The number of pixels that a picture states."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(handle, width, height):
        return 0
    return width.value * height.value


def png_from_picture(handle: Handle) -> bytes:
    """A picture as a PNG file without transparency; empty where it cannot be unpacked.

    Check ``pixel_count`` first: this takes memory for all pixels.
    """
    bitmap = pdfium.FPDFImageObj_GetBitmap(handle)
    if not bitmap:
        return b""
    try:
        return _encoded(bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _encoded(bitmap: Handle) -> bytes:
    step = _WIDTH_OF.get(pdfium.FPDFBitmap_GetFormat(bitmap), 0)
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    address = pdfium.FPDFBitmap_GetBuffer(bitmap)
    if not step or not address or min(width, height) < 1 or stride < width * step:
        return b""
    pixels = ctypes.string_at(address, stride * height)
    packer = zlib.compressobj(_LEVEL)
    packed = bytearray()
    for at in range(0, stride * height, stride):
        packed += packer.compress(b"\0" + _row(pixels[at : at + width * step], step))
    packed += packer.flush()
    colours = 0 if step == 1 else 2
    head = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    return b"".join(
        (_SIGNATURE, _chunk(b"IHDR", head), _chunk(b"IDAT", bytes(packed)), _chunk(b"IEND", b""))
    )


def _row(pixels: bytes, step: int) -> bytes:
    """A row's pixels as red, green, blue."""
    if step == 1:
        return pixels
    row = bytearray(len(pixels) // step * 3)
    row[0::3], row[1::3], row[2::3] = pixels[2::step], pixels[1::step], pixels[0::step]
    return bytes(row)


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file (ISO 15948, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


MAX_PICTURE_BYTES = 50_000_000
"""A larger picture, in bytes, is ignored."""
MAX_DEPTH = 4
"""Maximum nesting of form objects that are searched."""
LEAST_SIDE = 12.0
"""Minimum side of a picture in points: lines and dots are drawn as pictures too."""
LEAST_PHOTO = 100.0
"""Minimum side in points of a photo stored as raw pixels: coats of arms are mostly stored so, and
are smaller.
"""
_JPEG = "DCTDecode"


class PdfPicture(NamedTuple):
    """A picture and its box; ``data`` is a JPEG or PNG file, empty for other formats."""

    box: Box
    data: bytes


class PictureUnpacker:
    """Unpacks the pictures of one file within ``MAX_PIXELS``."""

    def __init__(self) -> None:
        self._left = MAX_PIXELS

    def file_of(self, handle: Handle, box: Box) -> bytes:
        """A picture as a file, empty for one that is too small or too large."""
        data = _jpeg(handle)
        if data or min(box.right - box.left, box.bottom - box.top) < LEAST_PHOTO:
            return data
        pixels = pixel_count(handle)
        if not 0 < pixels <= self._left:
            return b""
        self._left -= pixels
        return png_from_picture(handle)


def pictures_on(
    page: PdfPage, sheet: PdfPageGeometry, unpacking: PictureUnpacker, deadline: ImportDeadline
) -> list[PdfPicture]:
    """The pictures of a page in painting order; no JPEG is decoded."""
    return [
        PdfPicture(box, unpacking.file_of(handle, box))
        for handle in _images(page, deadline)
        if (box := _box_of(handle, sheet)) is not None
    ]


def _images(page: PdfPage, deadline: ImportDeadline) -> Iterator[Handle]:
    count = pdfium.FPDFPage_CountObjects(page.handle)
    for at in range(max(0, count)):
        if not at % 512:
            deadline.check()
        yield from _inside(pdfium.FPDFPage_GetObject(page.handle, at), MAX_DEPTH)


def _inside(handle: Handle, depth: int) -> Iterator[Handle]:
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        yield handle
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
        for at in range(max(0, pdfium.FPDFFormObj_CountObjects(handle))):
            yield from _inside(pdfium.FPDFFormObj_GetObject(handle, at), depth - 1)


def _box_of(handle: Handle, sheet: PdfPageGeometry) -> Box | None:
    """The box of a picture; None for one that is too small to show anything."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return None
    if min(right.value - left.value, top.value - bottom.value) < LEAST_SIDE:
        return None
    return sheet.box(left.value, bottom.value, right.value, top.value)


def _jpeg(handle: Handle) -> bytes:
    """The bytes of a picture that is stored as a JPEG file without further filters."""
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
