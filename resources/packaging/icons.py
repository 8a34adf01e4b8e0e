"""Renders the program's icon, ``resources/icons/bnews-desk.svg``, in the sizes that packages need.

``python resources/packaging/icons.py FOLDER`` writes ``FOLDER/bnews-desk.ico`` and, for the side of
the installer's window, ``FOLDER/sidebar.bmp`` for Windows, and
``FOLDER/hicolor/SIZExSIZE/apps/bnews-desk.png``, with the drawing itself as ``scalable``, for Linux
desktops. The same drawing gives the same bytes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import struct
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[1] / "icons" / "bnews-desk.svg"
HICOLOR_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixel sizes that Linux desktops look for."""
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixel sizes that Windows shows at 100 % to 250 %."""
SIDEBAR_COLOUR = "#F2F1EE"
SIDEBAR_ICON = 160
_PACKED_FROM = 256  # pixels; smaller ones stay bitmaps, which every reader of .ico takes


def rendered(size: int) -> QImage:
    """The icon in ``size`` by ``size`` pixels. Needs a QGuiApplication."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def write_hicolor(folder: Path) -> None:
    """Write the tree of the freedesktop icon theme ``hicolor`` into ``folder``."""
    for size in HICOLOR_SIZES:
        target = folder / f"{size}x{size}" / "apps" / "bnews-desk.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_png(rendered(size)))
    scalable = folder / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DRAWING, scalable / DRAWING.name)


def write_ico(target: Path, sizes: Sequence[int] = ICO_SIZES) -> None:
    """Write a Windows icon: a directory of 16 bytes a picture, then the pictures."""
    pictures = [
        _png(image) if image.width() >= _PACKED_FROM else _bitmap(image)
        for image in map(rendered, sizes)
    ]
    offset = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(sizes, pictures, strict=True):
        directory += struct.pack(
            "<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset
        )
        offset += len(picture)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(directory + b"".join(pictures))


def write_sidebar(target: Path) -> None:
    """Write the picture beside the installer's first and last page, twice as large as shown."""
    image = QImage(2 * 164, 2 * 314, QImage.Format.Format_RGB32)
    image.fill(SIDEBAR_COLOUR)
    painter = QPainter(image)
    painter.drawImage((image.width() - SIDEBAR_ICON) // 2, 96, rendered(SIDEBAR_ICON))
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target), "BMP"):
        raise RuntimeError("Qt cannot write BMP")


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise RuntimeError("Qt cannot write PNG")
    return bytes(data.data())


def _bitmap(image: QImage) -> bytes:
    """A device-independent bitmap as .ico holds it: bottom row first, then the mask, all opaque."""
    size = image.width()
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    rows = bytes(plain.constBits())  # a view of the image: it must outlive this line
    stride = 4 * size
    upended = b"".join(rows[y * stride : (y + 1) * stride] for y in reversed(range(size)))
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    mask = bytes((size + 31) // 32 * 4 * size)
    return header + upended + mask


def main() -> None:
    """Write both kinds into the folder that is named."""
    parser = argparse.ArgumentParser(description="Renders the program's icon for packages.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _application = QGuiApplication([])
    write_hicolor(folder / "hicolor")
    write_ico(folder / "bnews-desk.ico")
    write_sidebar(folder / "sidebar.bmp")


if __name__ == "__main__":
    main()
