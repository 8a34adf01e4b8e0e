"""Progress bar and spinner on standard error, only on a terminal."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")
LONG_WORK = 5
"""The least number of steps for which a bar is shown."""


def with_progress_bar(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Yield ``items``, with a bar of ``total`` steps below the printed output."""
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
    """Show a spinner during work of unknown length; only on a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    console, _ = _screen()
    with console.status(f"{label} …"):
        yield


def _screen() -> tuple[Console, bool]:
    """The console for a bar, and whether results are printed on the same screen."""
    from rich.console import Console

    shares_screen = sys.stdout.isatty()
    return (Console() if shares_screen else Console(stderr=True)), shares_screen
