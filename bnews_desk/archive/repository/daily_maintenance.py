"""What an archive needs by itself, once a day: a copy, thinning out, what it is searched by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from bnews_desk.archive.recovery.backups import backup_day, list_backups, make_backup
from bnews_desk.archive.repository.database_engines import let_other_writers_in

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive


def maintain_archive(
    archive: Archive, day: date, goes_on: Callable[[], bool] = lambda: True
) -> bool:
    """Do what is due on ``day``; whether that was anything.

    The copy is made first, so that what is thinned out is in it; a shared archive is copied by its
    server. Safe to run while others write; ends early once ``goes_on`` says no. Raises
    ``ArchiveError``.
    """
    path = archive.path
    is_due = not path or _is_copy_due(path, day)
    if is_due and path:
        make_backup(path, day, goes_on)
    if is_due and goes_on():
        archive.thin_out()
    if goes_on() and not archive.is_index_current():
        is_due = True
        for _ in archive.rebuild_index():
            if not goes_on():
                break
    while goes_on() and archive.index_duplicates():
        is_due = True
        let_other_writers_in()
    return is_due


def _is_copy_due(path: str, day: date) -> bool:
    """Whether the day has no copy yet, or one from before a clock was set back."""
    days = {backup_day(copy) for copy in list_backups(path)}
    return day not in days or max(days) > day
