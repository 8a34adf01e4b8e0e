"""Measures the rows of the findings list: rectangles of texts, icons and buttons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics

from bnews_desk.gui.shared.theme import Theme

ROW, GROUP, BUTTON = 31, 24, 24
"""Heights in px of a finding's row, a group heading and a button."""
LEFT, TEXT_LEFT, RIGHT, INSET = 16, 38, 14, 6
"""In px: where icon and words start, and the margins of buttons and card at the edges."""
ICON = 14
GAP = 4
MOST_OFFERS = 3
"""Fixes shown on a card; the keys 1 to 3 apply them."""
_WRAP = int(Qt.TextFlag.TextWordWrap)


class RowAction(Enum):
    """The action of a button in a row."""

    FIX = "fix"
    ALIKE = "alike"
    """Fix all findings like this one."""
    UNDO = "undo"
    IGNORE = "ignore"


class RowButton(NamedTuple):
    """A painted button; ``number`` counts fixes from 0."""

    rect: QRect
    text: str
    action: RowAction
    number: int = 0


@dataclass(frozen=True, slots=True)
class UnfoldedRow:
    """The texts of an unfolded row."""

    title: str
    reason: str
    source: str
    offers: tuple[str, ...]
    ignore: str
    undo: str = ""
    alike: str = ""

    @property
    def alike_offer(self) -> list[tuple[str, RowAction]]:
        """The button that fixes all findings like this one; empty when there are no others."""
        return [(self.alike, RowAction.ALIKE)] if self.alike else []


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """The rectangles of a row's parts; ``frame`` is the card's, or the background under the
    pointer.
    """

    height: int
    frame: QRect
    icon: QRect
    title: QRect
    buttons: tuple[RowButton, ...] = ()
    reason: QRect | None = None
    source: QRect | None = None

    def hit(self, point: QPoint) -> RowButton | None:
        """The button at a point; None when there is none."""
        return next((button for button in self.buttons if button.rect.contains(point)), None)


class RowMeasurer:
    """Computes the rectangles of rows from a theme's fonts."""

    def __init__(self, theme: Theme) -> None:
        self.text = QFontMetrics(theme.ui_font(13))
        self.strong = QFontMetrics(theme.ui_font(13, 600))
        self.button = QFontMetrics(theme.ui_font(13, 500))
        self.help = QFontMetrics(theme.ui_font(12))
        self.meta = QFontMetrics(theme.ui_font(11, 500))

    def row_height(self) -> int:
        return max(ROW, self.text.height() + 12)

    def group_height(self) -> int:
        return max(GROUP, self.meta.height() + 8)

    def closed(self, title: str, offer: str, action: RowAction, width: int) -> PlacedRow:
        """The layout of a closed row of ``width`` px; without ``offer`` it has no button."""
        height = self.row_height()
        frame = QRect(INSET, 0, width - 2 * INSET, height)
        right = width - RIGHT
        buttons: tuple[RowButton, ...] = ()
        if offer:
            room = right - TEXT_LEFT
            wanted = self.text.horizontalAdvance(title) + 12
            least = min(wanted, round(room * 0.4))
            natural = self.button.horizontalAdvance(offer) + 20
            taken = min(natural, max(room - wanted, round(room * 0.6)), room - least)
            top = (height - self._button_height()) // 2
            rect = QRect(right - taken, top, taken, self._button_height())
            buttons = (RowButton(rect, offer, action),)
            right = rect.left() - 8
        return PlacedRow(
            height,
            frame,
            QRect(LEFT, (height - ICON) // 2, ICON, ICON),
            QRect(TEXT_LEFT, 0, right - TEXT_LEFT, height),
            buttons,
        )

    def opened(self, card: UnfoldedRow, width: int, frame_right: int) -> PlacedRow:
        """The layout of an open row of ``width`` px; its frame ends at ``frame_right``."""
        right = width - 22
        room = right - TEXT_LEFT
        top = 10
        line = max(18, self.strong.height())
        icon = QRect(LEFT, top + (line - ICON) // 2, ICON, ICON)
        title = QRect(TEXT_LEFT, top, room, line)
        top += line + GAP
        reason = QRect(TEXT_LEFT, top, room, self._wrapped(self.text, card.reason, room))
        top += reason.height()
        source = None
        if card.source:
            source = QRect(TEXT_LEFT, top + 1, room, self._wrapped(self.help, card.source, room))
            top = source.bottom() + 1
        buttons = list(self._buttons(card, top + 8, right))
        bottom = max(button.rect.bottom() for button in buttons) + 12
        if card.undo:
            wide = self.button.horizontalAdvance(card.undo) + 18
            rect = QRect(TEXT_LEFT, buttons[0].rect.top(), wide, self._button_height())
            buttons = [RowButton(rect, card.undo, RowAction.UNDO)]
        frame = QRect(INSET, 0, frame_right - INSET, bottom)
        return PlacedRow(bottom + GAP, frame, icon, title, tuple(buttons), reason, source)

    def _buttons(self, card: UnfoldedRow, top: int, right: int) -> Iterator[RowButton]:
        """The card's buttons, on as many lines as they need; *Abaikan* is at the end of the last
        line.
        """
        height = self._button_height()
        left = TEXT_LEFT
        offers = [(offer, RowAction.FIX) for offer in card.offers[:MOST_OFFERS]]
        for number, (offer, action) in enumerate([*offers, *card.alike_offer]):
            wide = min(self.button.horizontalAdvance(offer) + 18, right - TEXT_LEFT)
            if left > TEXT_LEFT and left + wide > right:
                left, top = TEXT_LEFT, top + height + GAP
            yield RowButton(QRect(left, top, wide, height), offer, action, number)
            left += wide + 6
        wide = self.text.horizontalAdvance(card.ignore) + 16
        if left > TEXT_LEFT and left + wide > right + 8:
            top += height + GAP
        yield RowButton(QRect(right + 8 - wide, top, wide, height), card.ignore, RowAction.IGNORE)

    def _button_height(self) -> int:
        return max(BUTTON, self.button.height() + 4)

    @staticmethod
    def _wrapped(metrics: QFontMetrics, text: str, width: int) -> int:
        return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()
