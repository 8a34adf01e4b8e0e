"""Since when a release on the desk says what it says: looking at it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.gui.desk.desk import Desk
from bnews_desk.release import Details, Release


class Clock:
    """Seconds since 1970, as the test says."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    journal = Journal(str(tmp_path / "jurnal.db"), clock)
    yield journal
    journal.close()


@pytest.fixture
def desk(qtbot: QtBot, journal: Journal, clock: Clock) -> Iterator[Desk]:
    del qtbot
    desk = Desk(journal, clock)
    yield desk
    for release in list(desk.releases):
        desk.close(release)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ages(desk: Desk) -> dict[str, float]:
    """Since when each release of the list is as it is, by its headline."""
    return {entry.headline: entry.changed for entry in desk.journal.entries()}


def test_a_release_that_is_only_looked_at_keeps_its_age_and_place(
    desk: Desk, journal: Journal, clock: Clock
) -> None:
    journal.note("a", Release("Kopi\nSatu."))
    clock.now = 2000.0
    journal.note("b", Release("Padi\nDua."))
    assert journal.flush()
    clock.now = 3000.0
    release = desk.reopen("a")
    assert release is not None
    desk.is_new_here(release)
    desk.note_caret(3)
    desk.close(release)
    assert ages(desk) == {"Padi": 2000.0, "Kopi": 1000.0}
    assert [entry.key for entry in journal.entries()] == ["b", "a"]


def test_words_and_details_make_it_younger_and_moving_about_later_does_not(
    desk: Desk, journal: Journal, clock: Clock
) -> None:
    release = desk.open_new(Release("Kopi\nSatu."))
    clock.now = 2000.0
    release.document.cursor(0, 0).insertText("X")
    clock.now = 3000.0
    desk.note_all()
    assert ages(desk) == {"XKopi": 2000.0}
    clock.now = 4000.0
    release.document.set_details(Details(writer="Sunarto"))
    assert ages(desk) == {"XKopi": 4000.0}
    clock.now = 5000.0
    desk.note_all()
    assert journal.flush()
    assert ages(desk) == {"XKopi": 4000.0}
