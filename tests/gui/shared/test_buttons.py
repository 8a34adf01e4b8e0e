"""The buttons of the window, by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import Chip, FilledButton, FootRow, IconButton, LinkButton

NONE = Qt.KeyboardModifier.NoModifier


def made(kind: str) -> QAbstractButton:
    theme = Theme.light()
    if kind == "chip":
        chip = Chip(theme, "error", "err", "Wajib diperbaiki")
        chip.set_count(3)
        return chip
    if kind == "foot":
        return FootRow(theme, "inbox", "Kotak masuk", "Ctrl+Shift+K")
    if kind == "icon":
        return IconButton(theme, "close", "Tutup")
    return {"filled": FilledButton, "link": LinkButton}[kind](theme, "Pilih folder…")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", ["filled", "link", "foot", "icon", "chip"])
def test_enter_presses_the_button_that_has_the_keyboard(qtbot, kind, key):
    home = QWidget()
    qtbot.addWidget(home)
    button = made(kind)
    button.setParent(home)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_key_that_is_held_down_presses_once(qtbot):
    button = made("filled")
    qtbot.addWidget(button)
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("click"))
    for is_repeat in (False, True, True):
        held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", is_repeat)
        QApplication.sendEvent(button, held)
    assert len(clicks) == 1


def test_enter_with_ctrl_is_left_to_the_window(qtbot):
    button = made("filled")
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
