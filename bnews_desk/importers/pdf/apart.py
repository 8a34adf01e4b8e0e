"""Work that may abort, in a process that may: PDFium ends its process when memory is used up.

Only on Linux, where a fork is cheap and safe; elsewhere the work is done in this process, which in
the window is the import's worker.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from bnews_desk.errors import ReadError
from bnews_desk.importers.limits import Deadline
from bnews_desk.importers.pdf.library import PDF

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from bnews_desk.importers.imported import Imported

_GRACE: Final = 1.0
"""Seconds beyond the deadline in which the work may say itself that it was too slow."""
_DIE_WITH_PARENT: Final = 1
"""PR_SET_PDEATHSIG of prctl(2)."""
_OUT_OF_MEMORY: Final = frozenset({signal.SIGABRT, signal.SIGTRAP, signal.SIGILL})
"""How PDFium ends a process that has no memory left."""


def done_apart(work: Callable[[], Imported], deadline: Deadline) -> Imported:
    """What ``work`` gives.

    Raises the :class:`~bnews_desk.errors.ReadError` that it raises, or one that says that it came
    to a bad end. The other process is gone when this returns, however it does.
    """
    if sys.platform != "linux":
        return work()
    from multiprocessing import Pipe

    ours, theirs = Pipe(duplex=False)
    with warnings.catch_warnings():
        # what else runs in this process holds no lock that the work needs
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _work_and_end(work, theirs)
    theirs.close()
    status = 0
    try:
        answer = _heard(ours, deadline)
    finally:
        ours.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
    if answer is None:
        raise _bad_end(status)
    if isinstance(answer, ReadError):
        raise answer
    return answer


def _heard(pipe: Connection, deadline: Deadline) -> Imported | ReadError | None:
    """What the other process sends, or None where it ends before."""
    if not pipe.poll(deadline.left + _GRACE):
        deadline.ask()
    try:
        answer: Imported | ReadError = pipe.recv()
    except (EOFError, OSError):
        return None
    return answer


def _work_and_end(work: Callable[[], Imported], pipe: Connection) -> None:
    """Send what comes of the work, and end without anything that ending a program does."""
    with contextlib.suppress(BaseException):
        _bind_to_parent()
        try:
            answer: Imported | ReadError = work()
        except ReadError as error:
            answer = error
        pipe.send(answer)
    os._exit(0)


def _bind_to_parent() -> None:
    """End with the process that waits for us, and leave no picture of our memory behind."""
    import ctypes
    import resource

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bad_end(status: int) -> ReadError:
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in _OUT_OF_MEMORY:
        return PDF.too_large()
    return PDF.damaged()
