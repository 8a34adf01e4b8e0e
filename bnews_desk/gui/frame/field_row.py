"""A row of the frame panel: one field, its condition and its remedies."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from bnews_desk.frame.field_states import FieldName, FieldState, Remedy
from bnews_desk.gui.frame.condition_mark import ConditionMark
from bnews_desk.gui.frame.field_texts import (
    condition_label,
    condition_reason,
    field_label,
    remedy_label,
    short_remedy_label,
)
from bnews_desk.gui.frame.register_field import RegisterField
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets.buttons import PushButton

LABEL_WIDTH = 56
FIELD_HEIGHT = 26
REMEDY_HEIGHT = 17
HEIGHT = 44
MOST_REMEDIES = 2
_GAP = 12


class FieldRow(QWidget):
    """A row of constant height."""

    committed = Signal(str)
    """The new value of the part; '' removes it."""
    remedy_chosen = Signal(object)
    """A ``Remedy``."""

    def __init__(self, name: FieldName, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.state = FieldState()
        self._label = QLabel(field_label(name), self)
        self._label.setFixedWidth(LABEL_WIDTH)
        self.field = RegisterField(theme, self)
        self.field.setFixedHeight(FIELD_HEIGHT)
        self.field.setAccessibleName(field_label(name))
        self.field.chevron.setAccessibleName(self.tr("Daftar: {0}").format(field_label(name)))
        self._label.setBuddy(self.field)
        self.mark = ConditionMark(theme, self)
        self.links = [self._link(i) for i in range(MOST_REMEDIES)]
        self.setFixedHeight(HEIGHT)
        self._lay_out()
        self.field.committed.connect(self.committed)
        self.show_state(self.state)

    def show_state(self, state: FieldState) -> None:
        """Show the state of the part; typed text is left alone."""
        self.state = state
        self.field.show_value(state.value)
        self.mark.set_condition(state.condition)
        reason = condition_reason(self.name, state)
        spoken = f"{condition_label(state.condition)}. {reason}".removeprefix(". ")
        for widget in (self.field, self.mark):
            widget.setToolTip(reason)
            widget.setAccessibleDescription(spoken)
        self.mark.setAccessibleName(condition_label(state.condition))
        if self.field.property("condition") != state.condition.value:
            self.field.setProperty("condition", state.condition.value)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
        self._show_remedies()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose long or short texts for the links by the width available."""
        super().resizeEvent(event)
        self._show_remedies()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure the links again in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._show_remedies()

    def _lay_out(self) -> None:
        links = QHBoxLayout()
        links.setContentsMargins(9, 0, 0, 0)
        links.setSpacing(_GAP)
        for link in self.links:
            links.addWidget(link)
        links.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.mark, 0, 2)
        grid.addLayout(links, 1, 1, 1, 2)
        grid.setRowMinimumHeight(1, REMEDY_HEIGHT)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(1, 1)
        self.setTabOrder(self.field, self.links[0])
        self.setTabOrder(self.links[0], self.links[1])

    def _link(self, number: int) -> QPushButton:
        link = PushButton(self)
        link.setProperty("look", "link")
        link.setFlat(True)
        link.setFixedHeight(REMEDY_HEIGHT)
        link.setAutoDefault(False)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: self._choose(number))
        link.hide()
        return link

    def _choose(self, number: int) -> None:
        remedy: Remedy = self.state.remedies[number]
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remedy_chosen.emit(remedy)

    def _show_remedies(self) -> None:
        remedies = self.state.remedies[:MOST_REMEDIES]
        texts = [remedy_label(remedy, self.state) for remedy in remedies]
        metrics = self.links[0].fontMetrics()
        room = self.width() - 4 - LABEL_WIDTH - 8 - 9
        if sum(metrics.horizontalAdvance(t) + _GAP for t in texts) > room:
            texts = [short_remedy_label(remedy, self.state) for remedy in remedies]
        while sum(metrics.horizontalAdvance(t) + _GAP for t in texts) > room and len(texts) > 1:
            texts.pop()
        for link, text in zip(self.links, [*texts, "", ""], strict=False):
            if not text and link.hasFocus():
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            link.setText(text.replace("&", "&&"))
            link.setVisible(bool(text))
        for link, remedy in zip(self.links, remedies, strict=False):
            whole = remedy_label(remedy, self.state)
            link.setToolTip(whole)
            link.setAccessibleName(f"{field_label(self.name)}: {whole}")
            link.setAccessibleDescription(condition_reason(self.name, self.state))
