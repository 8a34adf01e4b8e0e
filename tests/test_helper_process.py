"""Processes of our own: started from source and from a frozen program, ended with us."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from process_control import is_running, kill

from bnews_desk import helper_process
from bnews_desk.helper_process import HELPER_ARGUMENT, helper_command, run_helper

ROOT = str(Path(__file__).resolve().parent.parent)
OFFICE_PROCESS = "bnews_desk.importers.doc.office_process"
CUT_OFF = bytes(7) + b"\x05abc"
"""What the LibreOffice process takes for a caller that is gone: 3 of 5 bytes."""
PROBE = "bnews_desk.importers.limits"
FROZEN = f"import sys; sys.frozen = True; sys.path.insert(0, {ROOT!r})\n"
PATIENCE = 30


def test_a_module_runs_whatever_the_folder_and_the_environment(tmp_path: Path) -> None:
    (tmp_path / "bnews_desk.py").write_text("raise SystemExit(99)", encoding="utf-8")
    done = subprocess.run(
        helper_command(OFFICE_PROCESS, "soffice", "1.0"),
        input=CUT_OFF,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.parametrize("arguments", [[], ["os"], ["bnews"], ["tests.conftest"]])
def test_only_modules_of_ours_run(arguments: list[str]) -> None:
    assert run_helper(arguments) == 2


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert helper_command(PROBE, "a") == [sys.executable, HELPER_ARGUMENT, PROBE, "a"]


def test_a_frozen_program_that_is_called_as_a_helper_is_one() -> None:
    code = (
        f"{FROZEN}sys.argv[1:] = ['{HELPER_ARGUMENT}', '{OFFICE_PROCESS}', 'x', '1']\n"
        "from bnews_desk.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code], input=CUT_OFF, check=False)
    assert done.returncode == 2


def test_a_frozen_program_that_multiprocessing_starts_is_no_command_line(tmp_path: Path) -> None:
    """What PyInstaller and multiprocessing do: the program itself is started for each worker."""
    code = (
        f"{FROZEN}import multiprocessing\n"
        "multiprocessing.freeze_support = lambda: sys.exit(7)\n"
        "sys.argv[1:] = ['--multiprocessing-fork', 'parent_pid=5', 'pipe_handle=9']\n"
        "from bnews_desk.__main__ import main; sys.exit(main())"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7


if sys.platform == "win32":
    from bnews_desk.job_objects import JobObject, start_in

    SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
    PARENT = (
        "import subprocess, sys, time\n"
        f"print(subprocess.Popen({SLEEP!r}).pid, flush=True)\n"
        "time.sleep(60)"
    )

    def wait_for_end(pid: int) -> None:
        until = time.monotonic() + PATIENCE
        while is_running(pid):
            assert time.monotonic() < until
            time.sleep(0.05)

    def test_closing_a_job_ends_all_that_was_started_in_it() -> None:
        job = JobObject()
        parent = start_in(job, [sys.executable, "-c", PARENT], stdout=subprocess.PIPE)
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        job.close()
        job.close()
        wait_for_end(child)
        parent.wait(PATIENCE)
        parent.stdout.close()

    def test_a_killed_program_takes_along_what_ends_with_it() -> None:
        code = (
            f"import sys; sys.path.insert(0, {ROOT!r})\n"
            "from bnews_desk.helper_process import end_with_parent\n"
            f"import subprocess, time\nchild = subprocess.Popen({SLEEP!r})\n"
            "end_with_parent(child.pid); print(child.pid, flush=True); time.sleep(60)"
        )
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as program:
            assert program.stdout is not None
            child = int(program.stdout.readline())
            kill(program.pid)
            wait_for_end(child)

    def test_what_has_ended_needs_no_end() -> None:
        with subprocess.Popen([sys.executable, "-c", "pass"]) as process:
            process.wait(PATIENCE)
        helper_process.end_with_parent(process.pid)

    @pytest.mark.wine("a_job_does_not_keep_its_limit_of_memory")
    def test_a_process_is_held_to_its_memory() -> None:
        assert subprocess.run(helper_command(PROBE), check=False).returncode == 0
