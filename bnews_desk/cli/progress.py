"""A progress bar on standard error, where that is a terminal and the work is long."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
LONG_WORK = 5
"""Files from which on a bar is shown."""


def counted(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """``items`` as they come, with a bar of ``total`` steps below what is printed meanwhile."""
    if total < LONG_WORK or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    shares_screen = sys.stdout.isatty()
    console = Console() if shares_screen else Console(stderr=True)
    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=shares_screen
    ) as progress:
        task = progress.add_task(label, total=total)
        for item in items:
            yield item
            progress.advance(task)
