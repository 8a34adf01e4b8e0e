"""What a request lets through: the words' own filters and those of the page, both."""

from __future__ import annotations

from datetime import date

import pytest

from bnews_desk.archive.release_progress import STAGES
from bnews_desk.archive.repository.archive_values import (
    Order,
    ReleaseFilter,
    ReleaseSummary,
    ResultPage,
    SearchHit,
)
from bnews_desk.archive.search.search_query import QueryTerm, SearchQuery
from bnews_desk.gui.archive.search_request import Period, SearchRequest, answer_request, days_of


class Asked:
    """An archive that remembers what it was asked and has nothing."""

    query = SearchQuery()
    page = ResultPage()

    def indexed_share(self) -> float:
        return 1.0

    def search(self, query: SearchQuery, order: Order, page: ResultPage) -> list[SearchHit]:
        del order
        self.query, self.page = query, page
        return []


def asked(request: SearchRequest) -> ReleaseFilter:
    archive = Asked()
    answer_request(archive, request, 0)  # type: ignore[arg-type]
    return archive.query.filter


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        ("any", "", ""),
        ("week", "2024-02-22", ""),
        ("month", "2024-01-30", ""),
        ("year", "2024-01-01", ""),
        ("last-year", "2023-01-01", "2023-12-31"),
    ],
)
def test_periods_begin_and_end(period: Period, since: str, until: str) -> None:
    assert days_of(period, date(2024, 2, 29)) == (since, until)


def test_nothing_is_narrowed_by_itself() -> None:
    assert asked(SearchRequest("panen")) == ReleaseFilter()
    assert asked(SearchRequest(stages=frozenset(STAGES))).statuses is None


def test_words_and_chips_narrow_together() -> None:
    chips = frozenset(("siap", "tayang"))
    assert asked(SearchRequest("status:baru,siap", stages=chips)).statuses == {"siap"}  # type: ignore[arg-type]
    assert asked(SearchRequest("status:baru", stages=chips)).statuses == frozenset()  # type: ignore[arg-type]


def test_the_narrower_days_hold() -> None:
    both = asked(SearchRequest("tanggal:2024-03..2024-08", since="2024-05-01", until="2024-12-31"))
    assert (both.since, both.until) == ("2024-05-01", "2024-08-31")


def test_the_bin_is_asked_for() -> None:
    assert asked(SearchRequest(in_bin=True)).in_bin


def test_one_more_is_asked_for_than_is_shown_to_know_whether_more_follows() -> None:
    archive = Asked()
    answer_request(archive, SearchRequest(), 60, 30)  # type: ignore[arg-type]
    assert archive.page == ResultPage(31, 60)


class Shelf:
    """An archive with one release, whose words are known."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.asked = 0

    def indexed_share(self) -> float:
        return 1.0

    def search(self, query: SearchQuery, order: Order, page: ResultPage) -> list[SearchHit]:
        del order
        self.asked += 1
        has_all = all(any(_is(term, word) for word in self.words) for term in query.wanted)
        summary = ReleaseSummary("a", 1, "baru", "", "", "", "", "", "", "", "", 0.0, 0.0, None)
        return [SearchHit(summary)] * 40 * has_all if page.offset < 40 else []


def _is(term: QueryTerm, word: str) -> bool:
    begins = word.startswith(term.tokens[0])
    return begins if term.kind == "prefix" else word == term.tokens[0]


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [("suto", True), ("sutojayan", True), ("banjir suto", True), ("suto ", False), ("sutu", False)],
)
def test_a_word_is_found_while_it_is_being_typed(typed: str, is_found: bool) -> None:
    shelf = Shelf("banjir", "sutojayan")
    assert bool(answer_request(shelf, SearchRequest(typed), 0).hits) == is_found  # type: ignore[arg-type]


def test_a_word_that_stands_somewhere_is_not_taken_for_the_beginning_of_others() -> None:
    shelf = Shelf("sun", "sungai")
    assert answer_request(shelf, SearchRequest("sun"), 0).hits  # type: ignore[arg-type]
    assert shelf.asked == 1
    assert not answer_request(shelf, SearchRequest("sun"), 40).hits  # type: ignore[arg-type]
    assert shelf.asked == 3


def test_that_the_index_is_being_made_anew_is_told() -> None:
    class Rebuilt(Asked):
        def indexed_share(self) -> float:
            return 0.347

    (note,) = answer_request(Rebuilt(), SearchRequest("panen"), 0).notes  # type: ignore[arg-type]
    assert "(34 %)" in note
