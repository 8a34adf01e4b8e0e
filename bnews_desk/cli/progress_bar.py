"""Progress bar and spinner on standard error, shown on a terminal only."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")
LONG_WORK = 5
"""Files from which on a bar is shown."""


def with_progress_bar(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """``items`` as they come, with a bar of ``total`` steps below what is printed meanwhile."""
    if total < LONG_WORK or not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console, shares_screen = _screen()
    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=shares_screen
    ) as progress:
        task = progress.add_task(label, total=total)
        for item in items:
            yield item
            progress.advance(task)


@contextlib.contextmanager
def activity_spinner(label: str) -> Iterator[None]:
    """A sign of life while something of unknown length is done; only on a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    console, _ = _screen()
    with console.status(f"{label} …"):
        yield


def _screen() -> tuple[Console, bool]:
    """Where a bar is drawn, and whether results are printed there too."""
    from rich.console import Console

    shares_screen = sys.stdout.isatty()
    return (Console() if shares_screen else Console(stderr=True)), shares_screen
