"""The fields of the house frame: their values, whether they are right, and the remedies for
them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import Enum
from typing import Literal, NamedTuple

from bnews_desk.frame.release_frame import COPY, Frame, FramePart, FrameReader, Role

MAX_OFFERED = 2
"""Most editors that are offered, each by a link, where the credit is missing."""
_BETWEEN_INITIALS = re.compile(r"[\s/,;.\\|+&-]+")

FieldName = Literal["place", "source", "initials", "editor"]
FIELDS: tuple[FieldName, ...] = ("place", "source", "initials", "editor")
"""The fields in the order in which they are shown."""


class FieldCondition(Enum):
    """Whether a field is filled, and filled correctly."""

    OPEN = "open"
    """Empty and not yet due: the release is still a draft."""
    FOUND = "found"
    DOUBTFUL = "doubtful"
    MISSING = "missing"


Reason = Literal["found", "draft", "missing", "unknown", "odd", "misplaced", "several"]


class Remedy(NamedTuple):
    """What one click does: ``use`` writes ``value``, ``register`` adds it to the register, ``tidy``
    rewrites it in house form."""

    kind: Literal["use", "register", "tidy"]
    value: str


class FieldState(NamedTuple):
    """What a field shows. ``subject`` is the code or name that the reason is about."""

    value: str = ""
    condition: FieldCondition = FieldCondition.OPEN
    reason: Reason = "draft"
    subject: str = ""
    remedies: tuple[Remedy, ...] = ()


def split_initials(written: str) -> tuple[str, ...]:
    """Split initials as an editor types them: ``sun/abc``, ``Sun, abc``."""
    return tuple(part.casefold() for part in _BETWEEN_INITIALS.split(written) if part)


def read_field_states(frame: Frame, reader: FrameReader) -> dict[FieldName, FieldState]:
    """Read the state of every field of a frame, with its remedies."""
    absent = FieldState()
    if not is_draft(frame, reader):
        absent = FieldState("", FieldCondition.MISSING, "missing")
    source, initials = _tag(frame, reader, absent)
    return {
        "place": _place(frame, reader, absent),
        "source": source,
        "initials": initials,
        "editor": _editor(frame, reader, absent),
    }


def is_draft(frame: Frame, reader: FrameReader) -> bool:
    """Whether a release is still so short that no part of the frame is due."""
    if frame.credited:
        return False
    counted = sum(len(part.text.split()) for part in frame.parts if part.role in COPY)
    return counted < reader.house.limits.draft_words


def _place(frame: Frame, reader: FrameReader, absent: FieldState) -> FieldState:
    lead, dateline = frame.lead, frame.dateline
    style = reader.house.dateline
    if lead is None or dateline is None:
        named = reader.datelines.first_place(lead.text[:400]) if lead else None
        return absent._replace(remedies=(Remedy("use", named or style.default_place),))
    place = " ".join(dateline.place.split()).upper()
    if not reader.datelines.is_known(place):
        remedies = _remedies(place, style.places, 0.8)
        return FieldState(place, FieldCondition.DOUBTFUL, "unknown", place, remedies)
    if dateline.place != place or not reader.datelines.is_canonical(lead.text, dateline):
        written = style.house_form(place)
        return FieldState(place, FieldCondition.DOUBTFUL, "odd", written, (Remedy("tidy", place),))
    return FieldState(place, FieldCondition.FOUND, "found")


def _tag(frame: Frame, reader: FrameReader, absent: FieldState) -> tuple[FieldState, FieldState]:
    style = reader.house.source_tag
    part = frame.tagged[-1] if frame.tagged else None
    if part is None or part.tag is None:
        only = (Remedy("use", style.only_tag),) if style.only_tag and frame.last_body else ()
        has_source = "{source}" in style.form
        return absent._replace(remedies=only), absent._replace(remedies=() if has_source else only)
    tag = part.tag
    written = "/".join(tag.initials)
    whole = _whole_tag(frame, part, reader)
    source = FieldState(tag.source, *whole)
    initials = FieldState(written, FieldCondition.FOUND, "found")
    if not reader.tags.is_known_source(tag):
        remedies = _remedies(tag.source, style.sources, 0.75)
        source = FieldState(tag.source, FieldCondition.DOUBTFUL, "unknown", tag.source, remedies)
    for unknown in reader.tags.unknown_initials(tag)[:1]:
        near = _remedies(unknown, style.initials, 0.6)
        remedies = tuple(_within_all(r, unknown, tag.initials) for r in near)
        initials = FieldState(written, FieldCondition.DOUBTFUL, "unknown", unknown, remedies)
    return source, initials


def _whole_tag(
    frame: Frame, part: FramePart, reader: FrameReader
) -> tuple[FieldCondition, Reason, str, tuple[Remedy, ...]]:
    """The state of the tag as a whole: how many there are, where it stands, its form."""
    assert part.tag is not None  # noqa: S101 - the caller has looked
    written = reader.tags.house_form(part.tag)
    tidy = (Remedy("tidy", written),)
    if len(frame.tagged) > 1 or part.further_tags:
        return FieldCondition.DOUBTFUL, "several", written, ()
    if part is not frame.last_body:
        return FieldCondition.DOUBTFUL, "misplaced", written, tidy if frame.last_body else ()
    if part.tag.span.within(part.text) != written:
        return FieldCondition.DOUBTFUL, "odd", written, tidy
    return FieldCondition.FOUND, "found", "", ()


def _editor(frame: Frame, reader: FrameReader, absent: FieldState) -> FieldState:
    editors = reader.house.credit.editors
    named = [part for part in frame.credited if part.credit and part.credit.editor]
    if not named:
        offered = tuple(Remedy("use", name) for name in editors[:MAX_OFFERED])
        return absent._replace(remedies=offered)
    part = named[-1]
    editor = part.credit.editor if part.credit else ""
    if not reader.credits.is_known(editor):
        remedies = _remedies(editor, editors, 0.75)
        return FieldState(editor, FieldCondition.DOUBTFUL, "unknown", editor, remedies)
    if len(named) > 1:
        return FieldState(editor, FieldCondition.DOUBTFUL, "several", editor)
    written = reader.house.credit.house_form(editor)
    if part.role is not Role.CREDIT or part.text != written:
        return FieldState(
            editor, FieldCondition.DOUBTFUL, "odd", written, (Remedy("tidy", editor),)
        )
    if any(other.text.strip() for other in frame.parts[part.paragraph.number + 1 :]):
        remedy = (Remedy("tidy", editor),)
        return FieldState(editor, FieldCondition.DOUBTFUL, "misplaced", written, remedy)
    return FieldState(editor, FieldCondition.FOUND, "found")


def _within_all(remedy: Remedy, unknown: str, initials: Sequence[str]) -> Remedy:
    """The remedy for one of several initials, changed to a value for all of them."""
    if remedy.kind == "register":
        return remedy
    mended = dict.fromkeys(remedy.value if i == unknown else i for i in initials)
    return remedy._replace(value="/".join(mended))


def _remedies(code: str, register: Iterable[str], cutoff: float) -> tuple[Remedy, ...]:
    near = get_close_matches(code, list(register), 1, cutoff)
    return (*(Remedy("use", name) for name in near), Remedy("register", code))
