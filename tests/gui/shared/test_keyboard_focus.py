"""The keyboard after a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back


class Window(QWidget):
    """Counts how often it was made the active one."""

    times = 0

    def activateWindow(self) -> None:  # noqa: N802
        self.times += 1


def test_the_window_under_a_dialog_has_the_keyboard_when_it_closes(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    dialog = QDialog(window)
    gives_keyboard_back(dialog)
    dialog.open()
    assert window.times == 0
    dialog.reject()
    assert window.times == 1
