"""``check --jobs``: the same bytes as without, and no file pays for another."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_call import Call

from bnews_desk.cli import check
from bnews_desk.cli.check import check_in_parallel
from bnews_desk.cli.file_checker import CheckOutcome, CheckSettings
from bnews_desk.cli.reports.checked_release import CheckedFile, Counts
from bnews_desk.cli.reports.text_report import TextReport
from bnews_desk.house.style_sheet import load_style_sheet

RELEASES = sorted((Path(__file__).resolve().parents[1] / "fixtures" / "releases").glob("*.txt"))


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_many_jobs_give_the_same_bytes_as_one(call: Call, form: str, tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    files = [*RELEASES[:3], tmp_path / "tidak-ada.txt", *RELEASES[3:], tmp_path / "kosong.txt"]
    one = call("check", "--format", form, *files)
    many = call("check", "--format", form, "--jobs", "3", *files)
    assert many.status == one.status == 2
    assert many.raw == one.raw
    assert many.err == one.err


KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
"""Ends a process at once: on Windows, TerminateProcess."""


class DeadlyReport(TextReport):
    """Ends the process that reports on a file called ``maut``, as a crash in a parser would."""

    def of_file(self, checked: CheckedFile) -> str:
        if "maut" in checked.file and checked.content is not None:
            os.kill(os.getpid(), KILL)
        return super().of_file(checked)


def test_a_killed_worker_loses_only_its_file(tmp_path: Path) -> None:
    files = []
    for name in ("a", "b", "maut", "c", "d", "e", "maut-lagi", "f"):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"Panen raya {name} dimulai.", encoding="utf-8")
        files.append(str(file))
    outcomes = list(
        check_in_parallel(files, 2, CheckSettings(load_style_sheet()[0], None, DeadlyReport()))
    )
    assert [file for file, _ in outcomes] == files
    lost = [Path(file).stem for file, outcome in outcomes if outcome.unreadable]
    assert lost == ["maut", "maut-lagi"]
    for file, outcome in outcomes:
        assert outcome.counts.unreadable == ("maut" in file)
        assert outcome.unreadable == "" or outcome.unreadable.startswith("Pembacaan berkas ini")


class FragilePool:
    """A pool that breaks, once, at the n-th file that it is given."""

    def __init__(self, breaks_at: int) -> None:
        self._left = breaks_at

    def submit(self, _work: Callable[[str], CheckOutcome], file: str) -> Future[CheckOutcome]:
        self._left -= 1
        if self._left == 0:
            raise BrokenProcessPool("a worker died meanwhile")
        future: Future[CheckOutcome] = Future()
        future.set_result(CheckOutcome(file, Counts(), ""))
        return future


@pytest.mark.parametrize("breaks_at", [2, 3, 9])
def test_a_pool_that_breaks_while_it_is_given_a_file_loses_none(
    monkeypatch: pytest.MonkeyPatch, breaks_at: int
) -> None:
    pool = FragilePool(breaks_at)

    @contextmanager
    def fragile(_jobs: int, _setting: object) -> Iterator[FragilePool]:
        yield pool

    monkeypatch.setattr(check, "_pool", fragile)
    files: Sequence[str] = [f"{i}.txt" for i in range(12)]
    done = list(
        check_in_parallel(files, 2, CheckSettings(load_style_sheet()[0], None, TextReport()))
    )
    assert [file for file, _ in done] == files
    assert [outcome.fragment for _, outcome in done] == files


def test_a_worker_leaves_an_interrupt_to_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, object]] = []
    monkeypatch.setattr(signal, "signal", lambda *given: told.append(given))
    monkeypatch.setattr(check, "_inspectors", [])
    monkeypatch.setattr(check, "FileChecker", lambda *setting: None)
    check._start_worker(CheckSettings(load_style_sheet()[0], None, TextReport()))
    assert told == [(signal.SIGINT, signal.SIG_IGN)]


def test_only_so_many_files_are_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    class CountingPool(FragilePool):
        def submit(self, work: Callable[[str], CheckOutcome], file: str) -> Future[CheckOutcome]:
            given.append(file)
            return super().submit(work, file)

    @contextmanager
    def counting(_jobs: int, _setting: object) -> Iterator[FragilePool]:
        yield CountingPool(0)

    monkeypatch.setattr(check, "_pool", counting)
    files = [f"{i}.txt" for i in range(1000)]
    outcomes = check_in_parallel(files, 2, CheckSettings(load_style_sheet()[0], None, TextReport()))
    next(outcomes)
    assert len(given) == 2 * check.AHEAD, "memory stays flat"


@pytest.mark.parametrize("jobs", ["0", "-1"])
def test_no_jobs_is_bad_usage(call: Call, jobs: str, clean: Path) -> None:
    result = call("check", clean, f"--jobs={jobs}")
    assert result.status == 2
    assert "--jobs" in result.err
