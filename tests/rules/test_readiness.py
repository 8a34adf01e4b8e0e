"""What is ready of a release and what is missing, judged without a window."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.finding import Finding, Severity
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Details, Photo, Release
from bnews_desk.rules.readiness import (
    Checklist,
    ChecklistItem,
    ItemKind,
    ItemState,
    ReadinessVerdict,
    judge_readiness,
)

READER = FrameReader(load_style_sheet()[0])
NOW = datetime(2024, 11, 14, 10, 58)
BODY = (
    "BLITAR | B-news.id - Dinas Ketahanan Pangan membuka Pasar Tani Tegalasri di Kecamatan Wlingi"
    " untuk warga sekitar setiap Sabtu pagi mulai bulan ini.",
    "Baca juga: Panen Raya Cabai di Wlingi",
    "Pasar itu ramai. (kmfkabblt/sun)",
    "Editor : Zainul Arifin",
)
READY = Release.of("Pasar Tani Tegalasri Dibuka", BODY)
WHOLE = READY._replace(details=Details(publication_date=date(2024, 11, 14)))


def judged(release: Release, *findings: Finding, now: datetime = NOW) -> Checklist:
    return judge_readiness(release, READER.read(release.text), findings, READER, now)


def items_of(
    release: Release, *findings: Finding, now: datetime = NOW
) -> dict[ItemKind, ChecklistItem]:
    return {item.kind: item for item in judged(release, *findings, now=now).items}


def finding(severity: Severity, start: int) -> Finding:
    return Finding("aturan", severity, start, start + 1, "x", "Sebab.")


def without(part: str) -> Release:
    """The ready release without what one part of the frame says."""
    return Release(WHOLE.text.replace(part, ""), details=WHOLE.details)


def test_a_whole_release_has_every_tick_and_may_be_published() -> None:
    checklist = judged(WHOLE)
    assert [item.kind for item in checklist.items] == [
        "headline", "frame", "findings", "embargo", "photos", "details",
    ]  # fmt: skip
    assert checklist.state is ItemState.READY
    assert checklist.blockers == ()
    assert checklist.may_publish


def test_an_unchecked_release_waits_and_holds_nothing_back() -> None:
    checklist = judge_readiness(WHOLE, None, (), READER, NOW)
    pending = {item.kind for item in checklist.items if item.fact.key == "pending"}
    assert pending == {"frame", "findings"}
    assert checklist.blockers == ()


def test_the_verdict_is_known_of_a_checked_text_alone() -> None:
    error, warning = finding(Severity.ERROR, 3), finding(Severity.WARNING, 3)
    suggestion = finding(Severity.SUGGESTION, 9)

    def verdict(*found: Finding, is_original_awaited: bool = False) -> ReadinessVerdict:
        frame = READER.read(WHOLE.text)
        return judge_readiness(
            WHOLE, frame, found, READER, NOW, is_original_awaited=is_original_awaited
        ).verdict

    assert judge_readiness(WHOLE, None, (), READER, NOW).verdict is ReadinessVerdict.PENDING
    assert judge_readiness(WHOLE, None, (error,), READER, NOW).verdict is ReadinessVerdict.PENDING
    assert verdict() is verdict(suggestion) is ReadinessVerdict.READY
    assert verdict(warning, suggestion) is ReadinessVerdict.NOTES
    assert verdict(warning, error) is ReadinessVerdict.HELD
    assert verdict(is_original_awaited=True) is ReadinessVerdict.PENDING
    assert verdict(error, is_original_awaited=True) is ReadinessVerdict.HELD
    assert judged(WHOLE, warning, warning, suggestion).notes == 2
    assert not judge_readiness(WHOLE, None, (), READER, NOW).may_publish


def test_what_was_not_judged_may_not_be_published() -> None:
    assert Checklist().state is None
    assert not Checklist().may_publish


def test_an_error_an_embargo_and_a_missing_part_each_forbid_publication() -> None:
    embargoed = WHOLE._replace(details=WHOLE.details._replace(embargo=NOW + timedelta(hours=1)))
    uncredited = without("\nEditor : Zainul Arifin")
    cases = (
        (judged(WHOLE, finding(Severity.ERROR, 3)), "findings"),
        (judged(embargoed), "embargo"),
        (judged(uncredited), "frame"),
    )
    for checklist, kind in cases:
        assert [item.kind for item in checklist.blockers] == [kind]
        assert checklist.state is ItemState.HELD
        assert not checklist.may_publish


def test_warnings_and_what_an_editor_should_look_at_forbid_nothing() -> None:
    checklist = judged(READY, finding(Severity.WARNING, 3))
    assert checklist.state is ItemState.LOOK
    assert checklist.may_publish


def test_a_missing_headline_leads_to_its_place() -> None:
    item = items_of(Release.of("", BODY))["headline"]
    assert (item.state, item.position) == (ItemState.LOOK, 0)


def test_a_long_headline_is_told_but_ready() -> None:
    item = items_of(Release.of("kata " * 15, BODY))["headline"]
    assert (item.state, item.fact.key) == (ItemState.READY, "headline-long")


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("BLITAR | B-news.id - ", "dateline"),
        (" (kmfkabblt/sun)", "source_tag"),
        ("\nEditor : Zainul Arifin", "credit"),
    ],
)
def test_a_missing_part_of_the_frame_holds_back_and_leads_to_its_place(
    said: str, part: str
) -> None:
    release = without(said)
    item = items_of(release)["frame"]
    assert item.state is ItemState.HELD
    assert item.fact.values == {"parts": (part,)}
    places = {
        "dateline": release.text.index("Dinas"),
        "source_tag": release.text.index("ramai.") + 6,
        "credit": len(release.text),
    }
    assert item.position == places[part]


def test_an_unknown_editor_is_to_be_looked_at() -> None:
    release = Release(WHOLE.text.replace("Zainul Arifin", "Sekar Wangi"))
    item = items_of(release)["frame"]
    assert item.state is ItemState.LOOK
    assert item.fact.values == {"parts": ("credit",)}
    assert item.position == len(release.text)


def test_a_long_story_without_related_lines_is_to_be_looked_at() -> None:
    middle = ["Warga datang sejak pagi untuk berbelanja sayur."] * 8
    release = Release.of("Pasar", [BODY[0], *middle, *BODY[2:]])
    item = items_of(release)["frame"]
    assert (item.state, item.fact.key) == (ItemState.LOOK, "related-missing")


@pytest.mark.parametrize(
    ("severities", "state", "position"),
    [
        ((Severity.SUGGESTION,), ItemState.READY, 10),
        ((Severity.SUGGESTION, Severity.WARNING), ItemState.LOOK, 20),
        ((Severity.WARNING, Severity.ERROR, Severity.ERROR), ItemState.HELD, 20),
    ],
)
def test_findings_lead_to_the_first_of_the_worst(
    severities: tuple[Severity, ...], state: ItemState, position: int
) -> None:
    found = [finding(severity, 10 * place) for place, severity in enumerate(severities, 1)]
    item = items_of(WHOLE, *found)["findings"]
    assert (item.state, item.position) == (state, position)
    assert sum(int(str(count)) for count in item.fact.values.values()) == len(severities)


@pytest.mark.parametrize(
    ("until", "key"),
    [
        (NOW + timedelta(minutes=1), "embargo-running"),
        (NOW, "embargo-over"),
        (datetime(2024, 11, 14, 4, 30, tzinfo=UTC), "embargo-running"),
        (datetime(2024, 11, 14, 3, 30, tzinfo=UTC), "embargo-over"),
    ],
)
def test_an_embargo_holds_back_until_it_has_passed(until: datetime, key: str) -> None:
    now = NOW if until.tzinfo is None else NOW.replace(tzinfo=timezone(timedelta(hours=7)))
    release = WHOLE._replace(details=WHOLE.details._replace(embargo=until))
    item = items_of(release, now=now)["embargo"]
    assert item.fact.key == key
    assert (item.state is ItemState.HELD) is (key == "embargo-running")


def test_photos_without_caption_credit_or_alt_text_are_counted_and_lead_there() -> None:
    photos = (
        Photo("a" * 64, 1, caption="Lapak.", credit="Humas", alt_text="Lapak sayur"),
        Photo("b" * 64, 3, caption="Kios.", alt_text=" "),
    )
    item = items_of(WHOLE._replace(photos=photos))["photos"]
    assert item.state is ItemState.LOOK
    assert item.fact.values == {"count": 2, "captions": 0, "credits": 1, "alt_texts": 1}
    assert item.position == WHOLE.paragraphs[3].end
    assert items_of(WHOLE._replace(photos=photos[:1]))["photos"].state is ItemState.READY


def test_an_unknown_publication_date_is_to_be_looked_at() -> None:
    assert items_of(READY)["details"].state is ItemState.LOOK


@given(st.text(), st.integers(-3, 9))
def test_any_text_can_be_judged_and_positions_lie_in_it(text: str, anchor: int) -> None:
    release = Release(text, photos=(Photo("a" * 64, anchor),))
    for item in items_of(release).values():
        assert item.position is None or 0 <= item.position <= len(release.text)


@pytest.mark.parametrize(
    "module", ["rules.readiness", "gui.publish.export_choices", "gui.publish.export_writer"]
)
def test_judging_and_writing_load_nothing_of_qt(module: str) -> None:
    code = (
        f"import sys, bnews_desk.{module}\n"
        "print(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"
