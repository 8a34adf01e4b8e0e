"""The base of every settings page: headings, sentences, values, buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from bnews_desk.gui.shared.icons import ALONE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import (
    ElidedLabel,
    FilledButton,
    LinkButton,
    QuietButton,
    SeparatorLine,
    label,
    set_look,
)

Button = QuietButton | FilledButton | LinkButton
_MARGIN = 24


class SettingsPage(ThemedWidget, QScrollArea):
    """A page with a heading, an introductory sentence, and the parts that a subclass adds."""

    def __init__(self, theme: Theme, title: str, about: str) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[Button] = []
        self._states: list[StateLine] = []
        self.title = title
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        inside = QWidget()
        inside.setObjectName("contents")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        self._column.setSpacing(8)
        self._whole = self._column
        self._head = label(title, "head")
        self._head.setFont(theme.ui_font(15, 600))
        self._column.addWidget(self._head)
        self.add_text(about)
        self.setWidget(inside)

    def apply_theme(self) -> None:
        self._head.setFont(self._theme.ui_font(15, 600))

    def add_section(self, heading: str) -> QLabel:
        """Start a section with a heading."""
        self._column.addSpacing(8)
        self._column.addWidget(SeparatorLine())
        self._column.addSpacing(4)
        head = label(heading, "head")
        self._column.addWidget(head)
        return head

    def add_text(self, text: str = "", ink: str = "ink2") -> QLabel:
        """Add a sentence; hidden while it is empty."""
        said = wrapped_label(text, ink)
        said.setVisible(bool(text))
        self._column.addWidget(said)
        return said

    def add_value(self, name: str) -> ElidedLabel:
        """Add a line with a name and a value, such as a path, which is set later."""
        row = QHBoxLayout()
        row.setSpacing(12)
        what = label(name, ink="ink2")
        value = ElidedLabel()
        what.setBuddy(value)
        row.addWidget(what)
        row.addWidget(value, 1)
        self._column.addLayout(row)
        return value

    def add_state(self) -> StateLine:
        """Add a line that shows whether something is there."""
        line = StateLine(self._theme)
        self._states.append(line)
        self._column.addWidget(line)
        return line

    def add_buttons(self, *buttons: Button) -> None:
        """Add buttons in a row."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._buttons += buttons
        self._column.addLayout(row)

    def button(self, text: str, about: str = "") -> QuietButton:
        """A button for ``add_buttons``."""
        return QuietButton(self._theme, text, about=about)

    def begin_group(self) -> QWidget:
        """Start a group that can be shown and hidden; later parts are added to it."""
        group = QWidget()
        self._whole.addWidget(group)
        self._column = QVBoxLayout(group)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        return group

    def end_group(self) -> None:
        """End the group; later parts are added below it."""
        self._column = self._whole

    def add(self, widget: QWidget) -> None:
        """Add any other widget."""
        self._column.addWidget(widget)

    def end(self) -> None:
        """Fill the space below the last part."""
        self._column.addStretch(1)


class StateLine(ThemedWidget, QWidget):
    """An icon and a sentence: a tick if something is there, a triangle if it is missing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._token = "", ""
        self._shape = QLabel(self)
        self._text, self._remedy = wrapped_label(""), wrapped_label("", "ink2")
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self._text)
        texts.addWidget(self._remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    @property
    def text(self) -> str:
        """The sentence with its remedy."""
        return " ".join(filter(None, (self._text.text(), self._remedy.text())))

    def show_state(self, text: str, remedy: str = "", *, is_there: bool) -> None:
        """Show a state; ``remedy`` is what to do, on a line of its own."""
        self._icon, self._token = ("check", "ok") if is_there else ("warning", "warn")
        self._text.setText(text)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self.setAccessibleName(self.text)
        self.apply_theme()

    def apply_theme(self) -> None:
        if self._icon:
            shape = self._theme.icon(self._icon, self._token)
            self._shape.setPixmap(shape.pixmap(ALONE, self.devicePixelRatioF()))


def wrapped_label(text: str, ink: str = "") -> QLabel:
    """A wrapped sentence that can be selected and copied."""
    said = label(text, ink=ink)
    said.setWordWrap(True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return said


def set_label_text(said: QLabel, text: str, ink: str = "ink2") -> None:
    """Set the sentence of a label made by ``add_text``; '' hides it."""
    said.setText(text)
    said.setVisible(bool(text))
    set_look(said, ink=ink)
