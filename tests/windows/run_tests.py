"""Run the tests in the Windows Python, all or the part that ``make test`` runs behind Linux' own.

    python tests/windows/run_tests.py [--part] [ARGUMENT OF PYTEST …]

Behind the part, the frozen program is installed and used, as ``make installer`` does it. Where the
Windows Python or what freezes the program cannot be had, one sentence says why: then the status is
that of ``environment.UNAVAILABLE``, with ``--part`` it is 0. Otherwise it is pytest's.
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
"""What Windows does in its own way: killing, locking, names of files, processes, the main job."""
PART_ROUNDS = "4"
"""How often journal and window are killed in the part."""
FROZEN = "tests/packaging/test_windows_installer.py"
WORKERS = 2
"""More than one is worth it; each takes up to 1 GB under Wine."""


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
    """Build the installer where it is not built yet, and run its test on this side."""
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
