"""Versions grow fewer with age; what came in and what went out never goes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.archive.repository.archive_values import Reason, Version
from bnews_desk.archive.repository.version_retention import (
    WORK_SECONDS,
    is_version_due,
    superfluous_versions,
)

DAY, HOUR = 86_400.0, 3_600.0
NOW = 1_731_400_000.0


def every_ten_minutes(days: int, reason: Reason = "berkala") -> list[Version]:
    count = days * 144
    return [Version(i, NOW - (count - i) * WORK_SECONDS, reason) for i in range(count)]


def left(versions: list[Version], now: float = NOW) -> list[Version]:
    gone = set(superfluous_versions(versions, now))
    return [version for version in versions if version.number not in gone]


def test_a_day_is_whole_a_week_by_the_hour_a_season_by_the_day_then_by_the_week() -> None:
    ages = [NOW - version.made for version in left(every_ten_minutes(365))]
    assert sum(age < DAY for age in ages) == 143
    assert 6 * 24 <= sum(DAY <= age < 7 * DAY for age in ages) <= 6 * 24 + 2
    assert 82 <= sum(7 * DAY <= age < 90 * DAY for age in ages) <= 85
    assert 39 <= sum(age >= 90 * DAY for age in ages) <= 41


def test_of_a_stretch_the_newest_stays() -> None:
    kept = [v.number for v in left(every_ten_minutes(3))]
    by_hour = {}
    for version in every_ten_minutes(3):
        if NOW - version.made >= DAY:
            by_hour[int(version.made // HOUR)] = version.number
    assert set(by_hour.values()) <= set(kept)


@given(
    st.lists(
        st.tuples(
            st.floats(-10 * DAY, 900 * DAY),
            st.sampled_from(["impor", "ekspor", "berkala", "rapikan", "bentrok"]),
        ),
        max_size=40,
    )
)
def test_what_came_in_what_went_out_and_the_newest_stay(
    made: list[tuple[float, Reason]],
) -> None:
    ordered = sorted(made, reverse=True)
    versions = [Version(i, NOW - age, reason) for i, (age, reason) in enumerate(ordered)]
    kept = left(versions)
    assert [v for v in versions if v.reason in ("impor", "ekspor")] == [
        v for v in kept if v.reason in ("impor", "ekspor")
    ]
    assert kept[-1:] == versions[-1:]
    assert left(kept) == kept


def test_work_makes_a_version_every_ten_minutes_whatever_the_clock_does() -> None:
    assert is_version_due(None, NOW)
    assert not is_version_due(NOW, NOW + WORK_SECONDS - 1)
    assert is_version_due(NOW, NOW + WORK_SECONDS)
    assert is_version_due(NOW, NOW - 1)
