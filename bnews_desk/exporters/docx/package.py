"""Opens the Word template, and packs a finished document with its core properties."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from bnews_desk.errors import WriteError
from bnews_desk.exporters.xml_characters import replace_illegal
from bnews_desk.frame.release_frame import Frame
from bnews_desk.paths import word_template
from bnews_desk.release import Release

if TYPE_CHECKING:
    from docx.document import Document as WordFile

LANGUAGE = "id-ID"
_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def core_properties(release: Release, frame: Frame, now: datetime) -> bytes:
    """The part ``docProps/core.xml``: headline, editor, tags, category, description, language.

    Empty values are left out. A ``now`` without time zone is UTC.
    """
    credit = frame.credited[-1].credit if frame.credited else None
    details = release.details
    values = (
        ("dc:title", release.headline),
        ("dc:creator", credit.editor if credit else ""),
        ("cp:keywords", ", ".join(details.tags)),
        ("cp:category", details.category),
        ("dc:description", details.description),
        ("dc:language", LANGUAGE),
    )
    written = [f"<{name}>{escape(replace_illegal(text))}</{name}>" for name, text in values if text]
    stamp = _stamp(now)
    for name in ("created", "modified"):
        written.append(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>')
    return "".join((_OPENING, *written, "</cp:coreProperties>")).encode("utf-8")


def _stamp(now: datetime) -> str:
    aware = now if now.tzinfo else now.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_CORE = "docProps/core.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the package: the earliest that ZIP can hold."""


def open_template() -> WordFile:
    """An empty document in the house's styles.

    Raises ``WriteError`` (*failed*) when the template cannot be read.
    """
    from docx import Document

    path = word_template()
    try:
        return Document(path)
    except Exception as error:
        raise WriteError(
            "failed",
            f"Templat Word “{path}” tidak dapat dibaca; pasang ulang B-News Desk.",
        ) from error


def pack_document(document: WordFile, core: bytes) -> bytes:
    """The bytes of a document with our core properties; equal documents give equal bytes."""
    raw, whole = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, core if name == _CORE else old.read(name))
    return whole.getvalue()
