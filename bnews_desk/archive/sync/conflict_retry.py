"""What is done with a release while others save it at the same moment."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from bnews_desk.archive.repository.archive_errors import ConflictError

TRIES = 3
"""How often something is tried, each time from what lies in the archive by then."""

Answer = TypeVar("Answer")


def retried_on_conflict(act: Callable[[], Answer]) -> Answer:
    """What ``act`` gives, which reads a release and saves it, done anew where others were quicker.

    Raises ``ConflictError`` where they always are, and
    whatever else ``act`` raises.
    """
    for _ in range(TRIES - 1):
        with contextlib.suppress(ConflictError):
            return act()
    return act()
