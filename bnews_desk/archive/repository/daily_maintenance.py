"""An archive's daily maintenance: backup, thinning out of versions, care of the indexes."""

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
    """Do what is due on ``day``; returns whether anything was.

    The backup is made first, so that it contains what is thinned out; a shared archive is backed up
    by its server. Safe while others write; ends early once ``goes_on`` returns False. Raises
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
    """Whether the day has no backup yet, or one from before a clock was set back."""
    days = {backup_day(copy) for copy in list_backups(path)}
    return day not in days or max(days) > day
