"""Pictures that a PDF keeps as bare pixels, as PNG files."""

from __future__ import annotations

import ctypes
import struct
import zlib
from typing import Final

import pypdfium2_raw as pdfium

from bnews_desk.importers.pdf.library import Handle

MAX_PIXELS: Final = 20_000_000
"""Pixels of all pictures of a file that are unpacked; what goes beyond is only counted."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 1
"""Of compression: quick, for a picture is kept once and written anew on export."""
_WIDTH_OF = {
    pdfium.FPDFBitmap_Gray: 1,
    pdfium.FPDFBitmap_BGR: 3,
    pdfium.FPDFBitmap_BGRx: 4,
    pdfium.FPDFBitmap_BGRA: 4,
}
"""Bytes of a pixel in the forms that PDFium gives."""


def pixels_of(handle: Handle) -> int:
    """How many pixels a picture says it has."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(handle, width, height):
        return 0
    return width.value * height.value


def png_of(handle: Handle) -> bytes:
    """A picture as a PNG file without transparency; empty where it cannot be unpacked.

    Ask ``pixels_of`` first: this takes memory for all its pixels.
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
    """A row's pixels in red, green, blue."""
    if step == 1:
        return pixels
    row = bytearray(len(pixels) // step * 3)
    row[0::3], row[1::3], row[2::3] = pixels[2::step], pixels[1::step], pixels[0::step]
    return bytes(row)


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A piece of a PNG file (ISO 15948, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
