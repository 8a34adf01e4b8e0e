"""Runs the PDF reader in a separate process, because PDFium aborts when memory runs out.

Linux forks. Elsewhere a process is started where this one has a memory limit, unless it is itself a
worker, like the window's import worker, whose parent sees how it ends.
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
from bnews_desk.helper_process import end_with_parent
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
"""Seconds beyond the deadline within which the process may report *too-slow* itself."""
_START_SECONDS: Final = 15.0
"""Extra seconds for starting a new process where a virus scanner checks every file."""
_DIE_WITH_PARENT: Final = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def run_in_reader_process(
    work: Callable[..., ImportedRelease], deadline: ImportDeadline, *arguments: object
) -> ImportedRelease:
    """The result of ``work``, a module-level function called with ``arguments`` and a deadline.

    Raises the ``ReadError`` that ``work`` raises, or one for a process that crashed. The other
    process has ended when this returns or raises.
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
    """The message of the other process, None where it ends without one; raises *too-slow*."""
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
    """Run the work in the other process, and send its result."""
    try:
        answer = message_from_imported(work(*arguments, deadline))
    except ReadError as error:
        answer = message_from_error(error)
    send_message(pipe, answer)


def _spawned(
    work: Callable[..., ImportedRelease], deadline: ImportDeadline, arguments: tuple[object, ...]
) -> ImportMessage:
    """Run the work in a newly started process."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_do_spawned, args=(work, arguments, deadline.left, theirs), daemon=True
    )
    process.start()
    theirs.close()
    try:
        if process.pid is not None:
            end_with_parent(process.pid)
        answer = _heard(ours, deadline, _START_SECONDS)
        if answer is None:  # it ends by itself, and only its exit status tells why
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
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is handled by the waiting parent
    limit_memory()
    _do(work, arguments, ImportDeadline(seconds), pipe)


if sys.platform == "linux":

    def _forked(
        work: Callable[..., ImportedRelease],
        deadline: ImportDeadline,
        arguments: tuple[object, ...],
    ) -> ImportMessage:
        """Run the work in a forked process."""
        ours, theirs = multiprocessing.Pipe(duplex=False)
        with warnings.catch_warnings():
            # other threads of this process hold no lock that the work needs
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                _bind_to_parent()
                _do(work, arguments, deadline, theirs)
            os._exit(0)  # without the clean-up at a program's end
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
        """End together with the parent, and write no core dump."""
        import ctypes
        import resource

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
