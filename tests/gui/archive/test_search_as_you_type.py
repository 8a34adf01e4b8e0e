"""Searching as one types: one search a pause, and no answer to an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from bnews_desk.archive.repository.archive_values import (
    Order,
    ReleaseSummary,
    ResultPage,
    SearchHit,
)
from bnews_desk.archive.search.search_query import SearchQuery
from bnews_desk.gui.archive.archive_controller import SearchAsYouType
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.search_request import ArchiveHits, SearchRequest


def hit(key: str) -> SearchHit:
    return SearchHit(
        ReleaseSummary(key, 1, "baru", key, "", "", "", "", "", "", "", 0.0, 0.0, None)
    )


class Lane:
    """Keeps what it is asked until somebody has it answered; the archive finds page after page."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[[Any], Any], Callable[[Any], Any], Callable[[str], Any]]]
        self.asked = []
        self.searched: list[tuple[SearchQuery, ResultPage]] = []

    def ask(
        self,
        work: Callable[[Any], Any],
        then: Callable[[Any], Any],
        failed: Callable[[str], Any],
    ) -> None:
        self.asked.append((work, then, failed))

    def indexed_share(self) -> float:
        return 1.0

    def search(self, query: SearchQuery, order: Order, page: ResultPage) -> list[SearchHit]:
        del order
        self.searched.append((query, page))
        return [hit(f"{n}") for n in range(page.offset, min(page.offset + page.limit, 40))]

    def answer(self, number: int = 0) -> None:
        work, then, _ = self.asked.pop(number)
        then(work(self))


@pytest.fixture
def lane() -> Lane:
    return Lane()


@pytest.fixture
def searches(lane: Lane, qtbot: QtBot) -> SearchAsYouType:
    del qtbot
    return SearchAsYouType(cast("ArchiveService", lane))


@pytest.fixture
def found(searches: SearchAsYouType) -> list[ArchiveHits]:
    taken: list[ArchiveHits] = []
    searches.found.connect(taken.append)
    return taken


def test_letters_in_a_row_make_one_search(
    searches: SearchAsYouType, lane: Lane, qtbot: QtBot, found: list[ArchiveHits]
) -> None:
    for typed in ("p", "pa", "pan", "panen"):
        searches.search(SearchRequest(typed))
    qtbot.waitUntil(lambda: bool(lane.asked))
    lane.answer()
    assert [query.wanted[0].tokens for query, _ in lane.searched] == [("panen",)]
    assert len(found) == 1
    assert found[0].is_more


def test_an_answer_to_an_earlier_request_is_let_go(
    searches: SearchAsYouType, lane: Lane, found: list[ArchiveHits]
) -> None:
    searches.search_now(SearchRequest("padi"))
    work, then, _ = lane.asked.pop()
    late = work(lane)
    searches.search_now(SearchRequest("kopi"))
    then(late)
    assert found == []
    lane.answer()
    assert len(found) == 1


def test_a_search_that_nobody_waits_for_any_more_is_not_begun(
    searches: SearchAsYouType, lane: Lane, found: list[ArchiveHits]
) -> None:
    searches.search_now(SearchRequest("padi"))
    searches.search_now(SearchRequest("kopi"))
    lane.answer()
    assert lane.searched == []
    lane.answer()
    assert len(lane.searched) == 1
    assert len(found) == 1


def test_what_follows_is_asked_once_and_comes_behind(
    searches: SearchAsYouType, lane: Lane, found: list[ArchiveHits]
) -> None:
    searches.search_now(SearchRequest())
    lane.answer()
    searches.more(30)
    searches.more(30)
    assert len(lane.asked) == 1
    lane.answer()
    assert [each.offset for each in found] == [0, 30]
    assert [h.summary.key for h in found[1].hits] == [str(n) for n in range(30, 40)]
    assert not found[1].is_more


def test_a_failure_is_told_and_an_old_one_is_not(searches: SearchAsYouType, lane: Lane) -> None:
    told: list[str] = []
    searches.failed.connect(told.append)
    searches.search_now(SearchRequest("padi"))
    searches.search_now(SearchRequest("kopi"))
    for _, _, failed in lane.asked:
        failed("Arsip tidak dapat dibuka.")
    assert told == ["Arsip tidak dapat dibuka."]


def test_stopped_it_says_nothing_more(
    searches: SearchAsYouType, lane: Lane, qtbot: QtBot, found: list[ArchiveHits]
) -> None:
    searches.search_now(SearchRequest("padi"))
    searches.stop()
    lane.answer()
    searches.search(SearchRequest("kopi"))
    searches.stop()
    qtbot.wait(200)
    assert found == []
    assert lane.asked == []
