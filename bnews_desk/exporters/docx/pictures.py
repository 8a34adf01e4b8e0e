"""Writes photos as inline pictures with their captions (ECMA-376-1, 20.4.2.8)."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bnews_desk.exporters.docx import styles
from bnews_desk.exporters.docx.paragraphs import new_paragraph, new_text_paragraph
from bnews_desk.exporters.docx.xml import Element, add, new
from bnews_desk.exporters.exported_photos import caption_of
from bnews_desk.exporters.text_runs import TextRun
from bnews_desk.exporters.xml_characters import replace_illegal
from bnews_desk.log import log_fault
from bnews_desk.release import Photo

if TYPE_CHECKING:
    from docx.parts.story import StoryPart

_LOG = logging.getLogger(__name__)


TEXT_WIDTH = 5_731_510
"""Width of the template's text area in EMU: A4 less two margins of one inch."""
TEXT_HEIGHT = 6_000_000
"""Height in EMU (16.7 cm) that leaves room for a caption on the same page."""


class PictureWriter:
    """Adds photos to one document, and notes those that cannot be added."""

    def __init__(self, part: StoryPart, pictures: Mapping[str, bytes]) -> None:
        self.notes: list[str] = []
        self._part = part
        self._pictures = pictures
        self._count = 0

    def elements(self, photo: Photo) -> list[Element]:
        """The paragraphs of a photo: picture and caption; none when the picture is unusable."""
        drawing = self._drawing(photo)
        if drawing is None:
            return []
        holder = new_paragraph(styles.PICTURE)
        caption = caption_of(photo)
        if caption:
            add(holder[0], "w:keepNext")
        add(holder, "w:r").append(drawing)
        if not caption:
            return [holder]
        return [holder, new_text_paragraph(styles.CAPTION, [TextRun(caption)])]

    def _drawing(self, photo: Photo) -> Element | None:
        from docx.image.image import Image

        data = self._pictures.get(photo.digest)
        if data is None:
            self._leave_out(photo, "berkas gambarnya tidak ditemukan")
            return None
        try:
            image = Image.from_blob(data)
            width, height = _fitted(image.width, image.height)
            relation_id, _ = self._part.get_or_add_image(io.BytesIO(data))
        except Exception as error:  # the header parsers raise whatever a broken file provokes
            log_fault(_LOG, "placing a picture", error)
            self._leave_out(photo, "gambarnya rusak atau formatnya tidak dikenal Word")
            return None
        return self._inline(photo, relation_id, width, height)

    def _inline(self, photo: Photo, relation_id: str, width: int, height: int) -> Element:
        from docx.oxml.shape import CT_Inline
        from docx.shared import Emu

        self._count += 1
        title = replace_illegal(photo.name) or f"Foto {self._count}"
        inline = CT_Inline.new_pic_inline(self._count, relation_id, title, Emu(width), Emu(height))
        inline.docPr.set("name", title)
        if photo.alt_text:
            inline.docPr.set("descr", replace_illegal(photo.alt_text))
        drawing = new("w:drawing")
        drawing.append(inline)
        return drawing

    def _leave_out(self, photo: Photo, why: str) -> None:
        name = photo.name or photo.caption or photo.alt_text or photo.digest[:12]
        self.notes.append(
            f"Foto “{name}” tidak ikut ke DOCX karena {why}; pasang lagi fotonya (JPEG atau PNG)."
        )


def _fitted(width: int, height: int) -> tuple[int, int]:
    """Scale a size in EMU down to the text area; raises ``ValueError`` for a size of 0."""
    if width < 1 or height < 1:
        raise ValueError("a picture without extent")
    scale = min(1.0, TEXT_WIDTH / width, TEXT_HEIGHT / height)
    return max(1, round(width * scale)), max(1, round(height * scale))
