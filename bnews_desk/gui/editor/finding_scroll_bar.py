"""A scroll bar with a tick for every finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from bnews_desk.finding import Severity
from bnews_desk.gui.editor.underlines import TOKENS
from bnews_desk.gui.shared.theme import Theme

WIDTHS = {Severity.ERROR: 8.0, Severity.WARNING: 6.0, Severity.SUGGESTION: 4.0}
"""Pixels a tick is wide."""
TICK_HEIGHT = 2.0


class FindingTick(NamedTuple):
    """A finding's place: 0.0 at the document's top, 1.0 at its end."""

    place: float
    severity: Severity


class FindingScrollBar(QScrollBar):
    """A vertical scroll bar with ticks at its right edge, the worst severity on top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.ticks: tuple[FindingTick, ...] = ()

    def set_ticks(self, ticks: Iterable[FindingTick]) -> None:
        """Show other ticks; those on the same pixels are merged."""
        order = {severity: i for i, severity in enumerate(Severity)}
        height = max(1, self.height())
        worst: dict[int, FindingTick] = {}
        for tick in sorted(ticks, key=lambda t: order[t.severity]):
            worst.setdefault(round(tick.place * height), tick)
        found = tuple(sorted(worst.values(), key=lambda t: t.place))
        if found != self.ticks:
            self.ticks = found
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bar where there is anything to scroll, then the ticks."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)
        painter = QPainter(self)
        for tick in self.ticks:
            width = min(WIDTHS[tick.severity], self.width())
            y = min(tick.place * self.height(), self.height() - TICK_HEIGHT)
            rect = QRectF(self.width() - width, round(y), width, TICK_HEIGHT)
            painter.fillRect(rect, self._theme.color(TOKENS[tick.severity]))
        painter.end()
