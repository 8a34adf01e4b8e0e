"""Work beside the GUI thread: in order, whatever fails, and on no thread of Qt's."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import bnews_desk
from bnews_desk.gui.shared.background_thread import BackgroundThread

NAME = "bnews-test"
WAIT_SECONDS = 20.0
SOURCES = Path(bnews_desk.__file__).parent


@pytest.fixture
def thread() -> Iterator[BackgroundThread]:
    thread = BackgroundThread(NAME)
    yield thread
    thread.end(WAIT_SECONDS)


def is_running() -> bool:
    return any(one.name == NAME for one in threading.enumerate())


def test_work_is_done_in_order_on_one_other_thread(thread: BackgroundThread) -> None:
    done: list[tuple[int, int]] = []
    ready = threading.Event()
    for number in range(5):
        thread.submit(lambda number=number: done.append((number, threading.get_ident())))
    thread.submit(ready.set)
    assert ready.wait(WAIT_SECONDS)
    assert [number for number, _ in done] == [0, 1, 2, 3, 4]
    (where,) = {where for _, where in done}
    assert where != threading.get_ident()


def test_what_fails_is_told_and_the_next_is_done(
    thread: BackgroundThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(error))
    ready = threading.Event()
    thread.submit(lambda: int("x"))
    thread.submit(ready.set)
    assert ready.wait(WAIT_SECONDS)
    (error,) = told
    assert isinstance(error, ValueError)
    assert error.__traceback__ is not None


def test_the_end_waits_for_what_was_begun_and_drops_the_rest(thread: BackgroundThread) -> None:
    begun, goes_on = threading.Event(), threading.Event()
    done: list[str] = []

    def long_work() -> None:
        begun.set()
        goes_on.wait(WAIT_SECONDS)
        done.append("begun")

    thread.submit(long_work)
    thread.submit(lambda: done.append("rest"))
    assert begun.wait(WAIT_SECONDS)
    thread.end(0)
    assert is_running()
    goes_on.set()
    thread.end(WAIT_SECONDS)
    assert done == ["begun"]
    assert not is_running()


def test_no_thread_of_qt_meets_python() -> None:
    """They crash at random: see ``side_thread``."""
    words = re.compile(r"\bQThread\(|\(QThread\b|moveToThread|QThreadPool|QRunnable|QtConcurrent")
    sources = SOURCES.rglob("*.py")
    assert [str(one) for one in sources if words.search(one.read_text(encoding="utf-8"))] == []
