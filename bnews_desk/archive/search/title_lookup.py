"""What the archive knows of the title of a linked article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, func, select

from bnews_desk.archive.repository.archive_tables import RELEASES
from bnews_desk.archive.search.index_tokens import all_tokens
from bnews_desk.archive.search.search_query import Term
from bnews_desk.archive.search.title_similarity import is_headline, nearest
from bnews_desk.earlier_headlines import EarlierHeadline, TitleLookup

if TYPE_CHECKING:
    from bnews_desk.archive.search.word_index import Index

ENOUGH_HEADLINES = 100
"""Headlines from which on an archive is thought to know what was published."""
PARTS = 4
"""Parts that the words of a title are dealt into: of a headline that it nearly is, one at least is
whole."""
OF_A_PART = 150
"""Releases of each part that are compared, the newest."""
LONGEST_TITLE = 300
"""Code points of a title: what is longer is none, and nothing is known of it."""
_MOST_WORDS = 40
"""Words of a title that are asked for; no headline has as many."""


def look_up(db: Connection, index: Index, title: str) -> TitleLookup:
    """What is known of a title, by the headlines of releases outside the bin."""
    tokens = list(all_tokens(title[: LONGEST_TITLE + 1]))[:_MOST_WORDS]
    if not tokens or len(title) > LONGEST_TITLE:
        return TitleLookup()
    knows_enough = _knows_enough(db)
    same = _of(db, index.newest(db, [[Term(tuple(tokens), "phrase", "headline")]], OF_A_PART)[0])
    exact = tuple(one for one in same if is_headline(title, one.headline))
    if exact:
        return TitleLookup(exact, None, knows_enough)
    parts = [[Term((token,), "phrase", "headline") for token in part] for part in _dealt(tokens)]
    numbers = set().union(*index.newest(db, parts, OF_A_PART))
    return TitleLookup((), nearest(title, [*same, *_of(db, sorted(numbers))]), knows_enough)


def _dealt(tokens: Sequence[str]) -> list[list[str]]:
    """The words of a title in parts, long ones first in each: they are rare."""
    ordered = sorted(dict.fromkeys(tokens), key=lambda token: (-len(token), token))
    return [part for at in range(PARTS) if (part := ordered[at::PARTS])]


def _of(db: Connection, numbers: Sequence[int]) -> list[EarlierHeadline]:
    """What is known of some releases, the published first, then the newest."""
    columns = RELEASES.c
    wanted = select(columns.headline, columns.status, columns.details, columns.address).where(
        columns.number.in_(numbers), columns.deleted.is_(None), columns.headline != ""
    )
    rows = db.execute(wanted.order_by(columns.number.desc())).all()
    return [_earlier(row) for row in sorted(rows, key=lambda row: row.status != "tayang")]


def _earlier(row: Row[str, str, Any, str]) -> EarlierHeadline:
    day = row.details.get("publication_date")
    return EarlierHeadline(row.headline, date.fromisoformat(day) if day else None, row.address)


def _knows_enough(db: Connection) -> bool:
    some = (
        select(RELEASES.c.number)
        .where(RELEASES.c.deleted.is_(None), RELEASES.c.headline != "")
        .limit(ENOUGH_HEADLINES)
    )
    count = db.scalar(select(func.count()).select_from(some.subquery()))
    return bool(count and count >= ENOUGH_HEADLINES)
