"""The words of a release that are marked, without a database."""

from __future__ import annotations

import pytest

from bnews_desk.archive.search.search_excerpts import ExcerptMarker
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.release import Release

_BODY = (
    "Keluhan ditindaklanjuti. Tindak tegas, bukan lanjutan; padi-padian di Jl. Ir. Soekarno 09.00."
)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("menindaklanjuti", ["ditindaklanjuti"]),
        ("menindaklanjuti keluhan", ["Keluhan", "ditindaklanjuti"]),
        ("ketegasan keluhan", ["Keluhan", "tegas"]),
        ("tin* 09.00", ["Tindak", "09.00"]),
        ('soek* keluhan "tegas"', ["Keluhan", "tegas", "Soekarno"]),
        ('"padi padian di"', ["padi-padian di"]),
        ('"padian di j" tegas', ["tegas"]),
        ("judul:tegas tempat:tegas -keluhan", []),
        ("", []),
    ],
)
def test_what_was_asked_for_is_marked(typed: str, marked: list[str]) -> None:
    marker = ExcerptMarker(parse_query(typed).wanted)
    for _ in range(2):  # what was read of a word is remembered
        excerpt = marker.excerpt(Release.of("Tegas", [_BODY]))
        assert excerpt.text == _BODY
        assert [span.within(excerpt.text) for span in excerpt.marks] == marked
