"""Processes of our own: modules that run in one, and that each ends when we do.

A module that runs so has a ``main(arguments)`` that gives the exit status.

From source or an installed package the Python that runs us runs this file, isolated from the
user's environment; in a frozen program, where there is no such Python, the program itself is
started, whose entry point hands over to ``run_helper``.
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
"""The first argument of a frozen program that is started as a helper."""
_PACKAGE: Final = "bnews_desk."


def helper_command(module: str, *arguments: str) -> list[str]:
    """The call that runs the ``main`` of one of our modules in a process of its own."""
    if is_frozen():
        return [sys.executable, HELPER_ARGUMENT, module, *arguments]
    return [sys.executable, "-I", os.path.abspath(__file__), module, *arguments]


def run_helper(arguments: Sequence[str]) -> int:
    """Run the module that comes first; its exit status, 2 where it is none of ours."""
    if not arguments or not arguments[0].startswith(_PACKAGE):
        return 2
    module, *rest = arguments
    return cast(int, import_module(module).main(rest))


def end_with_us(pid: int) -> None:
    """Have Windows end a process of ours, not what it has started, when this one ends.

    Elsewhere nothing: what we start there sees that its pipe to us is closed.
    """
    if sys.platform == "win32":
        with contextlib.suppress(OSError):  # it has ended already
            _our_job().add(pid)


def is_frozen() -> bool:
    """Whether this is a program that PyInstaller made, in which no Python can be called."""
    return bool(getattr(sys, "frozen", False))


def leave_own_libraries() -> None:
    """Have the programs that a frozen program starts find the system's libraries, not its own.

    PyInstaller's loader points ``LD_LIBRARY_PATH`` to them for itself and keeps the user's own
    value under another name; what is loaded later finds them without it.
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
