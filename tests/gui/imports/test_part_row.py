"""A part on the import sheet: what is said where the reading is not sure."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.gui.imports.part_row import PartRow
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.importers.parts.recognised_parts import Part


@pytest.mark.parametrize(("sureness", "is_told"), [(0.62, True), (0.95, False)])
def test_doubt_says_how_sure_it_is_and_what_can_be_done(
    qtbot: QtBot, sureness: float, is_told: bool
) -> None:
    row = PartRow(Theme.light(), Part(PartKind.BODY, (0,), sureness), ["Panen."], is_taken=True)
    qtbot.addWidget(row)
    told = [one.toolTip() for one in row.findChildren(QLabel) if one.text() == "kurang yakin"]
    assert bool(told) is is_told
    assert not is_told or ("62 %" in told[0] and "ganti jenis" in told[0])
