"""News in JSON: every field is one that the standard knows, of the kind it wants."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bnews_desk.exporters.ninjs import export_ninjs
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Details, Mark, Photo, Release

READER = FrameReader(load_style_sheet()[0])
NOW = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)
TEXT = (
    "Pasar Ikan Dibuka\n"
    "BLITAR | B-news.id - Dinas Perikanan membuka pasar ikan.\n"
    "Baca juga: Harga Lele Naik\n"
    "Pasar itu dibuka tiap Sabtu. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
TEXTS: dict[str, Any] = {"type": "string", "minLength": 1}


def listed(required: str, **fields: Any) -> dict[str, Any]:
    item = {
        "type": "object",
        "properties": fields,
        "required": [required],
        "additionalProperties": False,
    }
    return {"type": "array", "items": item, "minItems": 1}


VALUED = listed("value", role=TEXTS, contenttype=TEXTS, value={"type": "string"})
BODIES = listed("value", role=TEXTS, contenttype={"enum": ["text/html", "text/plain"]},
                charcount={"type": "number"}, wordcount={"type": "number"},
                value={"type": "string"})  # fmt: skip
URI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[!-~]+$"}
ASSOCIATION = listed("uri", name=TEXTS, uri=URI, type={"enum": ["text", "picture"]}, by=TEXTS,
                     descriptions=VALUED,
                     renditions=listed("name", name=TEXTS, contenttype=TEXTS,
                                       sizeinbytes={"type": "number"}))  # fmt: skip
RULES: dict[str, Any] = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        "uri": URI,
        "standard": {
            "type": "object",
            "properties": {"name": TEXTS, "version": TEXTS, "schema": URI},
            "additionalProperties": False,
        },
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite"]},
        "representationtype": {"enum": ["full", "partial"]},
        "profile": TEXTS,
        "versioncreated": MOMENT,
        "contentcreated": MOMENT,
        "embargoed": MOMENT,
        "language": {"const": "id"},
        "headlines": VALUED,
        "bodies": BODIES,
        "descriptions": VALUED,
        "by": TEXTS,
        "slugline": TEXTS,
        "located": TEXTS,
        "ednote": TEXTS,
        "infosources": listed("literal", literal=TEXTS, name=TEXTS),
        "subjects": listed("name", name=TEXTS, rel=TEXTS),
        "genres": listed("name", name=TEXTS),
        "associations": ASSOCIATION,
    },
}
"""The field rules of ninjs 2.1 for those fields that are written."""


def written(release: Release, pictures: dict[str, bytes] | None = None) -> dict[str, Any]:
    exported = export_ninjs(release, pictures or {}, READER, now=NOW)
    found: dict[str, Any] = json.loads(exported.data)
    return found


def faults(found: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft202012Validator(RULES).iter_errors(found)]


def test_a_whole_release() -> None:
    link_at = TEXT.index("Harga Lele")
    digest = "ab" * 32
    release = Release(
        TEXT,
        (Mark(link_at, link_at + 15, "link", "https://contoh.id/lele"),),
        (Photo(digest, 1, "pasar.jpg", "Pasar", "Humas", "Orang di pasar"),),
        Details(
            date(2026, 11, 14), "Rina", "Ekonomi", ("ikan", "pasar"), "", "Pasar ikan", "Ringkas.",
            datetime(2026, 11, 15, 6, 0, tzinfo=timezone(timedelta(hours=7))), True,
        ),
    )  # fmt: skip
    found = written(release, {digest: b"\xff\xd8\xff\xe0rest"})
    assert faults(found) == []
    assert found["located"] == "BLITAR"
    assert found["infosources"][0]["literal"] == "kmfkabblt"
    assert found["ednote"] == "Editor: Zainul Arifin"
    assert found["embargoed"] == "2026-11-15T06:00:00+07:00"
    assert found["headlines"][0] == {"role": "main", "value": "Pasar Ikan Dibuka"}
    assert found["bodies"][1]["value"] == release.body
    assert "<h1>" not in found["bodies"][0]["value"]
    picture, related = found["associations"]
    assert picture["renditions"][0]["contenttype"] == "image/jpeg"
    assert picture["uri"].startswith("ni:///sha-256;")
    assert related == {"name": "Harga Lele Naik", "uri": "https://contoh.id/lele", "type": "text"}


def test_the_least_there_can_be() -> None:
    found = written(Release())
    assert faults(found) == []
    assert "headlines" not in found


def test_the_same_copy_has_the_same_name() -> None:
    assert written(Release(TEXT))["uri"] == written(Release(TEXT))["uri"]
    assert written(Release(TEXT))["uri"] != written(Release(TEXT + "!"))["uri"]


@pytest.mark.parametrize("text", ["J\n\ud800", "J\n\x00", "J\n\u202e"])
def test_odd_letters(text: str) -> None:
    assert faults(written(Release(text))) == []


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    assert faults(written(Release(text))) == []
