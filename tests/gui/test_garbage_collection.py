"""Garbage is collected on the GUI thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from bnews_desk.gui import app
from bnews_desk.gui.app import GarbageCollection

WAIT_MS = 20_000


@pytest.fixture
def ours(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GarbageCollection]:
    monkeypatch.setattr(app, "COLLECTION_REST_MS", 10)
    ours = GarbageCollection()
    yield ours
    ours.end()


def garbage() -> tuple[weakref.ref[QObject], list[str]]:
    """A QObject in a circle that nobody knows any more, and the thread it died on."""
    where: list[str] = []
    one = QObject()
    one.itself = one
    seen = weakref.ref(one, lambda _: where.append(threading.current_thread().name))
    return seen, where


def make_many() -> list[list[int]]:
    """More objects than Python makes without collecting."""
    return [[number] for number in range(20_000)]


@pytest.mark.usefixtures("ours")
def test_an_object_of_qt_dies_on_the_gui_thread_whoever_makes_objects(qtbot: QtBot) -> None:
    seen, where = garbage()
    kept: list[object] = []
    thread = threading.Thread(target=lambda: kept.append(make_many()))
    thread.start()
    thread.join()
    assert seen() is not None
    qtbot.waitUntil(lambda: seen() is None, timeout=WAIT_MS)
    assert where == [threading.main_thread().name]


def test_without_it_another_thread_collects() -> None:
    """What the class is for: should Python ever leave this to the GUI thread, it can go."""
    gc.enable()
    seen, where = garbage()
    thread = threading.Thread(target=make_many, name="lain")
    thread.start()
    thread.join()
    assert seen() is None
    assert where == ["lain"]


def test_in_the_end_python_collects_again(ours: GarbageCollection, qtbot: QtBot) -> None:
    assert not gc.isenabled()
    ours.end()
    assert gc.isenabled()
    seen, _ = garbage()
    kept = make_many()
    assert seen() is None
    assert kept


def test_the_rest_can_begin_anew(ours: GarbageCollection) -> None:
    timers = ours.findChildren(QTimer)
    for timer in timers:
        timer.stop()
    ours.put_off()
    assert [timer.interval() for timer in timers if timer.isActive()] == [app.COLLECTION_REST_MS]
