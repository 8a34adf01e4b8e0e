"""Decides whether a release may be published, by a checklist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple

from bnews_desk.finding import Finding, Severity
from bnews_desk.frame.field_states import FieldCondition, FieldName, read_field_states
from bnews_desk.frame.release_frame import COPY, Frame, FrameReader
from bnews_desk.release import Photo, Release
from bnews_desk.text import words

if TYPE_CHECKING:
    from bnews_desk.rules.facts.checked_facts import FactReview

ItemKind = Literal["headline", "frame", "findings", "embargo", "photos", "details", "original"]
FramePartName = Literal["dateline", "source_tag", "credit"]
_PARTS: tuple[tuple[FramePartName, tuple[FieldName, ...]], ...] = (
    ("dateline", ("place",)),
    ("source_tag", ("source", "initials")),
    ("credit", ("editor",)),
)
_FROM_BEST = (
    FieldCondition.FOUND,
    FieldCondition.DOUBTFUL,
    FieldCondition.OPEN,
    FieldCondition.MISSING,
)


class ItemState(Enum):
    """The state of one item, ordered from best to worst."""

    READY = "ready"
    LOOK = "look"
    """It may be published, but an editor should look at it."""
    HELD = "held"
    """The release may not be published; an export asks for confirmation."""


class ReadinessVerdict(Enum):
    """The overall state of a release."""

    PENDING = "pending"
    """The present text has not been checked, or not yet against its original."""
    HELD = "held"
    """Something forbids publication."""
    NOTES = "notes"
    """It may be published, but has notes that an editor should look at."""
    READY = "ready"


class ItemFact(NamedTuple):
    """What an item reports: ``key`` selects the sentence, ``values`` fill it."""

    key: str
    values: Mapping[str, object] = {}


class ChecklistItem(NamedTuple):
    """One item of the checklist.

    ``position`` is the place of its cause in the release's text; None where the cause is not in the
    text.
    """

    kind: ItemKind
    state: ItemState
    fact: ItemFact
    position: int | None = None


class Checklist(NamedTuple):
    """The judgement of one state of a release: the same six items, always in the same order.

    A seventh item is about the original, where the release has one. Without items nothing has been
    judged yet. ``notes`` counts warnings, and added facts that are not in the original and have not
    been checked.
    """

    items: tuple[ChecklistItem, ...] = ()
    notes: int = 0

    @property
    def state(self) -> ItemState | None:
        """The worst state of all items; None where there are none."""
        return max((item.state for item in self.items), key=tuple(ItemState).index, default=None)

    @property
    def blockers(self) -> tuple[ChecklistItem, ...]:
        """The items that forbid publication."""
        return tuple(item for item in self.items if item.state is ItemState.HELD)

    @property
    def verdict(self) -> ReadinessVerdict:
        """The overall state; ``PENDING`` until the present text has been checked."""
        pending = {item.kind for item in self.items if item.fact.key == "pending"}
        if not self.items or "findings" in pending:
            return ReadinessVerdict.PENDING
        if self.blockers:
            return ReadinessVerdict.HELD
        if pending:
            return ReadinessVerdict.PENDING
        return ReadinessVerdict.NOTES if self.notes else ReadinessVerdict.READY

    @property
    def may_publish(self) -> bool:
        """Whether the release counts as published once it is exported."""
        return self.verdict in {ReadinessVerdict.NOTES, ReadinessVerdict.READY}


def judge_readiness(
    release: Release,
    frame: Frame | None,
    findings: Sequence[Finding],
    reader: FrameReader,
    now: datetime,
    facts: FactReview | None = None,
    *,
    is_original_awaited: bool = False,
) -> Checklist:
    """Judge a release by its text, details and photos, its frame and its findings.

    ``facts`` are those that differ from the original; None where there is no original, or where it
    is still being loaded (``is_original_awaited``).

    ``frame`` is None as long as the present text has not been checked; ``findings`` and ``facts``
    are then ignored. ``now`` without a time zone is local time.
    """
    against: tuple[ChecklistItem, ...] = ()
    if is_original_awaited or (facts is not None and frame is None):
        against = (ChecklistItem("original", ItemState.LOOK, ItemFact("pending")),)
    elif facts is not None:
        against = (_original(facts),)
    notes = sum(finding.severity is Severity.WARNING for finding in findings)
    return Checklist(
        (
            _headline(release, reader),
            _frame(release, frame, reader),
            _findings(frame, findings),
            _embargo(release, now),
            _photos(release),
            _details(release),
            *against,
        ),
        notes + (len(facts.open_additions) if facts else 0),
    )


def _headline(release: Release, reader: FrameReader) -> ChecklistItem:
    if not release.headline.strip():
        return ChecklistItem("headline", ItemState.LOOK, ItemFact("headline-missing"), 0)
    count = len(words(release.headline))
    values = {"words": count, "most": reader.house.limits.headline_words}
    is_long = count > reader.house.limits.headline_words
    fact = ItemFact("headline-long" if is_long else "headline", values)
    return ChecklistItem("headline", ItemState.READY, fact, 0)


def _frame(release: Release, frame: Frame | None, reader: FrameReader) -> ChecklistItem:
    if frame is None:
        return ChecklistItem("frame", ItemState.LOOK, ItemFact("pending"))
    conditions = _conditions(frame, reader)
    absent = {FieldCondition.MISSING, FieldCondition.OPEN}
    missing = tuple(part for part, condition in conditions.items() if condition in absent)
    doubtful = tuple(p for p, c in conditions.items() if c is FieldCondition.DOUBTFUL)
    related = len(frame.related)
    if missing:
        place = _place_of(missing[0], release, frame)
        fact = ItemFact("frame-missing", {"parts": missing})
        return ChecklistItem("frame", ItemState.HELD, fact, place)
    if doubtful:
        place = _place_of(doubtful[0], release, frame)
        fact = ItemFact("frame-doubtful", {"parts": doubtful})
        return ChecklistItem("frame", ItemState.LOOK, fact, place)
    copy = [part for part in frame.parts if part.role in COPY]
    if not related and len(copy) >= reader.house.limits.related_expected_from:
        place = copy[min(1, len(copy) - 1)].paragraph.end
        return ChecklistItem("frame", ItemState.LOOK, ItemFact("related-missing"), place)
    return ChecklistItem("frame", ItemState.READY, ItemFact("frame", {"related": related}))


def _conditions(frame: Frame, reader: FrameReader) -> dict[FramePartName, FieldCondition]:
    found = read_field_states(frame, reader)
    return {
        part: max((found[name].condition for name in fields), key=_FROM_BEST.index)
        for part, fields in _PARTS
    }


def _place_of(part: FramePartName, release: Release, frame: Frame) -> int:
    """The position of a part of the frame, or of where it belongs."""
    if part == "dateline":
        return frame.lead.paragraph.start if frame.lead else release.text.index("\n") + 1
    if part == "source_tag":
        tagged = frame.tagged[-1] if frame.tagged else frame.last_body
        return tagged.paragraph.end if tagged else len(release.text)
    return frame.credited[-1].paragraph.end if frame.credited else len(release.text)


def _findings(frame: Frame | None, findings: Sequence[Finding]) -> ChecklistItem:
    if frame is None:
        return ChecklistItem("findings", ItemState.LOOK, ItemFact("pending"))
    counts = {severity.value: 0 for severity in Severity}
    first: dict[Severity, int] = {}
    for finding in findings:
        counts[finding.severity.value] += 1
        first.setdefault(finding.severity, finding.start)
    if not findings:
        return ChecklistItem("findings", ItemState.READY, ItemFact("findings-none"))
    state = ItemState.READY
    if Severity.ERROR in first:
        state = ItemState.HELD
    elif Severity.WARNING in first:
        state = ItemState.LOOK
    worst = next(severity for severity in Severity if severity in first)
    return ChecklistItem("findings", state, ItemFact("findings", counts), first[worst])


def _original(facts: FactReview) -> ChecklistItem:
    """Held while a fact is changed and no editor has checked it."""
    waiting = facts.open_facts
    if waiting:
        counts = Counter(fact.change.kind for fact in waiting)
        fact = ItemFact("original-changed", dict(counts))
        return ChecklistItem("original", ItemState.HELD, fact, waiting[0].change.start)
    added = facts.open_additions
    if added:
        counts = Counter(fact.change.kind for fact in added)
        fact = ItemFact("original-added", dict(counts))
        return ChecklistItem("original", ItemState.LOOK, fact, added[0].change.start)
    checked = [fact for fact in facts.facts if fact.check and not fact.change.is_addition]
    if checked:
        last = checked[-1]
        values = {"words": last.now.words, "check": last.check, "others": len(checked) - 1}
        return ChecklistItem("original", ItemState.READY, ItemFact("original-checked", values))
    return ChecklistItem("original", ItemState.READY, ItemFact("original-same", dict(facts.same)))


def _embargo(release: Release, now: datetime) -> ChecklistItem:
    until = release.details.embargo
    if until is None:
        return ChecklistItem("embargo", ItemState.READY, ItemFact("embargo-none"))
    values = {"until": until}
    if release.details.is_under_embargo(now):
        return ChecklistItem("embargo", ItemState.HELD, ItemFact("embargo-running", values))
    return ChecklistItem("embargo", ItemState.READY, ItemFact("embargo-over", values))


def _photos(release: Release) -> ChecklistItem:
    photos = release.photos
    if not photos:
        return ChecklistItem("photos", ItemState.READY, ItemFact("photos-none"))
    lacking = [p for p in photos if not _is_whole(p)]
    values = {
        "count": len(photos),
        "captions": sum(not photo.caption.strip() for photo in photos),
        "credits": sum(not photo.credit.strip() for photo in photos),
        "alt_texts": sum(not photo.alt_text.strip() for photo in photos),
    }
    if not lacking:
        return ChecklistItem("photos", ItemState.READY, ItemFact("photos", values))
    paragraphs = release.paragraphs
    anchor = paragraphs[min(max(lacking[0].anchor, 0), len(paragraphs) - 1)]
    return ChecklistItem("photos", ItemState.LOOK, ItemFact("photos-lacking", values), anchor.end)


def _is_whole(photo: Photo) -> bool:
    return all(text.strip() for text in (photo.caption, photo.credit, photo.alt_text))


def _details(release: Release) -> ChecklistItem:
    details = release.details
    if details.publication_date is None:
        return ChecklistItem("details", ItemState.LOOK, ItemFact("date-missing"))
    values = {
        "date": details.publication_date,
        "category": details.category.strip(),
        "tags": len(details.tags),
        "advertorial": details.advertorial,
    }
    return ChecklistItem("details", ItemState.READY, ItemFact("details", values))
