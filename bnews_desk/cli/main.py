"""Arguments in, exit status out.

Results go to standard output, messages to standard error. Exit status of every command: 2 for bad
usage or a file that could not be read; of ``check`` and ``fix`` also 1 where findings at error
level remain; otherwise 0. Commands are imported when they are called.
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
"""What programs read, which is in UTF-8 on a console too."""
Command = Callable[[argparse.Namespace], int]


def is_command(arguments: Sequence[str]) -> bool:
    """Whether a call is one for the command line: a command or an option comes first.

    So is a single word that names no file: more likely a command misspelt than a release.
    """
    if not arguments:
        return False
    first = arguments[0]
    is_misspelt = first.isalpha() and first.islower() and not os.path.exists(first)
    return first in COMMANDS or first.startswith("-") or is_misspelt


def run(arguments: Sequence[str]) -> int:
    """Carry out one call; the result is its exit status. Never raises a foreseen failure."""
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
    """Whether a write has failed because nobody reads any more, for which Windows says EINVAL."""
    if sys.platform != "win32" or error.errno != errno.EINVAL or error.filename is not None:
        return False
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _silence_output() -> None:
    """Send what is still buffered nowhere, so that closing standard output cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere(mode: str) -> TextIO:
    """A stream for a process that was started with a standard stream closed."""
    return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))


def _prepare_streams() -> None:
    """Files and pipes get UTF-8, a console the encoding that it has.

    A character that a console cannot show, and a lone surrogate, is printed as its escape.
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
