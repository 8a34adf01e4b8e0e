"""Earlier headlines with their publication data, as rules get them from the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class EarlierHeadline(NamedTuple):
    """The headline of an earlier release, with its publication date and web address where known."""

    headline: str
    day: date | None = None
    address: str = ""


class TitleLookup(NamedTuple):
    """What the archive knows of a linked article's title.

    ``exact`` are the earlier releases with this headline, published ones first; ``near`` is the
    release with nearly this headline, where ``exact`` is empty. Only where ``knows_enough`` is True
    does an empty answer mean that no such article was published.
    """

    exact: tuple[EarlierHeadline, ...] = ()
    near: EarlierHeadline | None = None
    knows_enough: bool = False

    @property
    def address(self) -> str:
        """The web address of the article; '' where unknown."""
        return next((one.address for one in self.exact if one.address), "")
