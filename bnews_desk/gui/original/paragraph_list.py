"""Lists paragraphs in the difference panel, each with a button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from bnews_desk.gui.original.word_marks import NumberedParagraph
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import FixButton, label

MOST_ROWS = 60
"""The most paragraphs that are shown; the change report has all of them."""
EXCERPT = 150
"""Code points shown of a paragraph; its tooltip has up to ``WHOLE``."""
WHOLE = 2000


class ParagraphList(ThemedWidget, QWidget):
    """Paragraphs of one kind with a button each; hidden when there are none."""

    wanted = Signal(int)
    """The button of the paragraph of that number was pressed."""

    def __init__(
        self, theme: Theme, title: str, action_label: str, about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._action_label, self._about = theme, action_label, about
        self._paragraphs: tuple[NumberedParagraph, ...] = ()
        self._buttons: list[FixButton] = []
        self._title, self._count = label(title, "head"), label("", ink="ink2")
        self._rest = _wrapped("", "ink2")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self._rest)
        self.apply_theme()
        self.hide()

    @property
    def buttons(self) -> Sequence[FixButton]:
        """The buttons of the paragraphs shown, in order."""
        return self._buttons

    def show_paragraphs(self, paragraphs: Sequence[NumberedParagraph]) -> None:
        """Show other paragraphs; the focus stays at its position if possible."""
        if tuple(paragraphs) == self._paragraphs:
            return
        self._paragraphs = tuple(paragraphs)
        focused = next((n for n, b in enumerate(self._buttons) if b.hasFocus()), None)
        self._clear()
        for paragraph in self._paragraphs[:MOST_ROWS]:
            self._rows.addWidget(self._row(paragraph))
        more = len(self._paragraphs) - MOST_ROWS
        self._rest.setVisible(more > 0)
        told = self.tr("dan {0} paragraf lain; semuanya ada dalam laporan perubahan.")
        self._rest.setText(told.format(more))
        self._count.setText(str(len(self._paragraphs)))
        self.setVisible(bool(self._paragraphs))
        if focused is not None and self._buttons:
            self._buttons[min(focused, len(self._buttons) - 1)].setFocus()

    def apply_theme(self) -> None:
        self._title.setFont(self._theme.ui_font(13, 600))

    def _clear(self) -> None:
        self._buttons = []
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()

    def _row(self, paragraph: NumberedParagraph) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        said = shorten(paragraph.text, EXCERPT, placeholder=" …")
        words = _wrapped(said)
        words.setToolTip(shorten(paragraph.text, WHOLE, placeholder=" …"))
        words.setAccessibleName(words.toolTip())
        button = FixButton(self._theme, self._action_label, about=self._about)
        button.setAccessibleName(f"{self._action_label}: {said}")
        button.clicked.connect(partial(self.wanted.emit, paragraph.number))
        column.addWidget(words)
        column.addWidget(button)
        self._buttons.append(button)
        return row


def _wrapped(text: str, ink: str = "") -> QLabel:
    made = label(text, ink=ink)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made
