"""Writes photos in an OpenDocument file: a frame with the picture, the caption below it."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from bnews_desk.exporters.exported_photos import caption_of, media_type
from bnews_desk.exporters.odt import styles
from bnews_desk.exporters.odt.paragraphs import add_paragraph
from bnews_desk.exporters.odt.xml import Element, add
from bnews_desk.exporters.text_runs import TextRun
from bnews_desk.log import log_fault
from bnews_desk.release import Photo

_LOG = logging.getLogger(__name__)


TEXT_WIDTH_CM, TEXT_HEIGHT_CM = 15.92, 16.7
"""Width of the text area in cm, and a height that leaves room for a caption."""
CM_PER_EMU = 1 / 360_000


class PictureWriter:
    """Adds photos to one document; ``files`` maps names in the package to bytes and media type."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.files: dict[str, tuple[bytes, str]] = {}
        self.notes: list[str] = []
        self._pictures = pictures
        self._count = 0

    def add(self, parent: Element, photo: Photo) -> None:
        """Add the paragraphs of a photo: the picture, and its caption if there is one."""
        data = self._pictures.get(photo.digest, b"")
        size = _size_of(data)
        caption = caption_of(photo)
        if size is None:
            self._leave_out(photo)
        else:
            self._add_picture(parent, photo, data, size)
        if caption:
            add_paragraph(parent, styles.CAPTION, [TextRun(caption)])

    def _add_picture(
        self, parent: Element, photo: Photo, data: bytes, size: tuple[float, float]
    ) -> None:
        self._count += 1
        kind = media_type(data)
        name = f"Pictures/foto{self._count}.{kind.removeprefix('image/').replace('jpeg', 'jpg')}"
        self.files[name] = (data, kind)
        holder = add_paragraph(parent, styles.BODY, [])
        frame = add(
            holder,
            "draw:frame",
            draw__name=photo.name or f"Foto {self._count}",
            text__anchor_type="as-char",
            svg__width=f"{size[0]:.2f}cm",
            svg__height=f"{size[1]:.2f}cm",
        )
        add(frame, "draw:image", xlink__href=name, xlink__type="simple", xlink__show="embed")
        if photo.alt_text:
            add(frame, "svg:desc", photo.alt_text)

    def _leave_out(self, photo: Photo) -> None:
        name = photo.name or photo.caption or photo.alt_text or photo.digest[:12]
        self.notes.append(
            f"Foto “{name}” tidak ikut ke ODT karena gambarnya tidak ditemukan, rusak, atau"
            " formatnya tidak lazim; pasang lagi fotonya (JPEG atau PNG)."
        )


def _size_of(data: bytes) -> tuple[float, float] | None:
    """Width and height in cm, scaled down to the text area; None for an unusable picture."""
    from docx.image.image import Image

    try:
        image = Image.from_blob(data)
        width, height = image.width * CM_PER_EMU, image.height * CM_PER_EMU
    except Exception as error:  # the header parsers raise whatever a broken file provokes
        log_fault(_LOG, "reading a picture's header", error)
        return None
    if width <= 0 or height <= 0 or not media_type(data):
        return None
    scale = min(1.0, TEXT_WIDTH_CM / width, TEXT_HEIGHT_CM / height)
    return width * scale, height * scale
