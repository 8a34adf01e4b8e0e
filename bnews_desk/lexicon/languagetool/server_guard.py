"""A process between the program and its server that ends the server with the program.

Run as a process of its own with the server's command. It ends the command as soon as its standard
input closes, which the system does however the program ends; on Linux and Windows the command also
ends with the guard. Nothing heavy is imported: it is there in an instant and stays small.
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
"""What a server is left to end by itself."""
_PR_SET_PDEATHSIG = 1


def main(command: Sequence[str]) -> int:
    """Run ``command`` until it ends, whose exit status is the result, or the program does."""
    for name in ("SIGINT", "SIGHUP"):  # a terminal's; the program decides
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

        # an importing program may have set itself a limit; Java has its own
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        return subprocess.Popen(  # noqa: S603 – the program's own command, without a shell
            command,
            stdin=subprocess.DEVNULL,
            preexec_fn=_tie_to_parent(),  # noqa: PLW1509 – there is one thread yet
        )

    def _tie_to_parent() -> Callable[[], None] | None:
        """What makes Linux end a child with its parent, the guard; None elsewhere."""
        if sys.platform != "linux":
            return None
        import ctypes

        prctl = ctypes.CDLL(None).prctl
        return lambda: prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) and None
