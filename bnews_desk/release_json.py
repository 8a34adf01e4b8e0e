"""A release and its receipt as JSON, for the journal and between processes.

UTF-8 in which lone surrogates are preserved; a value comes back equal to itself. Unknown fields of
a later version are ignored; missing fields take their defaults.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from bnews_desk.errors import ReadError
from bnews_desk.log import log_fault
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Details, FactCheck, Ignore, Mark, MarkKind, Photo, Release, Source

_LOG = logging.getLogger(__name__)


_MARK_KINDS = frozenset({"bold", "italic", "link"})
_OPENING_LENGTH = 160
_OPENING_SOURCE = 2_000


def encode_text(text: str) -> bytes:
    """Encode any text, including lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def decode_text(data: bytes) -> str:
    """Decode what ``encode_text`` made; damaged bytes become question marks."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def release_to_json(release: Release) -> bytes:
    """A release in the form that the journal stores; equal releases give equal bytes."""
    details = release.details._asdict()
    for name in ("publication_date", "embargo"):
        value = details[name]
        details[name] = value.isoformat() if value is not None else None
    ignores = sorted(
        release.ignores, key=lambda i: (i.rule, i.text, i.paragraph is not None, i.paragraph or "")
    )
    later: dict[str, object] = {}  # only present fields: the bytes of older releases stay the same
    if release.checks:
        later["checks"] = sorted([*check[:-1], check.when.isoformat()] for check in release.checks)
    if release.sources:
        later["sources"] = release.sources
    return _bytes(
        {
            "text": release.text,
            "marks": release.marks,
            "photos": [photo._asdict() for photo in release.photos],
            "details": details,
            "ignores": ignores,
            **later,
        }
    )


def release_from_json(data: bytes) -> Release:
    """Read a release from ``release_to_json``'s form.

    Raises ``ReadError`` (*damaged*) where the data is not one.
    """
    try:
        fields = _fields(data)
        return Release(
            _text(fields["text"]),
            tuple(_mark(item) for item in fields.get("marks", ())),
            tuple(_photo(item) for item in fields.get("photos", ())),
            _details(fields.get("details", {})),
            frozenset(_ignore(item) for item in fields.get("ignores", ())),
            frozenset(_check(item) for item in fields.get("checks", ())),
            tuple(_source(item) for item in fields.get("sources", ())),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ReadError(
            "damaged",
            "Catatan naskah ini di jurnal rusak; buka lagi berkas aslinya atau jalankan"
            " bnews-desk rescue.",
        ) from None


def receipt_to_json(receipt: Receipt) -> bytes:
    """A receipt in the form that the journal stores."""
    return _bytes([entry.as_json() for entry in receipt])


def receipt_from_json(data: bytes) -> Receipt:
    """Read a receipt from ``receipt_to_json``'s form; an empty one where the data cannot be
    read."""
    try:
        return Receipt(tuple(_entry(item) for item in json.loads(decode_text(data))))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        log_fault(_LOG, "reading a stored receipt", error)
        return Receipt()


def first_words(release: Release) -> str:
    """The first words below the headline as one line, for lists of releases."""
    words = " ".join(release.body[:_OPENING_SOURCE].split())
    if len(words) <= _OPENING_LENGTH:
        return words
    return words[:_OPENING_LENGTH].rpartition(" ")[0] or words[:_OPENING_LENGTH]


def _bytes(value: object) -> bytes:
    return encode_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _fields(data: bytes) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", json.loads(data.decode("utf-8", "surrogatepass")))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _mark(item: list[Any]) -> Mark:
    start, end, kind, target = item
    if kind not in _MARK_KINDS:
        raise ValueError
    return Mark(_number(start), _number(end), cast("MarkKind", kind), _text(target))


def _photo(item: Mapping[str, Any]) -> Photo:
    said = (_text(item.get(name, "")) for name in ("name", "caption", "credit", "alt_text"))
    return Photo(_text(item["digest"]), _number(item["anchor"]), *said)


def _details(item: Mapping[str, Any]) -> Details:
    day, embargo = item.get("publication_date"), item.get("embargo")
    said = ("writer", "category", "slug", "page_title", "description")
    return Details(
        publication_date=date.fromisoformat(day) if day is not None else None,
        embargo=datetime.fromisoformat(embargo) if embargo is not None else None,
        tags=tuple(_text(tag) for tag in item.get("tags", ())),
        advertorial=bool(item.get("advertorial", False)),
        **{name: _text(item.get(name, "")) for name in said},
    )


def _ignore(item: list[Any]) -> Ignore:
    rule, text, paragraph = item
    return Ignore(_text(rule), _text(text), None if paragraph is None else _text(paragraph))


def _check(item: list[Any]) -> FactCheck:
    *said, when = item
    kind, now, then, passage, name = map(_text, said)
    return FactCheck(kind, now, then, passage, name, datetime.fromisoformat(when))


def _source(item: list[Any]) -> Source:
    name, text = item
    return Source(_text(name), _text(text))


def _entry(item: Mapping[str, Any]) -> ReceiptEntry:
    return ReceiptEntry(
        _text(item["kind"]),
        _number(item["found"]),
        _number(item["carried"]),
        _number(item["left_out"]),
        tuple(_text(text) for text in item["texts"]),
        _text(item["note"]),
    )
