"""The left column: rows at its foot, whole or slim in a rail."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bnews_desk.gui.desk.desk_column import DeskColumn
from bnews_desk.gui.desk.desk_list import DeskList
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FootRow


def column(qtbot: QtBot, *rows: FootRow) -> DeskColumn:
    made = DeskColumn()
    qtbot.addWidget(made)
    made.set_desk_list(DeskList(Theme.light()), Theme.light())
    for row in rows:
        made.add_foot(row)
    made.resize(216, 600)
    made.show()
    return made


def archive_row() -> FootRow:
    return FootRow(Theme.light(), "archive", "Arsip", "Cari di semua naskah")


def test_a_row_stands_at_the_foot_and_is_clicked_there(qtbot: QtBot) -> None:
    row = archive_row()
    made = column(qtbot, row)
    assert row.isVisible()
    assert row.mapTo(made, row.rect().topLeft()).y() > 550
    with qtbot.waitSignal(row.clicked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def test_a_later_row_may_stand_above_an_earlier_one(qtbot: QtBot) -> None:
    row = archive_row()
    made = column(qtbot, row)
    inbox = FootRow(Theme.light(), "inbox", "Kotak masuk", "Berkas baru")
    made.add_foot(inbox, 0)
    qtbot.waitUntil(lambda: inbox.y() < row.y())


def test_a_count_is_shown_and_told(qtbot: QtBot) -> None:
    row = archive_row()
    made = column(qtbot, row)
    row.set_count(3)
    assert made.isVisible()
    assert row._count.isVisible()
    assert row.accessibleName() == "Arsip: 3"
    row.set_count(0)
    assert not row._count.isVisible()
    assert row.accessibleName() == "Arsip"


def test_in_a_rail_the_icon_is_left_and_its_name_is_told(qtbot: QtBot) -> None:
    row = archive_row()
    row.set_count(2)
    made = column(qtbot, row)
    made.set_rail(True)
    made.resize(48, 600)
    assert row.isVisible()
    assert row.text() == ""
    assert row.width() == 32
    assert row.accessibleName() == "Arsip: 2"
    assert row.toolTip() == "Cari di semua naskah"
    qtbot.waitUntil(lambda: row.mapTo(made, row.rect().topLeft()).y() < 60)
    made.set_rail(False)
    assert row.text() == "Arsip"
    assert row._count.isVisible()
