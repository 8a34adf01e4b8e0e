"""Replaces typed characters by the ones that copy uses: dashes, quotes, single spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bnews_desk.house.style import QuoteMarks

_OPENING_BEHIND = frozenset("([{“‘–—-/ \u00a0\t")
_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}

TYPED = frozenset({" ", "-", *_CURLY})
"""The characters that may become others."""


class TypedReplacement(NamedTuple):
    """``text`` replaces the typed character and the ``removed`` code points before it."""

    removed: int
    text: str


class SmartTyping:
    """Decides which typed characters are replaced; none are while ``is_on`` is False.

    Quotes follow ``quote_marks`` of the style sheet.
    """

    def __init__(self) -> None:
        self.is_on = True
        self.quote_marks: QuoteMarks = "straight"

    def replacement(self, before: str, typed: str) -> TypedReplacement | None:
        """The replacement of ``typed``, None where it stays as it is.

        ``before`` is the two characters before the caret, fewer where the paragraph begins.
        """
        if not self.is_on:
            return None
        if typed == " ":
            return TypedReplacement(0, "") if before[-1:] in {"", " "} else None
        if typed == "-":
            is_dash = before.endswith("-") and before[-2:-1] not in {"-", "–", "—"}
            return TypedReplacement(1, "–") if is_dash else None
        if typed in _CURLY and self.quote_marks == "curly":
            opening, closing = _CURLY[typed]
            is_opening = not before or before[-1] in _OPENING_BEHIND
            return TypedReplacement(0, opening if is_opening else closing)
        return None
