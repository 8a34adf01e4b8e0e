"""Limits of one import: time, memory, size of parts and of XML.

The memory limit is set once, on a process that only imports; the others apply everywhere.
"""

from __future__ import annotations

import _thread
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from time import monotonic
from types import FrameType
from typing import Final

from bnews_desk.errors import ReadError

MAX_UNPACKED_BYTES = 200 * 1024 * 1024
"""Maximum unpacked bytes of all parts of one file."""
MAX_SECONDS = 20.0
"""Maximum seconds of one import."""
MAX_MEMORY_BYTES = 1024 * 1024 * 1024
"""Maximum bytes of memory of a process that imports."""
MAX_PARTS = 10_000
"""Maximum entries of one archive."""
MAX_XML_BYTES = 64 * 1024 * 1024
"""Maximum bytes of the XML parts of one file: in memory they take several times that."""
MAX_XML_DEPTH = 256
"""Maximum nesting of elements in an XML part."""
MAX_XML_NODES = 3_000_000
"""Maximum elements and attributes in one XML part; each takes some 120 bytes of memory."""
MAX_LINES = 200_000
"""Maximum paragraphs of one file."""
_OUT_OF_MEMORY: Final = frozenset(
    {
        *(-getattr(signal, name, 0) for name in ("SIGABRT", "SIGTRAP", "SIGILL")),
        0xE0000008,  # raised on Windows by Chromium's allocator, which PDFium uses
        0xC0000017,  # STATUS_NO_MEMORY
        0x80000003,  # STATUS_BREAKPOINT
        0xC000001D,  # STATUS_ILLEGAL_INSTRUCTION
    }
) - {0}
_is_memory_limited = False


class ImportDeadline:
    """The time at which an import must be done; importers check it in their loops."""

    def __init__(self, seconds: float = MAX_SECONDS) -> None:
        self._end = monotonic() + seconds

    @property
    def left(self) -> float:
        """The remaining seconds; 0 once the time is up."""
        return max(0.0, self._end - monotonic())

    def check(self) -> None:
        """Raise ``ReadError`` (``too-slow``) once the time is up."""
        if monotonic() > self._end:
            raise ReadError(
                "too-slow",
                "Berkas ini terlalu rumit sehingga pembacaannya melewati batas waktu; "
                "simpan ulang dari Word atau salin isinya ke berkas baru.",
            )


@contextmanager
def within_limits() -> Iterator[None]:
    """Apply the time limit of one import to the block, and convert exceeded limits to
    ``ReadError``.

    Raises ``ReadError`` in place of the interpreter's errors when memory or stack is exhausted.
    """
    with limited_time(MAX_SECONDS):
        try:
            yield
        except MemoryError:
            raise too_large() from None
        except RecursionError:
            raise ReadError(
                "damaged", "Susunan berkas ini terlalu dalam; simpan ulang dari program asalnya."
            ) from None


def too_large() -> ReadError:
    """The error for a file that takes more memory than an import may."""
    return ReadError(
        "too-large",
        "Berkas ini membutuhkan memori lebih dari 1 GB; bagi menjadi beberapa berkas.",
    )


def has_run_out_of_memory(status: int | None) -> bool:
    """Whether this exit status is that of a process whose library ran out of memory.

    ``status`` is as in ``multiprocessing``: negative for a signal.
    """
    return status in _OUT_OF_MEMORY


def is_memory_limited() -> bool:
    """Whether ``limit_memory`` was called in this process, so that a library may abort it."""
    return _is_memory_limited


def limit_memory() -> None:
    """Limit this process to ``MAX_MEMORY_BYTES``, where the system can.

    On Linux the limit applies to address space, on Windows to committed memory.
    """
    global _is_memory_limited  # noqa: PLW0603 - it is the process that is limited
    _is_memory_limited = True
    if sys.platform == "win32":
        from bnews_desk.job_objects import limit_own_memory

        with suppress(OSError):  # inside a job that allows no nested one
            limit_own_memory(MAX_MEMORY_BYTES)
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or soft > MAX_MEMORY_BYTES:
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, hard))


def main(_arguments: Sequence[str]) -> int:
    """Limit this process, which was started for the purpose, and exceed the limit; 0 where it
    holds.
    """
    limit_memory()
    try:
        bytearray(MAX_MEMORY_BYTES)
    except MemoryError:
        return 0
    return 1


@contextmanager
def limited_time(seconds: float) -> Iterator[None]:
    """Limit the block to ``seconds``; only in the main thread, and not nested.

    Raises ``ReadError`` (*too-slow*) at the interpreter's next step: code that does not return to
    the interpreter has to be ended from outside.
    """
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if sys.platform == "win32":
        # Windows has no alarm: a thread simulates a signal that nobody sends there
        number = signal.SIGTERM
        timer = threading.Timer(seconds, _thread.interrupt_main, (number,))
        timer.daemon = True
        start: Callable[[], object] = timer.start
        stop: Callable[[], object] = timer.cancel
    else:
        number = signal.SIGALRM
        start = partial(signal.setitimer, signal.ITIMER_REAL, seconds)
        stop = partial(signal.setitimer, signal.ITIMER_REAL, 0)
    before = signal.signal(number, _too_slow)
    start()
    try:
        yield
    finally:
        stop()
        signal.signal(number, before)


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise ReadError(
        "too-slow",
        f"Berkas ini belum selesai dibaca setelah {MAX_SECONDS:.0f} detik; simpan ulang dari"
        " program asalnya atau bagi menjadi beberapa berkas.",
    )
