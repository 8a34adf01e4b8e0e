"""The page's zoom: font sizes from 14 to 28 pixels."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from bnews_desk.gui.editor.paragraph_styles import PAGE_SIZE

SIZES = (14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28)
"""Font sizes of the page, in pixels before the user's font scale."""
WHEEL_STEP = 120
"""The angle of one wheel notch."""


class Zoom(QObject):
    """The font size of the page; everything on the page grows with it."""

    changed = Signal(int)
    """The size in percent, 100 being usual."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._size = PAGE_SIZE
        self._turned = 0

    @property
    def factor(self) -> float:
        """1.0 at 100 %."""
        return self._size / PAGE_SIZE

    @property
    def percent(self) -> int:
        """What the status bar shows."""
        return round(100 * self.factor)

    @property
    def size(self) -> int:
        """Font size of the page in pixels; remembered between two runs."""
        return self._size

    def set_size(self, size: int) -> None:
        """Choose the step nearest to a size."""
        nearest = min(SIZES, key=lambda step: abs(step - size))
        if nearest != self._size:
            self._size = nearest
            self.changed.emit(self.percent)

    def step(self, steps: int) -> None:
        """Go up so many steps, or down where negative."""
        at = SIZES.index(self._size) + steps
        self.set_size(SIZES[min(max(at, 0), len(SIZES) - 1)])

    def reset(self) -> None:
        """Back to 100 %."""
        self.set_size(PAGE_SIZE)

    def turn(self, angle: int) -> None:
        """Follow a wheel by whole notches; the remainder counts with the next turn."""
        self._turned += angle
        steps = int(self._turned / WHEEL_STEP)
        self._turned -= steps * WHEEL_STEP
        if steps:
            self.step(steps)
