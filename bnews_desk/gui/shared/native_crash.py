"""Notes crashes below Python (a library's, Qt's) and reports them at the next start.

While a process lives, ``faulthandler`` has a file in the data folder into which it writes where
each thread was; it holds names of code and no word of any copy. The file of a process that ends in
order is removed. Nothing of Qt may be imported here, because the import worker has such a file too.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
from collections.abc import Callable
from datetime import datetime

from bnews_desk.errors import WriteError
from bnews_desk.gui.shared.crash_report import native_report_of, write_report
from bnews_desk.log import log_fault

_LOG = logging.getLogger(__name__)


MAX_DUMP_BYTES = 64 * 1024
"""Bytes at the end of a dump that go into a report: the crash itself is written last."""
MAX_REPORTS = 3
"""Dumps that are reported at one start; the others are only removed."""
_PREFIX, _ENDING = "macet-", ".txt"


def note_native_crashes(folder: str, process: str) -> Callable[[], None]:
    """Let a native crash of this process be noted in ``folder``, under the name ``process``.

    The result ends that, and removes the empty files of this process's workers. Where the folder
    cannot be written, nothing is noted.
    """
    path = os.path.join(folder, f"{_PREFIX}{process}-{os.getpid()}{_ENDING}")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        file = open(path, "wb", buffering=0)  # noqa: SIM115 - open as long as the process lives
        faulthandler.enable(file)
    except OSError as error:
        log_fault(_LOG, "preparing for a crash report", error)
        return lambda: None

    def end() -> None:
        faulthandler.disable()
        file.close()
        for own in (path, *_empty_dumps(folder)):
            with contextlib.suppress(OSError):
                os.unlink(own)

    return end


def report_native_crashes(folder: str) -> list[str]:
    """Make a report of each crash noted since the last start; the reports' paths.

    Call it before ``note_native_crashes``. What is reported is removed; where no report can be
    written, the dump stays for the next start.
    """
    reports: list[str] = []
    for path, when in _dumps(folder):
        with contextlib.suppress(OSError, WriteError):  # of a process that is still alive
            dump = _end_of(path)
            if dump and len(reports) < MAX_REPORTS:
                name = os.path.basename(path)[len(_PREFIX) : -len(_ENDING)]
                reports.append(write_report(folder, native_report_of(dump, name, when), when))
            os.unlink(path)
    return reports


def _empty_dumps(folder: str) -> list[str]:
    return [path for path, _ in _dumps(folder) if not os.path.getsize(path)]


def _dumps(folder: str) -> list[tuple[str, datetime]]:
    """The dumps in a folder, the last written first, each with the time of writing."""
    found = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            is_dump = entry.name.startswith(_PREFIX) and entry.name.endswith(_ENDING)
            if is_dump and entry.is_file(follow_symlinks=False):
                found.append((entry.path, datetime.fromtimestamp(entry.stat().st_mtime)))
    return sorted(found, key=lambda dump: dump[1], reverse=True)


def _end_of(path: str) -> str:
    with open(path, "rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - MAX_DUMP_BYTES))
        return file.read(MAX_DUMP_BYTES).decode("utf-8", "replace").strip()
