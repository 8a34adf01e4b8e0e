"""What an editor types into the search, and what is made of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bnews_desk.archive.repository.archive_values import EVERYTHING, ReleaseFilter
from bnews_desk.archive.search.postgresql_index import PostgresqlIndex
from bnews_desk.archive.search.search_query import (
    MAX_TERMS,
    QueryTerm,
    SearchQuery,
    parse_query,
    parse_unfinished_query,
)
from bnews_desk.archive.search.sqlite_index import SqliteIndex


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", ()),
        ('  -- * " : () ', ()),
        ("panen raya", (QueryTerm(("panen",)), QueryTerm(("raya",)))),
        ("PERENCANAAN", (QueryTerm(("rencana",)),)),
        ("menindaklanjuti", (QueryTerm(("tindak", "lanjut")),)),
        ("anak-anak", (QueryTerm(("anak",)),)),
        ('"panen raya"', (QueryTerm(("panen", "raya"), "phrase"),)),
        ("“panen raya”", (QueryTerm(("panen", "raya"), "phrase"),)),
        ('"panen raya', (QueryTerm(("panen", "raya"), "phrase"),)),
        ("kadema*", (QueryTerm(("kadema",), "prefix"),)),
        ("B-new*", (QueryTerm(("b", "new"), "prefix"),)),
        ("judul:banjir", (QueryTerm(("banjir",), "roots", "headline"),)),
        ('Judul:"dua desa"', (QueryTerm(("dua", "desa"), "phrase", "headline"),)),
        ("sumber:kmfkabblt", (QueryTerm(("kmfkabblt",), "phrase", "source"),)),
        ("editor:zai*", (QueryTerm(("zai",), "prefix", "editor"),)),
        ("tempat:blitar", (QueryTerm(("blitar",), "phrase", "place"),)),
        ("penulis:sun", (QueryTerm(("tulis",)), QueryTerm(("sun",)))),
        ("09.00", (QueryTerm(("09", "00"), "phrase"),)),
        ("Rp1,5 miliar", (QueryTerm(("rp1", "5"), "phrase"), QueryTerm(("miliar",)))),
        ("COVID-19", (QueryTerm(("covid", "19"), "phrase"),)),
        ("judul:13/11/2024", (QueryTerm(("13", "11", "2024"), "phrase", "headline"),)),
        ("café", (QueryTerm(("cafe",)),)),
        ("panen panen", (QueryTerm(("panen",)),)),
    ],
)
def test_words_become_terms(typed: str, wanted: tuple[QueryTerm, ...]) -> None:
    assert parse_query(typed) == SearchQuery(wanted)


def test_a_hyphen_before_a_word_excludes_it() -> None:
    query = parse_query('panen -banjir -"dua desa" -judul:jalan')
    assert query.wanted == (QueryTerm(("panen",)),)
    assert query.unwanted == (
        QueryTerm(("banjir",)),
        QueryTerm(("dua", "desa"), "phrase"),
        QueryTerm(("jalan",), "roots", "headline"),
    )


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("status:siap", ReleaseFilter(frozenset({"siap"}))),
        ("status:siap,tayang", ReleaseFilter(frozenset({"siap", "tayang"}))),
        ("-status:tayang", ReleaseFilter(frozenset({"baru", "disunting", "siap"}))),
        ("status:siap -status:siap", ReleaseFilter(frozenset())),
        ("tanggal:2024", ReleaseFilter(None, "2024-01-01", "2024-12-31")),
        ("tanggal:2024-02", ReleaseFilter(None, "2024-02-01", "2024-02-29")),
        ("tanggal:12/11/2024", ReleaseFilter(None, "2024-11-12", "2024-11-12")),
        ("tanggal:2024-10..2024-11", ReleaseFilter(None, "2024-10-01", "2024-11-30")),
        ("tanggal:2024-10..", ReleaseFilter(None, "2024-10-01", "")),
        ("tanggal:..2024-10", ReleaseFilter(None, "", "2024-10-31")),
        ("tanggal:2024 tanggal:..2024-10", ReleaseFilter(None, "2024-01-01", "2024-10-31")),
    ],
)
def test_status_and_days_narrow_it_down(typed: str, wanted: ReleaseFilter) -> None:
    assert parse_query(typed) == SearchQuery(filter=wanted)


def test_days_that_are_upside_down_are_turned_and_told() -> None:
    query = parse_query("tanggal:2024-11-05..2024-10")
    assert query.filter == ReleaseFilter(None, "2024-10-01", "2024-11-05")
    assert query.notes == (
        "Rentang tanggal “2024-11-05..2024-10” terbalik, jadi dibaca “2024-10..2024-11-05”.",
    )


@pytest.mark.parametrize("typed", ["status:selesai", "tanggal:kemarin", "tanggal:2024-13"])
def test_what_is_not_understood_is_said_and_passed_over(typed: str) -> None:
    query = parse_query(f"{typed} panen")
    assert query.wanted == (QueryTerm(("panen",)),)
    assert query.filter == EVERYTHING
    assert len(query.notes) == 1
    assert typed.partition(":")[2] in query.notes[0]


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("suto", QueryTerm(("suto",), "prefix")),
        ("panen ra", QueryTerm(("ra",), "prefix")),
        ("judul:pan", QueryTerm(("pan",), "prefix", "headline")),
        ("tempat:bli", QueryTerm(("bli",), "prefix", "place")),
        ("anak-a", QueryTerm(("anak", "a"), "prefix")),
    ],
)
def test_the_last_word_may_only_have_begun(typed: str, last: QueryTerm) -> None:
    query = parse_unfinished_query(typed)
    assert query is not None
    assert query.wanted == (*parse_query(typed).wanted[:-1], last)


@pytest.mark.parametrize(
    "typed", ["", "panen ", "panen*", '"panen ra', "panen -pa", "status:si", "tanggal:2024", "..."]
)
def test_what_is_no_word_has_not_begun(typed: str) -> None:
    assert parse_unfinished_query(typed) is None


def test_a_query_of_a_thousand_words_is_cut_and_that_is_said() -> None:
    query = parse_query(" ".join(f"k{i}" for i in range(100)))
    assert len(query.wanted) == MAX_TERMS
    assert query.notes


@given(st.text())
@example('judul:""* -"* AND NOT ( {a} : ^ + NEAR(')
@example("'; DROP TABLE search; --\x00\ud800")
def test_no_text_can_reach_a_database_but_as_quoted_tokens(typed: str) -> None:
    query = parse_query(typed)
    for term in (*query.wanted, *query.unwanted):
        assert term.tokens
        for token in term.tokens:
            assert token.isascii()
            assert token.isalnum()
            assert token == token.lower()
    for index in (SqliteIndex(), PostgresqlIndex()):
        index.expression(query.wanted, is_any=False)
