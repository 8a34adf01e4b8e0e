"""What is known of linked titles: never waited for, asked anew when the archive has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from bnews_desk.earlier_headlines import EarlierHeadline, TitleLookup
from bnews_desk.gui.related import linked_title_cache
from bnews_desk.gui.related.linked_title_cache import LinkedTitleCache

KNOWN = TitleLookup((EarlierHeadline("Panen Raya", None, "https://b-news.id/panen"),))


class Lane(QObject):
    """A service whose answers come when the test says so."""

    opened = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[Callable[[Any], Any], Callable[[str], Any]]] = []

    def ask(
        self,
        _work: Callable[[Any], Any],
        then: Callable[[Any], Any],
        failed: Callable[[str], Any],
    ) -> None:
        self.waiting.append((then, failed))

    def answer(self, known: TitleLookup | None) -> None:
        """Answer what has been waiting longest; None: the archive does not work."""
        then, failed = self.waiting.pop(0)
        if known is None:
            failed("Arsip tidak dapat dipakai.")
        else:
            then(known)


@pytest.fixture
def lane() -> Lane:
    return Lane()


@pytest.fixture
def titles(lane: Lane) -> LinkedTitleCache:
    return LinkedTitleCache(lane)  # type: ignore[arg-type]


def asked(qtbot: QtBot, lane: Lane, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(lane.waiting) == count)


def test_nothing_is_known_until_the_archive_has_answered(
    qtbot: QtBot, lane: Lane, titles: LinkedTitleCache
) -> None:
    assert titles.look_up("Panen Raya") is None
    assert titles.address_of("Panen Raya") == ""
    asked(qtbot, lane)
    with qtbot.waitSignal(titles.learned):
        lane.answer(KNOWN)
    assert titles.look_up("Panen Raya") == KNOWN
    assert titles.address_of("Panen Raya") == "https://b-news.id/panen"
    assert lane.waiting == []


def test_any_thread_may_ask(qtbot: QtBot, lane: Lane, titles: LinkedTitleCache) -> None:
    answers: list[TitleLookup | None] = []
    thread = threading.Thread(target=lambda: answers.append(titles.look_up("Panen Raya")))
    thread.start()
    thread.join()
    assert answers == [None]
    asked(qtbot, lane)


def test_after_a_change_the_old_answer_holds_until_the_new_one_comes(
    qtbot: QtBot, lane: Lane, titles: LinkedTitleCache
) -> None:
    titles.look_up("Panen Raya")
    asked(qtbot, lane)
    lane.answer(KNOWN)
    lane.changed.emit()
    assert titles.look_up("Panen Raya") == KNOWN
    asked(qtbot, lane)
    with qtbot.assertNotEmitted(titles.learned):
        lane.answer(KNOWN)
    lane.changed.emit()
    titles.look_up("Panen Raya")
    asked(qtbot, lane)
    with qtbot.waitSignal(titles.learned):
        lane.answer(TitleLookup())
    assert titles.address_of("Panen Raya") == ""


def test_what_the_archive_could_not_answer_is_asked_again(
    qtbot: QtBot, lane: Lane, titles: LinkedTitleCache
) -> None:
    titles.look_up("Panen Raya")
    asked(qtbot, lane)
    lane.answer(None)
    assert titles.look_up("Panen Raya") is None
    asked(qtbot, lane)


def test_not_every_title_that_was_ever_typed_is_remembered(
    qtbot: QtBot, lane: Lane, titles: LinkedTitleCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linked_title_cache, "MOST_REMEMBERED", 3)
    for number in range(10):
        titles.look_up("P" * number)
        asked(qtbot, lane)
        lane.answer(KNOWN)
    assert len(titles._known) <= 3
