"""How often a database is asked: each time takes as long as the way to the server and back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from repository_kit import FLOOD, HARVEST, OpenArchive
from sqlalchemy import event

from bnews_desk.archive.repository.archive_values import FIRST_PAGE, Order
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.search.postgresql_index import PostgresqlIndex
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.archive.search.search_statements import numbers_found
from bnews_desk.release import Release

SEARCH_QUESTIONS = 6
"""Whether something was saved, the newest, a glance at them, two looks further, the page."""
RELATED_QUESTIONS = 7
"""Whether something was saved, what was dismissed, the newest, how to ask, roots, headlines and
the texts of all candidates."""


@contextmanager
def questions(vault: DatabaseArchive) -> Iterator[list[str]]:
    """What is asked of the archive's database meanwhile."""
    asked: list[str] = []

    def note(_db: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(vault.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(vault.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("order", ["newest", "best"])
@pytest.mark.parametrize("typed", ["banjir", "b*", "-panen", "", "zzyzx"])
def test_a_search_asks_few(typed: str, order: Order, vault: DatabaseArchive) -> None:
    for key in "abcdef":
        vault.add(key, FLOOD)
    vault.search(parse_query(typed), order)
    with questions(vault) as asked:
        vault.search(parse_query(typed), order)
    assert len(asked) <= SEARCH_QUESTIONS, asked


def test_related_asks_as_few_of_many_candidates_as_of_one(vault: DatabaseArchive) -> None:
    vault.add("panen", HARVEST)
    for number in range(8):
        headline = f"Banjir Sutojayan Hari ke-{number}"
        body = [f"BLITAR | B-news.id - {FLOOD.body.splitlines()[0]} Hari ke-{number}."]
        vault.add(f"banjir{number}", Release.of(headline, body))
    with questions(vault) as asked:
        vault.related("", FLOOD)
    assert sum("releases.content" in one for one in asked) == 1
    assert len(asked) <= RELATED_QUESTIONS, asked


def test_what_the_planner_is_told_ends_with_the_search(
    shared_address: str, opened: OpenArchive
) -> None:
    vault = opened(shared_address)
    vault.add("a", FLOOD)
    query = parse_query("banjir")
    with vault.indexed_connection() as db:
        assert numbers_found(db, PostgresqlIndex(), query, "newest", FIRST_PAGE) == [1]
        assert db.exec_driver_sql("SHOW enable_seqscan").scalar() == "off"
    with vault.indexed_connection() as db:
        assert db.exec_driver_sql("SHOW enable_seqscan").scalar() == "on"
