"""Runs the tests in the Windows Python: all, or the part that ``make test`` runs after those on
Linux.

    python tests/windows/run_tests.py [--part] [ARGUMENT OF PYTEST …]

After the part, the frozen program is installed and used, as by ``make installer``. Where the
Windows Python or the packaging tools are not available, one sentence says why; the exit status is
then ``environment.UNAVAILABLE``, or 0 with ``--part``. Otherwise it is pytest's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from environment import PROJECT, UNAVAILABLE, UnavailableError, command, set_up

PART = (
    "tests/archive/journal/test_journal_kill.py",
    "tests/gui/faults/test_killed_window.py",
    "tests/gui/window/test_window_import_to_archive.py",
    "tests/windows",
)
"""What differs on Windows: killing, locking, file names, processes, the main job."""
PART_ROUNDS = "4"
"""Number of rounds in which journal and window are killed in the part."""
FROZEN = "tests/packaging/test_windows_installer.py"
WORKERS = 2
"""More than one saves time; each takes up to 1 GB under Wine."""


def main(arguments: Sequence[str]) -> int:
    is_part = "--part" in arguments
    given = [argument for argument in arguments if argument != "--part"]
    try:
        environment = set_up()
    except UnavailableError as error:
        print(f"Uji di Windows dilewati. {error}", file=sys.stderr)
        return 0 if is_part else UNAVAILABLE
    os.environ["PYTHONPATH"] = f"Z:{PROJECT}".replace("/", "\\")  # installed, as on Linux
    if is_part:
        os.environ.setdefault("BNEWS_DESK_FAULT_ROUNDS", PART_ROUNDS)
        given += PART
    call = ["python.exe", "-m", "pytest", "-p", "no:cacheprovider"]
    call += ["-n", str(WORKERS), "--dist", "worksteal", *given]
    done = subprocess.run(
        command(environment, call), cwd=PROJECT, stdin=subprocess.DEVNULL, check=False
    )
    return done.returncode or (_test_frozen_program() if is_part else 0)


def _test_frozen_program() -> int:
    """Build the installer if it is missing, and run its test on the Windows side."""
    script = PROJECT / "resources" / "packaging" / "windows" / "build_installer.py"
    built = subprocess.run([sys.executable, str(script)], cwd=PROJECT, check=False)
    if built.returncode:
        return 0 if built.returncode == UNAVAILABLE else built.returncode
    variables = {**os.environ, "BNEWS_DESK_INSTALLER_TEST": "1"}
    variables.pop("PYTHONPATH")
    call = [sys.executable, "-m", "pytest", "-q", FROZEN]
    return subprocess.run(call, cwd=PROJECT, env=variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
