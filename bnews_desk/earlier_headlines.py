"""Earlier headlines and their publication data, as the archive answers rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class EarlierHeadline(NamedTuple):
    """The headline of an earlier release, with its publication date and web address as known."""

    headline: str
    day: date | None = None
    address: str = ""


class TitleLookup(NamedTuple):
    """The answer to the look-up of a linked article's title.

    ``exact`` are the earlier releases of that headline, the published before others; ``near`` is
    the one whose headline it nearly is, where none is exact. Only where ``knows_enough`` says so
    is a title that is neither one that nobody has published.
    """

    exact: tuple[EarlierHeadline, ...] = ()
    near: EarlierHeadline | None = None
    knows_enough: bool = False

    @property
    def address(self) -> str:
        """Where the article is published; '' where that is not known."""
        return next((one.address for one in self.exact if one.address), "")
