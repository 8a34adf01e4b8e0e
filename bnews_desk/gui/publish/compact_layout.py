"""Siap tayang on a low screen: its checklist sits closer before anything is scrolled away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from bnews_desk.gui.publish.line_button import LineButton

_FOLLOWED = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show})


class CompactLayout(QObject):
    """Has the lines give as much room as the panel lacks, all of them the same."""

    def __init__(self, panel: QWidget, lines: Sequence[LineButton]) -> None:
        super().__init__(panel)
        self._panel, self._lines = panel, lines
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look again whenever the panel or what is in it takes another size."""
        if watched is self._panel and event.type() in _FOLLOWED:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        saved = sum(line.ease - line.sizeHint().height() for line in self._lines)
        lacking = max(0, self._panel.sizeHint().height() + saved - self._panel.height())
        for line in self._lines:
            line.give(-(-lacking // len(self._lines)))
