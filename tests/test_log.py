"""The log tells what failed silently, and no word of any release."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncState
from bnews_desk.errors import ReadError
from bnews_desk.gui.shared.crash_report import write_report
from bnews_desk.log import (
    KEPT_FILES,
    MAX_FILE_BYTES,
    last_lines,
    log_fault,
    log_file,
    start_logging,
    start_logging_beside,
    suppressed,
)
from bnews_desk.release import Release

LOG = logging.getLogger("bnews_desk.test")
SECRET = "Bupati mengundurkan diri"  # noqa: S105


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[str]:
    """A data folder in which a log is written."""
    end = start_logging(str(tmp_path))
    yield str(tmp_path)
    end()


def test_what_was_suppressed_is_logged_with_its_place(folder: str) -> None:
    with suppressed(LOG, "counting", OSError):
        raise PermissionError(13, "Permission denied", f"/rumah/{SECRET}.txt")
    told = last_lines(folder)
    assert "WARNING" in told
    assert "bnews_desk.test: counting failed" in told
    assert f"PermissionError: [13] {os.strerror(13)} at " in told
    assert "test_what_was_suppressed_is_logged" in told
    assert SECRET not in told


def test_what_is_not_named_is_raised(folder: str) -> None:
    with pytest.raises(KeyError), suppressed(LOG, "counting", OSError):
        raise KeyError(SECRET)
    assert last_lines(folder) == ""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError(SECRET), "ValueError at"),
        (ReadError("damaged", SECRET), "ReadError at"),
        (sqlite3.OperationalError(SECRET), "OperationalError at"),
        (TypeError("'int' object is not callable"), "TypeError: 'int' object is not callable at"),
    ],
)
def test_words_are_told_only_where_they_cannot_quote_a_text(
    folder: str, error: Exception, words: str
) -> None:
    try:
        raise error
    except Exception as caught:
        log_fault(LOG, "reading", caught)
    told = last_lines(folder)
    assert words in told
    assert SECRET not in told


def test_what_an_error_came_from_is_told_too(folder: str) -> None:
    try:
        try:
            raise ZeroDivisionError("division by zero")
        except ZeroDivisionError as cause:
            raise ValueError(SECRET) from cause
    except ValueError as error:
        log_fault(LOG, "reckoning", error)
    told = last_lines(folder)
    assert told.index("ValueError at") < told.index("ZeroDivisionError: division by zero at")


def test_without_a_log_nothing_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    script = (
        "import logging\n"
        "from bnews_desk.log import suppressed\n"
        "with suppressed(logging.getLogger('bnews_desk.x'), 'counting', OSError):\n"
        "    raise OSError\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
    said = capfd.readouterr()
    assert said.out + said.err == ""


def test_the_files_are_cut_off(folder: str) -> None:
    for _ in range(6 * MAX_FILE_BYTES // 1000):
        LOG.info("x" * 1000)
    files = sorted(Path(folder).iterdir())
    assert len(files) == 1 + KEPT_FILES
    assert all(file.stat().st_size <= MAX_FILE_BYTES for file in files)
    assert 0 < len(last_lines(folder)) <= 8_000


def test_a_log_that_cannot_be_written_costs_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Path(log_file(str(tmp_path))).mkdir()
    end = start_logging(str(tmp_path))
    LOG.warning("kata")
    end()
    assert last_lines(str(tmp_path)) == ""
    assert capfd.readouterr().err == ""


def test_details_are_written_only_where_they_are_asked_for(tmp_path: Path) -> None:
    for is_debug in (False, True):
        end = start_logging(str(tmp_path), is_debug=is_debug)
        LOG.debug("details: %s", is_debug)
        end()
    assert "details: True" in last_lines(str(tmp_path))
    assert "details: False" not in last_lines(str(tmp_path))


def test_a_crash_report_takes_the_last_lines_along(folder: str) -> None:
    from datetime import datetime

    LOG.warning("before it")
    path = write_report(folder, "Laporan\n", datetime(2026, 1, 1))
    report = Path(path).read_text(encoding="utf-8")
    assert report.startswith("Laporan\n")
    assert "bnews_desk.test: before it" in report


def test_a_callback_of_the_journal_that_fails_is_logged(folder: str, tmp_path: Path) -> None:
    def failing(_key: str, _when: float) -> None:
        raise ValueError(SECRET)

    journal = Journal(str(tmp_path / "j.db"), on_saved=failing)
    journal.note("a", Release(f"{SECRET}\nIsi"))
    assert journal.flush()
    assert journal.close()
    told = last_lines(folder)
    assert "bnews_desk.archive.journal.journal: a callback failed" in told
    assert SECRET not in told


def test_a_journal_that_cannot_be_written_is_logged(folder: str, tmp_path: Path) -> None:
    (tmp_path / "j.db").mkdir()
    journal = Journal(str(tmp_path / "j.db"))
    journal.note("a", Release(SECRET))
    assert not journal.flush()
    journal.close()
    told = last_lines(folder)
    assert "writing the journal failed\n  OperationalError: SQLITE_CANTOPEN" in told
    assert SECRET not in told


def test_a_sync_file_that_cannot_be_read_is_logged(folder: str, tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"rusak" * 1000)
    SyncState(SyncFile(str(tmp_path / "a.db"))).last_agreed("a")
    assert "using the sync file failed\n  DatabaseError: SQLITE_NOTADB at " in last_lines(folder)


@pytest.mark.parametrize("is_debug", [False, True])
def test_a_command_tells_what_went_wrong_only_where_that_is_asked_for(
    tmp_path: Path, is_debug: bool
) -> None:
    (tmp_path / "j.db").write_bytes(b"rusak" * 1000)
    script = (
        "import sys; from bnews_desk import __main__ as start; from bnews_desk.cli import main\n"
        "def run(arguments):\n"
        "    from bnews_desk.archive.sync.sync_file import SyncFile\n"
        f"    SyncFile({str(tmp_path / 'j.db')!r}).use(lambda db: None)\n"
        "    return len(arguments)\n"
        "main.run = run\n"
        "sys.exit(start.main())\n"
    )
    arguments = [*(["--debug"] if is_debug else []), "rules"]
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert ("using the sync file failed" in done.stderr) is is_debug


_BESIDE = """
import logging, sys
from bnews_desk.log import log_fault, start_logging_beside
start_logging_beside(sys.argv[1])
for number in range(300):
    log_fault(logging.getLogger("bnews_desk.beside"), f"reading file {number}", ValueError())
