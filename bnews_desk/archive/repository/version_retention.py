"""Decides which versions are kept and for how long."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.archive.repository.archive_values import Version

WORK_SECONDS = 600.0
"""Seconds of work after which a version is kept."""
BIN_SECONDS = 30 * 86_400.0
"""Seconds for which a deleted release stays in the bin."""
_HOUR, _DAY, _WEEK = 3_600.0, 86_400.0, 7 * 86_400.0
_STEPS = ((_DAY, 0.0), (_WEEK, _HOUR), (90 * _DAY, _DAY), (float("inf"), _WEEK))
"""Pairs of an age and an interval: up to that age one version an interval is kept; 0 keeps all."""
_LASTING = frozenset({"impor", "ekspor"})
"""Reasons whose versions are kept forever: import and export."""


def is_version_due(last: float | None, now: float) -> bool:
    """Whether enough time has passed since the last version.

    A clock that was set back counts as enough: an extra version loses nothing.
    """
    return last is None or not 0 <= now - last < WORK_SECONDS


def superfluous_versions(versions: Sequence[Version], now: float) -> list[int]:
    """The numbers of the versions, given oldest first, to be deleted at ``now``.

    Of each interval the newest stays: of an hour within a week, of a day within ninety days, of a
    week beyond. Imports, exports and the newest version always stay.
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
