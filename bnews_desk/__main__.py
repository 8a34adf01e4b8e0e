"""The entry point: the window, or the command line when there is a command."""

from __future__ import annotations

import gc
import os
import sys

from bnews_desk.helper_process import (
    HELPER_ARGUMENT,
    is_frozen,
    run_helper,
    use_system_libraries,
)

DEBUG_OPTION = "--debug"
"""Must be the first argument: the window logs every detail to its file, a command to standard
error."""
COLLECT_AFTER = 50_000
"""Allocations, minus deallocations, between two garbage collections. A short command makes fewer;
with the default it spends a tenth of its time on collecting the modules it imports."""


def main() -> int:
    """Run the program with the arguments of the process; returns its exit status."""
    if is_frozen():  # the frozen program is also the Python of its helper processes
        import multiprocessing

        use_system_libraries()
        multiprocessing.freeze_support()
        if sys.argv[1:2] == [HELPER_ARGUMENT]:
            return run_helper(sys.argv[2:])
    try:
        return _run()
    except KeyboardInterrupt:  # while its first module was being imported
        print("bnews-desk: Dihentikan.", file=sys.stderr)
        return 130


def _run() -> int:
    gc.set_threshold(COLLECT_AFTER)
    from bnews_desk.cli.main import is_command, run

    arguments = sys.argv[1:]
    is_debug = arguments[:1] == [DEBUG_OPTION]
    if is_debug:
        del arguments[0]
    if is_command(arguments):
        if is_debug:
            from bnews_desk.log import start_logging_to_console

            start_logging_to_console()
        status = run(arguments)
        gc.freeze()  # the process ends: skip the last garbage collection
        return status
    if _has_no_screen():
        print(
            "bnews-desk: Jendela tidak dapat dibuka karena tidak ada layar (DISPLAY kosong);"
            " jalankan dari desktop, atau pakai dari terminal: bnews-desk --help.",
            file=sys.stderr,
        )
        return 2
    try:
        from bnews_desk.gui import app
    except ImportError as error:
        print(
            f"bnews-desk: Jendela tidak dapat dibuka ({error}); jalankan “make run” untuk memasang"
            " yang kurang, atau pakai dari terminal: bnews-desk --help.",
            file=sys.stderr,
        )
        return 2
    return app.run(arguments, is_debug=is_debug)


def _has_no_screen() -> bool:
    """Whether there is no display to draw a window on; Qt would abort without a message of ours."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(map(os.environ.get, screens))


if __name__ == "__main__":
    sys.exit(main())
