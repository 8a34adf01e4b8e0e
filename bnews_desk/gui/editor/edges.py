"""The caret kept off the page's upper and lower edge."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit

EDGE = 60
"""Pixels that keys leave between the caret's line and the upper and lower edge of the view."""


def keep_off_edges(view: QTextEdit) -> None:
    """Scroll so far that the margins show at both ends, and a line or two anywhere else."""
    bar, rect, height = view.verticalScrollBar(), view.cursorRect(), view.viewport().height()
    edge = min(EDGE, height // 6)
    if rect.top() < edge:
        bar.setValue(bar.value() + rect.top() - edge)
    elif rect.bottom() > height - edge:
        bar.setValue(bar.value() + rect.bottom() - height + edge)
