"""What an editor types into the search, and what is made of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bnews_desk.archive.repository.archive_values import EVERYTHING, Filter
from bnews_desk.archive.search.postgresql_index import PostgresqlIndex
from bnews_desk.archive.search.search_query import MAX_TERMS, Query, Term, begun, parsed
from bnews_desk.archive.search.sqlite_index import SqliteIndex


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", ()),
        ('  -- * " : () ', ()),
        ("panen raya", (Term(("panen",)), Term(("raya",)))),
        ("PERENCANAAN", (Term(("rencana",)),)),
        ("menindaklanjuti", (Term(("tindak", "lanjut")),)),
        ("anak-anak", (Term(("anak",)),)),
        ('"panen raya"', (Term(("panen", "raya"), "phrase"),)),
        ("“panen raya”", (Term(("panen", "raya"), "phrase"),)),
        ('"panen raya', (Term(("panen", "raya"), "phrase"),)),
        ("kadema*", (Term(("kadema",), "prefix"),)),
        ("B-new*", (Term(("b", "new"), "prefix"),)),
        ("judul:banjir", (Term(("banjir",), "roots", "headline"),)),
        ('Judul:"dua desa"', (Term(("dua", "desa"), "phrase", "headline"),)),
        ("sumber:kmfkabblt", (Term(("kmfkabblt",), "phrase", "source"),)),
        ("editor:zai*", (Term(("zai",), "prefix", "editor"),)),
        ("tempat:blitar", (Term(("blitar",), "phrase", "place"),)),
        ("penulis:sun", (Term(("tulis",)), Term(("sun",)))),
        ("09.00", (Term(("09", "00"), "phrase"),)),
        ("Rp1,5 miliar", (Term(("rp1", "5"), "phrase"), Term(("miliar",)))),
        ("COVID-19", (Term(("covid", "19"), "phrase"),)),
        ("judul:13/11/2024", (Term(("13", "11", "2024"), "phrase", "headline"),)),
        ("café", (Term(("cafe",)),)),
        ("panen panen", (Term(("panen",)),)),
    ],
)
def test_words_become_terms(typed: str, wanted: tuple[Term, ...]) -> None:
    assert parsed(typed) == Query(wanted)


def test_a_hyphen_before_a_word_excludes_it() -> None:
    query = parsed('panen -banjir -"dua desa" -judul:jalan')
    assert query.wanted == (Term(("panen",)),)
    assert query.unwanted == (
        Term(("banjir",)),
        Term(("dua", "desa"), "phrase"),
        Term(("jalan",), "roots", "headline"),
    )


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("status:siap", Filter(frozenset({"siap"}))),
        ("status:siap,tayang", Filter(frozenset({"siap", "tayang"}))),
        ("-status:tayang", Filter(frozenset({"baru", "disunting", "siap"}))),
        ("status:siap -status:siap", Filter(frozenset())),
        ("tanggal:2024", Filter(None, "2024-01-01", "2024-12-31")),
        ("tanggal:2024-02", Filter(None, "2024-02-01", "2024-02-29")),
        ("tanggal:12/11/2024", Filter(None, "2024-11-12", "2024-11-12")),
        ("tanggal:2024-10..2024-11", Filter(None, "2024-10-01", "2024-11-30")),
        ("tanggal:2024-10..", Filter(None, "2024-10-01", "")),
        ("tanggal:..2024-10", Filter(None, "", "2024-10-31")),
        ("tanggal:2024 tanggal:..2024-10", Filter(None, "2024-01-01", "2024-10-31")),
    ],
)
def test_status_and_days_narrow_it_down(typed: str, wanted: Filter) -> None:
    assert parsed(typed) == Query(filter=wanted)


def test_days_that_are_upside_down_are_turned_and_told() -> None:
    query = parsed("tanggal:2024-11-05..2024-10")
    assert query.filter == Filter(None, "2024-10-01", "2024-11-05")
    assert query.notes == (
        "Rentang tanggal “2024-11-05..2024-10” terbalik, jadi dibaca “2024-10..2024-11-05”.",
    )


@pytest.mark.parametrize("typed", ["status:selesai", "tanggal:kemarin", "tanggal:2024-13"])
def test_what_is_not_understood_is_said_and_passed_over(typed: str) -> None:
    query = parsed(f"{typed} panen")
    assert query.wanted == (Term(("panen",)),)
    assert query.filter == EVERYTHING
    assert len(query.notes) == 1
    assert typed.partition(":")[2] in query.notes[0]


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("suto", Term(("suto",), "prefix")),
        ("panen ra", Term(("ra",), "prefix")),
        ("judul:pan", Term(("pan",), "prefix", "headline")),
        ("tempat:bli", Term(("bli",), "prefix", "place")),
        ("anak-a", Term(("anak", "a"), "prefix")),
    ],
)
def test_the_last_word_may_only_have_begun(typed: str, last: Term) -> None:
    query = begun(typed)
    assert query is not None
    assert query.wanted == (*parsed(typed).wanted[:-1], last)


@pytest.mark.parametrize(
    "typed", ["", "panen ", "panen*", '"panen ra', "panen -pa", "status:si", "tanggal:2024", "..."]
)
def test_what_is_no_word_has_not_begun(typed: str) -> None:
    assert begun(typed) is None


def test_a_query_of_a_thousand_words_is_cut_and_that_is_said() -> None:
    query = parsed(" ".join(f"k{i}" for i in range(100)))
    assert len(query.wanted) == MAX_TERMS
    assert query.notes


@given(st.text())
@example('judul:""* -"* AND NOT ( {a} : ^ + NEAR(')
@example("'; DROP TABLE search; --\x00\ud800")
def test_no_text_can_reach_a_database_but_as_quoted_tokens(typed: str) -> None:
    query = parsed(typed)
    for term in (*query.wanted, *query.unwanted):
        assert term.tokens
        for token in term.tokens:
            assert token.isascii()
            assert token.isalnum()
            assert token == token.lower()
    for index in (SqliteIndex(), PostgresqlIndex()):
        index.expression(query.wanted, is_any=False)
