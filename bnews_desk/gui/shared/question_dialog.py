"""A dialog with one question and two or three answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FilledButton, QuietButton, label

WIDTH = 420


class Choice(NamedTuple):
    """An answer: ``key`` for the program, ``label`` for the editor, ``about`` is its tooltip."""

    key: str
    label: str
    about: str = ""


class QuestionDialog(QDialog):
    """A question. The first choice is the filled button and the default of Enter.

    ``answer`` is the key of the choice, "" after Esc or closing.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        choices: Sequence[Choice | tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.answer = ""
        self.setModal(True)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        head = label(title, "head")
        head.setFont(theme.ui_font(15, 600))
        head.setWordWrap(True)
        body = label(text, ink="ink2")
        body.setWordWrap(True)
        column.addWidget(head)
        column.addWidget(body)
        column.addSpacing(12)
        column.addLayout(self._buttons(theme, [Choice(*choice) for choice in choices]))
        self.setFixedHeight(column.totalHeightForWidth(WIDTH))  # Qt guesses lines that wrap

    def _buttons(self, theme: Theme, choices: Sequence[Choice]) -> QHBoxLayout:
        """The buttons, the first choice at the right end."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        buttons = []
        for number, choice in enumerate(choices):
            kind = QuietButton if number else FilledButton
            button = kind(theme, choice.label, about=choice.about)
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._take, choice.key))
            buttons.append(button)
        for button in reversed(buttons):
            row.addWidget(button)
        buttons[0].setDefault(True)
        buttons[0].setFocus()
        return row

    def _take(self, key: str) -> None:
        self.answer = key
        self.accept()


def ask(
    parent: QWidget | None,
    theme: Theme,
    title: str,
    text: str,
    choices: Sequence[Choice | tuple[str, str]],
) -> str:
    """Show the question and wait: the key of a choice, or "" where none was taken.

    Put the harmless choice first: Enter takes it.
    """
    dialog = QuestionDialog(theme, title, text, choices, parent)
    dialog.exec()
    answer = dialog.answer
    dialog.deleteLater()
    if parent is not None:
        parent.activateWindow()  # without a window manager nobody gives the keyboard back
    return answer
