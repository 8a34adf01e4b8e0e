"""The core properties of a Word file (ECMA-376-2, 11)."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from bnews_desk.exporters.legal import legal
from bnews_desk.frame.reading import Frame
from bnews_desk.release import Release

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

    What the release does not say is absent. A ``now`` without time zone is UTC.
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
    written = [f"<{name}>{escape(legal(text))}</{name}>" for name, text in values if text]
    stamp = _stamp(now)
    for name in ("created", "modified"):
        written.append(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>')
    return "".join((_OPENING, *written, "</cp:coreProperties>")).encode("utf-8")


def _stamp(now: datetime) -> str:
    aware = now if now.tzinfo else now.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
