"""Collects what the next check reads: the release in front and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.release import Release
from bnews_desk.rules.context import CheckOptions

if TYPE_CHECKING:
    from bnews_desk.gui.desk.desk import Desk
    from bnews_desk.gui.desk.earlier_states import EarlierStateCache
    from bnews_desk.gui.related.linked_title_cache import LinkedTitleCache


class CheckInputs(NamedTuple):
    """One revision of a release, its ``key`` in the journal and the options of its check."""

    key: str
    revision: int
    release: Release
    options: CheckOptions


def check_inputs(
    desk: Desk, titles: LinkedTitleCache, earlier: EarlierStateCache
) -> CheckInputs | None:
    """The inputs for the release in front; None when no release is open."""
    release = desk.current
    if release is None:
        return None
    document = release.document
    value = document.release()
    day = value.details.publication_date
    states = earlier.of(release.key)
    options = CheckOptions(
        day,
        is_in_window=True,
        original=states.original,
        archive=titles,
        published=states.published,
        is_original_awaited=earlier.is_awaited(release.key),
        further_sources=tuple(Release(source.text) for source in value.sources),
    )
    return CheckInputs(release.key, document.revision, value, options)
