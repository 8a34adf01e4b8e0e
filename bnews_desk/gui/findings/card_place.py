"""Where the hover card goes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 4
"""Between the line and the card."""
EDGE = 6
"""Between the card and the edges of the page."""


def place_card(size: QSize, line: QRect, page: QRect) -> QPoint:
    """The corner of a card of ``size`` for words at ``line``, all in one widget's coordinates.

    Under the line, above it where there is no room below, and inside ``page`` in any case.
    """
    left = min(line.left(), page.right() + 1 - EDGE - size.width())
    below = line.bottom() + 1 + GAP
    above = line.top() - GAP - size.height()
    lowest = page.bottom() + 1 - EDGE - size.height()
    top = below if below <= lowest or above < page.top() else above
    return QPoint(max(page.left() + EDGE, left), max(page.top(), min(top, max(lowest, page.top()))))
