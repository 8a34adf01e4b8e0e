"""Copies of an embedded archive: one a day, seven kept, made while others write."""

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
"""Days whose copies are kept."""
_DAMAGED = "Arsip “{}” rusak, jadi tidak dicadangkan; cadangan sebelumnya tetap ada."
_PAGES_AT_ONCE = 1_000
HALF_SECONDS = 86_400.0
"""Age at which a copy that was not finished never will be."""
_DAY = r"(\d{4}-\d\d-\d\d)"


def backup_folder(path: str) -> str:
    """Where the copies of an archive lie; it may not exist yet."""
    return os.path.join(os.path.dirname(system_path(os.path.abspath(path))), "cadangan")


def make_backup(path: str, day: date, goes_on: Callable[[], bool] = lambda: True) -> str:
    """Copy the archive at ``path`` as that day's, in place of an earlier one of the day.

    Older copies than the newest seven go. Returns the copy's path; raises ``ArchiveError``, and
    then no copy is lost: a damaged archive, which is a ``DamagedArchiveError``, replaces no good
    one. So it is where ``goes_on`` says no meanwhile.
    """
    path = system_path(os.path.abspath(path))
    stem, ending = _name_of(path)
    target = os.path.join(backup_folder(path), f"{stem}-{day.isoformat()}{ending}")
    _drop_halves(backup_folder(path))
    copy_to(path, target, goes_on)
    for old in list_backups(path, day)[:-KEPT]:
        with suppressed(_LOG, "removing an old backup", OSError):  # another day will do
            os.unlink(old)
    return target


def list_backups(path: str, today: date = date.max) -> list[str]:
    """The daily copies of an archive, oldest first, and not those of another one beside it.

    One of a day after ``today`` was made before that by a clock that has been set back since: it
    counts as older than all others.
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
    """The day of a daily copy, by its name; the first of all days where that gives none."""
    found = re.search(f"-{_DAY}$", os.path.splitext(copy)[0])
    try:
        return date.fromisoformat(found[1]) if found else date.min
    except ValueError:
        return date.min


def _name_of(path: str) -> tuple[str, str]:
    """The name of an archive's file and its ending, by which its copies are known."""
    return os.path.splitext(os.path.basename(path))


def copy_to(path: str, target: str, goes_on: Callable[[], bool] = lambda: True) -> None:
    """One consistent state of the archive at ``path`` as a file of its own, whole or not at all.

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
    """Remove what a killed program has left of copies."""
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
        source.execute("BEGIN")  # one state throughout: or it would begin anew after every save
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        source.backup(copy, pages=_PAGES_AT_ONCE, progress=look)
        copy.execute("PRAGMA journal_mode = DELETE")
    flush_to_disk(target)
