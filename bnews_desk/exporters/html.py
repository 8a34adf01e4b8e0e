"""Writes a release as plain HTML for a content management system: few elements, no styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from bnews_desk.exporters.exported_file import ExportedFile, export_without_pictures
from bnews_desk.exporters.exported_photos import caption_of, media_type, photos_by_anchor
from bnews_desk.exporters.text_runs import TextRun, text_runs
from bnews_desk.release import Mark, Photo, Release

if TYPE_CHECKING:
    from datetime import datetime

    from bnews_desk.frame.release_frame import FrameReader

MAX_PICTURE_BYTES = 8_000_000
"""The most bytes of pictures put on the clipboard; others must be uploaded by hand."""
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def export_html(
    release: Release,
    pictures: Mapping[str, bytes],
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> ExportedFile:
    """The HTML as an exporter's result, with a note that pictures must be uploaded by hand."""
    told = "tidak ikut di berkas HTML, hanya keterangannya; unggah gambarnya di laman."
    return export_without_pictures(write_html(release).encode("utf-8"), release, told)


def write_html(release: Release) -> str:
    """The release in ``h1``, ``p``, ``strong``, ``em``, ``a``, ``figure`` and ``figcaption``.

    Everything is escaped; links are kept only to web and mail addresses (of others, their words).
    The contents of ``h1`` and ``p`` are the copy, one element per paragraph, code point for code
    point, except that NUL and lone surrogates, which HTML cannot hold, become U+FFFD. Captions are
    in figures without pictures. Never raises.
    """
    return _blocks(release, {})


def rich_html(release: Release, pictures: Mapping[str, bytes] | None = None) -> str:
    """The same as a whole page, which the clipboard offers to rich-text editors.

    Pictures (digests to bytes) of a type that browsers show are embedded in their figures, with alt
    text, up to ``MAX_PICTURE_BYTES`` in all. Never raises.
    """
    sources = _sources(release, pictures or {})
    return (
        '<!DOCTYPE html>\n<html lang="id">\n<head><meta charset="utf-8"></head>\n<body>\n'
        f"<!--StartFragment-->{_blocks(release, sources)}<!--EndFragment-->\n</body>\n</html>"
    )


def _blocks(release: Release, sources: Mapping[str, str]) -> str:
    photos = photos_by_anchor(release)
    blocks: list[str] = []
    for paragraph in release.paragraphs:
        if paragraph.number or paragraph.text:
            name = "p" if paragraph.number else "h1"
            marks = release.marks_within(paragraph.start, paragraph.end)
            blocks.append(f"<{name}>{inline(paragraph.text, marks)}</{name}>")
        for photo in photos.get(paragraph.number, ()):
            blocks += _figure(photo, sources.get(photo.digest, ""))
    return "\n".join(blocks)


def inline(text: str, marks: Sequence[Mark]) -> str:
    """One paragraph, escaped, with ``strong``, ``em`` and ``a``; marks count from its start."""
    if not marks:
        return _escaped(text)
    written = []
    for target, group in groupby(text_runs(text, marks), key=attrgetter("target")):
        inside = _emphasised(group)
        written.append(f'<a href="{escape(target)}">{inside}</a>' if target else inside)
    return "".join(written)


def _emphasised(content: Iterable[TextRun]) -> str:
    """Bold outside, italic inside, with one element for each uninterrupted run."""
    written = []
    for is_bold, group in groupby(content, key=attrgetter("is_bold")):
        inside = "".join(
            _wrapped("em", "".join(_escaped(piece.text) for piece in run))
            if is_italic
            else "".join(_escaped(piece.text) for piece in run)
            for is_italic, run in groupby(group, key=attrgetter("is_italic"))
        )
        written.append(_wrapped("strong", inside) if is_bold else inside)
    return "".join(written)


def _wrapped(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>" if inside else ""


def _figure(photo: Photo, source: str) -> list[str]:
    """The figure of a photo; none when there is neither picture nor caption."""
    caption = caption_of(photo)
    image = f'<img src="{source}" alt="{_attribute(photo.alt_text)}">' if source else ""
    inside = image + _wrapped("figcaption", _escaped(caption))
    return [_wrapped("figure", inside)] if inside else []


def _sources(release: Release, pictures: Mapping[str, bytes]) -> dict[str, str]:
    """The data URL of each picture that browsers show, up to ``MAX_PICTURE_BYTES`` in all."""
    from base64 import b64encode

    sources: dict[str, str] = {}
    room = MAX_PICTURE_BYTES
    for photo in release.photos:
        data = pictures.get(photo.digest, b"")
        kind = media_type(data)
        if kind and photo.digest not in sources and len(data) <= room:
            room -= len(data)
            sources[photo.digest] = f"data:{kind};base64,{b64encode(data).decode('ascii')}"
    return sources


def without_unwritable(text: str) -> str:
    """``text`` with U+FFFD for NUL and lone surrogates, which HTML cannot hold."""
    return _NO_TEXT.sub("\ufffd", text)


def _escaped(text: str) -> str:
    """``text`` as element content; carriage returns, which a parser would change, become
    references.
    """
    return escape(without_unwritable(text), quote=False).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return escape(without_unwritable(text)).replace("\r", "&#13;")
