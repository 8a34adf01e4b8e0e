"""The copy of an embedded archive from before its schema was migrated.

It lies beside the archive and is as large. Only the newest is kept, for a limited time.
"""

from __future__ import annotations

import logging
import os
import re

from bnews_desk.archive.recovery.backups import HALF_SECONDS, copy_to
from bnews_desk.log import log_fault, suppressed

_LOG = logging.getLogger(__name__)
KEPT_SECONDS = 30 * 86_400.0
"""How long a copy is kept: whoever returns to the earlier program has done so by then."""
_HALF = r"[0-9a-f]{8}\.tmp"


def back_up_before_migration(path: str, version: str) -> str:
    """Copy the archive at ``path`` before its migration to schema ``version``; returns the copy's
    path.

    Raises ``ArchiveError``.
    """
    target = f"{_beginning(path)}{version}.db"
    copy_to(path, target)
    return target


def migration_backups(path: str) -> list[str]:
    """The pre-migration copies of the archive at ``path``, earliest schema first."""
    return _beside(_beginning(path), r"\d{4}\.db")


def drop_superseded_backups(path: str) -> None:
    """Remove all pre-migration copies but the newest."""
    for copy in migration_backups(path)[:-1]:
        _remove(copy)


def drop_outlived_backups(path: str, now: float) -> None:
    """Remove superseded, expired and unfinished copies, including those of an unfinished recovery.

    ``now`` is in seconds since 1970.
    """
    drop_superseded_backups(path)
    for copy in migration_backups(path):
        if _age(copy, now) > KEPT_SECONDS:
            _remove(copy)
    for half in _halves(path):
        if _age(half, now) > HALF_SECONDS:
            _remove(half)


def _beginning(path: str) -> str:
    return f"{os.path.splitext(os.path.abspath(path))[0]}-sebelum-"


def _halves(path: str) -> list[str]:
    """Unfinished copies and recovered archives of a killed program."""
    return [
        *_beside(_beginning(path), rf"\d{{4}}\.db\.{_HALF}"),
        *_beside(f"{os.path.abspath(path)}.", rf"{_HALF}(-journal|-wal|-shm)?"),
    ]


def _beside(beginning: str, rest: str) -> list[str]:
    """All files whose path is ``beginning`` followed by text that matches ``rest``, sorted."""
    folder, first = os.path.split(beginning)
    wanted = re.compile(re.escape(first) + rest)
    try:
        names = sorted(name for name in os.listdir(folder) if wanted.fullmatch(name))
    except FileNotFoundError:
        return []
    except OSError as error:
        log_fault(_LOG, "listing copies made before migrations", error)
        return []
    return [os.path.join(folder, name) for name in names]


def _age(path: str, now: float) -> float:
    try:
        return now - os.path.getmtime(path)
    except OSError:
        return 0.0


def _remove(path: str) -> None:
    with suppressed(_LOG, "removing an old copy", OSError):  # retried on another day
        os.unlink(path)
