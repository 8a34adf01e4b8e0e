"""A search of the archive and its answer, as the archive page asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from bnews_desk.archive.release_progress import STAGES, Stage
from bnews_desk.archive.repository.archive_values import Order, ResultPage, SearchHit

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.archive.repository.archive_values import ReleaseFilter
    from bnews_desk.archive.search.search_query import SearchQuery

PAGE = 30
"""Releases that are fetched at a time."""
Period = Literal["any", "week", "month", "year", "last-year"]


class SearchRequest(NamedTuple):
    """A search: what was typed, and the page's own filters.

    Days are ISO dates, '' is open.
    """

    typed: str = ""
    order: Order = "newest"
    stages: frozenset[Stage] = frozenset(STAGES)
    since: str = ""
    until: str = ""
    in_bin: bool = False


class ArchiveHits(NamedTuple):
    """Some hits from ``offset`` on; ``notes`` say which words were ignored."""

    hits: Sequence[SearchHit]
    offset: int = 0
    is_more: bool = False
    notes: tuple[str, ...] = ()


def days_of(period: Period, today: date) -> tuple[str, str]:
    """The first and last day of a period, '' where it is open."""
    if period == "any":
        return "", ""
    if period == "last-year":
        return f"{today.year - 1:04}-01-01", f"{today.year - 1:04}-12-31"
    first = {
        "week": today - timedelta(days=7),
        "month": today - timedelta(days=30),
        "year": today.replace(month=1, day=1),
    }[period]
    return first.isoformat(), ""


def answer_request(
    archive: Archive, request: SearchRequest, offset: int, limit: int = PAGE
) -> ArchiveHits:
    """The archive's answer to a request; on the archive's own thread.

    Where no release has the last word as it stands it is still being typed, and words that begin
    with it are found. Raises ``ArchiveError``.
    """
    from bnews_desk.archive.search.search_query import parse_query, parse_unfinished_query

    def looked_for(asked: SearchQuery, page: ResultPage) -> Sequence[SearchHit]:
        narrowed = asked._replace(filter=_narrowed(asked.filter, request))
        return archive.search(narrowed, request.order, page)

    whole, page = parse_query(request.typed), ResultPage(limit + 1, offset)
    hits = looked_for(whole, page)
    asked = None if hits else parse_unfinished_query(request.typed)
    if asked is not None and not (offset and looked_for(whole, ResultPage(1))):
        hits = looked_for(asked, page)
    notes = whole.notes + _of_index(archive.indexed_share())
    return ArchiveHits(hits[:limit], offset, len(hits) > limit, notes)


def _of_index(share: float) -> tuple[str, ...]:
    """What to say of an index that covers ``share`` of the archive."""
    if share == 1.0:
        return ()
    return (
        f"Indeks pencarian sedang diperbarui ({int(100 * share)} %); naskah lama mungkin belum"
        " semuanya ditemukan.",
    )


def _narrowed(asked: ReleaseFilter, request: SearchRequest) -> ReleaseFilter:
    """The filter of the words, and those of the page besides."""
    every = frozenset(STAGES)
    stages = (every if asked.statuses is None else asked.statuses) & request.stages
    return asked._replace(
        statuses=None if stages == every else stages,
        since=max(asked.since, request.since),
        until=min(filter(None, (asked.until, request.until)), default=""),
        in_bin=request.in_bin,
    )
