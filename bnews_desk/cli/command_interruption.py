"""Messages and deferral for a command that Ctrl+C interrupts."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

RESUMABLE = "Dihentikan; jalankan lagi perintah yang sama untuk melanjutkan."


@contextlib.contextmanager
def interrupted_with_message(sentence: str = RESUMABLE) -> Iterator[None]:
    """Inside, an interruption carries ``sentence``, which the command's end says."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(sentence) from None


@contextlib.contextmanager
def uninterrupted(sentence: str) -> Iterator[None]:
    """What is begun inside comes to its end before Ctrl+C stops the command with ``sentence``.

    A second one stops it at once. For the main thread.
    """
    stops = 0

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stops
        stops += 1
        if stops > 1:
            raise KeyboardInterrupt(sentence)

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # it is nobody's, or is somebody else's
        yield
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if stops:
        raise KeyboardInterrupt(sentence)
