"""Photos on the page: scaled pictures with caption and credit below their paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QImageIOHandler,
    QImageReader,
    QPainter,
    QTextBlock,
)

from bnews_desk.gui.editor.paragraph_styles import ParagraphFormats
from bnews_desk.gui.editor.release_document import ReleaseDocument
from bnews_desk.release import Photo

MOST_HEIGHT = 420.0
"""Greatest height of a picture in pixels at 100 %."""
UNREADABLE = QSizeF(588, 120)
"""The size of the frame shown where a picture's bytes are missing or damaged."""
ABOVE, UNDER = 13.0, 7.0
"""Pixels above a picture, and between it and its caption."""
_ALLOWED_MEGABYTES = 512


class PhotoBox(NamedTuple):
    """One photo as it is laid out; ``top`` counts from the end of its paragraph's lines."""

    photo: Photo
    image: QImage
    invitation: str
    """The text in the caption's place while there is none."""
    size: QSizeF
    top: float
    caption_height: float
    height: float
    column: float

    @property
    def picture(self) -> QRectF:
        """The picture's place under its paragraph."""
        return QRectF(QPointF(0, self.top), self.size)

    @property
    def whole(self) -> QRectF:
        """The place of picture, caption and credit."""
        return QRectF(0, self.top, self.column, self.height - ABOVE)


class PhotoShelf:
    """The photos under each paragraph of one release, with a cache of scaled pictures.

    With ``invites`` a photo without a caption asks for one in its place.
    """

    def __init__(
        self,
        document: ReleaseDocument,
        pictures: Mapping[str, bytes],
        formats: ParagraphFormats,
        *,
        invites: bool = False,
    ) -> None:
        self._invitation = _tr("Klik foto untuk menulis keterangannya") if invites else ""
        self._document = document
        self._pictures = pictures
        self.formats = formats
        self.ratio = 1.0
        self._images: dict[tuple[str, int], QImage] = {}

    def boxes(self, block: QTextBlock, column: float, scale: float) -> tuple[PhotoBox, ...]:
        """The photos under a block, from top to bottom."""
        boxes: list[PhotoBox] = []
        y = 0.0
        for photo in self._document.photos_below(block.blockNumber()):
            size, image = self._picture(photo.digest, column, scale)
            invitation = "" if photo.caption else self._invitation
            caption = _height_of(photo.caption or invitation, caption_font(self.formats), column)
            credit = _height_of(photo.credit, credit_font(self.formats), column)
            height = ABOVE + size.height() + UNDER + caption + credit
            box = PhotoBox(photo, image, invitation, size, y + ABOVE, caption, height, column)
            boxes.append(box)
            y += height
        return tuple(boxes)

    def _picture(self, digest: str, column: float, scale: float) -> tuple[QSizeF, QImage]:
        """A picture and its size: as wide as the column, but not enlarged."""
        image = self._image(digest, round(column))
        if image.isNull():
            return QSizeF(column, UNREADABLE.height()), image
        natural = QSizeF(image.size()) / image.devicePixelRatio()
        fitting = natural.scaled(column, MOST_HEIGHT * scale, Qt.AspectRatioMode.KeepAspectRatio)
        largest = natural * max(1.0, scale)
        return (fitting if fitting.width() < largest.width() else largest), image

    def _image(self, digest: str, column: int) -> QImage:
        key = (digest, column)
        if key not in self._images:
            self._images[key] = thumbnail(self._pictures.get(digest, b""), column, self.ratio)
        return self._images[key]


def thumbnail(data: bytes, width: int, ratio: float) -> QImage:
    """A picture no wider than ``width`` at a pixel ratio; a null image for damaged bytes."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() * 4 > _ALLOWED_MEGABYTES << 20:
        return QImage()
    turned = QImageIOHandler.Transformation.TransformationRotate90
    is_turned = bool(reader.transformation() & turned)
    natural = size.height() if is_turned else size.width()
    if natural > width * ratio:
        factor = width * ratio / natural
        height = max(1, round(size.height() * factor))
        reader.setScaledSize(QSize(max(1, round(size.width() * factor)), height))
    image = reader.read()
    image.setDevicePixelRatio(ratio if natural > width * ratio else 1.0)
    return image


def caption_font(formats: ParagraphFormats) -> QFont:
    """The font of captions."""
    return formats.theme.ui_font(13 * formats.zoom)


def credit_font(formats: ParagraphFormats) -> QFont:
    """The font of credits."""
    return formats.theme.ui_font(11 * formats.zoom)


def draw_photo(painter: QPainter, box: PhotoBox, at: QPointF, formats: ParagraphFormats) -> None:
    """Paint a photo with caption and credit; ``at`` is where its paragraph's lines end."""
    theme = formats.theme
    place = box.picture.translated(at)
    painter.save()
    if box.image.isNull():
        painter.fillRect(place, theme.color("hover"))
        painter.setPen(theme.color("ink2"))
        painter.setFont(caption_font(formats))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), box.photo.name or "—")
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, box.image)
    y = place.bottom() + UNDER
    painter.setPen(theme.color("ink3" if box.invitation else "ink2"))
    painter.setFont(caption_font(formats))
    caption = QRectF(at.x(), y, box.column, box.caption_height)
    painter.drawText(caption, int(Qt.TextFlag.TextWordWrap), box.photo.caption or box.invitation)
    painter.setPen(theme.color("ink3"))
    painter.setFont(credit_font(formats))
    credit = QRectF(at.x(), caption.bottom(), box.column, 200)
    painter.drawText(credit, int(Qt.TextFlag.TextWordWrap), box.photo.credit)
    painter.restore()


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhotoShelf", text)


def _height_of(text: str, font: QFont, width: float) -> float:
    if not text:
        return 0.0
    wrap = int(Qt.TextFlag.TextWordWrap)
    rect = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e4), wrap, text)
    return float(round(rect.height() + 3))
