"""Daily backups of an embedded archive: seven are kept, and others may write during the copying."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import re
import sqlite3
import time
from collections.abc import Callable
from datetime import date

from bnews_desk.archive.recovery.archive_file_check import is_sound
from bnews_desk.archive.repository.archive_address import make_folder
from bnews_desk.archive.repository.archive_errors import ArchiveError, DamagedArchiveError
from bnews_desk.archive.sqlite_errors import is_damage, sqlite_error_sentence
from bnews_desk.errors import reason
from bnews_desk.files import flush_to_disk, replace_file, system_path
from bnews_desk.log import log_fault, suppressed

_LOG = logging.getLogger(__name__)
KEPT = 7
"""Number of days whose backups are kept."""
_DAMAGED = "Arsip “{}” rusak, jadi tidak dicadangkan; cadangan sebelumnya tetap ada."
_PAGES_AT_ONCE = 1_000
HALF_SECONDS = 86_400.0
"""Age in seconds at which an unfinished backup is considered abandoned."""
_DAY = r"(\d{4}-\d\d-\d\d)"


def backup_folder(path: str) -> str:
    """The folder of an archive's backups; it may not exist yet."""
    return os.path.join(os.path.dirname(system_path(os.path.abspath(path))), "cadangan")


def make_backup(path: str, day: date, goes_on: Callable[[], bool] = lambda: True) -> str:
    """Copy the archive at ``path`` as the backup of ``day``, replacing an earlier one of that day.

    Backups older than the newest seven are removed. Returns the backup's path. Raises
    ``ArchiveError``, ``DamagedArchiveError`` where the archive is damaged, also when ``goes_on``
    returns False during the copying; no backup is lost or replaced then.
    """
    path = system_path(os.path.abspath(path))
    stem, ending = _name_of(path)
    target = os.path.join(backup_folder(path), f"{stem}-{day.isoformat()}{ending}")
    _drop_halves(backup_folder(path))
    copy_to(path, target, goes_on)
    for old in list_backups(path, day)[:-KEPT]:
        with suppressed(_LOG, "removing an old backup", OSError):  # retried on another day
            os.unlink(old)
    return target


def list_backups(path: str, today: date = date.max) -> list[str]:
    """The daily backups of this archive, oldest first.

    A backup dated after ``today`` was made by a clock that has since been set back and is listed
    first.
    """
    folder = backup_folder(path)
    stem, ending = _name_of(path)
    its_own = re.compile(f"{re.escape(stem)}-{_DAY}{re.escape(ending)}")
    try:
        names = sorted(
            name
            for name in os.listdir(folder)
            if its_own.fullmatch(name) and backup_day(name) > date.min
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        log_fault(_LOG, "listing backups", error)
        return []
    paths = (os.path.join(folder, name) for name in names)
    found = [path for path in paths if os.path.isfile(path)]
    return sorted(found, key=lambda copy: backup_day(copy) <= today)


def backup_day(copy: str) -> date:
    """The day of a daily backup from its name; ``date.min`` where the name has none."""
    found = re.search(f"-{_DAY}$", os.path.splitext(copy)[0])
    try:
        return date.fromisoformat(found[1]) if found else date.min
    except ValueError:
        return date.min


def _name_of(path: str) -> tuple[str, str]:
    """The stem and the extension of an archive's file, by which its backups are recognised."""
    return os.path.splitext(os.path.basename(path))


def copy_to(path: str, target: str, goes_on: Callable[[], bool] = lambda: True) -> None:
    """Copy one consistent state of the archive at ``path`` into a file, whole or not at all.

    Raises ``ArchiveError``, a ``DamagedArchiveError`` where that state is damaged.
    """
    make_folder(target)
    partial = f"{target}.{os.urandom(4).hex()}.tmp"
    try:
        _copy(path, partial, goes_on)
        if not is_sound(partial):
            raise DamagedArchiveError(_DAMAGED.format(path))
        replace_file(partial, target)
    except (OSError, sqlite3.Error) as error:
        if is_damage(error):
            raise DamagedArchiveError(_DAMAGED.format(path)) from None
        why = reason(error) if isinstance(error, OSError) else sqlite_error_sentence(error)
        raise ArchiveError(
            f"Cadangan arsip “{target}” tidak dapat dibuat ({why}); periksa disk dan izinnya."
        ) from None
    finally:
        for part in ("", "-journal", "-wal", "-shm"):
            with (
                suppressed(_LOG, "removing half a backup", OSError),
                contextlib.suppress(FileNotFoundError),
            ):
                os.unlink(partial + part)


def _drop_halves(folder: str) -> None:
    """Remove unfinished backups of a killed program."""
    with (
        suppressed(_LOG, "removing half-made backups", OSError),
        contextlib.suppress(FileNotFoundError),
    ):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if ".tmp" in name and time.time() - os.path.getmtime(path) > HALF_SECONDS:
                os.unlink(path)


def _copy(path: str, target: str, goes_on: Callable[[], bool]) -> None:
    def look(_status: int, _rest: int, _total: int) -> None:
        if not goes_on():
            raise InterruptedError(errno.EINTR, "program ditutup")

    with (
        contextlib.closing(sqlite3.connect(path)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.execute("BEGIN")  # one state: otherwise the copy starts over after every save
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        source.backup(copy, pages=_PAGES_AT_ONCE, progress=look)
        copy.execute("PRAGMA journal_mode = DELETE")
    flush_to_disk(target)
