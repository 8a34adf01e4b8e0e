"""An archive that only knows some headlines, for rules that ask it."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.archive.search.title_similarity import is_headline, nearest
from bnews_desk.earlier_headlines import EarlierHeadline, TitleLookup


class KnownHeadlines:
    """Answers from a list, by the archive's own measure of similarity."""

    def __init__(self, earlier: Sequence[EarlierHeadline], *, knows_enough: bool = True) -> None:
        self._earlier = earlier
        self._knows_enough = knows_enough

    def look_up(self, title: str) -> TitleLookup:
        exact = tuple(one for one in self._earlier if is_headline(title, one.headline))
        near = None if exact else nearest(title, self._earlier)
        return TitleLookup(exact, near, self._knows_enough)
