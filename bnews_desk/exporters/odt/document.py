"""Writes a release as an OpenDocument text file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bnews_desk.exporters.exported_file import ExportedFile
from bnews_desk.exporters.exported_photos import photos_by_anchor
from bnews_desk.exporters.odt import styles
from bnews_desk.exporters.odt.paragraphs import add_paragraph
from bnews_desk.exporters.odt.pictures import PictureWriter
from bnews_desk.exporters.odt.xml import VERSION, Element, add, root, xml_bytes
from bnews_desk.exporters.text_runs import text_runs
from bnews_desk.exporters.xml_characters import count_illegal
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import Frame, FrameReader

_TYPE = "application/vnd.oasis.opendocument.text"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_odt(
    release: Release,
    pictures: Mapping[str, bytes],
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> ExportedFile:
    """The release as an ODT file in the house's styles, with its photos and their captions.

    Every paragraph, also an empty one, becomes one paragraph. Code points that XML does not allow
    become U+FFFD and are noted, as are unusable photos. The same release at the same ``now`` gives
    the same bytes.
    """
    frame = reader.read(release.text)
    content = root("office:document-content", office__version=VERSION)
    text = add(add(content, "office:body"), "office:text")
    writer = PictureWriter(pictures)
    photos = photos_by_anchor(release)
    for part in frame.parts:
        paragraph = part.paragraph
        if paragraph.number or part.text:
            marks = release.marks_within(paragraph.start, paragraph.end)
            tag = part.tag.span if part.tag else None
            look = text_runs(part.text, marks, tag) if part.text else []
            add_paragraph(text, styles.style_of(part.role), look)
        for photo in photos.get(paragraph.number, ()):
            writer.add(text, photo)
    meta = _meta(release, frame, now or datetime.now(UTC))
    return ExportedFile(_packed(content, meta, writer.files), (*writer.notes, *_replaced(release)))


def _replaced(release: Release) -> tuple[str, ...]:
    count = count_illegal(release.text)
    if not count:
        return ()
    return (
        f"{count} karakter kendali tidak dapat dimuat di ODT dan diganti dengan “\ufffd”;"
        " hapus dari naskah bila tidak diperlukan.",
    )


def _meta(release: Release, frame: Frame, now: datetime) -> Element:
    """The part ``meta.xml``: headline, editor, description, category, tags, language, time."""
    document = root("office:document-meta", office__version=VERSION)
    meta = add(document, "office:meta")
    credit = frame.credited[-1].credit if frame.credited else None
    aware = now if now.tzinfo else now.replace(tzinfo=UTC)
    stamp = aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    values = (
        ("dc:title", release.headline),
        ("meta:initial-creator", credit.editor if credit else ""),
        ("dc:creator", credit.editor if credit else ""),
        ("dc:description", release.details.description),
        ("dc:subject", release.details.category),
        *(("meta:keyword", tag) for tag in release.details.tags),
        ("dc:language", "id-ID"),
        ("meta:creation-date", stamp),
        ("dc:date", stamp),
    )
    for name, value in values:
        if value:
            add(meta, name, value)
    return document


def _packed(content: Element, meta: Element, files: Mapping[str, tuple[bytes, str]]) -> bytes:
    """The package (ODF 1.3-2, 3); its media type comes first and uncompressed, to be recognised."""
    parts = {
        "content.xml": xml_bytes(content),
        "styles.xml": xml_bytes(styles.styles()),
        "meta.xml": xml_bytes(meta),
    }
    manifest = root("manifest:manifest", manifest__version=VERSION)
    listed = [("/", _TYPE), *((name, "text/xml") for name in parts)]
    listed += [(name, kind) for name, (_, kind) in files.items()]
    for name, kind in listed:
        add(
            manifest,
            "manifest:file-entry",
            manifest__full_path=name,
            manifest__media_type=kind,
        )
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as package:
        _put(package, "mimetype", _TYPE.encode(), zipfile.ZIP_STORED)
        for name, data in parts.items():
            _put(package, name, data)
        for name, (data, _) in files.items():
            _put(package, name, data, zipfile.ZIP_STORED)
        _put(package, "META-INF/manifest.xml", xml_bytes(manifest))
    return raw.getvalue()


def _put(
    package: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED
) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = method
    package.writestr(entry, data)
