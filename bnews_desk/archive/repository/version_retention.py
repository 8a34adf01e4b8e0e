"""Which versions are kept, and for how long."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.archive.repository.archive_values import Version

WORK_SECONDS = 600.0
"""Work of this length makes a version."""
BIN_SECONDS = 30 * 86_400.0
"""How long a deleted release stays in the bin."""
_HOUR, _DAY, _WEEK = 3_600.0, 86_400.0, 7 * 86_400.0
_STEPS = ((_DAY, 0.0), (_WEEK, _HOUR), (90 * _DAY, _DAY), (float("inf"), _WEEK))
"""Up to which age one version is kept for how long a stretch; 0: every one."""
_LASTING = frozenset({"impor", "ekspor"})
"""Reasons whose versions stay for ever: what came in, and what went out."""


def is_version_due(last: float | None, now: float) -> bool:
    """Whether work has gone on long enough since the last version.

    A clock that was set back counts as long enough: a version too many loses nothing.
    """
    return last is None or not 0 <= now - last < WORK_SECONDS


def superfluous_versions(versions: Sequence[Version], now: float) -> list[int]:
    """The numbers of versions, oldest first, that are thinned out by ``now``.

    Of each stretch the newest stays: an hour's within a week, a day's within ninety days, a
    week's beyond. What came in, what was exported and the newest of all always stay.
    """
    gone = []
    taken: set[tuple[float, int]] = set()
    for version in reversed(versions[:-1]):
        stretch = next(length for age, length in _STEPS if now - version.made < age)
        if version.reason in _LASTING or not stretch:
            continue
        place = (stretch, int(version.made // stretch))
        if place in taken:
            gone.append(version.number)
        taken.add(place)
    return sorted(gone)
