"""The base of the dialogs that show two texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.reading_dialog import fitting
from bnews_desk.gui.shared.widgets import SeparatorLine, label
from bnews_desk.gui.versions.two_texts import TwoTexts


class TwoTextsDialog(QDialog):
    """Restores the keyboard focus when it closes, and ends the comparison of its texts."""

    texts: TwoTexts
    """The texts, made by a subclass at their place in the tab order."""

    def __init__(self, size: tuple[int, int], parent: QWidget | None) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self.resize(fitting(QSize(*size), parent))

    def done(self, result: int) -> None:
        """End the comparison."""
        self.texts.shut_down()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """End the comparison."""
        self.texts.shut_down()
        super().closeEvent(event)

    def lay_out(
        self, *parts: QWidget, left: Sequence[QWidget] = (), right: Sequence[QWidget] = ()
    ) -> None:
        """Lay out parts one below the other, the last as tall as there is room, and the buttons."""
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(8)
        for button in left:
            foot.addWidget(button)
        foot.addStretch(1)
        for button in right:
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in parts:
            whole.addWidget(part, int(part is parts[-1]))
            whole.addWidget(SeparatorLine())
        whole.addLayout(foot)


def intro_label(text: str = "") -> QLabel:
    """A sentence above the texts that explains them."""
    said = label(text, ink="ink2")
    said.setWordWrap(True)
    said.setContentsMargins(16, 12, 16, 12)
    return said
