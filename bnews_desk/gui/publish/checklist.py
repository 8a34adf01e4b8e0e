"""What is ready of a release and what is missing, line by line; nothing here knows Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Literal, NamedTuple

from bnews_desk.finding import Finding, Severity
from bnews_desk.frame.release_frame import COPY, Frame, FrameReader
from bnews_desk.gui.frame.field_states import FieldName, Standing, states
from bnews_desk.release import Photo, Release
from bnews_desk.text import words

Kind = Literal["headline", "frame", "findings", "embargo", "photos", "details"]
PartName = Literal["dateline", "source_tag", "credit"]
_PARTS: tuple[tuple[PartName, tuple[FieldName, ...]], ...] = (
    ("dateline", ("place",)),
    ("source_tag", ("source", "initials")),
    ("credit", ("editor",)),
)
_BADNESS = (Standing.FOUND, Standing.DOUBTFUL, Standing.OPEN, Standing.MISSING)


class State(Enum):
    """The shape before a line: a tick, a triangle, an octagon."""

    READY = "ready"
    LOOK = "look"
    HELD = "held"
    """It holds back *siap tayang*; an export asks once."""


class Fact(NamedTuple):
    """What a line says: ``key`` chooses the sentence, ``values`` fill it."""

    key: str
    values: Mapping[str, object] = {}


class Line(NamedTuple):
    """One line of the checklist.

    ``position`` is where in the release's text its cause stands, None where that is not in the
    text.
    """

    kind: Kind
    state: State
    fact: Fact
    position: int | None = None


def checklist(
    release: Release,
    frame: Frame | None,
    findings: Sequence[Finding],
    reader: FrameReader,
    now: datetime,
) -> tuple[Line, ...]:
    """The lines for a release, always the same six in the same order.

    ``frame`` is None, and ``findings`` mean nothing, as long as it has not been checked; ``now``
    without a zone is local time.
    """
    return (
        _headline(release, reader),
        _frame(release, frame, reader),
        _findings(frame, findings),
        _embargo(release, now),
        _photos(release),
        _details(release),
    )


def whole(lines: Sequence[Line]) -> State | None:
    """The worst state of all lines; None without any."""
    return max((line.state for line in lines), key=tuple(State).index, default=None)


def held_by(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that hold the release back."""
    return tuple(line for line in lines if line.state is State.HELD)


def _headline(release: Release, reader: FrameReader) -> Line:
    if not release.headline.strip():
        return Line("headline", State.LOOK, Fact("headline-missing"), 0)
    count = len(words(release.headline))
    values = {"words": count, "most": reader.house.limits.headline_words}
    is_long = count > reader.house.limits.headline_words
    fact = Fact("headline-long" if is_long else "headline", values)
    return Line("headline", State.READY, fact, 0)


def _frame(release: Release, frame: Frame | None, reader: FrameReader) -> Line:
    if frame is None:
        return Line("frame", State.LOOK, Fact("pending"))
    standings = _standings(frame, reader)
    missing = tuple(p for p, s in standings.items() if s in {Standing.MISSING, Standing.OPEN})
    doubtful = tuple(p for p, s in standings.items() if s is Standing.DOUBTFUL)
    related = len(frame.related)
    if missing:
        place = _place_of(missing[0], release, frame)
        return Line("frame", State.HELD, Fact("frame-missing", {"parts": missing}), place)
    if doubtful:
        place = _place_of(doubtful[0], release, frame)
        return Line("frame", State.LOOK, Fact("frame-doubtful", {"parts": doubtful}), place)
    copy = [part for part in frame.parts if part.role in COPY]
    if not related and len(copy) >= reader.house.limits.related_expected_from:
        place = copy[min(1, len(copy) - 1)].paragraph.end
        return Line("frame", State.LOOK, Fact("related-missing"), place)
    return Line("frame", State.READY, Fact("frame", {"related": related}))


def _standings(frame: Frame, reader: FrameReader) -> dict[PartName, Standing]:
    found = states(frame, reader)
    return {
        part: max((found[name].standing for name in fields), key=_BADNESS.index)
        for part, fields in _PARTS
    }


def _place_of(part: PartName, release: Release, frame: Frame) -> int:
    """Where a part of the frame stands, or where it belongs."""
    if part == "dateline":
        return frame.lead.paragraph.start if frame.lead else release.text.index("\n") + 1
    if part == "source_tag":
        tagged = frame.tagged[-1] if frame.tagged else frame.last_body
        return tagged.paragraph.end if tagged else len(release.text)
    return frame.credited[-1].paragraph.end if frame.credited else len(release.text)


def _findings(frame: Frame | None, findings: Sequence[Finding]) -> Line:
    if frame is None:
        return Line("findings", State.LOOK, Fact("pending"))
    counts = {severity.value: 0 for severity in Severity}
    first: dict[Severity, int] = {}
    for finding in findings:
        counts[finding.severity.value] += 1
        first.setdefault(finding.severity, finding.start)
    if not findings:
        return Line("findings", State.READY, Fact("findings-none"))
    state = State.READY
    if Severity.ERROR in first:
        state = State.HELD
    elif Severity.WARNING in first:
        state = State.LOOK
    worst = next(severity for severity in Severity if severity in first)
    return Line("findings", state, Fact("findings", counts), first[worst])


def _embargo(release: Release, now: datetime) -> Line:
    until = release.details.embargo
    if until is None:
        return Line("embargo", State.READY, Fact("embargo-none"))
    values = {"until": until}
    if release.details.is_under_embargo(now):
        return Line("embargo", State.HELD, Fact("embargo-running", values))
    return Line("embargo", State.READY, Fact("embargo-over", values))


def _photos(release: Release) -> Line:
    photos = release.photos
    if not photos:
        return Line("photos", State.READY, Fact("photos-none"))
    lacking = [p for p in photos if not _is_whole(p)]
    values = {
        "count": len(photos),
        "captions": sum(not photo.caption.strip() for photo in photos),
        "credits": sum(not photo.credit.strip() for photo in photos),
        "alt_texts": sum(not photo.alt_text.strip() for photo in photos),
    }
    if not lacking:
        return Line("photos", State.READY, Fact("photos", values))
    paragraphs = release.paragraphs
    anchor = paragraphs[min(max(lacking[0].anchor, 0), len(paragraphs) - 1)]
    return Line("photos", State.LOOK, Fact("photos-lacking", values), anchor.end)


def _is_whole(photo: Photo) -> bool:
    return all(text.strip() for text in (photo.caption, photo.credit, photo.alt_text))


def _details(release: Release) -> Line:
    details = release.details
    if details.publication_date is None:
        return Line("details", State.LOOK, Fact("date-missing"))
    values = {
        "date": details.publication_date,
        "category": details.category.strip(),
        "tags": len(details.tags),
        "advertorial": details.advertorial,
    }
    return Line("details", State.READY, Fact("details", values))
