"""Parses the arguments, runs the command and returns its exit status.

Results go to standard output, messages to standard error. The exit status is 2 for bad usage or a
file that could not be read, 1 when ``check`` or ``fix`` leaves findings of severity error,
otherwise 0. Commands are imported when called.
"""

from __future__ import annotations

import argparse
import errno
import os
import stat
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import TextIO, cast

from bnews_desk.cli.arguments import COMMANDS, parse_arguments
from bnews_desk.cli.exit_status import EXIT_INTERRUPTED, EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.standard_error import STOPPED, print_message

MACHINE_FORMATS = frozenset({"json", "sarif"})
"""Formats read by programs; they are written in UTF-8 even to a console."""
Command = Callable[[argparse.Namespace], int]


def is_command(arguments: Sequence[str]) -> bool:
    """Whether a call is for the command line: its first argument is a command or an option.

    So is a lower-case word that names no file: it is more likely a misspelt command than a release.
    """
    if not arguments:
        return False
    first = arguments[0]
    is_misspelt = first.isalpha() and first.islower() and not os.path.exists(first)
    return first in COMMANDS or first.startswith("-") or is_misspelt


def run(arguments: Sequence[str]) -> int:
    """Carry out one call and return its exit status; raises no foreseen failure."""
    _prepare_streams()
    try:
        options = parse_arguments(arguments)
        if getattr(options, "format", "") in MACHINE_FORMATS:
            _use_utf8(sys.stdout)
        command: Command = import_module(f"bnews_desk.cli.{options.command}").run
        return _guarded(command, options)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else EXIT_UNREADABLE
    except BrokenPipeError:
        _silence_output()
        return EXIT_OK
    except KeyboardInterrupt as stop:
        print_message(str(stop) or STOPPED)
        return EXIT_INTERRUPTED


def _guarded(command: Command, options: argparse.Namespace) -> int:
    from bnews_desk.errors import DeskError, reason

    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except DeskError as error:
        print_message(str(error))
        return EXIT_UNREADABLE
    except BrokenPipeError:
        raise
    except OSError as error:
        if _is_broken_pipe(error):
            raise BrokenPipeError from None
        print_message(
            f"Hasil tidak dapat ditulis ({reason(error)}); kosongkan disk atau alihkan ke berkas"
            " lain."
        )
        _silence_output()
        return EXIT_UNREADABLE


def _is_broken_pipe(error: OSError) -> bool:
    """Whether a write failed because the reader has closed the pipe; on Windows that is EINVAL."""
    if sys.platform != "win32" or error.errno != errno.EINVAL or error.filename is not None:
        return False
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _silence_output() -> None:
    """Send buffered output to the null device, so that closing standard output cannot fail
    again.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere(mode: str) -> TextIO:
    """A stream to replace a standard stream that was closed when the process started."""
    return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))


def _prepare_streams() -> None:
    """Use UTF-8 for files and pipes, and a console's own encoding for that.

    Characters that a console cannot show, and lone surrogates, are printed as escapes.
    """
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            _use_utf8(stream)


def _use_utf8(stream: TextIO) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
