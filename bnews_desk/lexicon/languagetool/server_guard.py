"""A process between the program and a LanguageTool server that ends the server with the program.

It runs the server's command and ends it as soon as its own standard input closes, which the system
does however the program ends; on Linux and Windows the server also ends with the guard. It imports
nothing large, so that it starts fast and stays small.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

GRACE_SECONDS = 2.0
"""How long a server has to end by itself."""
_PR_SET_PDEATHSIG = 1


def main(command: Sequence[str]) -> int:
    """Run ``command`` until it or the program ends; returns the command's exit status."""
    for name in ("SIGINT", "SIGHUP"):  # sent by a terminal; the program decides what to do
        with contextlib.suppress(AttributeError, ValueError):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    child = _started(command)
    threading.Thread(target=_end_with_input, args=(child,), daemon=True).start()
    return child.wait() & 0xFF


def _end_with_input(child: subprocess.Popen[bytes]) -> None:
    while os.read(0, 4096):
        pass
    child.terminate()
    try:
        child.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()


if sys.platform == "win32":

    def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
        from bnews_desk.job_objects import JobObject, start_in

        return start_in(JobObject(), command, stdin=subprocess.DEVNULL)

else:

    def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
        import resource

        # an importing program may have limited its memory; Java has a limit of its own
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        return subprocess.Popen(  # noqa: S603 – the program's own command, without a shell
            command,
            stdin=subprocess.DEVNULL,
            preexec_fn=_tie_to_parent(),  # noqa: PLW1509 – there is one thread yet
        )

    def _tie_to_parent() -> Callable[[], None] | None:
        """A function that makes Linux end a child with its parent, the guard; None elsewhere."""
        if sys.platform != "linux":
            return None
        import ctypes

        prctl = ctypes.CDLL(None).prctl
        return lambda: prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) and None
