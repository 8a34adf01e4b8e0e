"""Converts a release to the columns of its row and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bnews_desk.archive.repository.archive_values import ReleaseRecord, ReleaseSummary
from bnews_desk.release import Release
from bnews_desk.release_json import first_words, release_from_json, release_to_json

if TYPE_CHECKING:
    from sqlalchemy import Row, RowMapping

    from bnews_desk.frame.release_frame import FrameReader

_FRAME_LINES = 500
"""Paragraphs at the beginning and at the end of a release in which its frame is searched."""
_SHOWN_LENGTH = 500
"""Maximum code points of a listed column: anything longer is no place and no name."""


def release_columns(release: Release, reader: FrameReader, received: float) -> dict[str, Any]:
    """The columns of a release's row; ``received`` is when it arrived."""
    frame = reader.read(text_ends(release.text))
    tag = frame.tagged[-1].tag if frame.tagged else None
    credit = frame.credited[-1].credit if frame.credited else None
    return {
        "headline": storable_text(release.headline),
        "opening": storable_text(first_words(release)),
        "place": storable_text(frame.dateline.place if frame.dateline else ""),
        "source": storable_text(tag.source if tag else ""),
        "initials": storable_text(",".join(tag.initials) if tag else ""),
        "editor": storable_text(credit.editor if credit else ""),
        "day": (release.details.publication_date or _day(received)).isoformat(),
        "details": _details(release),
        "content": release_to_json(release),
    }


def text_ends(text: str) -> str:
    """A text without its middle where it is so long that reading its frame would take seconds."""
    lines = text.split("\n", _FRAME_LINES)
    if len(lines) <= _FRAME_LINES:
        return text
    return "\n".join([*lines[:_FRAME_LINES], *lines[-1].split("\n")[-_FRAME_LINES:]])


def storable_text(text: str) -> str:
    """``text`` in a form that every database stores: no NUL, no lone surrogate, limited length."""
    whole = text[:_SHOWN_LENGTH].encode("utf-8", "replace").decode()
    return whole.replace("\x00", "\ufffd")


def record_of(row: Row[Any]) -> ReleaseRecord:
    """The record in a row of ``releases``."""
    return ReleaseRecord(
        row.key,
        release_from_json(bytes(row.content)),
        row.status,
        row.address,
        row.revision,
        row.created,
        row.changed,
        row.deleted,
    )


def summary_of(row: RowMapping) -> ReleaseSummary:
    """The list entry for a row of ``releases``."""
    return ReleaseSummary(*(row[name] for name in ReleaseSummary._fields))


def _day(moment: float) -> date:
    try:
        return datetime.fromtimestamp(moment).date()
    except (OverflowError, OSError, ValueError):  # a wrong clock
        return date(1970, 1, 1)


def _details(release: Release) -> dict[str, Any]:
    details = release.details._asdict()
    for name, value in details.items():
        if isinstance(value, str):
            details[name] = storable_text(value)
    details["tags"] = [storable_text(tag) for tag in release.details.tags]
    for name in ("publication_date", "embargo"):
        moment = details[name]
        details[name] = moment.isoformat() if moment is not None else None
    return details