"""


@pytest.mark.posix("two processes that append at once overwrite each other there")
def test_another_process_adds_whole_lines_while_the_file_is_cut_off(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotating = logging.getLogger("bnews_desk").handlers[-1]
    monkeypatch.setattr(rotating, "maxBytes", 20_000)
    with subprocess.Popen([sys.executable, "-c", _BESIDE, folder]) as beside:
        while beside.poll() is None:
            log_fault(LOG, "counting", KeyError(SECRET))
    assert beside.returncode == 0
    log_fault(LOG, "counting", KeyError(SECRET))
    lines = [
        line
        for name in os.listdir(folder)
        for line in Path(folder, name).read_text("utf-8").splitlines()
    ]
    whole = ("counting failed", "  KeyError at ", "  ValueError at ")
    assert all(
        "bnews_desk.beside: reading file " in line or any(w in line for w in whole)
        for line in lines
    )


def test_another_process_does_not_fill_the_disk(tmp_path: Path) -> None:
    path = Path(log_file(str(tmp_path)))
    path.write_bytes(b"x" * (2 * MAX_FILE_BYTES))
    end = start_logging_beside(str(tmp_path))
    log_fault(LOG, "counting", KeyError(SECRET))
    end()
    assert path.stat().st_size == 2 * MAX_FILE_BYTES


def test_a_file_that_cannot_be_written_beside_is_no_failure(tmp_path: Path) -> None:
    end = start_logging_beside(str(tmp_path / "tiada"))
    log_fault(LOG, "counting", KeyError(SECRET))
    end()
    assert not (tmp_path / "tiada").exists()
