"""Runs modules of the program in helper processes, each of which ends when the program does.

Such a module has a ``main(arguments)`` that returns the exit status.

From source or an installed package, the same Python runs this file, isolated from the user's
environment. A frozen program has no such Python: it starts itself, and its entry point calls
``run_helper``.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING and sys.platform == "win32":
    from bnews_desk.job_objects import JobObject

HELPER_ARGUMENT: Final = "--helper-process"
"""The first argument of a frozen program started as a helper."""
_PACKAGE: Final = "bnews_desk."


def helper_command(module: str, *arguments: str) -> list[str]:
    """The command that runs the ``main`` of one of our modules in its own process."""
    if is_frozen():
        return [sys.executable, HELPER_ARGUMENT, module, *arguments]
    return [sys.executable, "-I", os.path.abspath(__file__), module, *arguments]


def run_helper(arguments: Sequence[str]) -> int:
    """Run the module named by the first argument; returns its exit status, 2 where it is not one of
    ours."""
    if not arguments or not arguments[0].startswith(_PACKAGE):
        return 2
    module, *rest = arguments
    return cast(int, import_module(module).main(rest))


def end_with_parent(pid: int) -> None:
    """On Windows, let the system end a child process, but not its own children, with this one.

    Elsewhere it does nothing: there a child notices that its pipe to us is closed.
    """
    if sys.platform == "win32":
        with contextlib.suppress(OSError):  # it has already ended
            _our_job().add(pid)


def is_frozen() -> bool:
    """Whether this is a PyInstaller program, which has no Python to call."""
    return bool(getattr(sys, "frozen", False))


def use_system_libraries() -> None:
    """Let programs started by a frozen program load the system's libraries and not its own.

    PyInstaller's loader sets ``LD_LIBRARY_PATH`` to its own libraries and keeps the user's value
    under another name. Libraries that are loaded later do not need it.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


if sys.platform == "win32":

    @cache
    def _our_job() -> JobObject:
        from bnews_desk.job_objects import JobObject

        return JobObject(takes_children=False)


if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sys.exit(run_helper(sys.argv[1:]))
