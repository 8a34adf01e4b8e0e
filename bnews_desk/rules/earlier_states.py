"""What a release was before, for the rules that compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bnews_desk.release import Release


class EarlierStates(NamedTuple):
    """A release as it came in and as it last went out, None where that is not at hand."""

    original: Release | None = None
    published: Release | None = None
