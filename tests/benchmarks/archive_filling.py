"""Fills an archive with the benchmark's releases: ``archive_filling.py ADDRESS COUNT``.

The releases are stored as by the desk; only waiting for the disk is skipped where the database
allows it.
"""

from __future__ import annotations

import contextlib
import sys
import time
from datetime import datetime, timedelta

from releases import releases
from sqlalchemy import event, text, update

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.repository.archive_tables import RELEASES
from bnews_desk.archive.repository.database_engines import write_transaction
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.receipt import Receipt

FRESH = 60
"""The last releases, which are not yet published."""
ADDRESS = "https://b-news.id/"


class Clock:
    """A clock with the times at which the releases arrived."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def fill(address: str, count: int, *, says: bool = False) -> None:
    """Fill an archive with ``count`` releases, all published except the last ones."""
    clock = Clock()
    vault = open_archive(address, FrameReader(load_style_sheet(None)[0]), clock)
    if vault.engine.dialect.name == "sqlite":
        vault.engine.dispose()
        event.listen(vault.engine, "connect", _unsafe)
    start = time.perf_counter()
    with contextlib.closing(vault):
        for number, (day, release) in enumerate(releases(count)):
            clock.now = (datetime(day.year, day.month, day.day) + _hour(number)).timestamp()
            original = OriginalNote("Rilis.txt", release.text.encode(), Receipt(), clock.now)
            vault.add(f"r{number:06}", release, original)
            if says and number % 1000 == 999:
                each = (time.perf_counter() - start) / (number + 1)
                print(f"{number + 1} {each * 1000:.1f} ms each", flush=True)
        with write_transaction(vault.engine) as db:
            published = RELEASES.c.number <= count - FRESH
            db.execute(
                update(RELEASES)
                .where(published)
                .values(status="tayang", address=ADDRESS + RELEASES.c.key)
            )
        if vault.engine.dialect.name == "sqlite":
            with vault.engine.connect() as db:
                db.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _hour(number: int) -> timedelta:
    return timedelta(hours=6, minutes=20 * (number % 30))


def _unsafe(connection: object, _entry: object) -> None:
    connection.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]), says=True)
