"""Meja: groups by day, rows that say how far a release is, a search that narrows."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from bnews_desk.archive.release_progress import RemainingWork
from bnews_desk.gui.desk.desk_list import DeskList
from bnews_desk.gui.desk.desk_list_model import ENTRY, DayHeading, DeskEntry, two_lines
from bnews_desk.gui.shared.theme import Theme

NOW = time.mktime((2025, 8, 18, 10, 0, 0, 0, 0, -1))
HOUR = 3600.0
ENTRIES = (
    DeskEntry("a", "Panen Raya Padi di Wates", False, NOW - 120, "disunting", RemainingWork(3, 1)),
    DeskEntry(
        "b", "Jalan Talun Mulus Kembali", False, NOW - 5 * HOUR, "disunting", RemainingWork(0, 2)
    ),
    DeskEntry("c", "siaran tanpa judul", True, NOW - 24 * HOUR, "disunting"),
    DeskEntry("d", "Lomba Desa", False, NOW - 80 * HOUR, "siap", RemainingWork()),
)


@pytest.fixture
def desk(qtbot: QtBot) -> DeskList:
    desk = DeskList(Theme.light())
    qtbot.addWidget(desk)
    desk.resize(216, 600)
    desk.show_entries(ENTRIES, "b", NOW)
    desk.show()
    return desk


def rows(desk: DeskList) -> list[str]:
    model = desk.model
    return [str(model.data(model.index(n))) for n in range(model.rowCount())]


def test_releases_stand_in_groups_by_day_the_newest_first(desk: DeskList) -> None:
    assert rows(desk) == [
        "Hari ini",
        "Panen Raya Padi di Wates",
        "Jalan Talun Mulus Kembali",
        "Kemarin",
        "siaran tanpa judul",
        "15/8/2025",
        "Lomba Desa",
    ]


def test_the_release_in_front_is_selected(desk: DeskList) -> None:
    entry = desk.view.currentIndex().data(ENTRY)
    assert isinstance(entry, DeskEntry)
    assert entry.key == "b"


def test_a_click_chooses_a_release(desk: DeskList, qtbot: QtBot) -> None:
    rect = desk.view.visualRect(desk.model.index_of("a"))
    with qtbot.waitSignal(desk.chosen) as blocker:
        qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert blocker.args == ["a"]


def test_searching_narrows_the_list_and_clearing_widens_it(desk: DeskList, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.search, "panen WATES")
    assert rows(desk) == ["Hari ini", "Panen Raya Padi di Wates"]
    desk.search.clear()
    assert len(rows(desk)) == 7


def test_headings_cannot_be_chosen(desk: DeskList) -> None:
    index = desk.model.index(0)
    assert isinstance(index.data(ENTRY), DayHeading)
    assert not desk.model.flags(index) & Qt.ItemFlag.ItemIsSelectable


def test_readers_of_the_screen_hear_state_age_and_what_is_left(desk: DeskList) -> None:
    index = desk.model.index_of("a")
    told = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told == "Disunting · 2 mnt · 3 wajib diperbaiki"


def test_an_empty_desk_says_what_will_stand_there(desk: DeskList) -> None:
    desk.show_entries((), "", NOW)
    assert desk.hint.isVisible()
    assert not desk.search.isVisible()


def test_the_selection_survives_another_look_at_the_same_rows(desk: DeskList) -> None:
    desk.show_entries(ENTRIES, "b", NOW + 60)
    assert desk.view.currentIndex().data(ENTRY).key == "b"


def test_a_long_title_takes_two_lines_and_an_ellipsis(desk: DeskList) -> None:
    metrics = QFontMetrics(desk.font())
    lines = two_lines("Pemerintah Kabupaten Blitar " * 5, metrics, 190)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 190 for line in lines)
