"""How versions are called."""

from __future__ import annotations

import time
from typing import get_args

import pytest

from bnews_desk.archive.repository.archive_values import Reason
from bnews_desk.comparison import compare
from bnews_desk.gui.versions.version_texts import (
    format_time_in_sentence,
    format_version_time,
    format_word_changes,
    version_reason,
)

NOW = time.mktime((2025, 8, 18, 10, 0, 0, 0, 0, -1))
DAY = 86_400.0


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_has_its_words(reason: Reason) -> None:
    assert version_reason(reason)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (NOW - 60, "Hari ini 09.59"),
        (NOW - DAY, "Kemarin 10.00"),
        (NOW - 3 * DAY, "15/8/2025 10.00"),
        (NOW + 2 * DAY, "20/8/2025 10.00"),
    ],
)
def test_a_moment_is_said_as_people_say_it(made: float, said: str) -> None:
    assert format_version_time(made, NOW) == said
    assert format_time_in_sentence(made, NOW) == said[:1].lower() + said[1:]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("satu dua", "satu dua tiga", "+1 kata"),
        ("satu dua tiga", "satu", "−2 kata"),
        ("satu dua", "satu empat lima", "+2 −1 kata"),
        ("satu dua", "satu dua", "tanpa perubahan kata"),
        ("satu dua", "satu, dua", "tanpa perubahan kata"),
    ],
)
def test_the_size_of_a_change_counts_words(old: str, new: str, said: str) -> None:
    comparison = compare(f"Judul\n{old}", f"Judul\n{new}")
    assert format_word_changes(comparison.words_inserted, comparison.words_deleted) == said
