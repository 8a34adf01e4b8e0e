"""Writes a release as JSON news (IPTC ninjs 2.1), for wire desks and archives."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from bnews_desk.exporters.exported_file import ExportedFile, export_without_pictures
from bnews_desk.exporters.exported_photos import caption_of, media_type
from bnews_desk.exporters.html import write_html
from bnews_desk.release import Edit, Photo, Release
from bnews_desk.slugs import slug_of
from bnews_desk.text import words

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import Frame, FrameReader

VERSION = "2.1"
SCHEMA = f"https://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json"
LANGUAGE = "id"


def export_ninjs(
    release: Release,
    pictures: Mapping[str, bytes],
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> ExportedFile:
    """The release as one ninjs object in UTF-8, indented by two spaces.

    The body is given as HTML and as plain text, both without the headline. Photos, and related
    lines with a known address, are associations. The ``uri`` is derived from the text: the same
    copy has the same one.
    """
    written = _object(release, pictures, reader, now or datetime.now(UTC))
    text = json.dumps(written, ensure_ascii=False, indent=2) + "\n"
    told = "hanya disebut di berkas JSON ini; kirim berkas gambarnya tersendiri."
    return export_without_pictures(text.encode("utf-8", "replace"), release, told)


def _object(
    release: Release, pictures: Mapping[str, bytes], reader: FrameReader, now: datetime
) -> dict[str, Any]:
    frame = reader.read(release.text)
    details = release.details
    values: dict[str, Any] = {
        "uri": f"urn:uuid:{uuid5(NAMESPACE_URL, release.text.encode('utf-8', 'replace').hex())}",
        "standard": {"name": "ninjs", "version": VERSION, "schema": SCHEMA},
        "type": "text",
        "representationtype": "full",
        "profile": "text-photo" if release.photos else "text-only",
        "versioncreated": _moment(now),
        "language": LANGUAGE,
        "headlines": _headlines(release),
        "bodies": _bodies(release),
    }
    if details.publication_date:
        values["contentcreated"] = _moment(datetime.combine(details.publication_date, time()))
    if details.embargo:
        values["embargoed"] = _moment(details.embargo)
    if details.description:
        values["descriptions"] = [{"role": "summary", "value": details.description}]
    if details.writer:
        values["by"] = details.writer
    if slug := slug_of(details.slug or release.headline):
        values["slugline"] = slug
    values |= _of_frame(frame, reader.house.source_tag.sources)
    values["subjects"] = _subjects(release)
    if details.advertorial:
        values["genres"] = [{"name": "advertorial"}]
    values["associations"] = [*_photos(release, pictures), *_related(release, frame)]
    return {key: value for key, value in values.items() if value != []}


def _headlines(release: Release) -> list[dict[str, str]]:
    found = [("main", release.headline), ("page", release.details.page_title)]
    return [{"role": role, "value": text} for role, text in found if text]


def _bodies(release: Release) -> list[dict[str, Any]]:
    counts = {"charcount": len(release.body), "wordcount": len(words(release.body))}
    body = release.edited((Edit(0, len(release.headline), release.headline, ""),))
    return [
        {"role": "main", "contenttype": "text/html", **counts, "value": write_html(body)},
        {"role": "main", "contenttype": "text/plain", **counts, "value": release.body},
    ]


def _of_frame(frame: Frame, sources: Mapping[str, str]) -> dict[str, Any]:
    """Place, source and editor."""
    values: dict[str, Any] = {}
    if frame.dateline:
        values["located"] = frame.dateline.place
    tag = frame.tagged[-1].tag if frame.tagged else None
    if tag:
        name = sources.get(tag.source, "")
        values["infosources"] = [{"literal": tag.source, **({"name": name} if name else {})}]
    credit = frame.credited[-1].credit if frame.credited else None
    if credit:
        values["ednote"] = f"Editor: {credit.editor}"
    return values


def _subjects(release: Release) -> list[dict[str, str]]:
    category = release.details.category
    found = [{"name": category, "rel": "category"}] if category else []
    return [*found, *({"name": tag, "rel": "keyword"} for tag in release.details.tags)]


def _photos(release: Release, pictures: Mapping[str, bytes]) -> list[dict[str, Any]]:
    return [_photo(photo, pictures.get(photo.digest, b"")) for photo in release.photos]


def _photo(photo: Photo, data: bytes) -> dict[str, Any]:
    values: dict[str, Any] = {
        "name": photo.name or photo.digest[:12],
        "uri": _digest_uri(photo.digest),
        "type": "picture",
    }
    said = [("caption", caption_of(photo)), ("alt", photo.alt_text)]
    values["descriptions"] = [{"role": role, "value": text} for role, text in said if text]
    if photo.credit:
        values["by"] = photo.credit
    if kind := media_type(data):
        values["renditions"] = [{"name": "original", "contenttype": kind, "sizeinbytes": len(data)}]
    return {key: value for key, value in values.items() if value != []}


def _digest_uri(digest: str) -> str:
    """The URI of a picture by its SHA-256 (RFC 6920)."""
    try:
        raw = bytes.fromhex(digest)
    except ValueError:
        raw = digest.encode("utf-8", "replace")
    return f"ni:///sha-256;{urlsafe_b64encode(raw).decode('ascii').rstrip('=')}"


def _related(release: Release, frame: Frame) -> list[dict[str, str]]:
    """The related lines with a web address."""
    found = []
    for part in frame.parts:
        if part.related is None:
            continue
        start, end = part.paragraph.start, part.paragraph.end
        marks = release.marks_within(start, end)
        target = next((mark.target for mark in marks if mark.kind == "link"), "")
        if target.startswith(("http://", "https://")):
            found.append({"name": part.related.title, "uri": target, "type": "text"})
    return found


def _moment(moment: datetime) -> str:
    """A moment in RFC 3339; without a time zone it is local time."""
    return (moment if moment.tzinfo else moment.astimezone()).isoformat(timespec="seconds")
