"""Dates as editors write them, long and short."""

from __future__ import annotations

from datetime import date

import pytest

from bnews_desk.gui.frame.date_input import read_date, read_short_date

TODAY = date(2026, 12, 30)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("27/11/2026", date(2026, 11, 27)),
        ("27/11", date(2026, 11, 27)),
        ("27-11", date(2026, 11, 27)),
        ("27.11.26", date(2026, 11, 27)),
        ("27 Nov", date(2026, 11, 27)),
        ("27 nov. 26", date(2026, 11, 27)),
        ("27 November", date(2026, 11, 27)),
        ("2/1", date(2027, 1, 2)),
        ("31/12", date(2026, 12, 31)),
        ("29/2", None),
        ("31/11", None),
        ("27/13", None),
        ("27 xyz", None),
        ("hari  ini", TODAY),
        ("Besok", date(2026, 12, 31)),
        ("lusa", date(2027, 1, 1)),
        ("kemarin", date(2026, 12, 29)),
        ("nanti", None),
        ("", None),
    ],
)
def test_a_short_date_is_the_nearest_day_of_that_name(written: str, day: date | None) -> None:
    assert read_short_date(written, TODAY) == day


def test_the_leap_day_is_found_in_the_year_that_has_it() -> None:
    assert read_short_date("29/2", date(2028, 1, 5)) == date(2028, 2, 29)
    assert read_short_date("29/2", date(2027, 12, 5)) == date(2028, 2, 29)


@pytest.mark.parametrize("written", ["27/1", "27/11", "27/11/20", "besok", "27 November"])
def test_what_may_still_be_on_its_way_is_no_date_yet(written: str) -> None:
    assert read_date(written) is None
