"""Where the words of a release stand in a text file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.release import Release
from bnews_desk.text_form import LineColumns, text_form

LINE = st.text(st.characters(exclude_characters="\n"), max_size=20)


def test_the_headline_stands_apart_by_one_empty_line() -> None:
    assert text_form(Release.of("Judul", ["Satu.", "Dua."])) == "Judul\n\nSatu.\nDua."


def test_without_headline_the_body_stands_alone() -> None:
    assert text_form(Release.of("", ["Satu.", "Dua."])) == "Satu.\nDua."


@pytest.mark.parametrize(
    ("headline", "position", "place"),
    [
        ("Judul", 0, (1, 1)),
        ("Judul", 4, (1, 5)),
        ("Judul", 6, (3, 1)),
        ("Judul", 13, (4, 2)),
        ("", 1, (1, 1)),
        ("", 3, (1, 3)),
        ("", 8, (2, 2)),
        ("", 0, (1, 1)),
    ],
)
def test_places_count_from_one(headline: str, position: int, place: tuple[int, int]) -> None:
    assert LineColumns(Release.of(headline, ["Satu.", "Dua."])).of(position) == place


def test_an_emoji_is_one_column() -> None:
    assert LineColumns(Release.of("", ["🌾🌾 Panen"])).of(4) == (1, 4)


@given(LINE, st.lists(LINE, min_size=1, max_size=6))
def test_every_code_point_is_where_its_place_says(headline: str, body: list[str]) -> None:
    release = Release.of(headline, body)
    places = LineColumns(release)
    lines = text_form(release).split("\n")
    for position, char in enumerate(release.text):
        if char != "\n":
            line, column = places.of(position)
            assert lines[line - 1][column - 1] == char
