"""Moves a damaged or outdated database aside without overwriting any other file."""

from __future__ import annotations

import contextlib
import os
from datetime import datetime

from bnews_desk.files import rename_file

STAMP = "%Y%m%d-%H%M%S"
"""The form of the time in the name of a file that was put aside."""
_PARTS = ("-wal", "-shm")


def put_aside(path: str, now: float, why: str = "rusak") -> str:
    """Rename a database and its WAL and shm files; returns the new path, which says why and when.

    ``now`` is seconds since 1970. Raises ``OSError``.
    """
    stamp = datetime.fromtimestamp(now).strftime(STAMP)
    stem, ending = os.path.splitext(path)
    number, aside = 1, f"{stem}-{why}-{stamp}{ending}"
    while os.path.lexists(aside):
        number += 1
        aside = f"{stem}-{why}-{stamp}-{number}{ending}"
    rename_file(path, aside)
    for part in _PARTS:
        with contextlib.suppress(FileNotFoundError):
            rename_file(path + part, aside + part)
    return aside


def remove_wal_and_shm(path: str) -> None:
    """Remove the WAL and shm files of a database that does not exist. Never raises."""
    for part in _PARTS:
        with contextlib.suppress(OSError):
            os.unlink(path + part)
