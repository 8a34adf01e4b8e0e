"""How it is said when a mail was sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.importers.mail.message import describe_date_header, describe_moment


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Thu, 14 Nov 2024 10:42:07 +0700", "Kamis, 14 November 2024 pukul 10.42 WIB"),
        ("14 Nov 2024 10:42 +0800", "Kamis, 14 November 2024 pukul 10.42 WITA"),
        ("Thu, 14 Nov 2024 10:42:07 +0900 (WIT)", "Kamis, 14 November 2024 pukul 10.42 WIT"),
        ("Thu, 14 Nov 2024 20:42:07 -0000", "Jumat, 15 November 2024 pukul 03.42 WIB"),
        ("Thu, 14 Nov 2024 20:42:07 GMT", "Jumat, 15 November 2024 pukul 03.42 WIB"),
        ("Thu, 14 Nov 2024 10:42:07 +0530", "Kamis, 14 November 2024 pukul 12.12 WIB"),
        ("kemarin sore", "kemarin sore"),
        ("Thu, 31 Feb 2024 10:42:07 +0700", "Thu, 31 Feb 2024 10:42:07 +0700"),
        ("Thu, 14 Nov 2024 10:42:07 +99999999999", "Thu, 14 Nov 2024 10:42:07 +99999999999"),
        ("", ""),
    ],
)
def test_a_header_is_told_in_words(header: str, said: str) -> None:
    assert describe_date_header(header) == said


def test_where_the_calendar_ends_nothing_is_said() -> None:
    assert describe_moment(datetime.max.replace(tzinfo=UTC)) == ""


@given(st.text(max_size=40))
def test_any_header_says_something(header: str) -> None:
    assert bool(describe_date_header(header)) == bool(header)
