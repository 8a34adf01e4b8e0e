"""The strip that shows an embargo while it is in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from bnews_desk.frame.field_states import FieldCondition
from bnews_desk.gui.frame.condition_mark import ConditionMark
from bnews_desk.gui.frame.date_input import format_date_in_words
from bnews_desk.gui.shared.theme import Theme

_LONGEST_MS = 3_600_000
"""How long the strip waits before it looks at the clock again."""


class EmbargoStrip(QFrame):
    """Hidden without an embargo and as soon as one has passed."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("embargo")
        self._now = now
        self._embargo: datetime | None = None
        self._mark = ConditionMark(theme, self)
        self._mark.set_condition(FieldCondition.MISSING)
        self._mark.setAccessibleName(self.tr("Embargo"))
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.addWidget(self._mark)
        row.addWidget(self.label, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._look()

    def show_embargo(self, embargo: datetime | None) -> None:
        """Tell of an embargo in local time, or of none."""
        self._embargo = embargo
        self._look()

    def _look(self) -> None:
        self._timer.stop()
        embargo = self._embargo
        now = self._now()
        if embargo is not None and embargo.tzinfo is not None:
            embargo = embargo.astimezone().replace(tzinfo=None)
        is_in_force = embargo is not None and embargo > now
        if is_in_force and embargo is not None:
            left = (embargo - now).total_seconds() * 1000
            self._timer.start(min(_LONGEST_MS, int(left) + 1000))
            when = format_date_in_words(embargo)
            self.label.setText(self.tr("Embargo sampai {when}").format(when=when))
            self.setAccessibleName(self.label.text())
        self.setVisible(is_in_force)
