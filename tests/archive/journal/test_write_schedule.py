"""When the journal writes: within two seconds of the last change, ten into continuous typing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.archive.journal.write_schedule import (
    LONGEST_SECONDS,
    QUIET_SECONDS,
    REMIND_SECONDS,
    RETRY_SECONDS,
    WriteSchedule,
)


def test_nothing_waits_without_a_note() -> None:
    assert WriteSchedule().wait(100.0) is None


def test_a_note_is_due_after_a_short_quiet() -> None:
    schedule = WriteSchedule()
    schedule.note_change(10.0)
    assert schedule.wait(10.0) == pytest.approx(QUIET_SECONDS)
    assert schedule.wait(10.0 + QUIET_SECONDS) == 0.0


@given(st.lists(st.floats(0.0, 3.0), min_size=1, max_size=60))
def test_no_note_waits_two_seconds_however_one_types(gaps: list[float]) -> None:
    schedule = WriteSchedule()
    now = oldest = 0.0
    schedule.note_change(now)
    for gap in gaps:
        wait = schedule.wait(now)
        assert wait is not None
        assert now + wait - oldest <= LONGEST_SECONDS + 1e-6 < 2.0
        if wait <= gap:
            schedule.begun()
            oldest = now + gap
        now += gap
        schedule.note_change(now)


def test_what_is_noted_while_writing_is_for_the_next_write() -> None:
    schedule = WriteSchedule()
    schedule.note_change(0.0)
    schedule.begun()
    assert schedule.wait(1.0) is None
    schedule.note_change(1.0)
    assert schedule.succeeded() is False
    assert schedule.wait(1.0) == pytest.approx(QUIET_SECONDS)


def test_a_hurried_write_is_due_at_once() -> None:
    schedule = WriteSchedule()
    schedule.hurry()
    assert schedule.wait(0.0) == 0.0
    assert schedule.is_pressing
    schedule.begun()
    assert schedule.wait(0.0) is None


def test_a_failure_is_told_at_once_then_twice_a_minute_and_tried_again_all_the_time() -> None:
    schedule = WriteSchedule()
    told = []
    now = 0.0
    schedule.note_change(now)
    while now < 95:
        schedule.begun()
        if schedule.failed(now, "Disk penuh."):
            told.append(now)
        schedule.note_change(now + 0.1)
        assert schedule.wait(now) == pytest.approx(RETRY_SECONDS)
        now += RETRY_SECONDS
    assert told == [0.0, REMIND_SECONDS, 2 * REMIND_SECONDS, 3 * REMIND_SECONDS]


def test_another_trouble_is_told_at_once() -> None:
    schedule = WriteSchedule()
    assert schedule.failed(0.0, "Disk penuh.")
    assert schedule.failed(3.0, "Folder terkunci.")
    assert not schedule.failed(6.0, "Folder terkunci.")


def test_the_end_of_a_trouble_is_told_once_and_the_next_one_is_new() -> None:
    schedule = WriteSchedule()
    schedule.failed(0.0, "Disk penuh.")
    assert schedule.succeeded()
    assert not schedule.succeeded()
    assert schedule.failed(1.0, "Disk penuh.")
