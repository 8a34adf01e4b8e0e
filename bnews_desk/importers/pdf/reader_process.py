"""Runs the PDF reader in a process of its own, because PDFium aborts when memory runs out.

Linux forks. Elsewhere a process is started where this one has a memory limit, unless it already is
a worker, as the window's import worker is: its parent sees how it ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from bnews_desk.errors import ReadError
from bnews_desk.helper_process import end_with_us
from bnews_desk.importers.import_messages import (
    ImportMessage,
    MessageError,
    MessagePipe,
    imported_from_message,
    message_from_error,
    message_from_imported,
    raise_error_from_message,
    receive_message,
    send_message,
)
from bnews_desk.importers.limits import (
    ImportDeadline,
    has_run_out_of_memory,
    is_memory_limited,
    limit_memory,
)
from bnews_desk.importers.pdf.pdfium_document import PDF

if TYPE_CHECKING:
    from bnews_desk.importers.imported_release import ImportedRelease

_GRACE_SECONDS: Final = 1.0
"""Seconds beyond the deadline in which the work may say itself that it was too slow."""
_START_SECONDS: Final = 15.0
"""Seconds that a new process is given on top to start, where a scanner looks at every file."""
_DIE_WITH_PARENT: Final = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def run_in_reader_process(
    work: Callable[..., ImportedRelease], deadline: ImportDeadline, *arguments: object
) -> ImportedRelease:
    """What ``work``, a function of a module, gives for ``arguments`` and a deadline.

    Raises the ``ReadError`` that it raises, or one that says that it came
    to a bad end. The other process is gone when this returns, however it does.
    """
    if sys.platform == "linux":
        answer = _forked(work, deadline, arguments)
    elif is_memory_limited() and multiprocessing.parent_process() is None:
        answer = _spawned(work, deadline, arguments)
    else:
        return work(*arguments, deadline)
    try:
        raise_error_from_message(answer)
        return imported_from_message(answer)
    except MessageError:
        raise PDF.damaged() from None


def _bad_end(status: int | None) -> ReadError:
    return PDF.too_large() if has_run_out_of_memory(status) else PDF.damaged()


def _heard(pipe: MessagePipe, deadline: ImportDeadline, grace: float) -> ImportMessage | None:
    """What the other process sends, None where it ends before; raises *too-slow*."""
    if not pipe.poll(deadline.left + grace):
        deadline.check()
    try:
        return receive_message(pipe)
    except (EOFError, OSError, MessageError):
        return None


def _do(
    work: Callable[..., ImportedRelease],
    arguments: tuple[object, ...],
    deadline: ImportDeadline,
    pipe: MessagePipe,
) -> None:
    """Do the work in the other process, and send what comes of it."""
    try:
        answer = message_from_imported(work(*arguments, deadline))
    except ReadError as error:
        answer = message_from_error(error)
    send_message(pipe, answer)


def _spawned(
    work: Callable[..., ImportedRelease], deadline: ImportDeadline, arguments: tuple[object, ...]
) -> ImportMessage:
    """Have a new process do the work."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_do_spawned, args=(work, arguments, deadline.left, theirs), daemon=True
    )
    process.start()
    theirs.close()
    try:
        if process.pid is not None:
            end_with_us(process.pid)
        answer = _heard(ours, deadline, _START_SECONDS)
        if answer is None:  # it ends by itself, which alone tells why
            process.join(_GRACE_SECONDS)
    finally:
        ours.close()
        process.kill()
        process.join()
    if answer is None:
        raise _bad_end(process.exitcode)
    return answer


def _do_spawned(
    work: Callable[..., ImportedRelease],
    arguments: tuple[object, ...],
    seconds: float,
    pipe: MessagePipe,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C is the matter of whoever waits for us
    limit_memory()
    _do(work, arguments, ImportDeadline(seconds), pipe)


if sys.platform == "linux":

    def _forked(
        work: Callable[..., ImportedRelease],
        deadline: ImportDeadline,
        arguments: tuple[object, ...],
    ) -> ImportMessage:
        """Have a copy of this process do the work."""
        ours, theirs = multiprocessing.Pipe(duplex=False)
        with warnings.catch_warnings():
            # what else runs in this process holds no lock that the work needs
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                _bind_to_parent()
                _do(work, arguments, deadline, theirs)
            os._exit(0)  # without anything that ending a program does
        theirs.close()
        status = 0
        try:
            answer = _heard(ours, deadline, _GRACE_SECONDS)
        finally:
            ours.close()
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            status = os.waitpid(child, 0)[1]
        if answer is None:
            raise _bad_end(os.waitstatus_to_exitcode(status))
        return answer

    def _bind_to_parent() -> None:
        """End with the process that waits for us, and leave no picture of our memory behind."""
        import ctypes
        import resource

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
