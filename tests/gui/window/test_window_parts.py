"""Work in small steps waits for the first paint, and is done at once where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from bnews_desk.gui.window import window_parts
from bnews_desk.gui.window.window_parts import DeferredSteps


class Shown(QObject):
    first_painted = Signal()


def three(done: list[int]) -> Iterator[None]:
    for number in range(3):
        done.append(number)
        yield
    done.append(3)


def test_steps_begin_with_the_first_paint_and_keys_come_between(qtbot: QtBot) -> None:
    shown, done = Shown(), list[int]()
    steps = DeferredSteps(three(done), shown.first_painted, shown)
    assert done == []
    shown.first_painted.emit()
    assert done == []  # the first keys come first
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    qtbot.waitUntil(lambda: steps.is_done, timeout=20_000)
    assert done == [0, 1, 2, 3]


def test_steps_begin_although_nothing_is_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_parts, "LATEST_MS", 10)
    shown, done = Shown(), list[int]()
    steps = DeferredSteps(three(done), shown.first_painted, shown)
    qtbot.waitUntil(lambda: steps.is_done, timeout=20_000)
    assert done == [0, 1, 2, 3]


def test_all_that_is_left_is_done_at_once_and_only_once(qtbot: QtBot) -> None:
    shown, done = Shown(), list[int]()
    steps = DeferredSteps(three(done), shown.first_painted, shown)
    steps.finish()
    assert done == [0, 1, 2, 3]
    steps.finish()
    shown.first_painted.emit()
    qtbot.wait(window_parts.GRACE_MS + window_parts.BREATH_MS)
    assert done == [0, 1, 2, 3]
