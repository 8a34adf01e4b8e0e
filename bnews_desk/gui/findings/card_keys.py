"""The keyboard shortcuts of the hover card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner
from bnews_desk.gui.findings.ignore_scope import IgnoreScope


class CardActions(Protocol):
    """What a key can ask of a card."""

    def fix(self, number: int) -> None:
        """Carry out one of the finding's fixes."""

    def ignore(self, reach: IgnoreScope) -> None:
        """Ignore the finding."""

    def keep(self, owner: DictionaryOwner) -> None:
        """Put the finding's word in a dictionary."""

    def explain(self) -> None:
        """Explain the finding's rule."""

    def close_card(self) -> None:
        """Close."""


Act = Callable[[CardActions], None]
RETURNS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The keys that press a button which has the focus."""
_PLAIN: Final[dict[int, Act]] = {
    Qt.Key.Key_Return: lambda card: card.fix(0),
    Qt.Key.Key_Enter: lambda card: card.fix(0),
    Qt.Key.Key_1: lambda card: card.fix(0),
    Qt.Key.Key_2: lambda card: card.fix(1),
    Qt.Key.Key_3: lambda card: card.fix(2),
    Qt.Key.Key_I: lambda card: card.ignore(IgnoreScope.HERE),
    Qt.Key.Key_R: lambda card: card.ignore(IgnoreScope.RELEASE),
    Qt.Key.Key_A: lambda card: card.keep(DictionaryOwner.EDITOR),
    Qt.Key.Key_F1: lambda card: card.explain(),
    Qt.Key.Key_Escape: lambda card: card.close_card(),
}
_WITH_SHIFT: Final[dict[int, Act]] = {
    Qt.Key.Key_I: lambda card: card.ignore(IgnoreScope.NEWSROOM),
    Qt.Key.Key_A: lambda card: card.keep(DictionaryOwner.NEWSROOM),
}


def act_of(event: QKeyEvent) -> Act | None:
    """What a key does on the card; None for one that is not the card's own."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.NoModifier:
        return _PLAIN.get(event.key())
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return _WITH_SHIFT.get(event.key())
    return None
