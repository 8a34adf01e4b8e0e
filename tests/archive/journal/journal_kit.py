"""A clock that tests control, a recorder of a journal's reports, and a file that fails on
demand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Condition
from typing import Any

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.sqlite_connection import connect
from bnews_desk.release import Release

WAIT = 20.0
NOON = 1_732_000_000.0


def release(words: str = "Panen raya di Wates", headline: str = "Petani Panen") -> Release:
    return Release.of(headline, (words, "Hasilnya disimpan di lumbung desa."))


class Time:
    """The clock and the delays of a journal; it only moves when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._condition = Condition()
        self._idle = 0
        self._moves = 0

    def clock(self) -> float:
        return NOON + self.seconds

    def now(self) -> float:
        return self.seconds

    def wait(self, condition: Condition, seconds: float | None) -> None:
        self._condition = condition
        self._idle += 1
        condition.notify_all()
        condition.wait(WAIT)

    def advance(self, seconds: float) -> None:
        """Advance the clock and let the writing thread do what is due."""
        with self._condition:
            self.seconds += seconds
            before = self._idle
            self._condition.notify_all()
            assert self._condition.wait_for(lambda: self._idle > before, WAIT)


class ReportRecorder:
    """Records a journal's reports."""

    def __init__(self) -> None:
        self.troubles: list[str] = []
        self.notices: list[str] = []
        self.saved: list[str] = []
        self.mended = 0

    def mend(self) -> None:
        self.mended += 1


def begin(
    path: Path,
    recorder: ReportRecorder,
    time: Time | None = None,
    connect: Callable[[str], Any] = connect,
) -> Journal:
    clock = {"clock": time.clock, "pace": time} if time else {}
    return Journal(
        str(path),
        on_trouble=recorder.troubles.append,
        on_mended=recorder.mend,
        on_notice=recorder.notices.append,
        on_saved=lambda key, _: recorder.saved.append(key),
        connect=connect,
        **clock,  # type: ignore[arg-type]
    )


class Faults:
    """Opens databases in which one statement fails, or all from then on."""

    def __init__(self, error: Exception, at: int = 10**9, *, lasting: bool = False) -> None:
        self.error, self.at, self.lasting = error, at, lasting
        self.count = 0

    def mend(self) -> None:
        self.at = 10**9

    def step(self) -> None:
        self.count += 1
        if self.count == self.at or (self.lasting and self.count > self.at):
            raise self.error

    def connect(self, path: str) -> sqlite3.Connection:
        if path.startswith("file:"):
            return connect(path)
        self.step()
        faults = self

        class Failing(sqlite3.Connection):
            def execute(self, *given: Any) -> sqlite3.Cursor:
                faults.step()
                return super().execute(*given)

            def executemany(self, *given: Any) -> sqlite3.Cursor:
                faults.step()
                return super().executemany(*given)

        return sqlite3.connect(
            path, 0.1, isolation_level=None, check_same_thread=False, factory=Failing
        )


def sqlite_error(code: int, text: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(text)
    error.sqlite_errorcode = code
    return error


FULL = sqlite_error(sqlite3.SQLITE_FULL, "database or disk is full")
READONLY = sqlite_error(sqlite3.SQLITE_READONLY, "attempt to write a readonly database")
BUSY = sqlite_error(sqlite3.SQLITE_BUSY, "database is locked")
BROKEN = sqlite_error(sqlite3.SQLITE_IOERR, "disk I/O error")
