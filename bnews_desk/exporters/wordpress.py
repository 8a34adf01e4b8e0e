"""Writes a release as WordPress block markup, for the code editor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from bnews_desk.exporters.exported_file import ExportedFile, export_without_pictures
from bnews_desk.exporters.exported_photos import caption_of, photos_by_anchor
from bnews_desk.exporters.html import inline, without_unwritable
from bnews_desk.release import Photo, Release

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader


def export_wordpress(
    release: Release,
    pictures: Mapping[str, bytes],
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> ExportedFile:
    """The block markup as an exporter's result, with a note on the pictures."""
    told = "ditandai sebagai tempat kosong berketerangan; unggah gambarnya di WordPress."
    return export_without_pictures(write_wordpress(release).encode("utf-8"), release, told)


def write_wordpress(release: Release) -> str:
    """One block per paragraph: a heading, paragraphs, and an image block for each photo."""
    photos = photos_by_anchor(release)
    blocks: list[str] = []
    for paragraph in release.paragraphs:
        words = inline(paragraph.text, release.marks_within(paragraph.start, paragraph.end))
        if paragraph.number:
            blocks.append(_block("paragraph", f"<p>{words}</p>"))
        elif paragraph.text:
            heading = f'<h1 class="wp-block-heading">{words}</h1>'
            blocks.append(_block('heading {"level":1}', heading))
        blocks += [_image(photo) for photo in photos.get(paragraph.number, ())]
    return "\n\n".join(blocks) + "\n"


def _block(opening: str, inside: str) -> str:
    return f"<!-- wp:{opening} -->\n{inside}\n<!-- /wp:{opening.split(maxsplit=1)[0]} -->"


def _image(photo: Photo) -> str:
    caption = escape(without_unwritable(caption_of(photo)), quote=False)
    said = f'<figcaption class="wp-element-caption">{caption}</figcaption>' if caption else ""
    alt = escape(without_unwritable(photo.alt_text))
    return _block("image", f'<figure class="wp-block-image"><img alt="{alt}"/>{said}</figure>')
