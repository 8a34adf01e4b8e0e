"""Checking many files in worker processes: results in order, memory flat."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from bnews_desk.cli.inspector import Inspector, Outcome, Setting

AHEAD = 4
"""Files a worker may be given before the first of them is printed."""

_inspectors: list[Inspector] = []
"""A worker process's own inspector; empty in the parent."""


def inspected(files: Sequence[str], jobs: int, setting: Setting) -> Iterator[tuple[str, Outcome]]:
    """Each file with its outcome, in the order of ``files``.

    A file that ends its worker is reported as lost; the others are still done.
    """
    rest = deque(files)
    while rest:
        waiting: deque[tuple[str, Future[Outcome]]] = deque()
        try:
            with _pool(min(jobs, len(rest)), setting) as pool:
                while rest or waiting:
                    while rest and len(waiting) < jobs * AHEAD:
                        waiting.append((rest[0], pool.submit(_inspect, rest[0])))
                        rest.popleft()
                    yield waiting[0][0], waiting[0][1].result()
                    waiting.popleft()
        except BrokenProcessPool:
            for file, _ in waiting:
                yield file, _alone(file, setting)


def _alone(file: str, setting: Setting) -> Outcome:
    """The outcome of a file in a process of its own: it may be the one that ends processes."""
    try:
        with _pool(1, setting) as pool:
            return pool.submit(_inspect, file).result()
    except BrokenProcessPool:
        return Inspector(setting._replace(archive="")).lost(file)


def _pool(jobs: int, setting: Setting) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, get_context("spawn"), _start, (setting,))


def _start(setting: Setting) -> None:
    """Make a worker's inspector; Ctrl-C is the parent's matter, which then ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _inspectors.append(Inspector(setting))


def _inspect(file: str) -> Outcome:
    return _inspectors[0].inspect(file)
