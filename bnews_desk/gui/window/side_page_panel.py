"""The right column of a side page (archive, inbox): title, details, buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import IconButton, SeparatorLine, label
from bnews_desk.gui.window.side_pages import SidePageWidget

PARAGRAPH_GAP = 8
"""Pixels below a paragraph."""


class Facts(QWidget):
    """Names and values, one a row; a row without a value is hidden."""

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, QLabel] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        for name in names:
            value = self._values[name] = label("")
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._form.addRow(label(name, ink="ink2"), value)

    def fact(self, name: str) -> str:
        """The value shown for a name."""
        return self._values[name].text()

    def show_fact(self, name: str, value: str) -> None:
        """Show the value of a name, '' hides the row."""
        said = self._values[name]
        said.setText(value)
        self._form.setRowVisible(said, bool(value))


class SidePagePanel(SidePageWidget):
    """Shows help where nothing is selected, else details of the selection; a subclass fills it."""

    close_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = label("", "head")
        self._close = IconButton(theme, "close", self.tr("Tutup"), self.tr("Kembali (Esc)"))
        self._close.clicked.connect(self.close_wanted)
        self.help = label("")
        self.help.setTextFormat(Qt.TextFormat.RichText)
        self.help.setWordWrap(True)
        self.foot = QWidget()
        self._pages = QStackedWidget()

    def show_page(self, title: str, *, is_told: bool) -> None:
        """Show the details of the selection, or the help text."""
        self.title.setText(title)
        self._pages.setCurrentIndex(int(is_told))
        self.foot.setVisible(is_told)

    def apply_theme(self) -> None:
        self.title.setFont(self._theme.ui_font(13, 600))

    def lay_out(self, told: Sequence[QWidget], buttons: Sequence[QPushButton]) -> None:
        """Lay out the details one below the other, and the buttons at the foot."""
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 6, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(6)
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        for parts in ((self.help,), told):
            self._pages.addWidget(_scrolled(parts))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(SeparatorLine())
        column.addWidget(self._pages, 1)
        column.addWidget(SeparatorLine())
        column.addWidget(self.foot)


def paragraphs_of(body: str) -> str:
    """Plain paragraphs as HTML; empty ones are left out."""
    lines = (escape(line) for line in body.split("\n") if line.strip())
    return "".join(f'<p style="margin: 0 0 {PARAGRAPH_GAP}px 0">{line}</p>' for line in lines)


def _scrolled(parts: Sequence[QWidget]) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("contents")
    column = QVBoxLayout(inside)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
